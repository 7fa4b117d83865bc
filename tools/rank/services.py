"""Makes directory entries of the rows of the kit's columns, as an import would: nothing is guessed."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from navigator.resources.categories import DUE_DAYS
from navigator.resources.hours_text import read_hours_text
from navigator.resources.model import Address, Entry, Hours, HoursKind, Outcome, Phone, Verification
from tools.rank.rows import Row

AT = datetime(2026, 11, 23, 17, tzinfo=UTC)
"""The moment of every query: the noon of a Monday in the city. `verified` counts days back from it."""
_TEXTS_READ = 2_000


class Services:
    """The entries of a table. Reading hours takes 0.5 ms a text: after `texts_read` different ones the rest stay text.

    `hours_left` counts the rows whose hours were not read for that.
    """

    def __init__(self, texts_read: int = _TEXTS_READ) -> None:
        self.hours_left = 0
        self._texts_read = texts_read
        self._hours: dict[str, tuple[Hours, ...]] = {"": ()}

    def of(self, rows: Iterable[Row]) -> Iterator[Entry]:
        """One entry a row, in the order of the rows, one at a time."""
        return map(self._entry, rows)

    def _entry(self, row: Row) -> Entry:
        verified = _verification(row["verified"])
        return Entry(
            id=str(int(row["id"])),
            service_id=str(int(row["id"])),
            name=row["name"],
            organization=row["org"],
            alternate_names=(row["alt"],) if row["alt"] else (),
            kind=row["tax"],
            description=row["descr"],
            eligibility=row["elig"],
            address=_address(row),
            place=_place(row),
            phones=(Phone(row["phone"]),) if row["phone"] else (),
            hours=self._read(row["hours"].strip()),
            verified=verified,
            due_on=verified.next_due if verified else None,
        )

    def _read(self, text: str) -> tuple[Hours, ...]:
        if text in self._hours:
            return self._hours[text]
        if len(self._hours) > self._texts_read:
            self.hours_left += 1
            return (Hours(HoursKind.OFFICE, text=text),)
        return self._hours.setdefault(text, read_hours_text(text, HoursKind.OFFICE).hours)


def _address(row: Row) -> Address | None:
    parts = (row["addr"], row["city"], row["state"], row["zip"])
    return Address(*parts) if any(parts) else None


def _place(row: Row) -> tuple[float, float] | None:
    """Where it is; the table has 0, 0 where nobody knows."""
    place = (float(row["lat"] or 0), float(row["lon"] or 0))
    return place if all(place) else None


@lru_cache(maxsize=10_000)
def _verification(days: str) -> Verification | None:
    """A check so many days ago that found it true; it holds for a year (S-06). Without a number: never checked."""
    if not days.strip().isdecimal():
        return None
    at = AT - timedelta(days=int(days))
    return Verification(at, "", "", "", Outcome.CONFIRMED, at.date() + timedelta(days=DUE_DAYS))
