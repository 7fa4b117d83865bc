"""Turns whole entries into rows of the directory store, many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from navigator.clock import to_store
from navigator.ids import new_id
from navigator.resources import rows
from navigator.resources.confidential import allowed
from navigator.resources.model import Capacity, Entry, Hours, Phone, Tri, Verification

Line = dict[str, Any]
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


def add(session: Session, entries: Iterable[Entry], recorded_by: str) -> tuple[str, ...]:
    """Adds new entries under new ids, an organization once by name; returns the new entries' ids in order."""
    known = session.execute(select(rows.OrganizationRow.name, rows.OrganizationRow.id))
    batch = _Batch({row.name: row.id for row in known}, recorded_by)
    ids = tuple(batch.take(entry) for entry in entries)
    for row in _ORDER:
        if batch.lines[row]:
            session.execute(insert(row), batch.lines[row])
    return ids


class _Batch:
    """The rows that a set of entries becomes, by table."""

    def __init__(self, organizations: dict[str, str], recorded_by: str) -> None:
        self.lines: Mapping[type[rows.Base], list[Line]] = defaultdict(list)
        self._organizations = organizations
        self._recorded_by = recorded_by

    def take(self, entry: Entry) -> str:
        entry = allowed(entry)
        service, door = new_id(), new_id()
        self._put(rows.ServiceRow, _service(entry, service, self._organization(entry.organization or entry.name)))
        self._put(
            rows.ServiceAtLocationRow, {"id": door, "service_id": service, "location_id": self._location(entry)} | _NEW
        )
        for position, phone in enumerate(entry.phones):
            self._put(rows.PhoneRow, phone_line(door, position, phone))
        for position, hours in enumerate(entry.hours):
            self._put(rows.HoursRow, hours_line(door, position, hours))
        self._put_known(entry, service)
        for capacity in entry.capacities:
            self._put(rows.CapacityRow, capacity_line(door, capacity, self._recorded_by))
        if entry.verified:
            self._put(rows.VerificationRow, verification_line(door, entry.verified, self._recorded_by))
        return door

    def _put(self, row: type[rows.Base], line: Line) -> None:
        self.lines[row].append(line)

    def _put_known(self, entry: Entry, service: str) -> None:
        for position, code in enumerate(entry.categories):
            self._put(rows.CategoryRow, {"service_id": service, "position": position, "code": code})
        for fact, value in entry.facts.items():
            if value is not Tri.UNKNOWN:
                line = {"service_id": service, "fact": fact.value, "value": value is Tri.YES}
                self._put(rows.FactRow, line)
        for position, name in enumerate(entry.languages):
            self._put(rows.LanguageRow, {"service_id": service, "position": position, "name": name})

    def _organization(self, name: str) -> str:
        if name not in self._organizations:
            self._organizations[name] = new_id()
            line = {"id": self._organizations[name], "name": name, "description": "", "url": "", "source_id": ""}
            self._put(rows.OrganizationRow, line | _NEW)
        return self._organizations[name]

    def _location(self, entry: Entry) -> str | None:
        """A location of its own for every entry with an address; a confidential entry never has one (P-16)."""
        if entry.confidential or entry.address is None:
            return None
        latitude, longitude = entry.place or (None, None)
        line = {
            "id": new_id(),
            "name": "",
            "line": entry.address.line,
            "city": entry.address.city,
            "state": entry.address.state,
            "postal_code": entry.address.postal_code,
            "area": entry.area,
            "directions": entry.directions,
            "latitude": latitude,
            "longitude": longitude,
        }
        self._put(rows.LocationRow, line | _NEW)
        return str(line["id"])


_NEW: Line = {"extra": {}}
_SAME = (
    *("name", "kind", "description", "eligibility", "minimum_age", "maximum_age", "payment", "language_text"),
    *("bring", "url", "status_reason", "confidential", "national", "invented", "discreet_label", "note"),
    *("source", "source_id", "seen"),
)


def _service(entry: Entry, service: str, organization: str) -> Line:
    return {name: getattr(entry, name) for name in _SAME} | {
        "id": service,
        "organization_id": organization,
        "alternate_names": list(entry.alternate_names),
        "status": entry.status.value,
        "status_until": entry.status_until.isoformat() if entry.status_until else None,
        "extra": {},
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
