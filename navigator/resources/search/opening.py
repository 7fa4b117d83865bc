"""Which of many entries are open at a moment: the weekly spans of all in arrays, dated hours day by day (S-03)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from navigator.resources.holidays import is_holiday
from navigator.resources.hours import OpenState, doors, open_state
from navigator.resources.model import Entry, Hours
from navigator.resources.search.answer import OpenAt
from navigator.resources.search.asked_time import Stretch, stretch_of
from navigator.resources.search.kept import Kept
from navigator.resources.search.times import Times, intake_doors
from navigator.resources.search.tristates import NO, UNKNOWN, YES, Signs
from navigator.resources.search.weekly import Weekly
from navigator.resources.week import DAY, around

__all__ = ["NO", "UNKNOWN", "YES", "Opening", "Signs"]

Which = Callable[[tuple[Hours, ...]], tuple[Hours, ...]]


class Opening:
    """Answers for all entries at once what `open_state` answers for one."""

    def __init__(self, times: Times, zone: ZoneInfo, entry_at: Callable[[int], Entry]) -> None:
        self.times, self._zone, self._entry_at = times, zone, entry_at
        self._signs: Kept[Stretch, Signs] = Kept()
        self._intake: Kept[Stretch, Signs] = Kept()
        self._dated: Kept[tuple[date, Which], _Dated] = Kept()
        self._states: Kept[datetime, dict[str, OpenState]] = Kept()

    def at(self, moment: datetime) -> Signs:
        """1 open, -1 closed, 0 not known, for each entry."""
        return self._doors(Stretch.now(moment, self._zone))

    def during(self, asked: OpenAt, at: datetime) -> Signs:
        """The same for the time that was asked for at the moment `at`; open at any minute of it is open."""
        return self._doors(stretch_of(asked, at, self._zone))

    def within(self, minutes: int, moment: datetime) -> Signs:
        """Whether it is open at any minute of the next ones."""
        now = Stretch.now(moment, self._zone)
        return self._doors(Stretch(now.day, now.first, now.first + minutes))

    def intake(self, moment: datetime) -> Signs:
        """Whether somebody new is taken: where no hours of intake are known, a closed door takes nobody, else ask."""
        now = Stretch.now(moment, self._zone)
        return self._intake.get(now, lambda: self._taken(now))

    def state(self, entry: Entry, moment: datetime) -> OpenState:
        """How one entry stands, in words for its row."""
        minute = moment.replace(second=0, microsecond=0)
        states = self._states.get(minute, dict)
        if entry.id not in states:
            states[entry.id] = open_state(entry.hours, minute, self._zone)
        return states[entry.id]

    def _doors(self, asked: Stretch) -> Signs:
        return self._signs.get(asked, lambda: self._reckoned(asked, self.times.doors, doors))

    def _taken(self, now: Stretch) -> Signs:
        taken = self._reckoned(now, self.times.intake, intake_doors)
        return np.where(self.times.has_intake, taken, np.minimum(self._doors(now), UNKNOWN)).astype(np.int8)

    def _reckoned(self, asked: Stretch, weekly: Weekly, which: Which) -> Signs:
        signs = weekly.signs(asked.day.weekday() * DAY + asked.first, asked.end - asked.first)
        dated = self._dated.get((asked.day, which), lambda: self._on(asked.day, which))
        signs[dated.places] = weekly.shut_at(dated.places)
        signs[dated.open_in(asked)] = YES
        if is_holiday(asked.day):
            signs[self.times.on_holidays] = np.maximum(signs[self.times.on_holidays], UNKNOWN)
        return signs

    def _on(self, day: date, which: Which) -> "_Dated":
        """Entries with hours of their own on this day or, past midnight, on the one before, read one by one."""
        wanted = np.isin(self.times.days, (day.toordinal(), day.toordinal() - 1))
        places = np.unique(self.times.dated[wanted])
        return _Dated.of(((place, which(self._entry_at(place).hours)) for place in places.tolist()), day)


@dataclass(frozen=True)
class _Dated:
    """The hours of one day of the entries at `places`: each stretch with its place, in minutes after midnight."""

    places: NDArray[np.int64]
    table: NDArray[np.int64]

    @classmethod
    def of(cls, entries: Iterable[tuple[int, tuple[Hours, ...]]], day: date) -> "_Dated":
        places, rows = [], []
        monday = day - timedelta(days=day.weekday())
        midnight = day.weekday() * DAY
        for place, hours in entries:
            places.append(place)
            rows += [(place, start - midnight, end - midnight) for start, end in around(hours, monday)]
        return cls(np.array(places, dtype=np.int64), np.array(rows, dtype=np.int64).reshape(-1, 3))

    def open_in(self, asked: Stretch) -> NDArray[np.int64]:
        """The places that are open at some minute of it."""
        runs = (self.table[:, 1] < asked.end) & (asked.first < self.table[:, 2])
        return np.asarray(self.table[runs, 0])
