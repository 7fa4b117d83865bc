"""Everything a plan is made of, read at one moment in one session."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from navigator.referrals.follow_up import FollowUp
from navigator.referrals.follow_ups import follow_ups_of
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_versions import handoff_of
from navigator.referrals.history import referrals_of
from navigator.referrals.plan import SavedPlan
from navigator.referrals.referral import Referral
from navigator.referrals.register import PaperState, Registered, papers_of
from navigator.referrals.rows import HandoffRow, PrintedRow, ReferralRow
from navigator.referrals.visit import Visit
from navigator.referrals.visits import visits_of
from navigator.storage.audit import Action
from navigator.storage.rows import AuditRow

Mark = tuple[int, int]


@dataclass(frozen=True)
class PlanSources:
    """`handoffs` and `follow_ups` by referral id, `papers` newest first; `mark` grows with every change of casework."""

    mark: Mark
    visit: Visit
    saved: SavedPlan
    referrals: tuple[Referral, ...]
    handoffs: Mapping[str, Handoff]
    follow_ups: Mapping[str, tuple[FollowUp, ...]]
    papers: tuple[Registered, ...]


def mark_of(session: Session, visit_id: str) -> Mark:
    """The newest change in the trail, and how many papers of the visit have left, which the trail tells only begun.

    That somebody was looked at changes nothing.
    """
    told = select(AuditRow.number).where(AuditRow.action != Action.PERSON_VIEWED.value)
    left = (PrintedRow.visit_id == visit_id, PrintedRow.state == PaperState.RELEASED.value)
    newest = session.scalar(told.order_by(AuditRow.number.desc()).limit(1))
    return newest or 0, session.scalar(select(func.count()).select_from(PrintedRow).where(*left)) or 0


def read(session: Session, saved: SavedPlan, mark: Mark) -> PlanSources:
    """What belongs to the visit of the newest plan `saved`, which is there."""
    of_visit = (ReferralRow.visit_id == saved.visit_id, ReferralRow.discarded_at.is_(None))
    rows = session.scalars(select(ReferralRow).where(*of_visit).order_by(ReferralRow.made_at, ReferralRow.id)).all()
    ids = [row.id for row in rows]
    handoffs = select(HandoffRow).where(HandoffRow.referral_id.in_(ids)).order_by(HandoffRow.number)
    return PlanSources(
        mark=mark,
        visit=visits_of(session, [saved.visit_id])[saved.visit_id],
        saved=saved,
        referrals=referrals_of(session, rows),
        handoffs={row.referral_id: handoff_of(row.content, row.version) for row in session.scalars(handoffs)},
        follow_ups=follow_ups_of(session, ids),
        papers=papers_of(session, [saved.visit_id]),
    )
