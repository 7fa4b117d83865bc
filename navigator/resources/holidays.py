"""The federal holidays of the United States (5 U.S.C. 6103), on which a place that speaks of holidays must be asked."""

from datetime import date, timedelta
from functools import cache

from navigator.resources.model import Hours

_MONDAY, _THURSDAY = 0, 3


def is_holiday(day: date) -> bool:
    """Whether `day` is a federal holiday or the weekday on which one that falls on a weekend is kept."""
    return any(day in _of(year) for year in (day.year, day.year + 1))


def speaks_of_holidays(hours: tuple[Hours, ...]) -> bool:
    """Whether what was published says something of holidays, which weekly hours cannot hold."""
    return any("holiday" in one.text.casefold() for one in hours)


@cache
def _of(year: int) -> frozenset[date]:
    fixed = (date(year, 1, 1), date(year, 6, 19), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25))
    floating = (
        _nth(year, 1, _MONDAY, 3),
        _nth(year, 2, _MONDAY, 3),
        _nth(year, 6, _MONDAY, 1) - timedelta(days=7),
        _nth(year, 9, _MONDAY, 1),
        _nth(year, 10, _MONDAY, 2),
        _nth(year, 11, _THURSDAY, 4),
    )
    return frozenset((*fixed, *map(_kept, fixed), *floating))


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _kept(day: date) -> date:
    """Saturday's is kept on Friday, Sunday's on Monday."""
    return day + timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))
