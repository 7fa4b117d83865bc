"""The rows behind the worklists: each query goes by an index, none reads a whole table (R-09)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from navigator.clock import from_store, to_store
from navigator.referrals.draft import DraftKind
from navigator.referrals.follow_up import FollowUpState
from navigator.referrals.kept import take_back
from navigator.referrals.resting import ending
from navigator.referrals.rows import FollowUpRow, ReferralRow, VisitRow
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.status import OPEN, Status
from navigator.referrals.task import BED_HOLD_WITHIN, LOOP_OPEN_AFTER, NO_ANSWER_AFTER, Matter, Task
from navigator.referrals.visit import Visit

_IS_OPEN = ReferralRow.status.in_([status.value for status in OPEN])
_DUE = FollowUpState.DUE.value


@dataclass(frozen=True)
class Owed:
    """A task before it is known whom it is about."""

    matter: Matter
    visit_id: str
    due_at: datetime
    referral: ReferralRow | None = None
    follow_up_id: str = ""
    form: DraftKind | None = None


@dataclass(frozen=True)
class Horizon:
    """How far ahead a list looks from `now`; a call counts as unanswered after `unanswered_for`. Times are aware."""

    now: datetime
    zone: tzinfo
    beds_until: datetime
    asked_before: datetime
    unanswered_for: timedelta = NO_ANSWER_AFTER

    @property
    def check_day(self) -> date:
        """The last day whose checks are listed."""
        return (self.asked_before - timedelta(microseconds=1)).astimezone(self.zone).date()


def today(now: datetime, zone: tzinfo) -> Horizon:
    """What is due by the end of today, and a bed held for an hour at most."""
    midnight = datetime.combine(now.astimezone(zone).date() + timedelta(days=1), time(), zone)
    return Horizon(now, zone, now + BED_HOLD_WITHIN, midnight)


def of_referrals(session: Session, horizon: Horizon) -> Iterator[Owed]:
    """Bed holds, missing answers, ending consents, checks, follow-ups, and loops open for 30 days."""
    yield from _waiting(session, horizon)
    yield from _consents(session, horizon.now)
    yield from _follow_ups(session, horizon)
    yield from _open_loops(session, horizon.now)


def unfinished(session: Session) -> Iterator[Owed]:
    for row in session.scalars(select(VisitRow).where(VisitRow.cleared_at.is_(None))):
        yield Owed(Matter.VISIT_OPEN, row.id, from_store(row.arrived_at))


def _waiting(session: Session, horizon: Horizon) -> Iterator[Owed]:
    held = ReferralRow.held_until <= to_store(horizon.beds_until)
    for row in (*_rows(session, Status.ACCEPTED, held), *_rows(session, Status.ON_HOLD, held)):
        yield Owed(Matter.BED_HOLD, row.visit_id, from_store(row.held_until or ""), row)
    waits = ReferralRow.awaiting_since <= to_store(horizon.now - horizon.unanswered_for)
    for row in _rows(session, Status.REQUESTED, waits):
        yield Owed(Matter.NO_ANSWER, row.visit_id, from_store(row.awaiting_since or "") + NO_ANSWER_AFTER, row)
    for row in _rows(session, Status.ON_HOLD, ReferralRow.check_on <= horizon.check_day.isoformat()):
        day = date.fromisoformat(row.check_on or "")
        yield Owed(Matter.CHECK_DUE, row.visit_id, datetime.combine(day, time(), horizon.zone), row)


def _rows(session: Session, status: Status, due: ColumnElement[bool]) -> Iterable[ReferralRow]:
    return session.scalars(select(ReferralRow).where(ReferralRow.status == status.value, due))


def _consents(session: Session, now: datetime) -> Iterator[Owed]:
    """Each open referral once, by the consent of it that ended or ends last."""
    resting = {one.referral.id: one for one in sorted(ending(session, now), key=lambda one: one.at)}
    for one in resting.values():
        yield Owed(Matter.CONSENT, one.referral.visit_id, one.at, one.referral)


def _follow_ups(session: Session, horizon: Horizon) -> Iterator[Owed]:
    """Of each open referral the first date that is due; what has ended has none that is."""
    due = select(FollowUpRow, ReferralRow).join(ReferralRow, ReferralRow.id == FollowUpRow.referral_id)
    due = due.where(FollowUpRow.state == _DUE, FollowUpRow.due_at < to_store(horizon.asked_before))
    seen: set[str] = set()
    for follow_up, row in session.execute(due.order_by(FollowUpRow.due_at, FollowUpRow.number)):
        if row.id not in seen and Status(row.status) in OPEN:
            seen.add(row.id)
            yield Owed(Matter.FOLLOW_UP, row.visit_id, from_store(follow_up.due_at), row, follow_up.id)


def _open_loops(session: Session, now: datetime) -> Iterator[Owed]:
    """Where no date is left on which to ask. Counted from the end of the visit, without one from the request (R-10)."""
    start = func.coalesce(VisitRow.cleared_at, ReferralRow.requested_at)
    still_due = select(FollowUpRow.id).where(FollowUpRow.referral_id == ReferralRow.id, FollowUpRow.state == _DUE)
    old = select(ReferralRow, start).join(VisitRow, VisitRow.id == ReferralRow.visit_id)
    old = old.where(_IS_OPEN, ~still_due.exists(), start <= to_store(now - LOOP_OPEN_AFTER))
    for row, began in session.execute(old):
        yield Owed(Matter.LOOP_OPEN, row.visit_id, from_store(began) + LOOP_OPEN_AFTER, row)


def in_order(owed: Iterable[Owed]) -> list[Owed]:
    """By matter, the most urgent first, and in each the oldest first."""
    order = {matter: place for place, matter in enumerate(Matter)}
    return sorted(owed, key=lambda one: (order[one.matter], one.due_at))


def task_of(owed: Owed, visit: Visit | None) -> Task:
    if visit is None:
        return Task(owed.matter, "", "", owed.due_at, form=owed.form)
    service = take_back(owed.referral.snapshot, Snapshot) if owed.referral else None
    return Task(
        matter=owed.matter,
        visit_id=visit.id,
        person=visit.person.called,
        due_at=owed.due_at,
        referral_id=owed.referral.id if owed.referral else "",
        follow_up_id=owed.follow_up_id,
        place=service.name if service else "",
        number=service.number if service else "",
        contact_words=visit.facts.contact_words,
        contact_number=visit.facts.contact_number,
        no_voicemail=visit.facts.no_voicemail,
        form=owed.form,
    )
