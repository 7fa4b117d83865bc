"""Settles records that may be one and the same place: merged, or told apart for good (S-05, S-08)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import to_store
from navigator.errors import NotFound
from navigator.ids import new_id
from navigator.resources import reading
from navigator.resources.fields import Difference, Values
from navigator.resources.model import Entry
from navigator.resources.stewardship import merging
from navigator.resources.stewardship.changing import Act, Hand, record_of
from navigator.resources.stewardship.editing import told
from navigator.resources.stewardship.pairs import Pair, PairState, record_in
from navigator.resources.stewardship.rows import Json, PairRow
from navigator.resources.stewardship.settling import add_held, take_held
from navigator.resources.stewardship.twins import Twin, twins
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store
from navigator.storage.sweeping import sweep

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Unmerged:
    """The entries after a merge was undone; `stayed` are values of the kept one that were changed since."""

    entries: tuple[Entry, ...]
    stayed: tuple[Difference, ...]


class Duplicates:
    """The pairs that wait for the desk."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._trail = Trail(store.clock)

    @requires(Permission.EDIT)
    def search_twins(self, actor: Actor, progress: Progress | None = None) -> int:
        """Looks through the whole directory for entries that are alike; returns how many new pairs wait.

        `progress` may raise to stop: nothing is written then.
        """
        with self._store.reading() as session:
            records = tuple(reading.records(session))
            known = _known(session)
        found = [twin for twin in twins(records, progress) if frozenset((twin.one, twin.other)) not in known]
        with self._store.writing() as session:
            there = {entry.id for entry in reading.entries(session)}
            fresh = [twin for twin in found if {twin.one, twin.other} <= there]
            _bring_up(session, fresh, to_store(self._store.clock()))
            self._trail.record(session, actor, Action.TWINS_SEARCHED, pairs=len(fresh))
        return len(fresh)

    @requires(Permission.EDIT)
    def pairs(self, actor: Actor) -> tuple[Pair, ...]:  # noqa: ARG002 - the permission is the actor's
        """The pairs that are not settled, the most alike first."""
        open_ones = select(PairRow).where(PairRow.state == PairState.OPEN)
        with self._store.reading() as session:
            found = session.scalars(open_ones.order_by(PairRow.score.desc(), PairRow.id)).all()
            ids = {entry_id for row in found for entry_id in (row.entry_id, row.other_id) if entry_id}
            records = {record.entry.id: record for record in reading.records(session, ids)}
        return tuple(
            Pair(
                id=row.id,
                one=records[row.entry_id],
                other=records[row.other_id] if row.other_id else record_in(row.incoming),
                score=row.score,
                reasons=tuple(row.reasons),
                is_held=not row.other_id,
                batch_id=row.batch_id,
            )
            for row in found
            if row.entry_id in records and (not row.other_id or row.other_id in records)
        )

    @requires(Permission.EDIT)
    def merge(self, actor: Actor, keep_id: str, other_id: str, values: Values) -> tuple[Entry, ...]:
        """Makes one of two: the kept one gets `values`, the other becomes its duplicate; returns what changed.

        Only the kept one is offered from now on; links to the other lead to it still. `unmerge` takes it back.
        """
        with self._store.writing() as session:
            hand = Hand(actor, Act.MERGED, self._store.clock(), new_id())
            doors = merging.merge(session, keep_id, other_id, values, hand)
            return told(session, self._trail, actor, Action.ENTRIES_MERGED, doors, duplicate=other_id)

    @requires(Permission.EDIT)
    def apart(self, actor: Actor, pair_id: str) -> None:
        """Settles a pair of entries as two places: it is not brought up again."""
        with self._store.writing() as session:
            row = _open_pair(session, pair_id)
            if not row.other_id:
                raise NotFound("This is a row of an import. Add it as a new entry, or take it into this one.")
            self._settle(session, actor, row, PairState.TWO)

    @requires(Permission.EDIT)
    def unmerge(self, actor: Actor, entry_id: str) -> Unmerged:
        """Undoes the merge that made `entry_id` a duplicate; what was changed since stays and is listed."""
        with self._store.writing() as session:
            record_of(session, entry_id)
            hand = Hand(actor, Act.UNDONE, self._store.clock(), new_id())
            doors, stayed = merging.unmerge(session, entry_id, hand)
            return Unmerged(told(session, self._trail, actor, Action.MERGE_UNDONE, doors), stayed)

    @requires(Permission.EDIT)
    def settle_held(
        self, actor: Actor, pair_id: str, same: bool, fields: Collection[str] | None = None
    ) -> tuple[Entry, ...]:
        """Takes the row of an import into the entry (`same`) or adds it as a new one; returns what changed.

        `fields` are those of the row that stand, by a person's choice; None: as the import would have put it.
        """
        with self._store.writing() as session:
            row = _open_pair(session, pair_id)
            if row.other_id:
                raise NotFound("These are two entries. Merge them, or settle them as two places.")
            hand = Hand(actor, Act.IMPORTED, self._store.clock(), row.batch_id)
            taken = take_held(session, row, hand, fields) if same else add_held(session, row, hand)
            self._settle(session, actor, row, PairState.ONE if same else PairState.TWO)
            changed = told(session, self._trail, actor, Action.PAIR_SETTLED, taken.doors, row=row.id)
        if taken.hid:
            sweep(self._store)
        return changed

    def _settle(self, session: Session, actor: Actor, row: PairRow, state: PairState) -> None:
        row.state, row.incoming = state.value, {}
        row.settled_at, row.settled_by = to_store(self._store.clock()), actor.id
        self._trail.record(session, actor, Action.PAIR_SETTLED, row.id, state=state.value)


def _known(session: Session) -> set[frozenset[str]]:
    """The pairs that wait, or were settled as two places."""
    brought_up = (PairState.OPEN, PairState.TWO)
    found = session.execute(select(PairRow.entry_id, PairRow.other_id).where(PairRow.state.in_(brought_up)))
    return {frozenset((row.entry_id, row.other_id)) for row in found if row.other_id}


def _bring_up(session: Session, found: list[Twin], at: str) -> None:
    waits = {"batch_id": "", "feed_id": "", "key": "", "state": PairState.OPEN.value, "at": at}
    unsettled: Json = {"settled_at": None, "settled_by": None, "incoming": {}}
    lines = [
        {"id": new_id(), "entry_id": twin.one, "other_id": twin.other, "score": twin.score, "reasons": [*twin.reasons]}
        | waits
        | unsettled
        for twin in found
    ]
    if lines:
        session.execute(insert(PairRow), lines)


def _open_pair(session: Session, pair_id: str) -> PairRow:
    row = session.get(PairRow, pair_id)
    if row is None or row.state != PairState.OPEN:
        raise NotFound("This pair was settled already.")
    return row
