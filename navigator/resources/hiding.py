"""Takes everything that may tell a place out of the store when a service is made confidential (S-13, P-16)."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from navigator.resources import reading, rows, writing
from navigator.resources.confidential import stripped
from navigator.resources.model import Entry

_FREE_TEXT = (
    "kind",
    "description",
    "eligibility",
    "payment",
    "language_text",
    "bring",
    "url",
    "note",
    "seen",
    "source",
)


def hide(session: Session, service: str) -> None:
    """Rewrites the service and each of its doors as `stripped` leaves them, and forgets its places.

    `source_id` stays: it is how an import knows the record again, instead of bringing the place back as a new one.
    """
    doors = doors_of(session, service)
    entries = [stripped(entry) for entry in reading.entries(session, [door.id for door in doors])]
    places = {door.location_id for door in doors if door.location_id}
    for door in doors:
        door.location_id, door.extra = None, {}
    session.flush()
    gone = places - _still_used(session, places)
    _forget_reach(session, [service, *(door.id for door in doors), *gone])
    session.execute(delete(rows.LocationRow).where(rows.LocationRow.id.in_(gone)))
    _blank(session, service, [door.id for door in doors])
    _put_reach(session, entries)


def doors_of(session: Session, service: str) -> Sequence[rows.ServiceAtLocationRow]:
    door = rows.ServiceAtLocationRow
    return session.scalars(select(door).where(door.service_id == service).order_by(door.id)).all()


def _still_used(session: Session, places: Iterable[str]) -> set[str | None]:
    place = rows.ServiceAtLocationRow.location_id
    return set(session.scalars(select(place).where(place.in_(list(places)))))


def _forget_reach(session: Session, owners: Sequence[str]) -> None:
    for table in (rows.PhoneRow, rows.HoursRow):
        session.execute(delete(table).where(table.owner_id.in_(owners)))


def _blank(session: Session, service: str, doors: Sequence[str]) -> None:
    blank = dict.fromkeys((*_FREE_TEXT, "status_reason"), "")
    told = {"confidential": True, "alternate_names": [], "extra": {}, **blank}
    session.execute(update(rows.ServiceRow).where(rows.ServiceRow.id == service).values(told))
    capacity, check = rows.CapacityRow, rows.VerificationRow
    session.execute(update(capacity).where(capacity.entry_id.in_(doors)).values(restriction="", said_by=""))
    session.execute(update(check).where(check.entry_id.in_(doors)).values(method="", source=""))


def _put_reach(session: Session, entries: Iterable[Entry]) -> None:
    for entry in entries:
        for position, phone in enumerate(entry.phones):
            session.execute(insert(rows.PhoneRow), [writing.phone_line(entry.id, position, phone)])
        for position, hours in enumerate(entry.hours):
            session.execute(insert(rows.HoursRow), [writing.hours_line(entry.id, position, hours)])
