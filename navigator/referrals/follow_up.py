"""Asking afterwards how it went: when it is due, what was tried, and whether the loop is closed (R-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from navigator.referrals.bounds import Bounds
from navigator.referrals.reasons import FailureReason
from navigator.referrals.status import OPEN, Status

AFTER = (timedelta(hours=24), timedelta(hours=72), timedelta(days=7), timedelta(days=30))
"""Counted from the end of the visit, or from the request while there is none; a city may have others."""
ATTEMPTS = 3
"""Unanswered attempts after the last follow-up that make a loop "not closed"."""
FARTHEST = timedelta(days=366)
"""A follow-up is not put off for longer: by then nobody knows what it was about."""


class Reached(StrEnum):
    PERSON = "the person"
    PROVIDER = "the provider"
    NOBODY = "nobody"


class Called(StrEnum):
    """Whose number was tried."""

    PERSON = "the person"
    PROVIDER = "the provider"


class FollowUpState(StrEnum):
    DUE = "due"
    DONE = "done"
    DROPPED = "dropped"


class Loop(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    NOT_CLOSED = "not closed"


@dataclass(frozen=True)
class Attempt:
    """One try to reach somebody about it. `by` is a name once it is saved; `told_by` who said it, by name or post."""

    at: datetime
    reached: Reached
    words: str = ""
    by: str = ""
    told_by: str = ""
    called: Called | None = None


@dataclass(frozen=True)
class Answer:
    """What came of a try that is about to be written down; without a time it was made now."""

    reached: Reached
    words: str = ""
    told_by: str = ""
    called: Called | None = None
    at: datetime | None = None

    def lacks(self, bounds: Bounds) -> str:
        """The sentence that says what is missing or cannot be, or ""."""
        if self.reached is Reached.NOBODY and self.told_by.strip():
            return "Somebody told you something: choose who was reached."
        return bounds.wrong(self.at, "The call")


@dataclass(frozen=True)
class Dated:
    """A time that somebody chose by hand for it, and why."""

    at: datetime
    due_at: datetime
    words: str
    by: str = ""


@dataclass(frozen=True)
class FollowUp:
    """One date on which to ask; `attempts` oldest first, `dates` those chosen by hand, the newest counts."""

    id: str
    referral_id: str
    number: int
    due_at: datetime
    state: FollowUpState
    attempts: tuple[Attempt, ...] = ()
    dates: tuple[Dated, ...] = ()


def due_times(start: datetime, after: Sequence[timedelta] = AFTER) -> tuple[datetime, ...]:
    """When each follow-up is due, counted from `start` (R-10)."""
    return tuple(start + each for each in after)


def lacks_date(due_at: datetime | None, words: str, now: datetime) -> str:
    """Why somebody cannot be asked at `due_at` for the reason `words`, or ""."""
    if due_at is None:
        return "Write when to ask again, such as tomorrow 18:00 or Friday 6 PM."
    if due_at <= now:
        return "That time has passed. Choose a later one."
    if due_at > now + FARTHEST:
        return "That is more than a year away. Choose an earlier day."
    return "" if words.strip() else "Write why: what was agreed, or what you wait for."


def loop_of(status: Status, follow_ups: Sequence[FollowUp], failure: FailureReason | None = None) -> Loop:
    """Derived, never a status (R-10): closed when it is known how it went, never silently.

    `failure` is why a referral failed: where nobody could be reached it ended without that being known.
    """
    if failure is FailureReason.COULD_NOT_REACH:
        return Loop.NOT_CLOSED
    if status is Status.COMPLETED or failure is not None:
        return Loop.CLOSED
    last = max(follow_ups, key=lambda one: (one.due_at, one.number), default=None)
    unanswered = last is not None and is_unanswered(last)
    return Loop.NOT_CLOSED if status in OPEN and unanswered else Loop.OPEN


def is_unanswered(follow_up: FollowUp) -> bool:
    """All tries of that date met nobody, and there were enough of them."""
    met = [attempt for attempt in follow_up.attempts if attempt.reached is not Reached.NOBODY]
    return not met and len(follow_up.attempts) >= ATTEMPTS
