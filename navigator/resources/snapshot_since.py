"""What changed in the directory since a number of it: the entries as they are now, and those that left."""

from dataclasses import dataclass

from sqlalchemy import Select, select, union
from sqlalchemy.orm import Session

from navigator.resources import reading, rows
from navigator.resources.model import Entry
from navigator.resources.revision import KNOWS_FROM, number, revision
from navigator.resources.snapshot_rows import TouchedRow

MOST = 5000
"""Entries that are put into an index one by one; where more changed, building anew is sooner done."""


@dataclass(frozen=True)
class Changed:
    """`revision` is the directory's number that it leads to."""

    revision: int
    entries: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()


def since(session: Session, before: int) -> Changed | None:
    """What an index of the number `before` must be told; None: too much, or nobody noted it.

    The note of a change has the number after the one that stood when it was made, so it may name an entry that the
    reader has already seen; it never lacks one.
    """
    if before < number(session, KNOWS_FROM):
        return None
    row = TouchedRow
    if session.scalars(select(row.owner).where(row.revision > before).limit(1)).first() is None:
        return Changed(revision(session))
    doors = list(session.scalars(_doors(before)))
    if len(doors) > MOST:
        return None
    left = set(session.scalars(select(row.owner).where(row.revision > before, row.is_door))) - set(doors)
    return Changed(revision(session), tuple(reading.entries(session, doors)), tuple(sorted(left)))


def count_since(session: Session, before: int) -> int:
    """How many notes were written since."""
    row = TouchedRow
    return len(session.scalars(select(row.owner).where(row.revision > before).limit(MOST)).all())


def _doors(before: int) -> Select[str]:
    """One look-up for each way in which an entry hangs on what changed: each has its index."""
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    owners = select(TouchedRow.owner).where(TouchedRow.revision > before)
    found = (
        select(door.id).where(door.id.in_(owners)),
        select(door.id).where(door.service_id.in_(owners)),
        select(door.id).where(door.location_id.in_(owners)),
        select(door.id).join(service, service.id == door.service_id).where(service.organization_id.in_(owners)),
    )
    touched = union(*found).subquery()
    return select(touched.c.id).order_by(touched.c.id).limit(MOST + 1)
