"""The contact log in words: each call with what came of it, as one line of the timeline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import pairwise

from navigator.referrals.calls import CallOutcome, Channel, Contact
from navigator.referrals.reasons import RejectionReason
from navigator.referrals.referral import Referral
from navigator.referrals.steps import Acceptance, CallAgain, Rejection, Request, Step
from navigator.ui.clock_words import moment_words
from navigator.ui.referrals.forms.call_line import CHANNELS
from navigator.ui.referrals.promise_words import promise_from, promise_title

OUTCOMES = {
    CallOutcome.ANSWERED: ("phone-call", "Spoke with them"),
    CallOutcome.NO_ANSWER: ("phone-missed", "No answer"),
    CallOutcome.MESSAGE_LEFT: ("voicemail", "Message left"),
    CallOutcome.WILL_CALL_BACK: ("hourglass", "They will call back"),
}


@dataclass(frozen=True)
class ContactLine:
    """One entry of the timeline. `running` is the call that goes on now."""

    icon: str
    title: str
    place: str
    detail: str
    at: str
    running: bool = False

    @property
    def spoken(self) -> str:
        told = (self.title, self.place, self.detail, self.at)
        return ", ".join(part for part in told if part)


def contact_lines(referrals: Iterable[Referral], now: datetime, zone: tzinfo) -> tuple[ContactLine, ...]:
    """The calls of a visit, newest first."""
    calls = [(contact, referral) for referral in referrals for contact in referral.contacts]
    calls.sort(key=lambda pair: (pair[0].call.began_at, pair[0].id), reverse=True)
    return tuple(_line(contact, referral, now, zone) for contact, referral in calls)


def running_line(number: str, began_at: datetime, now: datetime, zone: tzinfo) -> ContactLine:
    """The call in hand: "Calling now", "Phone · 215-555-0142 · 1 min 48 s"."""
    minutes, seconds = divmod(max(0, int((now - began_at).total_seconds())), 60)
    lasts = f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
    return ContactLine(
        "phone-call",
        "Calling now",
        "",
        " · ".join(part for part in ("Phone", number, lasts) if part),
        moment_words(began_at, now, zone),
        running=True,
    )


def _line(contact: Contact, referral: Referral, now: datetime, zone: tzinfo) -> ContactLine:
    icon, title = _outcome(contact, referral)
    if _is_promise(contact, referral):
        told = promise_from(contact.call, now, zone)
        return ContactLine(icon, promise_title(contact.call), referral.snapshot.name, told, "")
    how = "" if contact.call.channel is Channel.PHONE else CHANNELS[contact.call.channel]
    said = contact.call.spoke_to.strip() or contact.call.words.strip()
    detail = " · ".join(part for part in (how, said) if part)
    return ContactLine(icon, title, referral.snapshot.name, detail, moment_words(contact.call.began_at, now, zone))


def _is_promise(contact: Contact, referral: Referral) -> bool:
    """The time of such a call stands with who was called: beside the promise it would be read as theirs."""
    return contact.call.outcome is CallOutcome.WILL_CALL_BACK and _came_of(contact, referral) is None


def _outcome(contact: Contact, referral: Referral) -> tuple[str, str]:
    match _came_of(contact, referral):
        case Acceptance():
            return "handshake", "Accepted"
        case Rejection(reason=RejectionReason.NO_CAPACITY):
            return "bed-double", "No bed"
        case Rejection():
            return "ban", "Does not fit"
        case _:
            return OUTCOMES[contact.call.outcome]


def _came_of(contact: Contact, referral: Referral) -> Step | None:
    """The step that was written in the same moment as the call."""
    events = referral.events
    for event, after in pairwise(events):
        step = event.step
        if isinstance(step, Request | CallAgain) and step.call == contact.call and after.at == event.at:
            return after.step
    return None
