"""Reads hours that a table spreads over columns: days, opens, closes; or a pair of columns for each day."""

import re

from navigator.resources.exchange.door import Door
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.open_days import Minutes, times_of, week_of
from navigator.resources.exchange.plain import is_nothing, plain
from navigator.resources.exchange.sheet import Row, Sheet
from navigator.resources.model import Hours, HoursKind
from navigator.resources.week import DAYS

_SAMPLE = 500
_PAST_NOON = re.compile(r"\s*(?:1[3-9]|2[0-4]):\d\d")
_CLOSED = ("closed", "none")


class TableHours:
    """Knows of one table whether its clock counts to 24: one time after 12:59 in a column shows it for all."""

    def __init__(self, sheet: Sheet, mapping: ColumnMapping) -> None:
        self._mapping = mapping
        days = {number: self._columns(day.lower()) for number, day in enumerate(DAYS)}
        self._days = {number: columns for number, columns in days.items() if any(columns)}
        headings = [heading for some in self._days.values() for heading in some if heading]
        sample = sheet.sample(_SAMPLE) if headings else ()
        self._to_24 = any(_PAST_NOON.match(row[heading]) for row in sample for heading in headings)

    def read(self, door: Door, line: Row) -> None:
        self._by_day(door, line)
        self._spread(door, line)

    def _columns(self, day: str) -> tuple[str, str, str]:
        """The headings for one day: opens, closes, both in one; "" where there is none."""
        found = [next(iter(self._mapping.headings(f"{part}.{day}")), "") for part in ("opens", "closes", "hours")]
        return found[0], found[1], found[2]

    def _by_day(self, door: Door, line: Row) -> None:
        """A week of typed hours, or the whole as text where one day cannot be read: half a week would say "closed"."""
        told = {number: _told(line, columns) for number, columns in self._days.items()}
        told = {number: text for number, text in told.items() if text}
        if not told:
            return
        text = "; ".join(f"{DAYS[number]} {text}" for number, text in told.items())
        open_on = {number: words for number, words in told.items() if words.lower() not in _CLOSED}
        times = {number: self._times(words) for number, words in open_on.items()}
        week = {number: [found] for number, found in times.items() if found}
        if len(week) == len(times) and week:
            door.open_at(week_of(week, HoursKind.UNKNOWN, text))
        else:
            door.open_at(Hours(HoursKind.UNKNOWN, text=text))
            unread = next((number for number in times if number not in week), next(iter(self._days)))
            door.not_typed(next(heading for heading in self._days[unread] if heading))

    def _times(self, words: str) -> Minutes | None:
        return times_of(words, to_24=self._to_24)

    def _spread(self, door: Door, line: Row) -> None:
        """Days, opening and closing time in three cells; days that have times in them speak for themselves."""
        cells = {part: self._cell(line, f"hours.{part}") for part in ("days", "opens", "closes")}
        heading = next((self._mapping.headings(f"hours.{part}")[0] for part, text in cells.items() if text), "")
        if not heading:
            return
        times = " - ".join(dict.fromkeys(text for text in (cells["opens"], cells["closes"]) if text))
        if any(map(str.isdigit, cells["days"])) or times == cells["days"]:
            door.open(cells["days"], heading)
            self._keep(door, line, cells)
        else:
            door.open(" ".join(part for part in (cells["days"], times) if part), heading)

    def _keep(self, door: Door, line: Row, cells: dict[str, str]) -> None:
        for part in ("opens", "closes"):
            if cells[part]:
                heading = self._mapping.headings(f"hours.{part}")[0]
                door.keep("at_location", heading, line.cells[heading])

    def _cell(self, line: Row, target: str) -> str:
        text = next((line.cells[heading] for heading in self._mapping.headings(target)), "")
        return "" if is_nothing(text) else plain(text)


def _told(line: Row, columns: tuple[str, str, str]) -> str:
    opens, closes, both = (line.cells[heading] if heading else "" for heading in columns)
    opens, closes, both = ("" if is_nothing(text) else plain(text) for text in (opens, closes, both))
    return both or " - ".join(text for text in (opens, closes) if text)
