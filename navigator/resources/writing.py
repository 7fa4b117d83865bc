"""Turns whole records into rows of the directory store, many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import batched
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from navigator.clock import to_store
from navigator.ids import new_id
from navigator.resources import rows
from navigator.resources.confidential import allowed, arriving, parted
from navigator.resources.fields import Extra, Record
from navigator.resources.model import Address, Capacity, Entry, Hours, Phone, Tri, Verification

Line = dict[str, Any]
OrganizationKey = tuple[str, str]
_AT_ONCE = 5000
"""Values in one question to the store; SQLite takes at most 32,766."""
_ORDER = (
    rows.OrganizationRow,
    rows.ServiceRow,
    rows.LocationRow,
    rows.ServiceAtLocationRow,
    rows.PhoneRow,
    rows.HoursRow,
    rows.CategoryRow,
    rows.FactRow,
    rows.LanguageRow,
    rows.CapacityRow,
    rows.VerificationRow,
)


def add(session: Session, records: Iterable[Record], recorded_by: str, *, known: bool = False) -> tuple[str, ...]:
    """Adds new entries under new ids, or (`known`) under those that another station gave them; their ids in order.

    Entries with the same `service_id` are places of one service; a service of this id that is there already is kept
    as it is. An organization is the same where its name and the id that its source gave it are. A confidential record
    comes without a description, which only a person can release: to a `known` one somebody did (S-13).
    """
    batch = _Batch(_organizations(session), recorded_by, known=known)
    records = tuple(records)
    batch.know_services(session, records)
    ids = tuple(batch.take(record) for record in records)
    for row in _ORDER:
        if batch.lines[row]:
            session.execute(insert(row), batch.lines[row])
    return ids


def organization_key(name: str, extra: Mapping[str, Any]) -> OrganizationKey:
    """What makes two organizations the same."""
    return name, str(extra.get("id", ""))


def organization_line(name: str, extra: Mapping[str, Any]) -> Line:
    told = {"name": name, "description": "", "url": "", "source_id": str(extra.get("id", ""))}
    return {"id": new_id(), "extra": dict(extra)} | told


def _organizations(session: Session) -> dict[OrganizationKey, str]:
    known = session.execute(select(rows.OrganizationRow.name, rows.OrganizationRow.source_id, rows.OrganizationRow.id))
    return {(row.name, row.source_id): row.id for row in known}


class _Batch:
    """The rows that a set of records becomes, by table."""

    def __init__(self, organizations: dict[OrganizationKey, str], recorded_by: str, *, known: bool) -> None:
        self._known = known
        self.lines: Mapping[type[rows.Base], list[Line]] = defaultdict(list)
        self._organizations = organizations
        self._services: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._recorded_by = recorded_by

    def know_services(self, session: Session, records: Iterable[Record]) -> None:
        """Which services are there already, and which have a confidential place: then none of their places is kept."""
        wanted = list({record.entry.service_id for record in records})
        self._hidden = {record.entry.service_id for record in records if record.entry.confidential}
        row = rows.ServiceRow
        for some in batched(wanted, _AT_ONCE):
            there = session.execute(select(row.id, row.confidential).where(row.id.in_(some))).all()
            self._services |= {service.id: service.id for service in there}
            self._hidden |= {service.id for service in there if service.confidential}

    def take(self, record: Record) -> str:
        if record.entry.service_id and record.entry.service_id in self._hidden and not record.entry.confidential:
            record = parted(record).kept
        entry = allowed(record.entry) if self._known else arriving(record.entry)
        extra: Extra = {} if entry.confidential else record.extra
        service, door = self._service(entry, extra), entry.id if self._known else new_id()
        at = {"id": door, "service_id": service, "location_id": self._location(entry, extra)}
        self._put(rows.ServiceAtLocationRow, at | {"extra": dict(extra.get("at_location", {}))})
        for position, phone in enumerate(entry.phones):
            self._put(rows.PhoneRow, phone_line(door, position, phone))
        for position, hours in enumerate(entry.hours):
            self._put(rows.HoursRow, hours_line(door, position, hours))
        for capacity in entry.capacities:
            self._put(rows.CapacityRow, capacity_line(door, capacity, self._recorded_by))
        if entry.verified:
            self._put(rows.VerificationRow, verification_line(door, entry.verified, self._recorded_by))
        return door

    def _service(self, entry: Entry, extra: Extra) -> str:
        if entry.service_id and entry.service_id in self._services:
            return self._services[entry.service_id]
        service = entry.service_id if self._known else new_id()
        if entry.service_id:
            self._services[entry.service_id] = service
        organization = self._organization(entry.organization or entry.name, extra.get("organization", {}))
        line = service_line(entry) | {"id": service, "organization_id": organization}
        self._put(rows.ServiceRow, line | {"extra": dict(extra.get("service", {}))})
        for row, lines in known_lines(entry, service).items():
            self.lines[row].extend(lines)
        return service

    def _put(self, row: type[rows.Base], line: Line) -> None:
        self.lines[row].append(line)

    def _organization(self, name: str, extra: Mapping[str, Any]) -> str:
        key = organization_key(name, extra)
        if key not in self._organizations:
            line = organization_line(name, extra)
            self._organizations[key] = line["id"]
            self._put(rows.OrganizationRow, line)
        return self._organizations[key]

    def _location(self, entry: Entry, extra: Extra) -> str | None:
        """A location of its own for every entry with an address; a confidential entry never has one (P-16)."""
        if not has_place(entry, extra):
            return None
        line = location_line(entry) | {"id": new_id(), "name": "", "extra": dict(extra.get("location", {}))}
        self._put(rows.LocationRow, line)
        return str(line["id"])


_SAME = (
    *("name", "kind", "description", "eligibility", "minimum_age", "maximum_age", "payment", "language_text"),
    *("bring", "url", "status_reason", "duplicate_of", "confidential", "national", "invented", "discreet_label"),
    *("note", "source", "source_id", "seen"),
)


def service_line(entry: Entry) -> Line:
    """The columns of the entry's service, without its id, organization and extra."""
    return {name: getattr(entry, name) for name in _SAME} | {
        "alternate_names": list(entry.alternate_names),
        "status": entry.status.value,
        "status_until": entry.status_until.isoformat() if entry.status_until else None,
    }


