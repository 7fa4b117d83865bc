"""What comes in a parcel beside the fields: room, checks, alerts, the do-not-list, answers, words (S-14)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from navigator.resources import rows
from navigator.resources.parcel import known, words
from navigator.resources.parcel.contents import PARCEL, Carried, Contents, Line
from navigator.resources.parcel.local import settle_answered
from navigator.resources.stewardship.changing import Hand
from navigator.resources.stewardship.quarantine import quarantine
from navigator.resources.stewardship.rows import AlertRow

_AT_ONCE = 5000


def put(session: Session, contents: Contents, hand: Hand) -> None:
    """Adds words on room and checks that are not here yet; the publisher's alerts and do-not-list as they are now."""
    there = _ids(session, rows.ServiceAtLocationRow)
    kept = [one for one in contents.entries if one.id in there]
    by = {"recorded_by": PARCEL + hand.batch_id}
    _add_new(session, rows.CapacityRow, (room | by for room in _of(kept, "rooms")))
    by = {"by": PARCEL + hand.batch_id}
    _add_new(session, rows.VerificationRow, (check | by for check in _of(kept, "checks")))
    session.execute(delete(AlertRow).where(AlertRow.by.startswith(PARCEL)))
    _add_new(session, AlertRow, (alert | by for alert in _of(kept, "alerts")))
    _put_barred(session, contents.barred)
    settle_answered(session, contents.answers)
    if contents.words is not None:
        words.put(session, contents.words, PARCEL + hand.batch_id)
    for one in kept:
        for field, text in one.waiting:
            quarantine(session, one.id, {field: text}, hand.batch_id, hand.at)


def _of(carried: Iterable[Carried], part: str) -> Iterator[Line]:
    for one in carried:
        yield from (line | {"entry_id": one.id} for line in getattr(one, part))


def _add_new(session: Session, row: type[Any], lines: Iterable[Line]) -> None:
    known_ids = _ids(session, row)
    for some in batched((line for line in lines if line["id"] not in known_ids), _AT_ONCE):
        session.execute(insert(row), list(some))


def _ids(session: Session, row: type[Any]) -> set[str]:
    return set(session.scalars(select(row.id)))


def _put_barred(session: Session, barred: Sequence[Line]) -> None:
    """The publisher's list; what this station barred itself stays."""
    row = rows.DoNotListRow
    names = {bar["name"].casefold() for bar in barred}
    before = known.received_barred(session)
    ids = before | {bar["id"] for bar in barred}
    gone = [one.id for one in session.scalars(select(row)) if one.id in ids or one.name.casefold() in names]
    session.execute(delete(row).where(row.id.in_(gone)))
    if barred:
        session.execute(insert(row), list(barred))
    known.note_barred(session, [bar["id"] for bar in barred])
