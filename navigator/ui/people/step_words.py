"""A step of a referral that is no call, as a person's timeline says it."""

from navigator.referrals.status import BusinessStatus
from navigator.referrals.steps import (
    Acceptance,
    CallAgain,
    Cancellation,
    Completion,
    Departure,
    Drafting,
    Failure,
    Hold,
    Mistake,
    Progress,
    Rejection,
    Request,
    Resumption,
    Step,
)
from navigator.ui.people.told import Told
from navigator.ui.referrals.reason_words import CANCELLATIONS, COMPLETIONS, FAILURES, REJECTIONS

_B = BusinessStatus
_INSIDE = {
    _B.CONTACT_ATTEMPTED: ("phone-missed", "No answer"),
    _B.MESSAGE_LEFT: ("voicemail", "Message left"),
    _B.AWAITING_CALLBACK: ("hourglass", "They will call back"),
    _B.MORE_INFO_NEEDED: ("circle-question-mark", "They need to know more"),
    _B.BED_HELD: ("bed-double", "A bed is held"),
    _B.APPOINTMENT_SET: ("calendar-clock", "An appointment is set"),
    _B.WALK_IN_OK: ("door-open", "May walk in"),
    _B.EN_ROUTE: ("car", "On the way"),
    _B.ARRIVED: ("map-pin", "Arrived there"),
    _B.RECEIVER_READ_BACK: ("badge-check", "The receiver read it back"),
    _B.WAITLISTED: ("hourglass", "On the waiting list"),
    _B.NEEDS_ASSESSMENT: ("clipboard-list", "An assessment comes first"),
    _B.AWAITING_DOCUMENTS: ("file-text", "Papers are waited for"),
}


def step_words(step: Step) -> Told:
    match step:
        case Drafting():
            return Told("notebook-pen", "Referral written down, nobody called yet")
        case Request() | CallAgain():
            return Told("phone-call", "Called", step.call.spoke_to.strip())
        case Acceptance():
            return Told("handshake", "Accepted", f"{step.name.strip()}, {step.role.strip()}")
        case Departure():
            return Told("car", "On the way", step.transport_by.strip())
        case Hold():
            return Told("pause", "On hold", step.reason.strip())
        case Resumption():
            return Told("route", "It goes on", step.words.strip())
        case Progress():
            icon, title = _INSIDE[step.business]
            return Told(icon, title, step.words.strip())
        case _:
            return _ended(step)


def _ended(step: Rejection | Cancellation | Failure | Completion | Mistake) -> Told:
    match step:
        case Rejection():
            return Told("ban", f"They said no: {_small(REJECTIONS[step.reason])}", step.words.strip())
        case Cancellation():
            return Told("circle-minus", f"Cancelled: {_small(CANCELLATIONS[step.reason])}", step.words.strip())
        case Failure():
            return Told("circle-x", f"Did not come about: {_small(FAILURES[step.reason])}", step.words.strip())
        case Completion():
            return Told("circle-check", COMPLETIONS[step.outcome], f"told by {step.source.strip()}")
        case Mistake():
            return Told("eye-off", "Entered in error", step.words.strip())


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
