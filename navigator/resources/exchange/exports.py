"""Exports: the directory as a file that other systems read, whole or not at all (S-09)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.city import City
from navigator.errors import BadInput
from navigator.resources import reading, rows
from navigator.resources.categories import load_categories
from navigator.resources.exchange.csv_out import csv_lines
from navigator.resources.exchange.hsds_out import hsds_json, services_of
from navigator.resources.exchange.hsds_values import Reading
from navigator.resources.exchange.tabular_out import write_tabular
from navigator.resources.fields import Record
from navigator.resources.whole_file import whole_file
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

Progress = Callable[[int, int], None]
"""Told how many records are written, of how many; it stops the export by raising."""
HSDS_JSON, HSDS_TABULAR, CSV = "hsds-json", "hsds-tabular", "csv"
EXPORT_FORMATS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        HSDS_JSON: ("HSDS 3.1.1, JSON", ".json"),
        HSDS_TABULAR: ("HSDS 3.1.1, tables in a zip", ".zip"),
        CSV: ("One table for a spreadsheet (CSV)", ".csv"),
    }
)
"""The name of each format: what a person calls it, and how its files end."""
_STEPS = 100


class Exports:
    """Writes the directory of one station into files."""

    def __init__(self, store: Store, city: City) -> None:
        self._store = store
        self._city = city
        self._trail = Trail(store.clock)

    @requires(Permission.IMPORT)
    def write(
        self,
        actor: Actor,
        path: Path,
        format_name: str,
        *,
        confidential: bool = False,
        progress: Progress | None = None,
    ) -> int:
        """Writes every record to `path` and returns how many; those that are confidential only where asked for.

        What stood there before stays until the new file is whole; it stays for good when anything fails or `progress`
        stops it. A confidential record is written without address, link and free text, whoever asks (S-13).
        """
        if format_name not in EXPORT_FORMATS:
            raise BadInput(f"“{format_name}” is not one of the formats: {', '.join(EXPORT_FORMATS)}.")
        with whole_file(path) as file:
            with self._store.reading() as session:
                written = self._write(session, file, format_name, confidential=confidential, progress=progress)
            with self._store.writing() as session:
                self._trail.record(
                    session, actor, Action.DIRECTORY_EXPORTED, format_name, entries=written, confidential=confidential
                )
        return written

    def _write(
        self, session: Session, file: BinaryIO, format_name: str, *, confidential: bool, progress: Progress | None
    ) -> int:
        doors, services = _counts(session, confidential=confidential)
        found = (one for one in reading.records(session) if confidential or not one.entry.confidential)
        records = _told(found, doors, progress)
        against = Reading.of(self._city, load_categories())
        today = self._store.clock().astimezone(self._city.zone).date()
        if format_name == CSV:
            file.writelines(csv_lines(records, against.categories))
        elif format_name == HSDS_JSON:
            file.writelines(hsds_json(records, services, against, today, self._city))
        else:
            write_tabular(services_of(records, against, today, self._city), file)
        return doors


def _told(records: Iterable[Record], of: int, progress: Progress | None) -> Iterator[Record]:
    """The records as they are, `progress` told of each hundredth and of the end."""
    each = max(1, of // _STEPS)
    for done, record in enumerate(records):
        if progress is not None and done % each == 0:
            progress(done, of)
        yield record
    if progress is not None:
        progress(of, of)


def _counts(session: Session, *, confidential: bool) -> tuple[int, int]:
    """How many doors there are to write, and how many services."""
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    wanted = select(func.count(door.id), func.count(door.service_id.distinct())).join(service)
    if not confidential:
        wanted = wanted.where(service.confidential.is_(False))
    doors, services = session.execute(wanted).one()
    return doors, services
