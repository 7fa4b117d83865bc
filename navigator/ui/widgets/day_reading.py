"""A day as one types it in English, and as the screen says it: "tue", "11/25", "nov 25", "in 3 days"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from navigator.ui.clock_words import MONTHS, WEEKDAYS

_LONG_AGO = timedelta(days=180)
"""A date without a year is meant for the coming one when it lies further back than this."""
_NEAR = {"today": 0, "tonight": 0, "now": 0, "tomorrow": 1, "tmrw": 1}
_IN_DAYS = re.compile(r"(?:\+|in )\s*(\d{1,3})(?: (days?|weeks?))?")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?: (\d{4}))?")


def read_day(text: str, today: date) -> date | None:
    """The day meant by `text`, the next one of that name or number; None for words that name no day.

    Numbers alone are month/day. A date without a year may lie up to half a year back.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    weekday = _place(words, WEEKDAYS)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if match := _IN_DAYS.fullmatch(words):
        each = 7 if (match[2] or "").startswith("week") else 1
        return today + timedelta(days=int(match[1]) * each)
    return _dated(_without_weekday(words), today)


def say_day(day: date, today: date) -> str:
    """ "Tuesday, November 24"; with the year when it is not this one. `read_day` reads it back."""
    year = "" if day.year == today.year else f", {day.year}"
    return f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}{year}"


def _dated(words: str, today: date) -> date | None:
    if match := _ISO.fullmatch(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(words):
        return _in_year(match[3], int(match[1]), int(match[2]), today)
    if match := _MONTH_FIRST.fullmatch(words):
        return _in_year(match[3], _month(match[1]), int(match[2]), today)
    if match := _DAY_FIRST.fullmatch(words):
        return _in_year(match[3], _month(match[2]), int(match[1]), today)
    return None


def _in_year(year: str | None, month: int, day: int, today: date) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = _day(today.year, month, day)
    if this_year is not None and this_year >= today - _LONG_AGO:
        return this_year
    return _day(today.year + 1, month, day) or this_year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without_weekday(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and _place(first.rstrip("."), WEEKDAYS) is not None else words


def _month(word: str) -> int:
    """0, which is no month, for a word that is none."""
    place = _place(word, MONTHS)
    return 0 if place is None else place + 1


def _place(word: str, names: Sequence[str]) -> int | None:
    """Where the name stands that `word` is, or begins with three letters or more."""
    found = [place for place, name in enumerate(names) if len(word) >= 3 and name.casefold().startswith(word)]
    return found[0] if len(found) == 1 or (found and word == names[found[0]].casefold()) else None
