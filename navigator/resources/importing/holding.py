"""Keeps the rows of an import that may be an entry for the desk, one pair for each row however often it comes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import batched

from sqlalchemy import delete, select, update
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
    """Holds `held`. A row that waits already is told anew; one that is `decided` by now waits no more."""
    waiting = _waiting(session, feed_id)
    over = [waiting[door.key].id for door in decided if door.key in waiting]
    over += [waiting[door.key].id for door in held if door.key in waiting and not _is_of(waiting, door)]
    if over:
        session.execute(delete(PairRow).where(PairRow.id.in_(over)))
    fresh: list[Held] = []
    for door in held:
        one = _held(door, feed_id, batch_id)
        if _is_of(waiting, door):
            told = {"incoming": incoming_of(one.record, one.free_text), "score": one.score, "reasons": [*one.reasons]}
            session.execute(update(PairRow).where(PairRow.id == waiting[door.key].id).values(told))
        else:
            fresh.append(one)
    hold(session, fresh, at)


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


def _is_of(waiting: Mapping[str, PairRow], door: Door) -> bool:
    return door.key in waiting and waiting[door.key].entry_id == door.entry_id


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
