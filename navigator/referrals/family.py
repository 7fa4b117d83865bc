"""The referrals of one visit as rows: those for the same need, the one to the same door, and how many may be open."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.errors import BadInput
from navigator.referrals.rows import ReferralRow
from navigator.referrals.status import ENDED, OPEN, Status

MOST_OPEN = 3
"""Open referrals that one need of a visit may have (R-05)."""
TOO_MANY = f"{MOST_OPEN} places are asked for this need already. Close one of them before you call another."


def of_visit(session: Session, visit_id: str) -> Sequence[ReferralRow]:
    """As they were made, with the drafts that were put away."""
    rows = select(ReferralRow).where(ReferralRow.visit_id == visit_id).order_by(ReferralRow.made_at, ReferralRow.id)
    return session.scalars(rows).all()


def of_need(session: Session, row: ReferralRow) -> Sequence[ReferralRow]:
    """The other referrals for the same need of the same visit."""
    return [other for other in of_visit(session, row.visit_id) if other.need == row.need and other != row]


def open_siblings(session: Session, row: ReferralRow) -> Sequence[ReferralRow]:
    return [other for other in of_need(session, row) if Status(other.status) in OPEN]


def refuse_too_many(session: Session, row: ReferralRow) -> None:
    """A fourth place is not called for one need (R-05)."""
    if len(open_siblings(session, row)) >= MOST_OPEN:
        raise BadInput(TOO_MANY)


def twin(session: Session, visit_id: str, entry_id: str) -> ReferralRow | None:
    """The referral of this visit to the same door that has neither ended nor been put away."""
    here = (row for row in of_visit(session, visit_id) if row.snapshot["entry_id"] == entry_id)
    return next((row for row in here if row.discarded_at is None and Status(row.status) not in ENDED), None)
