"""Which of many entries are open at a moment: the weekly spans of all in arrays, dated hours one by one (S-03)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from navigator.resources.holidays import is_holiday, speaks_of_holidays
from navigator.resources.hours import OpenKind, OpenState, doors, open_state, tell_when_shut
from navigator.resources.model import WEEK, Entry
from navigator.resources.search.kept import Kept
from navigator.resources.week import DAY, reached

YES, UNKNOWN, NO = 1, 0, -1

Signs = NDArray[np.int8]
"""1 yes, 0 unknown, -1 no, for each of some entries."""

_SIGN = {OpenKind.OPEN: YES, OpenKind.CLOSING: YES, OpenKind.CLOSED: NO, OpenKind.UNKNOWN: UNKNOWN}


class Opening:
    """Answers for all entries at once what `open_state` answers for one."""

    def __init__(self, entries: Sequence[Entry], zone: ZoneInfo) -> None:
        self._entries, self._zone = entries, zone
        self._shut = np.array(
            [NO if tell_when_shut(doors(entry.hours)) else UNKNOWN for entry in entries], dtype=np.int8
        )
        table = np.array(list(_spans(entries)), dtype=np.int32).reshape(-1, 3)
        self._starts, self._lengths = table[:, 0], table[:, 1] - table[:, 0]
        self._places = table[:, 2].astype(np.intp)
        self._dated = _dated(entries)
        self._on_holidays = [place for place, entry in enumerate(entries) if speaks_of_holidays(entry.hours)]
        self._signs: Kept[datetime, Signs] = Kept()
        self._states: Kept[datetime, dict[int, OpenState]] = Kept()

    def at(self, moment: datetime) -> Signs:
        """1 open, -1 closed, 0 not known, for each entry."""
        minute = _minute(moment)
        return self._signs.get(minute, lambda: self._reckoned(minute))

    def state(self, place: int, moment: datetime) -> OpenState:
        """How one entry stands, in words for its row."""
        minute = _minute(moment)
        states = self._states.get(minute, dict)
        if place not in states:
            states[place] = open_state(self._entries[place].hours, minute, self._zone)
        return states[place]

    def _reckoned(self, moment: datetime) -> Signs:
        wall = reached(moment, self._zone)
        minute = wall.weekday() * DAY + wall.hour * 60 + wall.minute
        state = self._shut.copy()
        state[self._places[(minute - self._starts) % WEEK < self._lengths]] = YES
        asked = self._on_holidays if is_holiday(wall.date()) else []
        for places in (asked, *(self._dated.get(wall.date() - timedelta(days=ago), []) for ago in (0, 1))):
            for place in places:
                state[place] = _SIGN[open_state(self._entries[place].hours, moment, self._zone).kind]
        return state


def _minute(moment: datetime) -> datetime:
    """Hours are kept in minutes, so nothing changes within one."""
    return moment.replace(second=0, microsecond=0)


def _spans(entries: Sequence[Entry]) -> Iterator[tuple[int, int, int]]:
    for place, entry in enumerate(entries):
        for hours in doors(entry.hours):
            for span in hours.spans:
                yield span.start, span.end, place


def _dated(entries: Sequence[Entry]) -> dict[date, list[int]]:
    """The entries that have hours of their own on a date."""
    days: dict[date, list[int]] = {}
    for place, entry in enumerate(entries):
        for hours in entry.hours:
            for dated in hours.exceptions:
                days.setdefault(dated.on, []).append(place)
    return days
