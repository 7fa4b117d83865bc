"""A desk that imports: a real store with its city's directory, lists made of plain doors, and what is in the store."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import Table, select

from navigator.access import Actor, Role
from navigator.city import load_city
from navigator.resources import reading, rows
from navigator.resources.categories import load_categories
from navigator.resources.exchange.incoming import Incoming, Piece
from navigator.resources.fields import Record, Values, values_of, with_values
from navigator.resources.importing.imports import Imports
from navigator.resources.importing.preparing import Asked
from navigator.resources.importing.verdicts import Batch, Item, Progress, Report, Verdict
from navigator.resources.model import Address, Entry, Phone
from navigator.resources.stewardship.checks import Checks
from navigator.resources.stewardship.duplicates import Duplicates
from navigator.resources.stewardship.records import Records
from navigator.resources.stewardship.secrecy import Secrecy
from navigator.storage.database import Store
from tests.conftest import FakeClock

LENA = Actor("lena", "Lena M.", Role.SOCIAL_WORKER)
HARBOR = Entry(
    "",
    "",
    "Harbor Withdrawal Unit",
    organization="Example Health",
    categories=("detox",),
    description="Detox with nurses day and night.",
    address=Address("12 Example Street", "Philadelphia", "PA", "19134"),
    phones=(Phone("215-555-0142"),),
)
_OF_ITSELF = frozenset(
    {"change", "batch", "feed", "audit", "state", "search_touched", "search_pack", "search_snapshot"}
)
"""Tables of what was done, not of what is there."""


def door(
    key: str, entry: Entry = HARBOR, *, row: int = 2, extra: dict[str, Any] | None = None, **more: Any
) -> Incoming:
    """A door of a list; `more` changes the entry. Each is a service of its own unless `service_id` says otherwise."""
    entry = replace(entry, **({"service_id": entry.service_id or key} | more))
    return Incoming(row, key, Record(entry, MappingProxyType(extra or {})))


@dataclass
class Desk:
    """The services of the directory desk on one store."""

    store: Store
    clock: FakeClock

    def __post_init__(self) -> None:
        city, categories = load_city("philadelphia"), load_categories()
        self.imports = Imports(self.store, city, categories)
        self.records = Records(self.store)
        self.checks = Checks(self.store, categories, city.zone)
        self.duplicates = Duplicates(self.store)
        self.secrecy = Secrecy(self.store)

    def weigh(self, *pieces: Piece, feed: str = "", progress: Progress | None = None) -> "Tried":
        asked = Asked(pieces, "table", "list.csv", feed)
        return Tried(self, self.imports.weigh(LENA, asked, progress))

    def take(self, *pieces: Piece, feed: str = "") -> Batch:
        """Tries and applies a list."""
        self.clock.forward(minutes=1)
        return self.weigh(*pieces, feed=feed).apply()

    def edit(self, entry_id: str, **values: Any) -> None:
        self.clock.forward(minutes=1)
        self.records.edit(LENA, entry_id, values, self.records.view(LENA, entry_id).seen)

    def entry(self, name: str) -> Entry:
        (found,) = (entry for entry in self.entries() if entry.name == name)
        return found

    def entries(self) -> list[Entry]:
        with self.store.reading() as session:
            return list(reading.entries(session))

    def values(self, entry_id: str) -> Values:
        with self.store.reading() as session:
            return values_of(next(reading.records(session, [entry_id])))

    def content(self) -> dict[str, list[Any]]:
        """Every table of what is there, without the ids of what hangs on an entry: a value that goes back is new."""
        with self.store.reading() as session:
            places = {row.id: _said(row) for row in session.execute(select(rows.LocationRow.__table__))}
            houses = {row.id: _said(row) for row in session.execute(select(rows.OrganizationRow.__table__))}
            return {
                table.name: sorted(
                    repr(_named(_said(row, "id" if table.name in _HANGING else ""), places, houses))
                    for row in session.execute(select(table))
                )
                for table in _tables()
            }


_HANGING = frozenset({"phone", "hours", "location", "organization"})


@dataclass
class Tried:
    """A dry run on a desk."""

    desk: Desk
    prepared: Any

    @property
    def report(self) -> Report:
        return self.prepared.report

    def all(self, verdict: Verdict) -> Sequence[Item]:
        return self.prepared.items(verdict, 0, 100_000)

    def one(self, verdict: Verdict) -> Item:
        (only,) = self.all(verdict)
        return only

    def apply(self, **more: Any) -> Batch:
        return self.desk.imports.apply(LENA, self.prepared, **more)

    @property
    def counts(self) -> tuple[int, int, int, int, int]:
        """New, changed, unchanged, held, gone."""
        report = self.report
        return report.new, report.changed, report.unchanged, report.held, report.gone


def changed(one: Incoming, **values: Any) -> Incoming:
    """The door with these values of fields."""
    return replace(one, record=with_values(one.record, values))


def fields_of(found: Iterable[Any]) -> set[str]:
    return {one.field for one in found}


def _tables() -> list[Table]:
    return [table for table in rows.Base.metadata.sorted_tables if table.name not in _OF_ITSELF]


def _said(row: Any, but: str = "id") -> dict[str, Any]:
    return {name: value for name, value in row._mapping.items() if name != but}


def _named(row: dict[str, Any], places: dict[str, Any], houses: dict[str, Any]) -> dict[str, Any]:
    told = dict(row)
    if told.get("location_id"):
        told["location_id"] = repr(places[told["location_id"]])
    if told.get("organization_id"):
        told["organization_id"] = repr(houses[told["organization_id"]])
    return told
