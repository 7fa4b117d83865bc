"""The directory service: reads entries, records what was learned about them, loads what a city starts with."""

from collections.abc import Sequence

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.resources import reading, rows, writing
from navigator.resources.fields import Record
from navigator.resources.model import Barred, Capacity, Entry
from navigator.resources.revision import advance, count_all
from navigator.resources.stewardship.aliases import current_id, known_as
from navigator.resources.stewardship.do_not_list import refuse_barred
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store


class Directory:
    """What help exists, in the directory store. No person is ever in it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._trail = Trail(store.clock)

    @requires(Permission.SEARCH)
    def entries(self, actor: Actor) -> tuple[Entry, ...]:  # noqa: ARG002 - the permission is the actor's
        """Every entry, for the search index."""
        with self._store.reading() as session:
            return tuple(reading.entries(session))

    @requires(Permission.SEARCH)
    def entry(self, actor: Actor, entry_id: str) -> Entry:  # noqa: ARG002 - the permission is the actor's
        """The entry, also under an id that it had before a parcel gave it another (S-14)."""
        with self._store.reading() as session:
            return _one(session, current_id(session, entry_id))

    @requires(Permission.SEARCH)
    def confidential_services(self, actor: Actor) -> frozenset[str]:  # noqa: ARG002 - the permission is the actor's
        """The ids of services whose place is hidden, and those that they had before a parcel gave them others.

        Casework takes their address out of what it froze (S-13).
        """
        with self._store.reading() as session:
            hidden = frozenset(session.scalars(select(rows.ServiceRow.id).where(rows.ServiceRow.confidential)))
            return known_as(session, hidden)

    @requires(Permission.IMPORT)
    def load(self, actor: Actor, entries: Sequence[Entry], barred: Sequence[Barred], name: str) -> int:
        """Adds the entries and the do-not-list of a shipped directory `name`, all or none; returns how many."""
        with self._store.writing() as session:
            count_all(session)
            if barred:
                lines = [{"id": new_id(), "name": bar.name, "reason": bar.reason} for bar in barred]
                session.execute(insert(rows.DoNotListRow), lines)
            refuse_barred(session, *entries, nothing="Nothing was loaded.")
            added = writing.add(session, map(Record, entries), actor.id)
            advance(session)
            self._trail.record(session, actor, Action.DIRECTORY_LOADED, name, entries=len(added))
        return len(added)

    @requires(Permission.PROPOSE)
    def report_capacity(self, actor: Actor, entry_id: str, capacity: Capacity) -> Entry:
        """Records how much room somebody said there is (S-04); 0 is full, None is not known."""
        if capacity.available is not None and capacity.available < 0:
            raise BadInput("Room cannot be less than none. Type 0 when it is full.")
        if capacity.available is not None and capacity.maximum is not None and capacity.available > capacity.maximum:
            raise BadInput(f"That is more than the {capacity.maximum} there are in all. Nothing was saved.")
        with self._store.writing() as session:
            entry_id = _one(session, current_id(session, entry_id)).id
            session.execute(insert(rows.CapacityRow), [writing.capacity_line(entry_id, capacity, actor.id)])
            return self._changed(session, actor, Action.CAPACITY_REPORTED, entry_id)

    @requires(Permission.PROPOSE)
    def report_room(
        self,
        actor: Actor,
        entry_id: str,
        available: int | None,
        *,
        unit: str = "",
        maximum: int | None = None,
        restriction: str = "",
        said_by: str = "",
    ) -> Entry:
        """The short way: the unit and how many there are in all stay as last told; `said_by` "": the actor."""
        entry = self.entry(actor, entry_id)
        alike = (one for one in entry.capacities if unit in ("", one.unit) and one.restriction == restriction)
        last = max(alike, key=lambda one: one.as_of, default=None)
        if last is None and not unit:
            raise BadInput("Say what is counted there: beds, chairs or slots. Nothing was saved.")
        if last is not None:
            unit, maximum = last.unit, last.maximum if maximum is None else maximum
        told = Capacity(unit, available, maximum, restriction, said_by.strip() or actor.name, self._store.clock())
        return self.report_capacity(actor, entry_id, told)

    def _changed(self, session: Session, actor: Actor, action: Action, entry_id: str) -> Entry:
        advance(session)
        self._trail.record(session, actor, action, entry_id)
        return _one(session, entry_id)


def _one(session: Session, entry_id: str) -> Entry:
    session.flush()
    found = next(reading.entries(session, [entry_id]), None)
    if found is None:
        raise NotFound("This entry is no longer in the directory.")
    return found
