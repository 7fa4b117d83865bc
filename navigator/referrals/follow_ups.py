"""The follow-ups of referrals in the store: made with the request, counted from the end of the visit (R-10)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.follow_up import ATTEMPTS, Attempt, FollowUp, FollowUpState, Reached, due_times
from navigator.referrals.names import account_names
from navigator.referrals.rows import AttemptRow, FollowUpRow, ReferralRow, VisitRow
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

_DUE = FollowUpState.DUE.value


class FollowUps:
    """What is asked afterwards, and every attempt at it."""

    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.READ_CASEWORK)
    def of(self, actor: Actor, referral_id: str) -> tuple[FollowUp, ...]:
        """The follow-ups of one referral, first due first."""
        with self._store.reading() as session:
            row = session.get(ReferralRow, referral_id)
            if row is None:
                raise NotFound("This referral is no longer in casework.")
            found = follow_ups_of(session, [referral_id])[referral_id]
        self._viewed.note(actor, [row.person_id])
        return found

    @requires(Permission.WRITE_CASEWORK)
    def attempt(self, actor: Actor, follow_up_id: str, reached: Reached, words: str = "") -> FollowUp:
        """Writes down one try. Whoever was reached settles this date; three tries at nobody do too (R-10)."""
        now = self._store.clock()
        with self._store.writing() as session:
            row = session.get(FollowUpRow, follow_up_id)
            if row is None:
                raise NotFound("This follow-up is no longer in casework.")
            if row.state != _DUE:
                raise BadInput("This follow-up is settled already.")
            session.add(
                AttemptRow(
                    id=new_id(),
                    follow_up_id=follow_up_id,
                    at=to_store(now),
                    made_by=actor.id,
                    reached=reached.value,
                    words=words.strip(),
                )
            )
            session.flush()
            tried = next(one for one in follow_ups_of(session, [row.referral_id])[row.referral_id] if one.id == row.id)
            if reached is not Reached.NOBODY or len(tried.attempts) >= ATTEMPTS:
                row.state = FollowUpState.DONE.value
            settle(session, actor, DraftKind.FOLLOW_UP, follow_up_id)
            self._trail.record(session, actor, Action.FOLLOW_UP_TRIED, follow_up_id, reached=reached.value)
            session.flush()
            every = follow_ups_of(session, [row.referral_id])[row.referral_id]
            return next(one for one in every if one.id == follow_up_id)


def make(session: Session, referral: ReferralRow, requested_at: datetime) -> None:
    """The four dates of a referral that was just requested, from the end of its visit or from the request."""
    visit = session.get_one(VisitRow, referral.visit_id)
    start = from_store(visit.cleared_at) if visit.cleared_at else requested_at
    for number, due_at in enumerate(due_times(start), start=1):
        row = FollowUpRow(id=new_id(), referral_id=referral.id, number=number, due_at=to_store(due_at), state=_DUE)
        session.add(row)
    session.flush()


def drop(session: Session, referral_id: str) -> None:
    """The referral has ended: nothing more is due."""
    due = (FollowUpRow.referral_id == referral_id, FollowUpRow.state == _DUE)
    session.execute(update(FollowUpRow).where(*due).values(state=FollowUpState.DROPPED.value))


def count_from(session: Session, visit_id: str, ended_at: datetime | None) -> None:
    """Counts what is still due from the end of the visit or, where it has none, from each request."""
    requested = (ReferralRow.visit_id == visit_id, ReferralRow.requested_at.is_not(None))
    for referral in session.scalars(select(ReferralRow).where(*requested)):
        start = ended_at or from_store(referral.requested_at or "")
        for number, due_at in enumerate(due_times(start), start=1):
            due = (FollowUpRow.referral_id == referral.id, FollowUpRow.number == number, FollowUpRow.state == _DUE)
            session.execute(update(FollowUpRow).where(*due).values(due_at=to_store(due_at)))


def follow_ups_of(session: Session, referral_ids: Sequence[str]) -> dict[str, tuple[FollowUp, ...]]:
    rows = session.scalars(
        select(FollowUpRow).where(FollowUpRow.referral_id.in_(referral_ids)).order_by(FollowUpRow.number)
    ).all()
    attempts = _attempts(session, [row.id for row in rows])
    found: dict[str, list[FollowUp]] = {referral_id: [] for referral_id in referral_ids}
    for row in rows:
        state, due_at = FollowUpState(row.state), from_store(row.due_at)
        found[row.referral_id].append(
            FollowUp(row.id, row.referral_id, row.number, due_at, state, tuple(attempts.get(row.id, ())))
        )
    return {referral_id: tuple(several) for referral_id, several in found.items()}


def _attempts(session: Session, ids: Sequence[str]) -> dict[str, list[Attempt]]:
    names = account_names(session)
    found: dict[str, list[Attempt]] = {}
    for row in session.scalars(
        select(AttemptRow).where(AttemptRow.follow_up_id.in_(ids)).order_by(AttemptRow.at, AttemptRow.id)
    ):
        tried = Attempt(from_store(row.at), Reached(row.reached), row.words, names.get(row.made_by, ""))
        found.setdefault(row.follow_up_id, []).append(tried)
    return found