def known_lines(entry: Entry, service: str) -> Mapping[type[rows.Base], list[Line]]:
    """What is known of the service in lists: kinds of help, facts, languages."""
    known = {fact: value for fact, value in entry.facts.items() if value is not Tri.UNKNOWN}
    return {
        rows.CategoryRow: [
            {"service_id": service, "position": position, "code": code}
            for position, code in enumerate(entry.categories)
        ],
        rows.FactRow: [
            {"service_id": service, "fact": fact.value, "value": value is Tri.YES} for fact, value in known.items()
        ],
        rows.LanguageRow: [
            {"service_id": service, "position": position, "name": name} for position, name in enumerate(entry.languages)
        ],
    }


def has_place(entry: Entry, extra: Extra) -> bool:
    """Whether there is anything to keep of where it is."""
    if entry.confidential:
        return False
    return bool(entry.address or entry.place or entry.area or entry.directions or extra.get("location"))


def location_line(entry: Entry) -> Line:
    """The columns of the entry's location, without its id, name and extra."""
    latitude, longitude = entry.place or (None, None)
    address = entry.address or Address("")
    return {
        "line": address.line,
        "city": address.city,
        "state": address.state,
        "postal_code": address.postal_code,
        "area": entry.area,
        "directions": entry.directions,
        "latitude": latitude,
        "longitude": longitude,
        "approximate": entry.approximate,
    }


def phone_line(owner: str, position: int, phone: Phone) -> Line:
    return {
        "id": new_id(),
        "owner_id": owner,
        "position": position,
        "number": phone.number,
        "kind": phone.kind.value,
        "words": phone.words,
        "extension": phone.extension,
        "extra": {},
    }


def hours_line(owner: str, position: int, hours: Hours) -> Line:
    exceptions = [{"on": day.on.isoformat(), "spans": day.spans, "words": day.words} for day in hours.exceptions]
    return {
        "id": new_id(),
        "owner_id": owner,
        "position": position,
        "kind": hours.kind.value,
        "spans": [[span.start, span.end] for span in hours.spans],
        "text": hours.text,
        "by_appointment": hours.by_appointment,
        "exceptions": exceptions,
        "extra": {},
    }


def capacity_line(entry_id: str, capacity: Capacity, recorded_by: str) -> Line:
    return {
        "id": new_id(),
        "entry_id": entry_id,
        "unit": capacity.unit,
        "available": capacity.available,
        "maximum": capacity.maximum,
        "restriction": capacity.restriction,
        "said_by": capacity.said_by,
        "as_of": to_store(capacity.as_of),
        "recorded_by": recorded_by,
    }


def verification_line(entry_id: str, check: Verification, by: str) -> Line:
    return {
        "id": new_id(),
        "entry_id": entry_id,
        "at": to_store(check.at),
        "by": by,
        "by_name": check.by,
        "method": check.method,
        "source": check.source,
        "outcome": check.outcome.value,
        "next_due": check.next_due.isoformat() if check.next_due else None,
    }
