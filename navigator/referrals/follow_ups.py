"""The follow-ups of referrals in the store: made with the request, counted from the end of the visit (R-10)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from navigator.clock import from_store, to_store
from navigator.ids import new_id
from navigator.referrals.follow_up import (
    AFTER,
    Attempt,
    Called,
    Dated,
    FollowUp,
    FollowUpState,
    Reached,
    due_times,
)
from navigator.referrals.follow_up_rows import FollowUpDateRow, FollowUpTimeRow
from navigator.referrals.names import account_names
from navigator.referrals.rows import AttemptRow, FollowUpRow, ReferralRow, VisitRow

_DUE = FollowUpState.DUE.value


def make(session: Session, referral: ReferralRow, requested_at: datetime) -> None:
    """The dates of a referral that was just requested, from the end of its visit or from the request."""
    visit = session.get_one(VisitRow, referral.visit_id)
    start = from_store(visit.cleared_at) if visit.cleared_at else requested_at
    for number, due_at in enumerate(due_times(start, times_of(session)), start=1):
        row = FollowUpRow(id=new_id(), referral_id=referral.id, number=number, due_at=to_store(due_at), state=_DUE)
        session.add(row)
    session.flush()


def drop(session: Session, referral_id: str) -> None:
    """The referral has ended: nothing more is due."""
    due = (FollowUpRow.referral_id == referral_id, FollowUpRow.state == _DUE)
    session.execute(update(FollowUpRow).where(*due).values(state=FollowUpState.DROPPED.value))


def count_from(session: Session, visit_id: str, ended_at: datetime | None) -> None:
    """Counts what is still due from the end of the visit or, where it has none, from each request.

    A time that somebody chose by hand was agreed with somebody: it stays.
    """
    times = times_of(session)
    requested = (ReferralRow.visit_id == visit_id, ReferralRow.requested_at.is_not(None))
    for referral in session.scalars(select(ReferralRow).where(*requested)):
        start = ended_at or from_store(referral.requested_at or "")
        for number, due_at in enumerate(due_times(start, times), start=1):
            due = (FollowUpRow.referral_id == referral.id, FollowUpRow.number == number, FollowUpRow.state == _DUE)
            by_hand = select(FollowUpDateRow.follow_up_id).where(FollowUpDateRow.follow_up_id == FollowUpRow.id)
            counted = update(FollowUpRow).where(*due, ~by_hand.exists())
            session.execute(counted.values(due_at=to_store(due_at)))


def times_of(session: Session) -> tuple[timedelta, ...]:
    """How long after the visit each follow-up is due at this station."""
    hours = session.scalars(select(FollowUpTimeRow.hours).order_by(FollowUpTimeRow.number)).all()
    return tuple(timedelta(hours=each) for each in hours) or AFTER


def follow_ups_of(session: Session, referral_ids: Sequence[str]) -> dict[str, tuple[FollowUp, ...]]:
    """The follow-ups of each, first due first."""
    asked = select(FollowUpRow).where(FollowUpRow.referral_id.in_(referral_ids))
    rows = session.scalars(asked.order_by(FollowUpRow.due_at, FollowUpRow.number)).all()
    ids = [row.id for row in rows]
    attempts, dates = _attempts(session, ids), _dates(session, ids)
    found: dict[str, list[FollowUp]] = {referral_id: [] for referral_id in referral_ids}
    for row in rows:
        found[row.referral_id].append(
            FollowUp(
                id=row.id,
                referral_id=row.referral_id,
                number=row.number,
                due_at=from_store(row.due_at),
                state=FollowUpState(row.state),
                attempts=tuple(attempts.get(row.id, ())),
                dates=tuple(dates.get(row.id, ())),
            )
        )
    return {referral_id: tuple(several) for referral_id, several in found.items()}


def _attempts(session: Session, ids: Sequence[str]) -> dict[str, list[Attempt]]:
    names = account_names(session)
    found: dict[str, list[Attempt]] = {}
    for row in session.scalars(
        select(AttemptRow).where(AttemptRow.follow_up_id.in_(ids)).order_by(AttemptRow.at, AttemptRow.id)
    ):
        tried = Attempt(
            at=from_store(row.at),
            reached=Reached(row.reached),
            words=row.words,
            by=names.get(row.made_by, ""),
            told_by=row.told_by,
            called=Called(row.called) if row.called else None,
        )
        found.setdefault(row.follow_up_id, []).append(tried)
    return found


def _dates(session: Session, ids: Sequence[str]) -> dict[str, list[Dated]]:
    names = account_names(session)
    found: dict[str, list[Dated]] = {}
    rows = select(FollowUpDateRow).where(FollowUpDateRow.follow_up_id.in_(ids))
    for row in session.scalars(rows.order_by(FollowUpDateRow.at, FollowUpDateRow.id)):
        dated = Dated(from_store(row.at), from_store(row.due_at), row.words, names.get(row.made_by, ""))
        found.setdefault(row.follow_up_id, []).append(dated)
    return found
