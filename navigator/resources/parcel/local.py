"""What belongs to a station alone and must outlive a parcel: entries made here, edits made here, proposals (S-14)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import batched
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from navigator.ids import new_id
from navigator.resources import reading
from navigator.resources.confidential import is_kept_unread, parted
from navigator.resources.fields import Level, Record, Values, level_of, values_of
from navigator.resources.hiding import services_of_place
from navigator.resources.rows import ServiceAtLocationRow
from navigator.resources.stewardship.changing import Hand
from navigator.resources.stewardship.quarantine import quarantine
from navigator.resources.stewardship.reported import UNSETTLED, ProposalState
from navigator.resources.stewardship.rows import ChangeRow, FieldMarkRow, ProposalRow
from navigator.storage import changes

_AT_ONCE = 5000
EDITED_HERE = "Changed at this station before the parcel came."


def made_here(session: Session, entry_ids: Sequence[str]) -> Collection[str]:
    """Those that a person of this station added by hand."""
    found: set[str] = set()
    for some in batched(entry_ids, _AT_ONCE):
        by_hand = select(ChangeRow).where(ChangeRow.entry_id.in_(some), ChangeRow.batch_id == "")
        found |= {row.entry_id for row in session.scalars(by_hand) if _is_beginning(row)}
    return found


def _is_beginning(row: ChangeRow) -> bool:
    return "name" in row.after and row.before.get("name") is None


def free_proposals(session: Session, entry_ids: Sequence[str]) -> int:
    """Unsettled proposals on entries that leave stand alone from now on and say what they were about."""
    row = ProposalRow
    own = row.entry_id.in_(entry_ids), row.state.in_(UNSETTLED)
    names = {entry.id: entry.name for entry in reading.entries(session, entry_ids)}
    found = session.scalars(select(row).where(*own)).all()
    for one in found:
        about = _about(names[str(one.entry_id)])
        one.words = f"{about}\n\n{one.words}" if one.words else about
        one.values_after = {"name": names[str(one.entry_id)]} | one.values_after
        one.entry_id = None
    session.flush()
    return len(found)


def _about(name: str) -> str:
    return f"About “{name}”, which is no longer in the directory."


def propose_leaving(session: Session, entry_ids: Sequence[str], since: str) -> int:
    """What somebody changed after `since` in entries that leave becomes their proposal, which stands alone."""
    row = FieldMarkRow
    found: dict[str, list[FieldMarkRow]] = defaultdict(list)
    for one in session.scalars(select(row).where(row.entry_id.in_(entry_ids), row.at >= since).order_by(row.at)):
        found[one.entry_id].append(one)
    for record in reading.records(session, found):
        name, here, newer = record.entry.name, values_of(record), found[record.entry.id]
        told = {"name": name} | {mark.field: here.get(mark.field) for mark in newer}
        line = _proposal(session, None, newer[-1]) | {"words": f"{EDITED_HERE} {_about(name)}"}
        session.execute(insert(ProposalRow), [line | {"values_before": {}, "values_after": told}])
    return len(found)


def let_wait(session: Session, entry_id: str, since: str, hand: Hand) -> None:
    """Free text that somebody changed here after `since` waits here, when the publisher hides the place (S-13)."""
    door, mark = ServiceAtLocationRow, FieldMarkRow
    doors = session.scalars(select(door.id).where(door.service_id.in_(services_of_place(session, entry_id)))).all()
    seen: set[str] = set()
    for record in reading.records(session, doors):
        own = set(session.scalars(select(mark.field).where(mark.entry_id == record.entry.id, mark.at >= since)))
        texts = {key: text for key, text in parted(record).free_text.items() if key in own - seen}
        quarantine(session, record.entry.id, texts, "", hand.at)
        seen |= {key for key in texts if level_of(key) is Level.SERVICE}
        unkept = [key for key in own if not is_kept_unread(key)]
        session.execute(delete(mark).where(mark.entry_id == record.entry.id, mark.field.in_(unkept)))


def propose_overwritten(session: Session, now: Record, values: Values, since: str) -> int:
    """What somebody changed here after `since` and a parcel changes again becomes their proposal; 1 or 0.

    Marks of the fields that a parcel changes go: they are no longer what somebody here vouched for.
    """
    mark, door, here = FieldMarkRow, ServiceAtLocationRow, values_of(now)
    shared = [key for key in values if level_of(key) is Level.SERVICE]
    places = select(door.id).where(door.service_id == now.entry.service_id)
    at_place = and_(mark.entry_id == now.entry.id, mark.field.in_(list(values)))
    own = or_(at_place, and_(mark.entry_id.in_(places), mark.field.in_(shared)))
    newer = session.scalars(select(mark).where(own, mark.at >= since).order_by(mark.at)).all()
    if newer:
        fields = dict.fromkeys(row.field for row in newer)
        line = _proposal(session, now.entry.id, newer[-1])
        told = {"values_before": {key: values[key] for key in fields}}
        told |= {"values_after": {key: here.get(key) for key in fields}}
        session.execute(insert(ProposalRow), [line | told])
    session.execute(delete(mark).where(own))
    return int(bool(newer))


def _proposal(session: Session, entry_id: str | None, mark: FieldMarkRow) -> dict[str, Any]:
    account = changes.roster(session, mark.by)
    return {
        "id": new_id(),
        "entry_id": entry_id,
        "at": mark.at,
        "by": mark.by,
        "by_name": mark.by_name,
        "by_role": account.role if account else "",
        "words": EDITED_HERE,
        "state": ProposalState.OPEN.value,
        "answer": "",
        "settled_at": None,
        "settled_by": None,
        "settled_by_name": None,
    }


def settle_answered(session: Session, answers: Sequence[dict[str, Any]]) -> None:
    """What the publisher's desk made of proposals from here; their authors read it."""
    row = ProposalRow
    for one in answers:
        told = {name: one[name] for name in ("state", "answer", "settled_at", "settled_by_name")}
        session.execute(update(row).where(row.id == one["id"], row.state.in_(UNSETTLED)).values(told))
