"""Reads whole entries out of the directory store, all of them in a few passes over its tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import batched
from types import MappingProxyType
from typing import Any

from sqlalchemy import Label, Row, Select, Table, select
from sqlalchemy.orm import Session

from navigator.clock import from_store
from navigator.resources import rows
from navigator.resources.confidential import allowed
from navigator.resources.fields import PARTS, Record
from navigator.resources.model import (
    Address,
    Alert,
    Capacity,
    DatedHours,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Outcome,
    Phone,
    PhoneKind,
    Span,
    Status,
    Tri,
    Verification,
)
from navigator.resources.stewardship.reported import reports
from navigator.resources.stewardship.rows import AlertRow, ProposalRow

Grouped = Mapping[str, list[Row[Any]]]

_AT_ONCE = 4000


@dataclass(frozen=True)
class _Parts:
    """The rows that hang on services and doors, by what they hang on."""

    phones: Grouped
    hours: Grouped
    categories: Grouped
    facts: Grouped
    languages: Grouped
    capacities: Grouped
    verifications: Grouped
    alerts: Grouped
    proposals: Grouped


def entries(session: Session, ids: Iterable[str] | None = None) -> Iterator[Entry]:
    """Every entry, or those with these ids; by name."""
    doors = list(session.execute(_doors(ids)))
    parts = _parts(session, whole=ids is None, doors=doors)
    return (allowed(_entry(door, parts)) for door in doors)


def every_entry(session: Session) -> Iterator[Entry]:
    """Every entry by name, a few thousand in memory at a time."""
    ids = list(session.scalars(_doors(None).with_only_columns(rows.ServiceAtLocationRow.id)))
    return (entry for some in batched(ids, _AT_ONCE, strict=False) for entry in entries(session, some))


def records(session: Session, ids: Iterable[str] | None = None) -> Iterator[Record]:
    """The same, with the properties of their sources that Navigator does not use; a confidential one has none."""
    doors = list(session.execute(_doors(ids, *_EXTRA)))
    parts = _parts(session, whole=ids is None, doors=doors)
    return (Record(allowed(_entry(door, parts)), _extra(door)) for door in doors)


def _extra(door: Row[Any]) -> Mapping[str, Mapping[str, Any]]:
    if door.confidential:
        return MappingProxyType({})
    extra = {part: door._mapping[f"{part}_extra"] for part in PARTS}
    return MappingProxyType({part: kept for part, kept in extra.items() if kept})


def _doors(ids: Iterable[str] | None, *more: Label[Any]) -> Select[Any]:
    service, organization, location, door = (
        _table(row) for row in (rows.ServiceRow, rows.OrganizationRow, rows.LocationRow, rows.ServiceAtLocationRow)
    )
    chosen = select(
        *(column for column in service.c if column.key != "extra"),
        door.c.id.label("door_id"),
        door.c.location_id,
        organization.c.name.label("organization_name"),
        *(location.c[name] for name in ("line", "city", "state", "postal_code", "area", "directions")),
        location.c.latitude,
        location.c.longitude,
        location.c.approximate,
        *more,
    )
    joined = chosen.join_from(door, service).join(organization).outerjoin(location).order_by(service.c.name, door.c.id)
    return joined if ids is None else joined.where(door.c.id.in_(list(ids)))


def _parts(session: Session, *, whole: bool, doors: list[Row[Any]]) -> _Parts:
    owners = {
        "owner_id": {owner for door in doors for owner in _owners(door)},
        "service_id": {door.id for door in doors},
        "entry_id": {door.door_id for door in doors},
    }

    def grouped(row: type[rows.Base], key: str, *order: str) -> Grouped:
        table = _table(row)
        wanted = select(table).order_by(*(table.c[name] for name in order))
        if not whole:
            wanted = wanted.where(table.c[key].in_(owners[key]))
        found: dict[str, list[Row[Any]]] = defaultdict(list)
        for line in session.execute(wanted):
            found[line._mapping[key]].append(line)
        return found

    return _Parts(
        phones=grouped(rows.PhoneRow, "owner_id", "position"),
        hours=grouped(rows.HoursRow, "owner_id", "position"),
        categories=grouped(rows.CategoryRow, "service_id", "position"),
        facts=grouped(rows.FactRow, "service_id", "fact"),
        languages=grouped(rows.LanguageRow, "service_id", "position"),
        capacities=grouped(rows.CapacityRow, "entry_id", "as_of"),
        verifications=grouped(rows.VerificationRow, "entry_id", "at"),
        alerts=grouped(AlertRow, "entry_id", "starts", "id"),
        proposals=grouped(ProposalRow, "entry_id", "at", "id"),
    )


def _owners(door: Row[Any]) -> tuple[str, ...]:
    """What phones and hours may hang on, nearest to the person first."""
    return tuple(owner for owner in (door.door_id, door.id, door.location_id, door.organization_id) if owner)


def _nearest(door: Row[Any], grouped: Grouped) -> list[Row[Any]]:
    return next((grouped[owner] for owner in _owners(door) if owner in grouped), [])


def _entry(door: Row[Any], parts: _Parts) -> Entry:
    verified = _newest_check(parts.verifications.get(door.door_id, []))
    return Entry(
        id=door.door_id,
        service_id=door.id,
        name=door.name,
        organization=door.organization_name,
        alternate_names=tuple(door.alternate_names),
        categories=tuple(line.code for line in parts.categories.get(door.id, [])),
        kind=door.kind,
        description=door.description,
        address=_address(door),
        directions=door.directions or "",
        area=door.area or "",
        place=None if door.latitude is None else (door.latitude, door.longitude),
        approximate=door.latitude is not None and door.approximate,
        phones=tuple(_phone(line) for line in _nearest(door, parts.phones)),
        hours=tuple(_hours(line) for line in _nearest(door, parts.hours)),
        eligibility=door.eligibility,
        facts=MappingProxyType(
            {Fact(line.fact): Tri.YES if line.value else Tri.NO for line in parts.facts.get(door.id, [])}
        ),
        minimum_age=door.minimum_age,
        maximum_age=door.maximum_age,
        payment=door.payment,
        languages=tuple(line.name for line in parts.languages.get(door.id, [])),
        language_text=door.language_text,
        bring=door.bring,
        url=door.url,
        status=Status(door.status),
        status_reason=door.status_reason,
        status_until=_date(door.status_until),
        duplicate_of=door.duplicate_of,
        confidential=door.confidential,
        national=door.national,
        invented=door.invented,
        discreet_label=door.discreet_label,
        note=door.note,
        capacities=_newest_capacities(parts.capacities.get(door.door_id, [])),
        verified=verified,
        due_on=verified.next_due if verified else None,
        alerts=tuple(_alert(line) for line in parts.alerts.get(door.door_id, [])),
        reported=tuple(
            told
            for line in parts.proposals.get(door.door_id, [])
            for told in reports(line, confidential=door.confidential)
        ),
        source=door.source,
        source_id=door.source_id,
        seen=door.seen,
    )


def _alert(line: Row[Any]) -> Alert:
    return Alert(line.id, line.words, date.fromisoformat(line.starts), _date(line.ends), line.by_name)


def _address(door: Row[Any]) -> Address | None:
    if not any((door.line, door.city, door.state, door.postal_code)):
        return None
    return Address(door.line, door.city, door.state, door.postal_code)


def _phone(line: Row[Any]) -> Phone:
    return Phone(line.number, PhoneKind(line.kind), line.words, line.extension)


def _hours(line: Row[Any]) -> Hours:
    return Hours(
        kind=HoursKind(line.kind),
        spans=tuple(Span(start, end) for start, end in line.spans),
        text=line.text,
        by_appointment=line.by_appointment,
        exceptions=tuple(
            DatedHours(date.fromisoformat(day["on"]), tuple((a, b) for a, b in day["spans"]), day["words"])
            for day in line.exceptions
        ),
    )


def _newest_capacities(lines: list[Row[Any]]) -> tuple[Capacity, ...]:
    """The newest word on each unit and restriction; `lines` come oldest first."""
    newest = {(line.unit, line.restriction): line for line in lines}
    return tuple(
        Capacity(line.unit, line.available, line.maximum, line.restriction, line.said_by, from_store(line.as_of))
        for line in newest.values()
    )


_TRUE_THEN = frozenset({Outcome.CONFIRMED.value, Outcome.CHANGED.value})


def _newest_check(lines: list[Row[Any]]) -> Verification | None:
    """The newest check that found the entry true or made it so; `lines` come oldest first."""
    reached = [line for line in lines if line.outcome in _TRUE_THEN]
    if not reached:
        return None
    line = reached[-1]
    return Verification(
        from_store(line.at), line.by_name, line.method, line.source, Outcome(line.outcome), _date(line.next_due)
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _table(row: type[rows.Base]) -> Table:
    table = row.__table__
    assert isinstance(table, Table)  # noqa: S101 - tells the type checker what SQLAlchemy does not
    return table


_EXTRA = tuple(
    _table(row).c.extra.label(f"{part}_extra")
    for part, row in zip(
        PARTS, (rows.OrganizationRow, rows.ServiceRow, rows.LocationRow, rows.ServiceAtLocationRow), strict=True
    )
)
