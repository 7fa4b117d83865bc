"""The change of shift as values: what the next one must do, and the note that one shift signs for the next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from navigator.referrals.task import Task

SHIFT = timedelta(hours=12)
"""How far ahead the page looks."""
NOTES_FOR = timedelta(hours=36)
"""A signed note stands on the page for so long, and longer while nobody else has read it."""
LONGEST_NOTE = 4000


@dataclass(frozen=True)
class Line:
    """One thing that is owed within the shift, what was promised in the words of whoever wrote it, and by whom."""

    task: Task
    promised: str = ""
    promised_by: str = ""


@dataclass(frozen=True)
class Reading:
    """Somebody confirmed having read a note; `by` is a name."""

    by: str
    at: datetime


@dataclass(frozen=True)
class ShiftNote:
    """A signed note. `owed`: so many lines stood on the page then. `for_me`: whoever asked has not read it yet."""

    id: str
    words: str
    signed_by: str
    signed_at: datetime
    owed: int
    readings: tuple[Reading, ...] = ()
    for_me: bool = False


@dataclass(frozen=True)
class Handover:
    """The one page; `lines` by matter and then by time, `notes` newest first."""

    lines: tuple[Line, ...]
    notes: tuple[ShiftNote, ...]
