"""A time as one types or reads it: "2:05", "205", "2 pm", "14:05", "Sunday 11:50 PM", "now"."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from navigator.ui.clock_words import WEEKDAYS, clock_words

NO_TIME = "This is no time. Write it like 2:05 AM or 14:05."
CLOCKS_DIFFER = timedelta(minutes=2)
"""A watch that is a little ahead of this computer does not make a time yesterday's."""
_TYPED = re.compile(
    r"""(?:(?P<day>[a-z]{3,9}|\d{1,2}/\d{1,2}(?:/\d{4})?)[ ,]+)?
        (?P<hour>\d{1,2})(?:[:.h]?(?P<minute>[0-5]\d))?[ ]?
        (?:(?P<half>[ap])\.?(?:m\.?)?)?""",
    re.VERBOSE,
)
_NAMED = {"noon": "12:00 pm", "midnight": "12:00 am"}
_WEEK = 7


def read_moment(typed: str, now: datetime, zone: tzinfo, *, ahead: bool = False) -> datetime | None:
    """The moment that is meant, to the minute, or None for what is no time.

    It is the newest such time that is not in the future, or with `ahead` the next one. "2:05" may be of the morning
    or the afternoon; "02:05" and "14:05" are of the 24-hour clock.
    """
    words = " ".join(typed.casefold().split())
    if words == "now":
        return now.replace(second=0, microsecond=0)
    found = _TYPED.fullmatch(_NAMED.get(words, words))
    if found is None:
        return None
    times = _times(found["hour"], int(found["minute"] or 0), found["half"])
    days = list(_days(found["day"] or "", now.astimezone(zone).date(), ahead=ahead))
    meant = sorted({_instant(day, *time, zone, fold) for day in days for time in times for fold in (0, 1)})
    if found["day"] and "/" in found["day"]:
        return _on_that_day(meant, now, ahead=ahead)
    if ahead:
        return next((moment for moment in meant if moment > now), None)
    return next((moment for moment in reversed(meant) if moment <= now + CLOCKS_DIFFER), None)


def typed_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """ "2:05 AM" for today, "Sunday 11:50 PM" within a week, else "11/9/2026 2:05 PM"; `read_moment` reads each."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    clock = clock_words(moment, zone)
    away = abs((local.date() - today).days)
    if not away:
        return clock
    if away < _WEEK:
        return f"{WEEKDAYS[local.weekday()]} {clock}"
    return f"{local.month}/{local.day}/{local.year} {clock}"


def _times(hour: str, minute: int, half: str | None) -> list[tuple[int, int]]:
    """Hour and minute of the 24-hour clock: two of them where morning or afternoon is not said."""
    number = int(hour)
    if half:
        return [(number % 12 + (12 if half == "p" else 0), minute)] if 1 <= number <= 12 else []
    if number > 23:
        return []
    if number > 12 or hour.startswith("0"):
        return [(number, minute)]
    return [(number % 12, minute), (number % 12 + 12, minute)]


def _days(named: str, today: date, *, ahead: bool) -> Iterator[date]:
    """The days that may be meant."""
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if not named:
        yield from (today + timedelta(days=away) for away in (-1, 0, 1))
    elif named in near:
        yield today + timedelta(days=near[named])
    elif "/" in named:
        yield from _dates(named, today)
    else:
        nearest = range(0, 8) if ahead else range(-7, 2)
        weekday = next((at for at, day in enumerate(WEEKDAYS) if day.casefold().startswith(named)), None)
        near_days = (today + timedelta(days=away) for away in nearest)
        yield from (day for day in near_days if day.weekday() == weekday)


def _dates(named: str, today: date) -> Iterator[date]:
    month, day, *year = (int(part) for part in named.split("/"))
    for year_meant in year or (today.year - 1, today.year, today.year + 1):
        try:
            yield date(year_meant, month, day)
        except ValueError:
            continue


def _on_that_day(meant: list[datetime], now: datetime, *, ahead: bool) -> datetime | None:
    """A written date is taken as it stands; without its year, the one nearest to now on the right side."""
    if ahead:
        return next((moment for moment in meant if moment > now), meant[-1] if meant else None)
    return next((moment for moment in reversed(meant) if moment <= now + CLOCKS_DIFFER), meant[0] if meant else None)


def _instant(day: date, hour: int, minute: int, zone: tzinfo, fold: int) -> datetime:
    """In the hour that a change to summer time leaves out, the moment that a clock not yet put forward shows."""
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone, fold=fold)
    exists = local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None)
    return (local if exists else local.replace(fold=0)).astimezone(UTC)
