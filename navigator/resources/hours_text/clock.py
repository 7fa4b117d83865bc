"""Reads the opening and closing time of a range, and AM or PM where people leave it out.

Written as AM or PM, a time is that. A bare time is read only where one reading is left:
- "10-6pm", "8:30-4:30 pm": a closing PM serves both if the times rise on the dial ("6-8pm"), else the opening is AM;
  "8-11am" is AM twice. What would run over midnight only by inference ("10-4am") is not read.
- "8am-5", "1pm-4": the closing follows the opening on the dial within the half day; "8am-9" could be either.
- "9-5", "8:30-12:30", "6-3": falling on the dial from six o'clock on, it is AM to PM.
- "1-5", "12-8", "3:30-6": rising and before five, it is PM twice. "9-12" ends at noon.
- "7-9", "8-10:30" rise and could be morning, evening or all day: read only where a second range ("7-9:30, 3:30-6") or
  the meal that is named leaves one reading. "8-8" is AM to PM on working days only.
- "08:00", "17:00": a leading zero or an hour after twelve makes both of a range the 24-hour clock. Programs write
  "0:00 - 0:00" for "never" as well as for "always", so it is not read.
A range that nobody keeps is a slip of the pen and not read: 9 PM to 5 PM, 2:30 AM to 7 PM, 9 PM to 9 PM.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

DAY = 24 * 60
HALF = 12 * 60
_HOUR = 60
Range = tuple[int, int]
"""Minutes after midnight; an end after 1440 is on the next day."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time as written: on the dial of twelve hours (12 is 0) with its half, or of 24 hours."""

    minutes: int
    half: str = ""
    """ "am", "pm", "24" (the 24-hour clock) or "" (not said)."""
    plain: bool = False
    """Only an hour, no minutes and no half: "9"."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the words around leave of the day: a meal, an evening."""

    earliest: int = 0
    latest: int = 2 * DAY
    night: bool = False
    """Night is spoken of: no bare time can be taken for a day's."""
    working_days: bool = False


def time(digits: str, half: str) -> Time | None:
    """ "9", "9:30", "930" with a half, "17:00"; None for what is no time of day."""
    parts = digits.split(":")
    if len(parts) == 1 and len(digits) in (3, 4) and half:
        parts = [digits[:-2], digits[-2:]]
    if len(parts) == 3 and parts[2] == "00":
        parts.pop()
    if len(parts) > 2 or len(parts[0]) > 2 or (len(parts) == 2 and len(parts[1]) != 2):
        return None
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) == 2 else 0
    if minute > 59 or (hour == 24 and minute):
        return None
    return _on_dial(hour, minute, half, parts)


def _on_dial(hour: int, minute: int, half: str, parts: list[str]) -> Time | None:
    military = not half and len(parts) == 2 and (hour > 12 or parts[0].startswith("0"))
    if military and hour <= 24:
        return Time(hour * _HOUR + minute, "24")
    if not 1 <= hour <= 12:
        return None
    return Time(hour % 12 * _HOUR + minute, half, plain=len(parts) == 1 and not half)


def settled(written: Sequence[tuple[Time, Time]], bounds: Bounds) -> tuple[Range, ...] | None:
    """The ranges of one day in the order as written, or None if not exactly one reading is left."""
    choices = [[one for one in set(_readings(*pair, bounds)) if _fits(one, bounds)] for pair in written]
    if any(not choice for choice in choices):
        return None
    rising = [one for one in product(*choices) if _rises(one)]
    return tuple(rising[0]) if len(rising) == 1 else None


def _fits(span: Range, bounds: Bounds) -> bool:
    return _is_kept(span) and bounds.earliest <= span[0] and span[1] <= bounds.latest


def _rises(ranges: Sequence[Range]) -> bool:
    return all(before[1] <= after[0] for before, after in pairwise(ranges))


def _is_kept(span: Range) -> bool:
    """Whether anybody keeps such hours; what fails is a slip between AM and PM."""
    start, end = span
    if span == (0, DAY):
        return True
    if start == 0 and end <= HALF:
        return True
    if start < 5 * _HOUR and 6 * _HOUR < end <= DAY and end - start > 6 * _HOUR:
        return False
    in_day = start >= HALF or (end - DAY) >= HALF
    return start < end < start + DAY and not (end > DAY and end - start > 16 * _HOUR and in_day)


def _readings(start: Time, end: Time, bounds: Bounds) -> Iterable[Range]:
    if "24" in (start.half, end.half):
        return _military(start, end)
    if start.half and end.half:
        first, last = _said(start), _said(end)
        return [(first, last if last > first else last + DAY)]
    if start.half or end.half:
        return _half_said(start, end)
    return [] if bounds.night else _bare(start.minutes, end.minutes, bounds)


def _said(time: Time) -> int:
    return time.minutes + (HALF if time.half == "pm" else 0)


def _military(start: Time, end: Time) -> Iterable[Range]:
    if {start.half, end.half} & {"am", "pm"}:
        return []
    bare_noon = [one.half != "24" and one.minutes < _HOUR for one in (start, end)]
    first, last = (one.minutes + HALF * noon for one, noon in zip((start, end), bare_noon, strict=True))
    if first == last == 0:
        return []
    if (first, last) == (0, DAY - 1):
        return [(0, DAY)]
    return [(first % DAY, last if last > first else last + DAY)]


def _half_said(start: Time, end: Time) -> Iterable[Range]:
    """One of the two says AM or PM."""
    first, last = start.minutes, end.minutes
    if end.half == "pm":
        falls_in_day = first >= 5 * _HOUR and last <= first
        return [(first + HALF, last + HALF)] if first < last else [(first, last + HALF)] if falls_in_day else []
    if end.half == "am":
        return [(first, last)] if _HOUR <= first < last else []
    if start.half == "pm":
        return [(first + HALF, last + HALF)] if first < last else []
    return [(first, last + HALF)] if last <= first else [(first, last), (first, last + HALF)]


def _bare(first: int, last: int, bounds: Bounds) -> Iterable[Range]:
    """Neither says AM or PM."""
    by_day, by_evening = (first, last + HALF), (first + HALF, last + HALF)
    if first == last:
        usual = bounds.working_days and 8 * _HOUR <= first < 11 * _HOUR
        return [by_day] if usual else []
    if first < last:
        return [by_evening] if first < 5 * _HOUR else [(first, last), by_day, by_evening]
    if last < _HOUR:
        return [by_day] if first >= 8 * _HOUR else [by_day, (first + HALF, last + DAY)]
    return [by_day] if first >= 6 * _HOUR else [by_day, (first + HALF, last + DAY)]
