"""Free text of confidential records: it waits, in the encrypted store, for a person to release or delete it (S-13)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from navigator.clock import from_store, to_store
from navigator.errors import NotFound
from navigator.ids import new_id
from navigator.resources import rows
from navigator.resources.fields import FIELDS, label_of
from navigator.resources.stewardship.rows import QuarantineRow
from navigator.storage import state

_SETTLED = "text settled "
ALERT, PROPOSAL, ANSWER, ROOM, CHECK = "alert", "proposal", "answer", "room", "check"
_ELSEWHERE: Mapping[str, str] = {
    ALERT: "Words of an alert",
    PROPOSAL: "Words of a proposal",
    ANSWER: "Answer to a proposal",
    ROOM: "Words on how much room there is",
    CHECK: "Words on a check",
}


@dataclass(frozen=True)
class Waiting:
    """A free text of a confidential entry that nobody has read for traces of the place yet.

    `field` is a key of `resources.fields`, or where else it stood, such as "alert"; `label` says it in words.
    """

    id: str
    entry_id: str
    name: str
    field: str
    label: str
    text: str
    at: datetime


def quarantine(session: Session, entry_id: str, free_text: Mapping[str, str], batch_id: str, at: datetime) -> int:
    """Lets texts wait, by field; returns how many.

    What waits for this entry in the same words is not brought up again, nor what an import (`batch_id`) brings anew
    after a person settled it.
    """
    known = set(session.scalars(select(QuarantineRow.text).where(QuarantineRow.entry_id == entry_id)))
    fresh = {field: text for field, text in free_text.items() if text.strip() and text not in known}
    lines = [
        _line(entry_id, field, text, batch_id, at)
        for field, text in fresh.items()
        if not batch_id or state.get(session, _mark(entry_id, text)) is None
    ]
    if lines:
        session.execute(insert(QuarantineRow), lines)
    return len(lines)


def waiting_texts(session: Session, entry_id: str | None = None) -> tuple[Waiting, ...]:
    """The texts that wait, oldest first; of one entry or of all."""
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    wanted = (
        select(QuarantineRow, service.name)
        .join(door, door.id == QuarantineRow.entry_id)
        .join(service, service.id == door.service_id)
        .order_by(QuarantineRow.at, QuarantineRow.id)
    )
    if entry_id is not None:
        wanted = wanted.where(QuarantineRow.entry_id == entry_id)
    return tuple(_waiting(row, name) for row, name in session.execute(wanted))


def settle(session: Session, waiting_id: str) -> QuarantineRow:
    """Takes the text out for good; its digest stays, so that the next import does not bring it up again."""
    row = session.get(QuarantineRow, waiting_id)
    if row is None:
        raise NotFound("This text was released or deleted already.")
    state.put(session, _mark(row.entry_id, row.text), "")
    session.execute(delete(QuarantineRow).where(QuarantineRow.id == waiting_id))
    session.expunge(row)
    return row


def label_of_waiting(field: str) -> str:
    """What a person calls the field, or the other place, that a text stood in."""
    return label_of(field) if field in FIELDS else _ELSEWHERE.get(field, field)


def _mark(entry_id: str, text: str) -> str:
    return _SETTLED + hashlib.sha256(f"{entry_id}\n{text}".encode()).hexdigest()


def _line(entry_id: str, field: str, text: str, batch_id: str, at: datetime) -> dict[str, Any]:
    told = {"entry_id": entry_id, "batch_id": batch_id, "field": field, "text": text}
    return {"id": new_id(), "at": to_store(at)} | told


def _waiting(row: QuarantineRow, name: str) -> Waiting:
    label = label_of_waiting(row.field)
    return Waiting(row.id, row.entry_id, name, row.field, label, row.text, from_store(row.at))
