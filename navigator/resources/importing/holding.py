"""Keeps the rows of an import that may be an entry for the desk, one pair for each row however often it comes."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import batched

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from navigator.resources import reading
from navigator.resources.fields import Record
from navigator.resources.importing.doors import Door
from navigator.resources.importing.packing import record_of, unpack
from navigator.resources.stewardship.pairs import Held, Pair, PairState, hold, incoming_of, record_in
from navigator.resources.stewardship.rows import PairRow

_AT_ONCE = 1000


def hold_rows(
    session: Session, held: Sequence[Door], decided: Iterable[Door], feed_id: str, batch_id: str, at: datetime
) -> None:
    """Holds `held`. A row that waits and says the same waits on; else, or when it is `decided`, the new one counts."""
    waiting = _waiting(session, feed_id)
    told = {door.key: _held(door, feed_id, batch_id) for door in held}
    same = {key for key, one in told.items() if key in waiting and _says_same(waiting[key], one)}
    keys = {*told, *(door.key for door in decided)} - same
    for key in keys & waiting.keys():
        waiting[key].state, waiting[key].settled_by = PairState.OVER.value, batch_id
    session.flush()
    hold(session, [one for key, one in told.items() if key not in same], at)


def wait_again(session: Session, feed_id: str, batch_id: str) -> None:
    """The rows that this import told anew are as they were, but for those that a person settled since."""
    settled = select(PairRow.key).where(
        PairRow.feed_id == feed_id, PairRow.state.in_((PairState.ONE.value, PairState.TWO.value))
    )
    over = (PairRow.state == PairState.OVER.value, PairRow.settled_by == batch_id, PairRow.key.not_in(settled))
    session.execute(update(PairRow).where(*over).values(state=PairState.OPEN.value, settled_by=None))


def held_pairs(session: Session) -> tuple[Pair, ...]:
    """The rows of imports that wait, the most alike first, each with the entry that it may be."""
    wanted = select(PairRow).where(PairRow.state == PairState.OPEN.value, PairRow.other_id == "")
    rows = session.scalars(wanted.order_by(PairRow.score.desc(), PairRow.id)).all()
    entries: dict[str, Record] = {}
    for some in batched({row.entry_id for row in rows}, _AT_ONCE):
        entries |= {record.entry.id: record for record in reading.records(session, some)}
    return tuple(_pair(row, entries[row.entry_id]) for row in rows)


def _pair(row: PairRow, one: Record) -> Pair:
    reasons = tuple(map(str, row.reasons))
    return Pair(row.id, one, record_in(row.incoming), row.score, reasons, is_held=True, batch_id=row.batch_id)


def _waiting(session: Session, feed_id: str) -> dict[str, PairRow]:
    wanted = select(PairRow).where(PairRow.feed_id == feed_id, PairRow.state == PairState.OPEN.value)
    return {row.key: row for row in session.scalars(wanted)}


def _says_same(row: PairRow, one: Held) -> bool:
    told = (one.entry_id, one.score, [*one.reasons], incoming_of(one.record, one.free_text))
    return told == (row.entry_id, row.score, row.reasons, row.incoming)


def _held(door: Door, feed_id: str, batch_id: str) -> Held:
    told = unpack(door.record)
    return Held(
        entry_id=door.entry_id,
        record=record_of(told),
        feed_id=feed_id,
        key=door.key,
        batch_id=batch_id,
        score=door.score,
        reasons=door.reasons,
        free_text=told["free_text"],
    )
