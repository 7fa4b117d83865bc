"""Takes entries out of the store with everything that hangs on them: only an import that is undone does this."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from navigator.resources import rows
from navigator.resources.stewardship import rows as desk
from navigator.resources.stewardship.changing import prune

_BY_ENTRY = (
    *(rows.CapacityRow, rows.VerificationRow, desk.FieldMarkRow, desk.ProposalRow, desk.AlertRow, desk.OriginRow),
    *(desk.PairRow, desk.QuarantineRow, desk.ChangeRow),
)
_BY_SERVICE = (rows.CategoryRow, rows.FactRow, rows.LanguageRow)


def remove(session: Session, entry_ids: Sequence[str]) -> None:
    """Removes the entries, the services that have no place left, and what nothing belongs to any more."""
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    for row in _BY_ENTRY:
        session.execute(delete(row).where(row.entry_id.in_(entry_ids)))
    session.execute(delete(desk.PairRow).where(desk.PairRow.other_id.in_(entry_ids)))
    for owned in (rows.PhoneRow, rows.HoursRow):
        session.execute(delete(owned).where(owned.owner_id.in_(entry_ids)))
    services = set(session.scalars(select(door.service_id).where(door.id.in_(entry_ids))))
    session.execute(delete(door).where(door.id.in_(entry_ids)))
    left = services - set(session.scalars(select(door.service_id).where(door.service_id.in_(services))))
    for known in _BY_SERVICE:
        session.execute(delete(known).where(known.service_id.in_(left)))
    session.execute(delete(service).where(service.id.in_(left)))
    prune(session)
