"""The minutes that "tonight", "saturday" or "tomorrow morning" mean, said at some moment."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from navigator.resources.search.answer import OpenAt
from navigator.resources.week import DAY, reached

_EVENING, _MORNING = 18 * 60, 6 * 60


@dataclass(frozen=True)
class Stretch:
    """The minutes of one day from `first` on, before `end`."""

    day: date
    first: int
    end: int

    @classmethod
    def now(cls, at: datetime, zone: ZoneInfo) -> "Stretch":
        wall = reached(at, zone)
        minute = wall.hour * 60 + wall.minute
        return cls(wall.date(), minute, minute + 1)


def stretch_of(asked: OpenAt, at: datetime, zone: ZoneInfo) -> Stretch:
    """What is asked for, never in the past: the rest of today, tonight while it is night, else the next such time."""
    now = Stretch.now(at, zone)
    ahead = asked.ahead if asked.day is None else (asked.day - now.day.weekday()) % 7
    if asked.minute is None:
        return Stretch(now.day, now.first, DAY) if ahead == 0 else Stretch(now.day + timedelta(days=ahead), 0, DAY)
    if asked.day is None and ahead == 0 and asked.minute >= _EVENING and _is_night(now.first, asked.minute):
        return now
    if ahead == 0 and asked.minute < now.first:
        ahead = 1 if asked.day is None else 7
    return Stretch(now.day + timedelta(days=ahead), asked.minute, asked.minute + 1)


def _is_night(now: int, asked: int) -> bool:
    """Whether the evening that was asked for has come, or has not yet ended with the morning."""
    return now >= min(asked, _EVENING) or now < _MORNING
