"""The worklists of R-09 that visits, referrals and follow-ups can fill, as one list with the most urgent first."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.referrals.calls import CallOutcome
from navigator.referrals.follow_up import FollowUp, FollowUpState, Loop, loop_of
from navigator.referrals.follow_ups import follow_ups_of
from navigator.referrals.history import referrals_of
from navigator.referrals.referral import Referral
from navigator.referrals.rows import ReferralRow, VisitRow
from navigator.referrals.status import OPEN, Status
from navigator.referrals.task import BED_HOLD_WITHIN, LOOP_OPEN_AFTER, NO_ANSWER_AFTER, Matter, Task
from navigator.referrals.viewed import Viewed
from navigator.referrals.visit import Visit
from navigator.referrals.visits import visits_of
from navigator.storage.database import Store

_UNANSWERED = {CallOutcome.NO_ANSWER, CallOutcome.MESSAGE_LEFT, CallOutcome.WILL_CALL_BACK}


class Worklists:
    """What is owed by the station now."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed

    @requires(Permission.READ_CASEWORK)
    def owed(self, actor: Actor) -> tuple[Task, ...]:
        """Everything that is due by the end of today, by matter and then by time."""
        now = self._store.clock()
        with self._store.reading() as session:
            referrals = _open_referrals(session)
            unfinished = session.scalars(select(VisitRow.id).where(VisitRow.cleared_at.is_(None))).all()
            visits = visits_of(session, sorted({referral.visit_id for referral in referrals} | set(unfinished)))
            follow_ups = follow_ups_of(session, [referral.id for referral in referrals])
        tasks = [_unfinished(visits[visit_id]) for visit_id in unfinished]
        for referral in referrals:
            tasks += self._of_referral(referral, visits, follow_ups[referral.id], now)
        order = {matter: place for place, matter in enumerate(Matter)}
        owed = sorted(tasks, key=lambda task: (order[task.matter], task.due_at))
        self._viewed.note(actor, [visits[task.visit_id].person.id for task in owed])
        return tuple(owed)

    def _of_referral(
        self, referral: Referral, visits: Mapping[str, Visit], follow_ups: tuple[FollowUp, ...], now: datetime
    ) -> Iterator[Task]:
        visit = visits[referral.visit_id]
        last, yes, hold = referral.last_contact, referral.acceptance, referral.hold
        waits = referral.status is Status.REQUESTED and last is not None and last.call.outcome in _UNANSWERED
        if waits and last is not None and now - last.call.began_at >= NO_ANSWER_AFTER:
            yield _task(Matter.NO_ANSWER, visit, referral, last.call.began_at + NO_ANSWER_AFTER)
        held = yes.bed_held_until if yes is not None and referral.status is Status.ACCEPTED else None
        if held is not None and held - now <= BED_HOLD_WITHIN:
            yield _task(Matter.BED_HOLD, visit, referral, held)
        if hold is not None and hold.check_on is not None and hold.check_on <= now.astimezone(self._zone).date():
            yield _task(Matter.CHECK_DUE, visit, referral, datetime.combine(hold.check_on, time(), self._zone))
        yield from self._follow_up(referral, visit, follow_ups, now)

    def _follow_up(
        self, referral: Referral, visit: Visit, follow_ups: tuple[FollowUp, ...], now: datetime
    ) -> Iterator[Task]:
        """The first one due by the end of today; when nothing more is due, the loop that stayed open for 30 days."""
        midnight = datetime.combine(now.astimezone(self._zone).date() + timedelta(days=1), time(), self._zone)
        due = [one for one in follow_ups if one.state is FollowUpState.DUE]
        if due and due[0].due_at < midnight:
            yield _task(Matter.FOLLOW_UP, visit, referral, due[0].due_at, due[0].id)
        start = visit.ending.cleared_at if visit.ending else referral.requested_at
        open_long = start is not None and now - start >= LOOP_OPEN_AFTER
        if open_long and start is not None and loop_of(referral.status, follow_ups) is not Loop.CLOSED and not due:
            yield _task(Matter.LOOP_OPEN, visit, referral, start + LOOP_OPEN_AFTER)


def _open_referrals(session: Session) -> tuple[Referral, ...]:
    wanted = [status.value for status in OPEN]
    return referrals_of(session, session.scalars(select(ReferralRow).where(ReferralRow.status.in_(wanted))).all())


def _unfinished(visit: Visit) -> Task:
    return Task(Matter.VISIT_OPEN, visit.id, visit.person.called, visit.facts.arrived_at or visit.made_at)


def _task(matter: Matter, visit: Visit, referral: Referral, due_at: datetime, follow_up_id: str = "") -> Task:
    return Task(
        matter=matter,
        visit_id=visit.id,
        person=visit.person.called,
        due_at=due_at,
        referral_id=referral.id,
        follow_up_id=follow_up_id,
        place=referral.snapshot.name,
        number=referral.snapshot.number,
        contact_words=visit.facts.contact_words,
        contact_number=visit.facts.contact_number,
        no_voicemail=visit.facts.no_voicemail,
    )
