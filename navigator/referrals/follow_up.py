"""Asking afterwards how it went: when it is due, what was tried, and whether the loop is closed (R-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from navigator.referrals.status import OPEN, Status

AFTER = (timedelta(hours=24), timedelta(hours=72), timedelta(days=7), timedelta(days=30))
"""Counted from the end of the visit, or from the request while there is none."""
ATTEMPTS = 3
"""Unanswered attempts after the last follow-up that make a loop "not closed"."""


class Reached(StrEnum):
    PERSON = "the person"
    PROVIDER = "the provider"
    NOBODY = "nobody"


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
    """One try to reach somebody about it. `by` is a name once it is saved."""

    at: datetime
    reached: Reached
    words: str = ""
    by: str = ""


@dataclass(frozen=True)
class FollowUp:
    """One date on which to ask; `attempts` oldest first."""

    id: str
    referral_id: str
    number: int
    due_at: datetime
    state: FollowUpState
    attempts: tuple[Attempt, ...] = ()


def due_times(start: datetime) -> tuple[datetime, ...]:
    """When each follow-up is due, counted from `start` (R-10)."""
    return tuple(start + after for after in AFTER)


def loop_of(status: Status, follow_ups: Sequence[FollowUp]) -> Loop:
    """Derived, never a status: closed by a completion alone, never silently (R-10)."""
    if status is Status.COMPLETED:
        return Loop.CLOSED
    last = max(follow_ups, key=lambda one: one.number, default=None)
    if status not in OPEN or last is None or last.number < len(AFTER):
        return Loop.OPEN
    unanswered = [attempt for attempt in last.attempts if attempt.reached is Reached.NOBODY]
    return Loop.NOT_CLOSED if len(unanswered) >= ATTEMPTS and len(unanswered) == len(last.attempts) else Loop.OPEN
