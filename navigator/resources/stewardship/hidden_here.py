"""What a person of this station made confidential: no parcel opens it, under none of its ids (S-13, S-14)."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.resources.rows import ServiceAtLocationRow
from navigator.resources.stewardship.aliases import current_id, known_as
from navigator.storage import state
from navigator.storage.rows import StateRow

HIDDEN_HERE = "hidden here "
"""Before the id of a service, or of one of its places."""


def remember(session: Session, services: Iterable[str]) -> None:
    """Also by their places: one that moves to another service, or leaves and comes back, stays hidden."""
    for one in _with_doors(session, services):
        state.put(session, HIDDEN_HERE + one, "")


def forget(session: Session, services: Iterable[str]) -> None:
    session.flush()
    for one in known_as(session, _with_doors(session, services)):
        state.drop(session, HIDDEN_HERE + one)


def hidden_here(session: Session) -> frozenset[str]:
    """Services and places, by the ids of today."""
    kept = session.scalars(select(StateRow.key).where(StateRow.key.startswith(HIDDEN_HERE))).all()
    return frozenset(current_id(session, key.removeprefix(HIDDEN_HERE)) for key in kept)


def _with_doors(session: Session, services: Iterable[str]) -> frozenset[str]:
    door, found = ServiceAtLocationRow, frozenset(services)
    return found | set(session.scalars(select(door.id).where(door.service_id.in_(found))))
