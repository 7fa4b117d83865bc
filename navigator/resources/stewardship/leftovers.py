"""Takes a place out of everything the desk keeps beside the record when it is made confidential (S-13).

History, proposals and held rows keep what a confidential entry may have; their free text waits in quarantine. Alerts
go, their words wait. Drafts that hold the entry go whole: nobody can tell an address from other words in them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from navigator.resources.confidential import parted, unread
from navigator.resources.fields import Record, Values, with_values
from navigator.resources.model import Entry
from navigator.resources.stewardship.pairs import incoming_of, record_in
from navigator.resources.stewardship.quarantine import ALERT, ANSWER, PROPOSAL, quarantine
from navigator.resources.stewardship.rows import AlertRow, BatchRow, ChangeRow, DraftRow, PairRow, ProposalRow
from navigator.resources.telling import Telling

REMOVED = "(removed: this place is confidential)"
_NOTHING = Record(Entry(id="", service_id="", name=""))


def told_before(session: Session, entry_ids: Sequence[str]) -> Telling:
    """What history and proposals say of where the entries are or were."""
    history = session.execute(select(ChangeRow.before, ChangeRow.after).where(ChangeRow.entry_id.in_(entry_ids)))
    row = ProposalRow
    proposed = session.execute(select(row.values_before, row.values_after).where(row.entry_id.in_(entry_ids)))
    return Telling.of_values(values for two in (*history, *proposed) for values in two)


def clear(session: Session, entry_ids: Sequence[str], telling: Telling, at: datetime) -> None:
    """Leaves nothing of the place; what nobody has read yet waits with the entry."""
    touched = {*entry_ids}
    _clear_history(session, entry_ids, telling)
    touched |= _clear_proposals(session, entry_ids, telling, at)
    touched |= _clear_alerts(session, entry_ids, at)
    touched |= _clear_pairs(session, entry_ids, telling, at)
    _drop_drafts(session, touched, telling)
    _clear_reports(session, telling)
    session.flush()


def _clear_history(session: Session, entry_ids: Sequence[str], telling: Telling) -> None:
    for row in session.scalars(select(ChangeRow).where(ChangeRow.entry_id.in_(entry_ids))):
        row.before, row.after = _unread(row.before, telling), _unread(row.after, telling)


def _unread(values: Values, telling: Telling) -> dict[str, Any]:
    return dict(telling.unnamed(unread(values)))


def _clear_proposals(session: Session, entry_ids: Sequence[str], telling: Telling, at: datetime) -> set[str]:
    wanted = or_(ProposalRow.entry_id.in_(entry_ids), ProposalRow.entry_id.is_(None))
    found = [row for row in session.scalars(select(ProposalRow).where(wanted)) if _is_of_place(row, telling)]
    for row in found:
        clear_proposal(session, row, row.entry_id or entry_ids[0], telling, at)
    return {row.id for row in found}


def clear_proposal(session: Session, row: ProposalRow, entry_id: str, telling: Telling, at: datetime) -> None:
    """Leaves it what a confidential entry may have; its free text waits with the entry."""
    texts = {PROPOSAL: row.words, ANSWER: row.answer, **_free_text(row.values_after)}
    quarantine(session, entry_id, texts, "", at)
    row.values_before, row.values_after = _unread(row.values_before, telling), _unread(row.values_after, telling)
    row.words, row.answer = REMOVED if row.words else "", REMOVED if row.answer else ""


def _is_of_place(row: ProposalRow, telling: Telling) -> bool:
    return row.entry_id is not None or telling.stands_in((row.values_after, row.words, row.answer))


def _free_text(values: Mapping[str, Any]) -> Mapping[str, str]:
    return parted(with_values(_NOTHING, values)).free_text


def _clear_alerts(session: Session, entry_ids: Sequence[str], at: datetime) -> set[str]:
    found = session.scalars(select(AlertRow).where(AlertRow.entry_id.in_(entry_ids)).order_by(AlertRow.id)).all()
    for row in found:
        quarantine(session, row.entry_id, {ALERT: row.words}, "", at)
    session.execute(delete(AlertRow).where(AlertRow.entry_id.in_(entry_ids)))
    return {row.id for row in found}


def _clear_pairs(session: Session, entry_ids: Sequence[str], telling: Telling, at: datetime) -> set[str]:
    """Also what an import brought of it: whichever way the pair is settled, it is confidential."""
    wanted = or_(PairRow.entry_id.in_(entry_ids), PairRow.other_id.in_(entry_ids))
    found = session.scalars(select(PairRow).where(wanted)).all()
    for row in found:
        row.reasons = []
        if "values" in row.incoming:
            record = parted(record_in(row.incoming))
            texts = {**record.free_text, **row.incoming.get("free_text", {})}
            quarantine(session, row.entry_id, texts, row.batch_id, at)
            row.incoming = incoming_of(Record(telling.unplaced(record.kept.entry)), {})
    return {row.id for row in found}


def _drop_drafts(session: Session, subjects: Iterable[str], telling: Telling) -> None:
    wanted = frozenset(subjects)
    holding = telling | Telling(wanted)
    for draft in session.scalars(select(DraftRow)).all():
        if draft.subject in wanted or holding.stands_in(draft.content):
            session.delete(draft)


def _clear_reports(session: Session, telling: Telling) -> None:
    """Bad rows of imports are shown with a part of what stood in them."""
    for row in session.scalars(select(BatchRow)):
        if telling.stands_in(row.problems):
            row.problems = [_without(problem, telling) for problem in row.problems]


def _without(value: Any, telling: Telling) -> Any:
    match value:
        case dict():
            return {key: _without(inner, telling) for key, inner in value.items()}
        case list():
            return [_without(inner, telling) for inner in value]
        case str() if telling.stands_in(value):
            return REMOVED
    return value
