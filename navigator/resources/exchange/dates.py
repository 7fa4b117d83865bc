"""Reads dates as exports write them: 2014-05-03, 2023/03/30, 5/3/2014, 6/21/99 0:00."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b")
_US = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})\b")
_NEVER = frozenset({date(1900, 1, 1), date(1899, 12, 30), date(1, 1, 1)})
"""What databases write for "no date"."""


def day_of(text: str, today: date) -> date | None:
    """The day, or None where there is none or it cannot be read; a time of day after it is passed over.

    The month comes first, as in this country. Two digits of a year are the newest year that is not after next year.
    """
    text = text.strip()
    if found := _ISO.match(text):
        return _day(*(int(part) for part in found.groups()))
    if found := _US.match(text):
        month, day, year = (int(part) for part in found.groups())
        return _day(year if len(found[3]) == 4 else _century(year, today), month, day)
    return None


def _century(year: int, today: date) -> int:
    this = today.year - today.year % 100 + year
    return this if this <= today.year + 1 else this - 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return None if found in _NEVER else found
