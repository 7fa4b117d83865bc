"""One schedule of HSDS: its days and times where it holds for every week or one date, else why it stands as text.

Recurrence rules (RFC 5545) exist nowhere but here (S-03). A time of day is the wall clock of the place, whatever zone
a file writes behind it: publishers put "Z" to times that are local.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from navigator.resources.hours_text import leaves_hours
from navigator.resources.hours_text.clock import Bounds, Range, Time, settled, time
from navigator.resources.hours_text.days import EVERY_DAY, Days, named

_CODES = {code: day for day, code in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?", re.IGNORECASE
)
_HOUR = re.compile(r"(\d{1,2})\s*([ap])\.?m\.?", re.IGNORECASE)
_NOT_WEEKLY = ("count", "byweekno", "bymonthday", "byyearday", "valid_from", "valid_to", "dtstart", "until")
_DAY = 24 * 60


@dataclass(frozen=True)
class Rule:
    """`days` and one range of minutes; `on`: that date alone. `told` is what it says if it cannot stand so."""

    days: Days = frozenset()
    times: Range | None = None
    on: date | None = None
    told: str = ""
    written: str = ""
    """Its values, for where words beside them leave no week."""


def rule_of(schedule: Mapping[str, Any]) -> Rule:
    """The rule of a schedule. Words alone make an empty rule."""
    opens, closes = said(schedule, "opens_at"), said(schedule, "closes_at")
    on = _one_date(schedule)
    days = _days_of(schedule)
    if on and (days is None or on.weekday() in days):
        days = frozenset((on.weekday(),))
    times = times_of(opens, closes)
    if not (opens or closes or said(schedule, "byday") or _is_bound(schedule)):
        return Rule()
    noted = said(schedule, "notes")
    if not days or times is None or (_is_bound(schedule) and on is None) or (noted and not leaves_hours(noted)):
        return Rule(told=_told(schedule))
    return Rule(days, times, on, written=_values(schedule))


def _days_of(schedule: Mapping[str, Any]) -> Days | None:
    """ "DAILY" is every day, or those of them that BYDAY leaves (RFC 5545)."""
    byday = said(schedule, "byday")
    return EVERY_DAY if said(schedule, "freq").upper() == "DAILY" and not byday else days_of(byday)


def days_of(byday: str) -> Days | None:
    """ "MO,TU", "Monday", "1" (HSDS 1: Monday); None where a part is no day of every week ("2MO")."""
    found: set[int] = set()
    for part in re.split(r"[,;\s]+", byday.strip()):
        days = _day(part)
        if days is None:
            return None
        found |= days
    return frozenset(found)


def times_of(opens: str, closes: str) -> Range | None:
    """Minutes of the day, over midnight where it closes earlier; None for what is missing or not plain."""
    start, end = _time(opens), _time(closes)
    if start is None or end is None:
        return None
    first = start.minutes + (720 if start.half == "pm" else 0)
    last = end.minutes + (720 if end.half == "pm" else 0)
    if start.half and end.half and first == 0 and last in (0, _DAY - 1, _DAY):
        return 0, _DAY
    if not (start.half or end.half) and start.minutes <= end.minutes:
        return None
    found = settled([(start, end)], Bounds())
    return found[0] if found else None


def date_of(text: str) -> date | None:
    """A date as ISO 8601 writes it, a time behind it left out."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def said(schedule: Mapping[str, Any], name: str) -> str:
    value = schedule.get(name)
    return "" if value is None else str(value).strip()


def _day(part: str) -> Days | None:
    if part.upper() in _CODES:
        return frozenset((_CODES[part.upper()],))
    if part.isdigit():
        return frozenset((int(part) - 1,)) if 1 <= int(part) <= 7 else None
    return named(part)


def _time(text: str) -> Time | None:
    """ "09:00", "10:00:00Z" and "17:00" of the 24-hour clock, "9:00 AM", "9 pm"; a bare "9:00" has no half yet."""
    clock, hour = _CLOCK.fullmatch(text), _HOUR.fullmatch(text)
    if hour:
        return time(hour[1], hour[2].lower() + "m")
    if clock is None:
        return None
    if clock[3]:
        return time(f"{clock[1]}:{clock[2]}", clock[3][0].lower() + "m")
    of_24 = len(clock[1]) == 2 and int(clock[1]) <= 24 and int(clock[2]) <= 59
    return Time(int(clock[1]) * 60 + int(clock[2]), "24") if of_24 else time(f"{clock[1]}:{clock[2]}", "")


def _one_date(schedule: Mapping[str, Any]) -> date | None:
    """The date of a schedule that holds on one day only."""
    first = date_of(said(schedule, "valid_from") or said(schedule, "dtstart"))
    last = date_of(said(schedule, "valid_to") or said(schedule, "until"))
    more = any(said(schedule, name) for name in ("byweekno", "bymonthday", "byyearday"))
    return first if first and first == last and not more else None


def _is_bound(schedule: Mapping[str, Any]) -> bool:
    """Whether it does not hold in every week of every year."""
    monthly = said(schedule, "freq").upper() not in ("", "WEEKLY", "DAILY")
    return (
        monthly
        or said(schedule, "interval") not in ("", "0", "1", "1.0")
        or any(said(schedule, name) for name in _NOT_WEEKLY)
    )


def _told(schedule: Mapping[str, Any]) -> str:
    """The schedule in its own words and values, for a person to read."""
    words = [text for name in ("description", "notes") if (text := said(schedule, name))]
    return "; ".join(words if words and not said(schedule, "notes") else [*words, _values(schedule)])


def _values(schedule: Mapping[str, Any]) -> str:
    names = ("freq", "interval", "byday", "opens_at", "closes_at", *_NOT_WEEKLY)
    return ", ".join(f"{name} {said(schedule, name)}" for name in names if said(schedule, name))
