"""Makes one entry of two and takes that back (S-05): nothing is thrown away, the other stays as a duplicate.

A merge is kept as the settled pair of the two; what it moved stands in the pair's `incoming`.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from navigator.clock import to_store
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.resources import reading, rows
from navigator.resources.fields import Difference, Level, Record, Values, level_of, values_of
from navigator.resources.model import Status
from navigator.resources.stewardship.changing import Act, Hand, change, prune, record_of
from navigator.resources.stewardship.editing import edit
from navigator.resources.stewardship.marks import How
from navigator.resources.stewardship.pairs import PairState
from navigator.resources.stewardship.rows import ChangeRow, OriginRow, PairRow

_OF_SERVICE = (rows.CategoryRow, rows.FactRow, rows.LanguageRow)


def merge(session: Session, keep_id: str, other_id: str, values: Values, hand: Hand) -> tuple[str, ...]:
    """`values` go into the entry that is kept, the other becomes its duplicate; the ids of the entries that changed.

    Origins of the other lead to the kept one from now on; beds, checks and history stay with each.
    """
    keep, other = record_of(session, keep_id), record_of(session, other_id)
    _refuse(keep, other)
    changed = list(edit(session, keep_id, values, hand, How.EDITED)) or [keep_id]
    moved: dict[str, Any] = {"left": _split_off(session, other)}
    for door in [other_id, *_duplicates_of(session, other_id)]:
        marked = {"status": Status.DUPLICATE.value, "status_until": None, "duplicate_of": keep_id}
        changed += change(session, door, marked, hand)
    moved["origins"] = _lead(session, other_id, keep_id)
    _lead_pairs(session, other_id, keep_id)
    _settle(session, keep_id, other_id, moved, hand)
    return tuple(dict.fromkeys(changed))


def unmerge(session: Session, other_id: str, hand: Hand) -> tuple[tuple[str, ...], tuple[Difference, ...]]:
    """Takes back the merge that made `other_id` a duplicate: the ids of the entries that changed, and what stayed.

    A value that was changed since stays: before, what it was; after, what it is.
    """
    pair = _merged(session, other_id)
    changed: list[str] = []
    stayed: list[Difference] = []
    for row in session.scalars(select(ChangeRow).where(ChangeRow.batch_id == pair.batch_id).order_by(ChangeRow.id)):
        changed += _restore(session, row, hand, stayed)
    for feed_id, key in pair.incoming.get("origins", ()):
        origin = update(OriginRow).where(OriginRow.feed_id == feed_id, OriginRow.key == key)
        session.execute(origin.where(OriginRow.entry_id == pair.entry_id).values(entry_id=other_id))
    _rejoin(session, other_id, pair.incoming.get("left", ""))
    session.execute(delete(PairRow).where(PairRow.id == pair.id))
    return tuple(dict.fromkeys((*changed, pair.entry_id, other_id))), tuple(stayed)


def _refuse(keep: Record, other: Record) -> None:
    one, two = keep.entry, other.entry
    if one.id == two.id:
        raise BadInput("This is one and the same entry.")
    for entry in (one, two):
        if entry.status is Status.DUPLICATE:
            raise BadInput(f"“{entry.name}” is a duplicate already. Choose the entry that it is a duplicate of.")
    if one.confidential is not two.confidential:
        hidden, shown = (one, two) if one.confidential else (two, one)
        raise BadInput(f"“{hidden.name}” is confidential. Make “{shown.name}” confidential first, then merge them.")


def _duplicates_of(session: Session, entry_id: str) -> Sequence[str]:
    """One door of each service that was merged into the entry."""
    service, door = rows.ServiceRow, rows.ServiceAtLocationRow
    found = session.execute(
        select(service.id, door.id).join(door).where(service.duplicate_of == entry_id).order_by(service.id, door.id)
    )
    return tuple({row[0]: row[1] for row in found}.values())


def _split_off(session: Session, other: Record) -> str:
    """Gives the other a service of its own when its service has more places: only this one is a duplicate.

    Returns the service that it left, or "".
    """
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    old = other.entry.service_id
    same = session.scalars(select(door.id).where(door.service_id == old, door.id != other.entry.id)).first()
    if same is None:
        return ""
    line = dict(session.execute(select(service.__table__).where(service.id == old)).one()._mapping)
    session.execute(insert(service), [line | {"id": (own := new_id())}])
    for row in _OF_SERVICE:
        known = session.execute(select(row.__table__).where(row.__table__.c.service_id == old)).all()
        if known:
            session.execute(insert(row), [dict(one._mapping) | {"service_id": own} for one in known])
    session.execute(update(door).where(door.id == other.entry.id).values(service_id=own))
    return old


def _rejoin(session: Session, entry_id: str, left: str) -> None:
    """Back to the service that it left, if that is still there and the two still say the same."""
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    place = session.scalars(select(door.id).where(door.service_id == left)).first() if left else None
    if place is None:
        return
    now, then = record_of(session, entry_id), record_of(session, place)
    if _of_service(now) != _of_service(then) or now.entry.confidential is not then.entry.confidential:
        return
    session.execute(update(door).where(door.id == entry_id).values(service_id=left))
    for row in _OF_SERVICE:
        session.execute(delete(row).where(row.__table__.c.service_id == now.entry.service_id))
    session.execute(delete(service).where(service.id == now.entry.service_id))
    prune(session)


def _of_service(record: Record) -> Values:
    return {key: value for key, value in values_of(record).items() if level_of(key) is Level.SERVICE}


def _lead(session: Session, other_id: str, keep_id: str) -> list[list[str]]:
    """Moves the origins; returns the feed and key of each."""
    own = OriginRow.entry_id == other_id
    moved = [[row.feed_id, row.key] for row in session.execute(select(OriginRow.feed_id, OriginRow.key).where(own))]
    session.execute(update(OriginRow).where(own).values(entry_id=keep_id))
    return moved


def _lead_pairs(session: Session, other_id: str, keep_id: str) -> None:
    """Held rows that may be the other are held against the kept one; the next search finds its twins anew."""
    waits, row = PairRow.state == PairState.OPEN, PairRow
    held = update(row).where(waits, row.entry_id == other_id, row.other_id == "")
    session.execute(held.values(entry_id=keep_id))
    session.execute(
        delete(row).where(waits, row.other_id != "", or_(row.entry_id == other_id, row.other_id == other_id))
    )


def _settle(session: Session, keep_id: str, other_id: str, moved: dict[str, Any], hand: Hand) -> None:
    told = {"entry_id": keep_id, "other_id": other_id, "batch_id": hand.batch_id, "feed_id": "", "key": ""}
    when = {"at": to_store(hand.at), "settled_at": to_store(hand.at), "settled_by": hand.actor.id}
    state = {"state": PairState.ONE.value, "score": 100.0, "incoming": moved, "reasons": []}
    session.execute(insert(PairRow), [{"id": new_id()} | told | when | state])


def _merged(session: Session, other_id: str) -> PairRow:
    own = select(PairRow).where(PairRow.other_id == other_id, PairRow.state == PairState.ONE)
    found = session.scalars(own.order_by(PairRow.id.desc())).first()
    if found is None:
        raise NotFound("This entry was not merged into another.")
    return found


def _restore(session: Session, row: ChangeRow, hand: Hand, stayed: list[Difference]) -> Sequence[str]:
    now = next(reading.records(session, [row.entry_id]), None)
    if now is None:
        return ()
    values = values_of(now)
    back = {field: row.before.get(field) for field, value in row.after.items() if values.get(field) == value}
    newer = [field for field in row.after if field not in back and values.get(field) != row.before.get(field)]
    stayed += [Difference(field, row.before.get(field), values.get(field)) for field in newer]
    return change(session, row.entry_id, back, Hand(hand.actor, Act.UNDONE, hand.at, hand.batch_id))
