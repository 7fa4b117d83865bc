"""The worklists of R-09 that visits, referrals and follow-ups can fill, as one list with the most urgent first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.drafts import can_be_taken_back
from navigator.referrals.follow_up import FollowUpState
from navigator.referrals.kept import take_back
from navigator.referrals.rows import DraftRow, FollowUpRow, ReferralRow, VisitRow
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.status import OPEN, Status
from navigator.referrals.task import BED_HOLD_WITHIN, LOOP_OPEN_AFTER, NO_ANSWER_AFTER, Matter, Task
from navigator.referrals.viewed import Viewed
from navigator.referrals.visit import Visit
from navigator.referrals.visits import visits_of
from navigator.storage.database import Store

_IS_OPEN = ReferralRow.status.in_([status.value for status in OPEN])


@dataclass(frozen=True)
class _Owed:
    """A task before it is known whom it is about."""

    matter: Matter
    visit_id: str
    due_at: datetime
    referral: ReferralRow | None = None
    follow_up_id: str = ""
    form: DraftKind | None = None


class Worklists:
    """What is owed by the station now."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed

    @requires(Permission.READ_CASEWORK)
    def owed(self, actor: Actor) -> tuple[Task, ...]:
        """Everything due by the end of today, by matter and then by time; of drafts the actor's own."""
        now = self._store.clock()
        with self._store.reading() as session:
            due = [*self._referrals(session, now), *self._follow_ups(session, now)]
            owed = [*due, *_drafts(session, actor, {one.follow_up_id for one in due}), *_unfinished(session)]
            visits = visits_of(session, sorted({one.visit_id for one in owed}))
        order = {matter: place for place, matter in enumerate(Matter)}
        owed.sort(key=lambda one: (order[one.matter], one.due_at))
        self._viewed.note(actor, [visit.person.id for visit in visits.values()])
        return tuple(_task(one, visits.get(one.visit_id)) for one in owed)

    def _referrals(self, session: Session, now: datetime) -> Iterator[_Owed]:
        today = now.astimezone(self._zone).date()
        held = ReferralRow.held_until <= to_store(now + BED_HOLD_WITHIN)
        for row in (*_rows(session, Status.ACCEPTED, held), *_rows(session, Status.ON_HOLD, held)):
            yield _Owed(Matter.BED_HOLD, row.visit_id, from_store(row.held_until or ""), row)
        waits = ReferralRow.awaiting_since <= to_store(now - NO_ANSWER_AFTER)
        for row in _rows(session, Status.REQUESTED, waits):
            yield _Owed(Matter.NO_ANSWER, row.visit_id, from_store(row.awaiting_since or "") + NO_ANSWER_AFTER, row)
        for row in _rows(session, Status.ON_HOLD, ReferralRow.check_on <= today.isoformat()):
            day = date.fromisoformat(row.check_on or "")
            yield _Owed(Matter.CHECK_DUE, row.visit_id, datetime.combine(day, time(), self._zone), row)

    def _follow_ups(self, session: Session, now: datetime) -> Iterator[_Owed]:
        """Of each open referral the first one that is due today; where none is left, a loop open for 30 days."""
        midnight = datetime.combine(now.astimezone(self._zone).date() + timedelta(days=1), time(), self._zone)
        first = _first_due(session)
        due = select(FollowUpRow, ReferralRow).join(ReferralRow, ReferralRow.id == FollowUpRow.referral_id)
        due = due.where(_IS_OPEN, FollowUpRow.state == FollowUpState.DUE.value)
        for follow_up, row in session.execute(due.where(FollowUpRow.due_at < to_store(midnight))):
            if first[row.id] == follow_up.number:
                yield _Owed(Matter.FOLLOW_UP, row.visit_id, from_store(follow_up.due_at), row, follow_up.id)
        yield from _open_loops(session, now, first)


def _rows(session: Session, status: Status, due: ColumnElement[bool]) -> Iterable[ReferralRow]:
    return session.scalars(select(ReferralRow).where(ReferralRow.status == status.value, due))


def _first_due(session: Session) -> dict[str, int]:
    """The number of the first follow-up that is still due, for each referral that has one."""
    due = FollowUpRow.state == FollowUpState.DUE.value
    numbers = select(FollowUpRow.referral_id, func.min(FollowUpRow.number)).where(due).group_by(FollowUpRow.referral_id)
    return {row[0]: row[1] for row in session.execute(numbers)}


def _open_loops(session: Session, now: datetime, still_due: dict[str, int]) -> Iterator[_Owed]:
    """Counted from the end of the visit, without one from the request (R-10)."""
    start = func.coalesce(VisitRow.cleared_at, ReferralRow.requested_at)
    old = select(ReferralRow, start).join(VisitRow, VisitRow.id == ReferralRow.visit_id)
    for row, began in session.execute(old.where(_IS_OPEN, start <= to_store(now - LOOP_OPEN_AFTER))):
        if row.id not in still_due:
            yield _Owed(Matter.LOOP_OPEN, row.visit_id, from_store(began) + LOOP_OPEN_AFTER, row)


def _unfinished(session: Session) -> Iterator[_Owed]:
    for row in session.scalars(select(VisitRow).where(VisitRow.cleared_at.is_(None))):
        yield _Owed(Matter.VISIT_OPEN, row.id, from_store(row.arrived_at))


def _drafts(session: Session, actor: Actor, listed: set[str]) -> Iterator[_Owed]:
    """What the actor typed and did not save, of records that are there or not yet begun.

    Words about a follow-up among those `listed` stand there.
    """
    own = session.scalars(select(DraftRow).where(DraftRow.author_id == actor.id))
    for row in filter(can_be_taken_back, own):
        form, saved_at = DraftKind(row.kind), from_store(row.saved_at)
        if form is DraftKind.VISIT and row.subject == NEW:
            yield _Owed(Matter.DRAFT, "", saved_at, form=form)
        elif form in {DraftKind.VISIT, DraftKind.PLAN}:
            if session.get(VisitRow, row.subject) is not None:
                yield _Owed(Matter.DRAFT, row.subject, saved_at, form=form)
        elif form in {DraftKind.CALL, DraftKind.HANDOFF}:
            referral = session.get(ReferralRow, row.subject)
            if referral is not None:
                yield _Owed(Matter.DRAFT, referral.visit_id, saved_at, referral, form=form)
        elif form is DraftKind.FOLLOW_UP and row.subject not in listed:
            follow_up = session.get(FollowUpRow, row.subject)
            if follow_up is not None:
                about = session.get_one(ReferralRow, follow_up.referral_id)
                yield _Owed(Matter.DRAFT, about.visit_id, saved_at, about, follow_up.id, form)


def _task(owed: _Owed, visit: Visit | None) -> Task:
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
