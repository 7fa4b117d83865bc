"""Where a referral stands, in a few words: on its tab, in the list, in a sentence."""

from navigator.referrals.reasons import CancellationReason, RejectionReason
from navigator.referrals.referral import Referral
from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.steps import Cancellation, Completion, Failure, Mistake, Rejection
from navigator.ui.theme.tokens import StateName

type Ending = Rejection | Cancellation | Failure | Completion | Mistake

_PLAIN = {
    Status.DRAFT: "not called yet",
    Status.REQUESTED: "called",
    Status.ACCEPTED: "accepted",
    Status.IN_PROGRESS: "on the way",
    Status.ON_HOLD: "on hold",
    Status.COMPLETED: "completed",
    Status.FAILED: "did not come about",
    Status.CANCELLED: "cancelled",
    Status.REJECTED: "does not fit",
    Status.ENTERED_IN_ERROR: "entered in error",
}
_OF_BUSINESS = {
    BusinessStatus.CONTACT_ATTEMPTED: "no answer",
    BusinessStatus.MESSAGE_LEFT: "message left",
    BusinessStatus.AWAITING_CALLBACK: "will call back",
    BusinessStatus.MORE_INFO_NEEDED: "wants to know more",
    BusinessStatus.WALK_IN_OK: "may walk in",
    BusinessStatus.WAITLISTED: "waiting list",
    BusinessStatus.NEEDS_ASSESSMENT: "assessment needed",
    BusinessStatus.AWAITING_DOCUMENTS: "waits for papers",
}
_REJECTED = {RejectionReason.NO_CAPACITY: "no bed", RejectionReason.NO_ANSWER_CLOSED: "nobody there"}
_CANCELLED = {
    CancellationReason.NOT_SELECTED: "not selected",
    CancellationReason.PERSON_DECLINED: "the person said no",
    CancellationReason.PERSON_CHOSE_OTHER: "the person chose another",
}
_STATES: dict[Status, StateName] = {
    Status.DRAFT: "closed",
    Status.REQUESTED: "unknown",
    Status.ACCEPTED: "open",
    Status.IN_PROGRESS: "open",
    Status.ON_HOLD: "closing",
    Status.COMPLETED: "open",
}


def state_words(referral: Referral, *, calling: bool = False) -> str:
    """ "calling", "no bed", "no answer", "accepted"; `calling` while the telephone is in the hand."""
    if referral.discarded:
        return "put away"
    if calling and referral.status in (Status.DRAFT, Status.REQUESTED):
        return "calling"
    if referral.status is Status.REQUESTED and referral.business in _OF_BUSINESS:
        return _OF_BUSINESS[referral.business]
    if referral.status is Status.IN_PROGRESS and referral.business is BusinessStatus.ARRIVED:
        return "arrived"
    match ending_of(referral):
        case Rejection(reason) if reason in _REJECTED:
            return _REJECTED[reason]
        case Cancellation(reason) if reason in _CANCELLED:
            return _CANCELLED[reason]
        case _:
            return _PLAIN[referral.status]


def state_name(referral: Referral) -> StateName:
    """The shape and colour of its pill."""
    return _STATES.get(referral.status, "closed")


def ending_of(referral: Referral) -> Ending | None:
    """The step that ended it, or None while it has not ended."""
    if not referral.has_ended:
        return None
    steps = (event.step for event in reversed(referral.events))
    return next(step for step in steps if isinstance(step, Rejection | Cancellation | Failure | Completion | Mistake))
