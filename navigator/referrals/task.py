"""What is owed: the lines of the worklists that a clinician sees first after signing in (R-09)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from navigator.referrals.draft import DraftKind

NO_ANSWER_AFTER = timedelta(minutes=30)
BED_HOLD_WITHIN = timedelta(hours=1)
LOOP_OPEN_AFTER = timedelta(days=30)


class Matter(StrEnum):
    """Why it is on the list, in the order of urgency."""

    BED_HOLD = "bed hold ends"
    NO_ANSWER = "no answer for 30 minutes"
    CONSENT = "consent ends or has ended"
    CHECK_DUE = "check due"
    FOLLOW_UP = "follow-up due"
    LOOP_OPEN = "loop not closed for 30 days"
    DRAFT = "typed, not saved"
    VISIT_OPEN = "visit not finished"


@dataclass(frozen=True)
class Task:
    """One thing owed. `due_at` is aware; the safe way to reach the person stands before any number (R-10).

    A draft says by `form` where it was typed; that of a visit not yet started has no `visit_id` and no `person`.
    """

    matter: Matter
    visit_id: str
    person: str
    due_at: datetime
    referral_id: str = ""
    follow_up_id: str = ""
    place: str = ""
    number: str = ""
    contact_words: str = ""
    contact_number: str = ""
    no_voicemail: bool = False
    form: DraftKind | None = None
