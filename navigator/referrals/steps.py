"""The steps of a referral and what each needs before it may be taken (R-02): plain values with their guards.

`to` is the status a step leads to, or None: it stays where it is. `lacks` is the sentence that says what is missing or
cannot be, or "". `business` is what the step makes of the business status (R-03).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from navigator.referrals.bases import Basis
from navigator.referrals.bounds import Bounds
from navigator.referrals.calls import SOMEBODY_SPOKE, Call, CallOutcome
from navigator.referrals.reasons import CancellationReason, CompletionOutcome, FailureReason, RejectionReason
from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.within import lacks_within

_OF_CALL = {
    CallOutcome.ANSWERED: None,
    CallOutcome.NO_ANSWER: BusinessStatus.CONTACT_ATTEMPTED,
    CallOutcome.MESSAGE_LEFT: BusinessStatus.MESSAGE_LEFT,
    CallOutcome.WILL_CALL_BACK: BusinessStatus.AWAITING_CALLBACK,
}


def lacks_of_call(call: Call, basis: Basis | None, bounds: Bounds) -> str:
    """What a logged call needs: a ground or no name said, a true time, whom one spoke to."""
    if call.outcome in SOMEBODY_SPOKE and not call.spoke_to.strip():
        return "Write whom you spoke to, by name or by post."
    if not call.without_identifiers and basis is None:
        return "Nobody may be named without a ground. Call without naming the person, or choose the ground."
    if basis is not None and basis.lacks():
        return basis.lacks()
    if call.ended_at is not None and call.ended_at < call.began_at:
        return "The call cannot end before it began. Check the times."
    return bounds.wrong(call.began_at, "The call") or bounds.wrong(call.ended_at, "The end of the call")


@dataclass(frozen=True)
class Drafting:
    """The referral is written down; nobody has been called."""

    to: ClassVar[Status | None] = Status.DRAFT
    business: ClassVar[None] = None

    def lacks(self, bounds: Bounds) -> str:  # noqa: ARG002 - a draft needs nothing
        return ""


@dataclass(frozen=True)
class Request:
    """The provider was first called about it."""

    call: Call
    basis: Basis | None = None
    to: ClassVar[Status | None] = Status.REQUESTED

    @property
    def business(self) -> BusinessStatus | None:
        return _OF_CALL[self.call.outcome]

    def lacks(self, bounds: Bounds) -> str:
        return lacks_of_call(self.call, self.basis, bounds)


@dataclass(frozen=True)
class CallAgain:
    """A further call inside a status."""

    call: Call
    basis: Basis | None = None
    to: ClassVar[Status | None] = None

    @property
    def business(self) -> BusinessStatus | None:
        return _OF_CALL[self.call.outcome]

    def lacks(self, bounds: Bounds) -> str:
        return lacks_of_call(self.call, self.basis, bounds)


@dataclass(frozen=True)
class Acceptance:
    """A named person at the provider said yes. `arrival` is door, buzzer, code word; `met_by` who meets the person."""

    name: str
    role: str
    number: str
    at: datetime
    bed_held_until: datetime | None = None
    arrival: str = ""
    met_by: str = ""
    to: ClassVar[Status | None] = Status.ACCEPTED

    @property
    def business(self) -> BusinessStatus | None:
        return BusinessStatus.BED_HELD if self.bed_held_until else None

    def lacks(self, bounds: Bounds) -> str:
        missing = [
            word
            for word, text in (("name", self.name), ("role", self.role), ("phone", self.number))
            if not text.strip()
        ]
        if missing:
            return f"Who said yes? Still missing: {', '.join(missing)}."
        if self.bed_held_until is not None and self.bed_held_until <= self.at:
            return "The bed cannot be held until a time before they said yes. Check the times."
        return bounds.wrong(self.at, "The yes")


@dataclass(frozen=True)
class Rejection:
    """The provider said no."""

    reason: RejectionReason
    words: str
    to: ClassVar[Status | None] = Status.REJECTED
    business: ClassVar[None] = None

    def lacks(self, bounds: Bounds) -> str:  # noqa: ARG002 - it has no time of its own
        return _lacks_words(self.words, "Write why they said no.")


@dataclass(frozen=True)
class Cancellation:
    """The person, or the team with the person, let it go."""

    reason: CancellationReason
    words: str
    to: ClassVar[Status | None] = Status.CANCELLED
    business: ClassVar[None] = None

    def lacks(self, bounds: Bounds) -> str:  # noqa: ARG002 - it has no time of its own
        return _lacks_words(self.words, "Write why this referral is not needed.")


@dataclass(frozen=True)
class Failure:
    """Accepted, and it did not come about."""

    reason: FailureReason
    words: str
    to: ClassVar[Status | None] = Status.FAILED
    business: ClassVar[None] = None

    def lacks(self, bounds: Bounds) -> str:  # noqa: ARG002 - it has no time of its own
        return _lacks_words(self.words, "Write what went wrong.")


@dataclass(frozen=True)
class Departure:
    """The person is on the way, or there."""

    left_at: datetime
    transport_by: str = ""
    to: ClassVar[Status | None] = Status.IN_PROGRESS
    business: ClassVar[BusinessStatus] = BusinessStatus.EN_ROUTE

    def lacks(self, bounds: Bounds) -> str:
        return bounds.wrong_leaving(self.left_at)


@dataclass(frozen=True)
class Hold:
    """It waits for something; somebody looks at it again on `check_on`."""

    reason: str
    check_on: date | None
    to: ClassVar[Status | None] = Status.ON_HOLD
    business: ClassVar[None] = None

    def lacks(self, bounds: Bounds) -> str:
        if not self.reason.strip():
            return "Write what it waits for."
        if self.check_on is None:
            return "Choose the day on which to look at it again."
        if self.check_on < bounds.today:
            return "The day to look at it again has passed. Choose today or a later day."
        return ""


@dataclass(frozen=True)
class Resumption:
    """It goes on after it was on hold."""

    words: str = ""
    to: ClassVar[Status | None] = Status.IN_PROGRESS
    business: ClassVar[None] = None

    def lacks(self, bounds: Bounds) -> str:  # noqa: ARG002 - it needs nothing
        return ""


@dataclass(frozen=True)
class Completion:
    """The service began: who confirmed it, on which day, with what outcome."""

    source: str
    began_on: date | None
    outcome: CompletionOutcome
    to: ClassVar[Status | None] = Status.COMPLETED
    business: ClassVar[None] = None

    def lacks(self, bounds: Bounds) -> str:
        if not self.source.strip():
            return "Write who confirmed it."
        if self.began_on is None:
            return "Choose the day on which the service began."
        return bounds.wrong_day(self.began_on, "The day the service began")


@dataclass(frozen=True)
class Mistake:
    """The referral should never have been written; it stays visible, struck through."""

    words: str
    to: ClassVar[Status | None] = Status.ENTERED_IN_ERROR
    business: ClassVar[None] = None

    def lacks(self, bounds: Bounds) -> str:  # noqa: ARG002 - it has no time of its own
        return _lacks_words(self.words, "Write why this was entered in error.")


@dataclass(frozen=True)
class Progress:
    """Something happened inside a status (R-03).

    `held_until`: the bed is held until another time than before. `when`: the appointment that was set.
    """

    business: BusinessStatus
    at: datetime
    words: str = ""
    held_until: datetime | None = None
    when: datetime | None = None
    to: ClassVar[Status | None] = None

    def lacks(self, bounds: Bounds) -> str:
        ahead = self.held_until if self.business is BusinessStatus.BED_HELD else self.when
        return lacks_within(self.business, self.at, self.words, ahead) or bounds.wrong(self.at, "This")


type Step = (
    Drafting
    | Request
    | CallAgain
    | Acceptance
    | Rejection
    | Cancellation
    | Failure
    | Departure
    | Hold
    | Resumption
    | Completion
    | Mistake
    | Progress
)
STEPS: tuple[type, ...] = (
    Drafting,
    Request,
    CallAgain,
    Acceptance,
    Rejection,
    Cancellation,
    Failure,
    Departure,
    Hold,
    Resumption,
    Completion,
    Mistake,
    Progress,
)


def _lacks_words(words: str, sentence: str) -> str:
    return "" if words.strip() else sentence
