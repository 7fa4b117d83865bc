"""Reads opening times given day by day: "Mon 08:00 - 16:00; Tue 24/7", or one column to open and one to close."""

import re
from collections.abc import Iterable, Mapping

from navigator.resources.model import Hours, HoursKind, Span
from navigator.resources.week import DAY, DAYS, merged

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*([ap])?\.?(?:m\b\.?)?", re.IGNORECASE)
_DAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?:?\s*", re.IGNORECASE)
_TO_24 = re.compile(r"\b(?:0\d|1[3-9]|2[0-4]):\d\d")
"""A time that only a clock of 24 hours shows."""
_ORDER = tuple(day[:3].lower() for day in DAYS)
Minutes = tuple[int, int]


def hours_of_days(text: str, kind: HoursKind = HoursKind.UNKNOWN) -> Hours | None:
    """The hours of a list of days with their times, or None where one day of it cannot be read for certain."""
    spans: list[Span] = []
    to_24 = bool(_TO_24.search(text))
    for part in (part.strip() for part in text.split(";")):
        if not part:
            continue
        day = _DAY.match(part)
        times = times_of(part[day.end() :], to_24=to_24) if day else None
        if day is None or times is None:
            return None
        spans.append(span_of(_ORDER.index(day[1].lower()), times))
    return Hours(kind, merged(spans), text) if spans else None


def times_of(text: str, *, to_24: bool) -> Minutes | None:
    """Minutes of the day of "08:00 - 16:00", "9 am - 5 pm", "24/7"; None where it is not plain which is meant."""
    if text.strip().lower() in ("24/7", "24 hours", "open 24 hours"):
        return 0, DAY
    opens, _, closes = (part.strip() for part in text.replace("–", "-").partition("-"))
    return between(opens, closes, to_24=to_24)


def between(opens: str, closes: str, *, to_24: bool) -> Minutes | None:
    """From one time to the other, past midnight where the second is earlier; None where they cannot be read.

    Times without AM and PM are read only where the clock is known to count to 24: "8:00 to 5:00" and "1:00 to 4:00"
    do not say whether they are of the morning.
    """
    start, end = _clock(opens), _clock(closes)
    if start is None or end is None:
        return None
    (first, first_half), (last, last_half) = start, end
    if first_half != last_half or not (first_half or to_24):
        return None
    if (first, last) == (0, DAY - 1):
        return 0, DAY
    if first == last or (not first_half and last < first < DAY // 2):
        return None
    return first, last if last > first else last + DAY


def span_of(day: int, times: Minutes) -> Span:
    return Span(day * DAY + times[0], day * DAY + times[1])


def week_of(days: Mapping[int, Iterable[Minutes]], kind: HoursKind, text: str) -> Hours:
    """The hours of a week; day 0 is Monday."""
    return Hours(kind, merged(span_of(day, times) for day, some in days.items() for times in some), text)


def _clock(text: str) -> tuple[int, bool] | None:
    """Minutes after midnight, and whether it says AM or PM."""
    word = {"noon": "12:00 pm", "midnight": "12:00 am"}.get(text.lower(), text)
    found = _CLOCK.fullmatch(word.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if minute > 59 or hour > 24 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute, bool(half)
