"""The packed index in the directory store: derived, sealed with it, and never a cause of trouble.

It is no part of the directory, so it has no line in the audit trail and stands in no parcel and no copy. What becomes
confidential or leaves takes it along in the same transaction (S-13; triggers of the store).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import batched

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.errors import StationError
from navigator.ids import new_id
from navigator.resources.model import Entry
from navigator.resources.revision import FORGETS_BEFORE, number, revision
from navigator.resources.search.packed import Arrays
from navigator.resources.snapshot_pack import Damaged, Stretch, arrays_of, shapes_of, stretches
from navigator.resources.snapshot_rows import PackRow, SnapshotRow
from navigator.resources.snapshot_since import count_since, since
from navigator.storage.database import Store

_AT_ONCE = 4
"""Stretches in one transaction."""
_WORTH_KEEPING_ANEW = 200
"""So many notes are told to a loaded index in a moment."""

Going = Callable[[], bool]


@dataclass(frozen=True)
class Loaded:
    """A packed index, and what changed in the directory since it was packed."""

    arrays: Arrays
    revision: int
    changed: tuple[Entry, ...]
    removed: tuple[str, ...]


class Snapshots:
    """Keeps the packed index of one directory store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @requires(Permission.SEARCH)
    def load(self, actor: Actor, stamp: str) -> Loaded | None:  # noqa: ARG002 - the permission is the actor's
        """The packed index of the form `stamp` with the number that the changes lead to; None: build it anew."""
        try:
            return self._loaded(stamp)
        except (Damaged, StationError):  # what else is damaged is said by whatever reads it
            return None

    @requires(Permission.SEARCH)
    def is_due(self, actor: Actor, stamp: str) -> bool:  # noqa: ARG002 - the permission is the actor's
        """Whether there is none of this form, or much has changed since."""
        with self._store.reading() as session:
            row = _finished(session, stamp)
            return row is None or count_since(session, row.revision) > _WORTH_KEEPING_ANEW

    @requires(Permission.SEARCH)
    def keep(
        self,
        actor: Actor,  # noqa: ARG002 - the permission is the actor's
        arrays: Arrays,
        stamp: str,
        at_revision: int,
        going: Going = lambda: True,
    ) -> bool:
        """Puts the arrays in the place of what was packed before, a little at a time, so that no save waits long.

        They hold at least what the directory was at that number. False: `going` said stop, somebody else began, or
        they may hold what has left since (S-13); what was written by then is never loaded.
        """
        row = SnapshotRow(id=new_id(), stamp=stamp, revision=at_revision, arrays=shapes_of(arrays), finished=False)
        if not self._begin(row):
            return False
        while self._clear_some(row.id):
            if not going():
                return False
        for some in batched(stretches(arrays), _AT_ONCE, strict=False):
            if not going() or not self._put(row.id, some):
                return False
        return self._finish(row.id)

    def _loaded(self, stamp: str) -> Loaded | None:
        with self._store.reading() as session:
            row = _finished(session, stamp)
            later = since(session, row.revision) if row else None
            if row is None or later is None:
                return None
            arrays = arrays_of(row.arrays, _packed(session))
        return Loaded(arrays, later.revision, later.entries, later.removed)

    def _begin(self, row: SnapshotRow) -> bool:
        with self._store.writing() as session:
            if row.revision < number(session, FORGETS_BEFORE) or row.revision > revision(session):
                return False
            session.execute(delete(SnapshotRow))
            session.add(row)
        return True

    def _clear_some(self, id_: str) -> bool:
        """Takes out a little of what was packed before; False when nothing is left of it."""
        with self._store.writing() as session:
            if not _stands(session, id_):
                return False
            key = tuple_(PackRow.name, PackRow.position)
            some = session.execute(select(PackRow.name, PackRow.position).limit(_AT_ONCE)).all()
            session.execute(delete(PackRow).where(key.in_([tuple(one) for one in some])))
            return bool(some)

    def _put(self, id_: str, some: tuple[Stretch, ...]) -> bool:
        with self._store.writing() as session:
            if not _stands(session, id_):
                return False
            session.execute(insert(PackRow), [one._asdict() for one in some])
        return True

    def _finish(self, id_: str) -> bool:
        with self._store.writing() as session:
            row = session.get(SnapshotRow, id_)
            if row is not None:
                row.finished = True
        return row is not None


def _finished(session: Session, stamp: str) -> SnapshotRow | None:
    row = SnapshotRow
    return session.scalars(select(row).where(row.finished, row.stamp == stamp)).first()


def _stands(session: Session, id_: str) -> bool:
    """Whether what is being written is still wanted: a change that hides a place takes it away (S-13)."""
    return session.get(SnapshotRow, id_) is not None


def _packed(session: Session) -> Iterator[Stretch]:
    row = PackRow
    ordered = select(row.name, row.position, row.data).order_by(row.name, row.position)
    for found in session.execute(ordered, execution_options={"yield_per": _AT_ONCE}):
        yield Stretch(*found)
