"""The discharge plan as casework keeps it: steps in the person's order of time, and their own words (D-01)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class When(StrEnum):
    TODAY = "today"
    THIS_WEEK = "this week"
    LATER = "later"


class Carry(StrEnum):
    """Is it safe to carry paper? (D-05)"""

    NOT_ASKED = "not asked"
    SAFE = "yes"
    NOT_SAFE = "no"


@dataclass(frozen=True)
class PlanStep:
    """One thing to do next: `what` is its heading ("Go to Harbor Withdrawal Unit"), `number` is printed large.

    `referral_id` says which referral it came from, "" for one of the clinician's own.
    """

    when: When
    what: str
    on: date | None = None
    number: str = ""
    said_yes: str = ""
    why: str = ""
    at: str = ""
    how: str = ""
    bring: str = ""
    referral_id: str = ""


@dataclass(frozen=True)
class Plan:
    """Everything that the paper says in words of its own (D-01); what is "" is left out of the paper."""

    steps: tuple[PlanStep, ...] = ()
    goal: str = ""
    medicines: str = ""
    warning_signs: str = ""
    if_hard: str = ""
    given: str = ""
    next_call: str = ""
    notes: str = ""
    carry: Carry = Carry.NOT_ASKED
    carry_at: datetime | None = None


@dataclass(frozen=True)
class SavedPlan:
    """A plan as it was last saved; `revision` 0: nothing has been saved yet."""

    visit_id: str
    plan: Plan
    revision: int = 0
    saved_at: datetime | None = None
    saved_by: str = ""
