"""Takes everything that may tell a place out of the store when a service is made confidential (S-13, P-16)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from navigator.resources import reading, rows, writing
from navigator.resources.confidential import Parted, parted
from navigator.resources.fields import Level, Record, level_of
from navigator.resources.model import Entry
from navigator.resources.stewardship import hidden_here, leftovers
from navigator.resources.stewardship.changing import prune
from navigator.resources.stewardship.quarantine import CHECK, ROOM, quarantine
from navigator.resources.telling import Telling
from navigator.storage import sweeping

_FREE_TEXT = (
    *("kind", "description", "eligibility", "payment", "language_text", "bring", "url", "note", "seen", "source"),
    *("status_reason", "discreet_label"),
)


def hide_here(session: Session, entry_id: str, at: datetime) -> tuple[str, ...]:
    """As `hide`, because somebody of this station says so: no parcel brings the place back (S-14)."""
    hidden = hide(session, entry_id, at)
    hidden_here.remember(session, services_of_place(session, entry_id))
    return hidden


def hide(session: Session, entry_id: str, at: datetime, *, keep_texts: bool = True) -> tuple[str, ...]:
    """Makes the entry's service confidential, with those it was merged with; returns the ids of their entries.

    Each is rewritten as `stripped` leaves it. Free text waits in quarantine, unless whoever calls says that it waits
    elsewhere (`keep_texts`). How to get in, links and unknown properties tell the place and wait nowhere. `source_id`
    and origins stay: by them an import knows the record again instead of bringing the place back as a new one. The
    caller sweeps the store after the commit; if it is killed before, the next sign-in does.
    """
    session.flush()
    sweeping.note(session)
    doors = _open_doors(session, services_of_place(session, entry_id))
    ids = [door.id for door in doors]
    records = {record.entry.id: record for record in reading.records(session, ids)}
    if not ids:
        return ()
    telling = Telling.of(records.values()) | leftovers.told_before(session, ids)
    if keep_texts:
        _quarantine(session, [records[door] for door in ids], at)
    leftovers.clear(session, ids, telling, at)
    _scrub_organizations(session, {door.service_id for door in doors}, telling)
    _strip(session, doors, [parted(record) for record in records.values()], telling)
    prune(session)
    return tuple(ids)


def services_of_place(session: Session, entry_id: str) -> tuple[str, ...]:
    """The service of the entry, with those that were settled as one place with it (S-05)."""
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    found: set[str] = set()
    new = set(session.scalars(select(door.service_id).where(door.id == entry_id)))
    while new:
        found |= new
        doors = select(door.id).where(door.service_id.in_(new))
        kept = select(service.duplicate_of).where(service.id.in_(new), service.duplicate_of != "")
        beside = select(door.service_id).where(door.id.in_(kept))
        merged = select(service.id).where(service.duplicate_of.in_(doors))
        new = {*session.scalars(beside), *session.scalars(merged)} - found
    return tuple(sorted(found))


def doors_of(session: Session, service: str) -> Sequence[rows.ServiceAtLocationRow]:
    door = rows.ServiceAtLocationRow
    return session.scalars(select(door).where(door.service_id == service).order_by(door.id)).all()


def _open_doors(session: Session, services: Iterable[str]) -> list[rows.ServiceAtLocationRow]:
    """The doors of the services that are not confidential yet: what is said of the others was read by a person."""
    service = rows.ServiceRow
    wanted = select(service.id).where(service.id.in_(list(services)), service.confidential.is_(False))
    return [door for one in session.scalars(wanted.order_by(service.id)).all() for door in doors_of(session, one)]


def _quarantine(session: Session, records: Iterable[Record], at: datetime) -> None:
    """What is said of a service waits once, at its first place."""
    seen: set[str] = set()
    for record in records:
        entry, texts = record.entry, parted(record).free_text
        if entry.service_id in seen:
            texts = {key: text for key, text in texts.items() if level_of(key) is Level.PLACE}
        seen.add(entry.service_id)
        quarantine(session, entry.id, texts, "", at)
        for field, text in _said_of_entry(session, entry.id):
            quarantine(session, entry.id, {field: text}, "", at)


def _said_of_entry(session: Session, entry_id: str) -> Iterable[tuple[str, str]]:
    """Words that hang on the entry beside its fields."""
    room, check = rows.CapacityRow, rows.VerificationRow
    for said in session.execute(
        select(room.restriction, room.said_by).where(room.entry_id == entry_id).order_by(room.id)
    ):
        yield ROOM, "; ".join(filter(None, said))
    for told in session.execute(
        select(check.method, check.source).where(check.entry_id == entry_id).order_by(check.id)
    ):
        yield CHECK, "; ".join(filter(None, told))


def _strip(
    session: Session, doors: Sequence[rows.ServiceAtLocationRow], kept: Sequence[Parted], telling: Telling
) -> None:
    services = {door.service_id for door in doors}
    places = {door.location_id for door in doors if door.location_id}
    for door in doors:
        door.location_id, door.extra = None, {}
    session.flush()
    gone = places - _still_used(session, places)
    _forget_reach(session, [*services, *(door.id for door in doors), *gone])
    names = {one.kept.entry.service_id: telling.unplaced(one.kept.entry) for one in kept}
    for service in sorted(services):
        _stand_alone(session, names[service])
    _blank(session, list(services), [door.id for door in doors])
    _put_reach(session, [one.kept.entry for one in kept])


def _still_used(session: Session, places: Iterable[str]) -> set[str | None]:
    place = rows.ServiceAtLocationRow.location_id
    return set(session.scalars(select(place).where(place.in_(list(places)))))


def _forget_reach(session: Session, owners: Sequence[str]) -> None:
    for table in (rows.PhoneRow, rows.HoursRow):
        session.execute(delete(table).where(table.owner_id.in_(owners)))


def _stand_alone(session: Session, named: Entry) -> None:
    """Gives the service an organization of its own that has a name and nothing else."""
    line = writing.organization_line(named.organization or named.name, {})
    session.execute(insert(rows.OrganizationRow), [line])
    told = {"organization_id": line["id"], "name": named.name}
    session.execute(update(rows.ServiceRow).where(rows.ServiceRow.id == named.service_id).values(told))


def _scrub_organizations(session: Session, services: Iterable[str], telling: Telling) -> None:
    """An organization may say on its own where its service is: those words go, whoever else belongs to it."""
    row, service = rows.OrganizationRow, rows.ServiceRow
    own = select(service.organization_id).where(service.id.in_(list(services)))
    for one in session.scalars(select(row).where(row.id.in_(own))):
        one.description = "" if telling.stands_in(one.description) else one.description
        one.url = "" if telling.stands_in(one.url) else one.url
        one.extra = {key: value for key, value in one.extra.items() if not telling.stands_in(value)}
    session.flush()


def _blank(session: Session, services: Sequence[str], doors: Sequence[str]) -> None:
    told = {"confidential": True, "alternate_names": [], "extra": {}, **dict.fromkeys(_FREE_TEXT, "")}
    session.execute(update(rows.ServiceRow).where(rows.ServiceRow.id.in_(services)).values(told))
    capacity, check = rows.CapacityRow, rows.VerificationRow
    session.execute(update(capacity).where(capacity.entry_id.in_(doors)).values(restriction="", said_by=""))
    session.execute(update(check).where(check.entry_id.in_(doors)).values(method="", source=""))


def _put_reach(session: Session, entries: Iterable[Entry]) -> None:
    for entry in entries:
        for position, phone in enumerate(entry.phones):
            session.execute(insert(rows.PhoneRow), [writing.phone_line(entry.id, position, phone)])
        for position, hours in enumerate(entry.hours):
            session.execute(insert(rows.HoursRow), [writing.hours_line(entry.id, position, hours)])
