"""Changes fields of an entry in the store and keeps what they were: the one way that content changes (S-13, P-13)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.clock import to_store
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.resources import reading, rows, writing
from navigator.resources.confidential import allowed
from navigator.resources.fields import (
    OTHER,
    Difference,
    Level,
    Record,
    Values,
    differences,
    label_of,
    level_of,
    values_of,
    with_values,
)
from navigator.resources.stewardship.rows import ChangeRow


class Act(StrEnum):
    """What brought a change about."""

    ADDED = "added"
    EDITED = "edited"
    CHECKED = "changed at a check"
    PROPOSAL_TAKEN = "proposal taken"
    IMPORTED = "imported"
    MERGED = "merged"
    RECEIVED = "received in a parcel"
    UNDONE = "undone"


@dataclass(frozen=True)
class Hand:
    """Who changes, why and when; `batch_id` binds the changes of one import, merge or parcel."""

    actor: Actor
    act: Act
    at: datetime
    batch_id: str = ""


def record_of(session: Session, entry_id: str) -> Record:
    """The entry as it stands; `NotFound` when it is there no more."""
    session.flush()
    found = next(reading.records(session, [entry_id]), None)
    if found is None:
        raise NotFound("This entry is no longer in the directory.")
    return found


def change(session: Session, entry_id: str, values: Values, hand: Hand) -> tuple[str, ...]:
    """Puts `values` into the entry and keeps what they were; returns the ids of the doors that changed, it first.

    A field of the service changes at all its places. A confidential entry takes only what S-13 allows: `BadInput`
    names the field.
    """
    before = record_of(session, entry_id)
    after = with_values(before, values)
    made = differences(values_of(before), values_of(after))
    if not made:
        return ()
    refuse_hidden(before, after)
    _write(session, before, after, {one.field for one in made})
    if "organization" in {one.field for one in made}:
        # an organization that is here already keeps what its own source said of it
        made = differences(values_of(before), values_of(record_of(session, entry_id)))
    shared = tuple(one for one in made if level_of(one.field) is Level.SERVICE)
    others = _other_doors(session, before) if shared else ()
    keep(session, hand, {entry_id: made} | dict.fromkeys(others, shared))
    return (entry_id, *others)


def keep(session: Session, hand: Hand, made: Mapping[str, Iterable[Difference]]) -> None:
    """One row of history for each entry."""
    lines = [_line(entry_id, tuple(differences), hand) for entry_id, differences in made.items()]
    if lines:
        session.execute(insert(ChangeRow), lines)


def _line(entry_id: str, made: Sequence[Difference], hand: Hand) -> dict[str, Any]:
    return {
        "id": new_id(),
        "entry_id": entry_id,
        "at": to_store(hand.at),
        "by": hand.actor.id,
        "by_name": hand.actor.name,
        "act": hand.act.value,
        "batch_id": hand.batch_id,
        "before": {one.field: one.before for one in made},
        "after": {one.field: one.after for one in made},
    }


def refuse_hidden(before: Record, after: Record) -> None:
    """`BadInput` names the field that a confidential entry would get and may not have (S-13)."""
    if not before.entry.confidential:
        return
    kept = Record(allowed(after.entry), MappingProxyType({}))
    lost = differences(values_of(kept), values_of(after))
    if lost:
        raise BadInput(f"A confidential entry keeps no “{label_of(lost[0].field)}” (S-13). Nothing was changed.")


def _other_doors(session: Session, record: Record) -> tuple[str, ...]:
    door = rows.ServiceAtLocationRow
    same = select(door.id).where(door.service_id == record.entry.service_id, door.id != record.entry.id)
    return tuple(session.scalars(same.order_by(door.id)))


_PLACE = frozenset({"address", "area", "directions", "place", OTHER + "location"})
_OWN = {"phones": rows.PhoneRow, "hours": rows.HoursRow}


def _write(session: Session, before: Record, after: Record, keys: set[str]) -> None:
    entry = after.entry
    if any(level_of(key) is Level.SERVICE for key in keys):
        _write_service(session, before, after)
    if keys & _PLACE:
        _write_location(session, after)
    if OTHER + "at_location" in keys:
        door = rows.ServiceAtLocationRow
        told = {"extra": dict(after.extra.get("at_location", {}))}
        session.execute(update(door).where(door.id == entry.id).values(told))
    for key in keys & _OWN.keys():
        _write_own(session, entry.id, _OWN[key], _own_lines(key, after))


def _write_service(session: Session, before: Record, after: Record) -> None:
    entry, extra = after.entry, after.extra
    entry = replace(entry, organization=entry.organization or entry.name)
    line = writing.service_line(entry) | {"extra": dict(extra.get("service", {}))}
    own = rows.ServiceRow.id == entry.service_id
    left = session.scalars(select(rows.ServiceRow.organization_id).where(own)).one()
    line["organization_id"] = _organization(session, before, after)
    session.execute(update(rows.ServiceRow).where(own).values(line))
    _leave(session, left)
    for row, lines in writing.known_lines(entry, entry.service_id).items():
        session.execute(delete(row).where(row.__table__.c.service_id == entry.service_id))
        if lines:
            session.execute(insert(row), lines)


def _organization(session: Session, before: Record, after: Record) -> str:
    """The organization that the entry now belongs to, found or made."""
    row, told = rows.OrganizationRow, after.extra.get("organization", {})
    name, source = writing.organization_key(after.entry.organization or after.entry.name, told)
    found = session.scalars(select(row.id).where(row.name == name, row.source_id == source).limit(1)).first()
    if found is None:
        line = writing.organization_line(name, told)
        session.execute(insert(row), [line])
        return str(line["id"])
    if before.extra.get("organization") != after.extra.get("organization"):
        session.execute(update(row).where(row.id == found).values(extra=dict(told)))
    return found


def _leave(session: Session, organization: str) -> None:
    """An organization that nothing belongs to any more goes."""
    row, used = rows.OrganizationRow, rows.ServiceRow.organization_id
    session.execute(delete(row).where(row.id == organization, ~select(used).where(used == row.id).exists()))


def prune(session: Session) -> None:
    """Takes away the organizations that no service belongs to and the locations where nothing is."""
    service, door = rows.ServiceRow, rows.ServiceAtLocationRow
    for row, used in ((rows.OrganizationRow, service.organization_id), (rows.LocationRow, door.location_id)):
        session.execute(delete(row).where(~select(used).where(used == row.id).exists()))


def _write_location(session: Session, after: Record) -> None:
    """The place in a location of the entry's own: one that another entry stands at is left as it is."""
    door, row, entry = rows.ServiceAtLocationRow, rows.LocationRow, after.entry
    now = session.scalars(select(door.location_id).where(door.id == entry.id)).one()
    others = session.scalars(select(door.id).where(door.location_id == now, door.id != entry.id)).first()
    line = writing.location_line(entry) | {"extra": dict(after.extra.get("location", {}))}
    if not writing.has_place(entry, after.extra):
        session.execute(update(door).where(door.id == entry.id).values(location_id=None))
        if now and not others:
            session.execute(delete(row).where(row.id == now))
    elif now and not others:
        session.execute(update(row).where(row.id == now).values(line))
    else:
        new = {"id": new_id(), "name": ""} | line
        session.execute(insert(row), [new])
        session.execute(update(door).where(door.id == entry.id).values(location_id=new["id"]))


def _write_own(session: Session, entry_id: str, row: type[Any], lines: list[dict[str, Any]]) -> None:
    session.execute(delete(row).where(row.owner_id == entry_id))
    if lines:
        session.execute(insert(row), lines)


def _own_lines(key: str, after: Record) -> list[dict[str, Any]]:
    entry = after.entry
    if key == "phones":
        return [writing.phone_line(entry.id, position, phone) for position, phone in enumerate(entry.phones)]
    return [writing.hours_line(entry.id, position, hours) for position, hours in enumerate(entry.hours)]
