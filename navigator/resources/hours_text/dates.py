"""Finds dates: with a year they are real days, without one they return every year and stand for none."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

DATE, YEARLESS = "\ue010", "\ue011"
"""DATE is followed by the number of a day (`date.toordinal`)."""
LONGEST = 370
"""Days of the longest stretch of dates that is written out."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_NAMED = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?P<year>20\d\d)", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<!\d)(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>20\d\d|\d\d(?!\d))")
_YEARLESS = re.compile(rf"(?<![\d/])\d{{1,2}}/\d{{1,2}}(?![\d/])|\b{_MONTH}\s+\d{{1,2}}(?![\d:])", re.IGNORECASE)


def with_dates_marked(text: str) -> str:
    """The text with each date as a mark; what is no day of the calendar is left as it is."""
    text = _NUMBERS.sub(_marked, _NAMED.sub(_marked, text))
    return _YEARLESS.sub(f" {YEARLESS} ", text)


def _marked(found: re.Match[str]) -> str:
    month = found["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        day = date(int(found["year"]) % 100 + 2000, number, int(found["day"]))
    except ValueError:
        return found.group()
    return f" {DATE}{day.toordinal()} "


def all_between(first: date, last: date) -> tuple[date, ...]:
    """Each date from the first to the last; none if they are the wrong way round or too far apart."""
    days = (last - first).days
    return tuple(first + timedelta(days=step) for step in range(days + 1)) if 0 <= days <= LONGEST else ()


def on_days(dates: Sequence[date], days: frozenset[int]) -> tuple[date, ...]:
    """Those of the dates that fall on one of the days of the week."""
    return tuple(one for one in dates if one.weekday() in days)
