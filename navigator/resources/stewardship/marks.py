"""When each field of an entry was last edited or verified here; an import leaves such a field alone (S-07, S-08)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session, aliased

from navigator.clock import from_store, to_store
from navigator.resources.fields import Level, level_of
from navigator.resources.rows import ServiceAtLocationRow
from navigator.resources.stewardship.changing import Hand
from navigator.resources.stewardship.rows import FieldMarkRow


class How(StrEnum):
    """Edited is not verified (S-02)."""

    EDITED = "edited"
    VERIFIED = "verified"


@dataclass(frozen=True)
class Mark:
    """Who last vouched for a field here, when and how."""

    at: datetime
    by: str
    how: How


def marks_of(session: Session, entry_id: str) -> Mapping[str, Mark]:
    """The marks of one entry by field; a field without one was never touched here."""
    found = session.execute(select(FieldMarkRow.__table__).where(FieldMarkRow.entry_id == entry_id))
    return MappingProxyType({row.field: Mark(from_store(row.at), row.by_name, How(row.how)) for row in found})


def protected_fields(session: Session, entry_ids: Collection[str]) -> Mapping[str, Collection[str]]:
    """By entry the fields that somebody edited or verified here, if any; those of its service at any of its places."""
    door, beside = ServiceAtLocationRow, aliased(ServiceAtLocationRow)
    wanted = (
        select(door.id, FieldMarkRow.entry_id, FieldMarkRow.field)
        .join(beside, beside.service_id == door.service_id)
        .join(FieldMarkRow, FieldMarkRow.entry_id == beside.id)
        .where(door.id.in_(entry_ids))
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in session.execute(wanted):
        if row.entry_id == row.id or level_of(row.field) is Level.SERVICE:
            found[row.id].add(row.field)
    return found


def mark(session: Session, doors: Sequence[str], fields: Iterable[str], how: How, hand: Hand) -> None:
    """Marks the fields at the first of `doors`, and those of the service at the others too."""
    touched = tuple(dict.fromkeys(fields))
    shared = tuple(field for field in touched if level_of(field) is Level.SERVICE)
    told = {"at": to_store(hand.at), "by": hand.actor.id, "by_name": hand.actor.name, "how": how.value}
    for position, door in enumerate(doors):
        lines = [{"entry_id": door, "field": field} | told for field in (shared if position else touched)]
        own = (FieldMarkRow.entry_id == door, FieldMarkRow.field.in_([line["field"] for line in lines]))
        session.execute(delete(FieldMarkRow).where(*own))
        if lines:
            session.execute(insert(FieldMarkRow), lines)
