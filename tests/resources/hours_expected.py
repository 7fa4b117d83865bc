"""The hand-checked readings of real hours texts, which are known here by their SHA-256 alone, and their notation.

"office Mo-Fr 09:00-17:00; Sa 10:00-14:00 | by appointment" is read as it looks. "on 2010-06-14..2010-08-06 Mo-Fr
12:00-13:00" holds on the dates of that stretch. "+ text": the text says more than can stand in a week. "text": none of
it can. "none": it says no hours. What is written is the most that may be read: a reader that is less sure is not wrong.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from navigator.resources.hours_text import HoursReading, Understood
from navigator.resources.model import WEEK, Hours, HoursKind

DAY = 24 * 60
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_KINDS = {kind.value: kind for kind in HoursKind}
_STRETCH = re.compile(r"on (\S+?)(?:\.\.(\S+))? (.*)")
Minute = tuple[HoursKind, date | None, int]
"""A minute of the week, or of a date, at which a door of this kind is open."""


@dataclass(frozen=True)
class Expected:
    notation: str
    minutes: frozenset[Minute]

    @property
    def is_whole(self) -> bool:
        return self.notation != "text" and not self.notation.endswith("+ text")


def expectations() -> dict[str, Expected]:
    """By the SHA-256 of the text."""
    path = Path(__file__).with_name("hours_expected.toml")
    return {key: expected(notation) for key, notation in tomllib.loads(path.read_text()).items()}


def expected(notation: str) -> Expected:
    body = notation.removesuffix("+ text").strip()
    groups = [] if body in ("text", "none", "") else body.split(" | ")
    return Expected(notation, frozenset(minute for group in groups for minute in _group(group)))


def faults(reading: HoursReading, hoped: Expected) -> list[str]:
    """What is wrong with a reading: open where nobody is there, or more sure of itself than the text allows."""
    found = []
    minutes = frozenset(read_minutes(reading.hours))
    if minutes - hoped.minutes:
        found.append("open when it is not")
    if reading.understood is Understood.WHOLE and (not hoped.is_whole or minutes != hoped.minutes):
        found.append("not the whole")
    if reading.understood is Understood.NONE_SAID and hoped.notation != "none":
        found.append("hours are said")
    if reading.understood is Understood.WHOLE and _appointment(hoped) != any(
        one.by_appointment for one in reading.hours
    ):
        found.append("appointment")
    return found


def read_minutes(hours: Iterable[Hours]) -> Iterator[Minute]:
    for one in hours:
        for span in one.spans:
            yield from ((one.kind, None, minute % WEEK) for minute in range(span.start, span.end))
        for exception in one.exceptions:
            for start, end in exception.spans:
                yield from ((one.kind, exception.on, minute) for minute in range(start, end))


def _appointment(hoped: Expected) -> bool:
    return "by appointment" in hoped.notation


def _group(group: str) -> Iterator[Minute]:
    if group == "by appointment":
        return
    named = next((name for name in _KINDS if group.startswith(f"{name} ")), "")
    kind, rest = _KINDS.get(named, HoursKind.UNKNOWN), group.removeprefix(named).strip()
    stretch = _STRETCH.fullmatch(rest)
    if stretch is None:
        yield from ((kind, None, (day * DAY + minute) % WEEK) for day, minute in _weekly(rest))
        return
    first = date.fromisoformat(stretch[1])
    last = date.fromisoformat(stretch[2] or stretch[1])
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    weekly = _weekly(stretch[3] if stretch[2] else f"{_DAYS[first.weekday()]} {stretch[3]}")
    for day, minute in weekly:
        yield from ((kind, on, minute) for on in days if on.weekday() == day)


def _weekly(rest: str) -> list[tuple[int, int]]:
    """Days and minutes after their midnight."""
    found = []
    for part in rest.split("; "):
        days, times = part.split(" ", 1)
        for span in times.split(", "):
            start, end = (int(clock[:2]) * 60 + int(clock[3:]) for clock in span.split("-"))
            found += [(day, minute) for day in _days(days) for minute in range(start, end)]
    return found


def _days(words: str) -> Iterator[int]:
    for word in words.split(","):
        first, _, last = word.partition("-")
        yield from range(_DAYS.index(first), _DAYS.index(last or first) + 1)
