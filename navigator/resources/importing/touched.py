"""Which entries of an import somebody here has touched since: those stay when it is taken back (S-08)."""

from collections.abc import Collection, Iterator
from itertools import batched

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from navigator.resources import rows
from navigator.resources.stewardship import rows as desk
from navigator.resources.stewardship.secrecy import HIDDEN_HERE
from navigator.storage import state

_AT_ONCE = 5000


def touched(session: Session, batch_id: str, entry_ids: Collection[str]) -> frozenset[str]:
    """Of the entries that the import added, those with a change, check, beds, alert, proposal or mark of their own."""
    undone = select(desk.BatchRow.id).where(desk.BatchRow.undone_at.is_not(None))
    found: set[str] = set()
    for some in batched(entry_ids, _AT_ONCE):
        for wanted in _touches(batch_id, undone, some):
            found.update(str(one) for one in session.scalars(wanted) if one)
        found |= _hidden_here(session, some)
    return frozenset(found & set(entry_ids))


def _hidden_here(session: Session, some: Collection[str]) -> set[str]:
    """Those that somebody here made confidential: they may not come back as they were (S-13)."""
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    wanted = select(door.id, service.id).join(service, service.id == door.service_id)
    secret = session.execute(wanted.where(door.id.in_(some), service.confidential)).all()
    return {entry_id for entry_id, one in secret if state.get(session, HIDDEN_HERE + one) is not None}


def _touches(batch_id: str, undone: Select[str], some: Collection[str]) -> Iterator[Select[str]]:
    """Beds and checks that came with the import are recorded under its own id."""
    change, origin, pair = desk.ChangeRow, desk.OriginRow, desk.PairRow
    beds, check, service = rows.CapacityRow, rows.VerificationRow, rows.ServiceRow
    yield select(change.entry_id).where(
        change.entry_id.in_(some), change.batch_id != batch_id, change.batch_id.not_in(undone)
    )
    yield select(beds.entry_id).where(beds.entry_id.in_(some), beds.recorded_by != batch_id)
    yield select(check.entry_id).where(check.entry_id.in_(some), check.by != batch_id)
    for row in (desk.FieldMarkRow, desk.ProposalRow, desk.AlertRow):
        column = row.__table__.c.entry_id
        yield select(column).where(column.in_(some))
    yield select(origin.entry_id).where(origin.entry_id.in_(some), origin.batch_id != batch_id)
    yield select(service.duplicate_of).where(service.duplicate_of.in_(some))
    yield select(pair.entry_id).where(pair.entry_id.in_(some), pair.settled_at.is_not(None))
    yield select(pair.other_id).where(pair.other_id.in_(some), or_(pair.settled_at.is_not(None), pair.batch_id != ""))
