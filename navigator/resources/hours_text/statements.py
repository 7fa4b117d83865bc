"""What one clause of a text states, before it becomes hours."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navigator.resources.hours_text import words
from navigator.resources.hours_text.clock import Time
from navigator.resources.hours_text.days import Days
from navigator.resources.hours_text.plain import is_plain

Label = tuple[str, ...]


class Unfit(StrEnum):
    """Why a part of a text stands as text only."""

    MONTHLY = "not every week"
    SEASON = "a season only"
    NO_END = "no closing time"
    NO_DAYS = "no days"
    NO_TIMES = "no times"
    NO_YEAR = "dates without a year"
    HALF = "AM or PM not clear"
    ZONE = "another time zone"
    VISITS = "hours of visitors"
    ON_CALL = "on call, which is no open door"
    CONTRARY = "two different hours for one day"
    CONFUSED = "days and times that do not pair"
    WORDS = "words that may change it"
    NOT_KNOWN = "words that are not known"
    SEVERAL = "several doors or groups"


class Does(StrEnum):
    OPENS = "opens"
    CLOSES = "closes"
    APPOINTMENT = "by appointment only"
    NOTHING = "says nothing of hours"
    UNFIT = "cannot stand in a week"


class Taint(StrEnum):
    """What a part that was not read may make wrong."""

    NOTHING = "nothing"
    SAME = "the same door on the same days"
    DOORS = "all but offices and telephones that are named"
    ALL = "everything"


@dataclass(frozen=True, slots=True)
class Statement:
    """`days` and `times` together; no times means the whole day. With `dates` it holds on those dates alone.

    `label` are the words that name the door. `taints` is what an unfit part may make wrong.
    `always`: open day and night on `days`.
    """

    does: Does
    label: Label = ()
    days: Days = frozenset()
    times: tuple[Time, ...] = ()
    always: bool = False
    dates: tuple[date, ...] = ()
    by_appointment: bool = False
    is_of_all: bool = False
    """By appointment is all that the text tells."""
    unfit: Unfit | None = None
    taints: Taint = Taint.NOTHING


def unfit(why: Unfit, label: Label = (), days: Days = frozenset(), taints: Taint = Taint.NOTHING) -> Statement:
    """A part that stands as text only."""
    return Statement(Does.UNFIT, label, days, unfit=why, taints=taints)


def confused(label: Label) -> Statement:
    """Days and times that do not pair; words of doubt among them may go for everything."""
    said = words.joined(label)
    taint = Taint.ALL if words.restricts(said) else Taint.SAME if is_plain(said) else Taint.DOORS
    return unfit(Unfit.CONFUSED, label, taints=taint)
