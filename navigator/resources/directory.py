"""The directory service: reads entries, records what was learned about them, loads what a city starts with."""

from collections.abc import Sequence

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.resources import hiding, reading, rows, writing
from navigator.resources.fields import Record
from navigator.resources.model import Barred, Capacity, Entry, Outcome, Status, Verification
from navigator.storage import state
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
        with self._store.reading() as session:
            return _one(session, entry_id)

    @requires(Permission.SEARCH)
    def confidential_services(self, actor: Actor) -> frozenset[str]:  # noqa: ARG002 - the permission is the actor's
        """The ids of services whose place is hidden: casework takes their address out of what it froze (S-13)."""
        with self._store.reading() as session:
            return frozenset(session.scalars(select(rows.ServiceRow.id).where(rows.ServiceRow.confidential)))

    @requires(Permission.IMPORT)
    def load(self, actor: Actor, entries: Sequence[Entry], barred: Sequence[Barred], name: str) -> int:
        """Adds the entries and the do-not-list of a shipped directory `name`, all or none; returns how many."""
        with self._store.writing() as session:
            if barred:
                lines = [{"id": new_id(), "name": bar.name, "reason": bar.reason} for bar in barred]
                session.execute(insert(rows.DoNotListRow), lines)
            _refuse_barred(session, entries)
            added = writing.add(session, map(Record, entries), actor.id)
            _advance(session)
            self._trail.record(session, actor, Action.DIRECTORY_LOADED, name, entries=len(added))
        return len(added)

    @requires(Permission.PROPOSE)
    def report_capacity(self, actor: Actor, entry_id: str, capacity: Capacity) -> Entry:
        """Records how much room somebody said there is (S-04); 0 is full, None is not known."""
        if capacity.available is not None and capacity.available < 0:
            raise BadInput("Room cannot be less than none. Type 0 when it is full.")
        with self._store.writing() as session:
            _one(session, entry_id)
            session.execute(insert(rows.CapacityRow), [writing.capacity_line(entry_id, capacity, actor.id)])
            return self._changed(session, actor, Action.CAPACITY_REPORTED, entry_id)

    @requires(Permission.EDIT)
    def verify(self, actor: Actor, entry_id: str, check: Verification) -> Entry:
        """Records one check of an entry (S-02, S-06); editing is not checking. What is gone is closed (S-05)."""
        with self._store.writing() as session:
            service = _one(session, entry_id).service_id
            session.execute(insert(rows.VerificationRow), [writing.verification_line(entry_id, check, actor.id)])
            if check.outcome is Outcome.GONE:
                closed = {"status": Status.CLOSED.value, "status_reason": "Gone when it was checked."}
                session.execute(update(rows.ServiceRow).where(rows.ServiceRow.id == service).values(closed))
            return self._changed(session, actor, Action.ENTRY_VERIFIED, entry_id)

    @requires(Permission.EDIT)
    def make_confidential(self, actor: Actor, entry_id: str) -> tuple[Entry, ...]:
        """Keeps only what S-13 allows of the entry's service, at every door of it, and returns its entries.

        Copies of the store that were made before a migration still hold the place, so they go too.
        """
        with self._store.writing() as session:
            hiding.hide(session, _one(session, entry_id).service_id)
            self._changed(session, actor, Action.ENTRY_MADE_CONFIDENTIAL, entry_id)
            doors = hiding.doors_of(session, _one(session, entry_id).service_id)
            hidden = tuple(_one(session, door.id) for door in doors)
        self._store.drop_copies()
        return hidden

    def _changed(self, session: Session, actor: Actor, action: Action, entry_id: str) -> Entry:
        _advance(session)
        self._trail.record(session, actor, action, entry_id)
        return _one(session, entry_id)


def _refuse_barred(session: Session, entries: Sequence[Entry]) -> None:
    """Who is on the do-not-list does not come in by any file (S-05)."""
    barred = {row.name.casefold(): row.reason for row in session.scalars(select(rows.DoNotListRow))}
    for entry in entries:
        for name in (entry.name, *entry.alternate_names):
            if name.casefold() in barred:
                raise BadInput(f"“{name}” is on the do-not-list: {barred[name.casefold()]} Nothing was loaded.")


def _advance(session: Session) -> None:
    state.put(session, state.REVISION, str(int(state.get(session, state.REVISION) or 0) + 1))


def _one(session: Session, entry_id: str) -> Entry:
    session.flush()
    found = next(reading.entries(session, [entry_id]), None)
    if found is None:
        raise NotFound("This entry is no longer in the directory.")
    return found
