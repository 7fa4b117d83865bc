"""Asking how it went, as the program's service does it: every try, the times chosen by hand, the end of the loop."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import to_store
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.referrals.bounds import Bounds
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.follow_up import ATTEMPTS, Answer, FollowUp, FollowUpState, Reached, lacks_date
from navigator.referrals.follow_up_rows import FollowUpDateRow, FollowUpTimeRow
from navigator.referrals.follow_ups import follow_ups_of, times_of
from navigator.referrals.history import append, referrals_of, row_of, seen_row
from navigator.referrals.referral import Referral
from navigator.referrals.rows import AttemptRow, FollowUpRow, ReferralRow
from navigator.referrals.status import OPEN, Status
from navigator.referrals.steps import Cancellation, Completion, Failure
from navigator.referrals.viewed import Viewed
from navigator.referrals.visits import bounds_of
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

Ending = Completion | Failure | Cancellation
SETTLED = "This follow-up is settled already."


class FollowUps:
    """What is asked afterwards, and every attempt at it."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.READ_CASEWORK)
    def of(self, actor: Actor, referral_id: str) -> tuple[FollowUp, ...]:
        """The follow-ups of one referral, first due first."""
        with self._store.reading() as session:
            row = row_of(session, referral_id)
            found = follow_ups_of(session, [referral_id])[referral_id]
        self._viewed.note(actor, [row.person_id])
        return found

    @requires(Permission.WRITE_CASEWORK)
    def attempt(self, actor: Actor, follow_up_id: str, reached: Reached, words: str = "") -> FollowUp:
        """Writes down a try that was just made; `told` is the same with all that is known of it."""
        return self.told(actor, follow_up_id, Answer(reached, words))

    @requires(Permission.WRITE_CASEWORK)
    def told(self, actor: Actor, follow_up_id: str, answer: Answer, again: datetime | None = None) -> FollowUp:
        """Writes down one try. Whoever was reached settles this date; three tries at nobody do too (R-10).

        `again` is one more date that was agreed with whoever was reached.
        """
        with self._store.writing() as session:
            row = _due(session, follow_up_id)
            self._write(session, actor, row, answer)
            if again is not None:
                self._add(session, actor, row_of(session, row.referral_id), again, answer.words)
            return _follow_up(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def close(self, actor: Actor, follow_up_id: str, answer: Answer, step: Ending, seen: int) -> Referral:
        """Writes down a try and, in the same moment, how the referral ended by it (R-02, R-04, R-10).

        `seen` is the number of the newest event that the screen showed. Anything missing leaves all as it was.
        """
        if isinstance(step, Completion) and answer.reached is Reached.NOBODY:
            raise BadInput("Nobody was reached, so nobody has confirmed it. Choose who was reached.")
        with self._store.writing() as session:
            row = _due(session, follow_up_id)
            referral = seen_row(session, row.referral_id, seen)
            self._write(session, actor, row, answer)
            row.state = FollowUpState.DONE.value
            event = append(session, referral, step, actor, self._bounds(session, referral))
            self._trail.record(
                session, actor, Action.REFERRAL_MOVED, referral.id, event=event.number, to=event.after.value
            )
            session.flush()
            return referrals_of(session, [referral])[0]

    @requires(Permission.WRITE_CASEWORK)
    def put_off(self, actor: Actor, follow_up_id: str, due_at: datetime, words: str) -> FollowUp:
        """Asks at another time, and why; that time is counted no more from the visit."""
        with self._store.writing() as session:
            row = _due(session, follow_up_id)
            self._date(session, actor, row, due_at, words)
            settle(session, actor, DraftKind.FOLLOW_UP, follow_up_id)
            self._trail.record(session, actor, Action.FOLLOW_UP_PUT_OFF, follow_up_id)
            return _follow_up(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def add(self, actor: Actor, referral_id: str, due_at: datetime, words: str) -> FollowUp:
        """One more date on which to ask about a referral that is open."""
        with self._store.writing() as session:
            row = self._add(session, actor, row_of(session, referral_id), due_at, words)
            settle(session, actor, DraftKind.FOLLOW_UP, referral_id)
            return _follow_up(session, row)

    @requires(Permission.READ_CASEWORK)
    def heed_times(self, actor: Actor, after: Sequence[timedelta]) -> None:
        """The station asks so long after each visit from now on. Called at each sign-in with what the city says."""
        with self._store.reading() as session:
            if times_of(session) == tuple(after):
                return
        with self._store.writing() as session:
            session.execute(delete(FollowUpTimeRow))
            session.flush()
            for number, each in enumerate(after, start=1):
                session.add(FollowUpTimeRow(number=number, hours=each // timedelta(hours=1)))
            self._trail.record(session, actor, Action.FOLLOW_UP_TIMES_SET, times=len(after))

    def _write(self, session: Session, actor: Actor, row: FollowUpRow, answer: Answer) -> None:
        missing = answer.lacks(self._bounds(session, row_of(session, row.referral_id)))
        if missing:
            raise BadInput(missing)
        session.add(
            AttemptRow(
                id=new_id(),
                follow_up_id=row.id,
                at=to_store(answer.at or self._store.clock()),
                made_by=actor.id,
                reached=answer.reached.value,
                words=answer.words.strip(),
                told_by=answer.told_by.strip(),
                called=answer.called.value if answer.called else "",
            )
        )
        session.flush()
        if answer.reached is not Reached.NOBODY or len(_follow_up(session, row).attempts) >= ATTEMPTS:
            row.state = FollowUpState.DONE.value
        settle(session, actor, DraftKind.FOLLOW_UP, row.id)
        self._trail.record(session, actor, Action.FOLLOW_UP_TRIED, row.id, reached=answer.reached.value)

    def _add(self, session: Session, actor: Actor, referral: ReferralRow, due_at: datetime, words: str) -> FollowUpRow:
        if Status(referral.status) not in OPEN:
            raise BadInput(f"This referral is {referral.status}: there is nothing more to ask about.")
        newest = select(func.max(FollowUpRow.number)).where(FollowUpRow.referral_id == referral.id)
        row = FollowUpRow(
            id=new_id(),
            referral_id=referral.id,
            number=(session.scalar(newest) or 0) + 1,
            due_at=to_store(due_at),
            state=FollowUpState.DUE.value,
        )
        session.add(row)
        session.flush()
        self._date(session, actor, row, due_at, words)
        self._trail.record(session, actor, Action.FOLLOW_UP_ADDED, row.id)
        return row

    def _date(self, session: Session, actor: Actor, row: FollowUpRow, due_at: datetime, words: str) -> None:
        now = self._store.clock()
        missing = lacks_date(due_at, words, now)
        if missing:
            raise BadInput(missing)
        row.due_at = to_store(due_at)
        session.add(
            FollowUpDateRow(
                id=new_id(),
                follow_up_id=row.id,
                at=to_store(now),
                made_by=actor.id,
                due_at=row.due_at,
                words=words.strip(),
            )
        )

    def _bounds(self, session: Session, referral: ReferralRow) -> Bounds:
        return bounds_of(session, referral.visit_id, self._store.clock(), self._zone)


def _due(session: Session, follow_up_id: str) -> FollowUpRow:
    row = session.get(FollowUpRow, follow_up_id)
    if row is None:
        raise NotFound("This follow-up is no longer in casework.")
    if row.state != FollowUpState.DUE.value:
        raise BadInput(SETTLED)
    return row


def _follow_up(session: Session, row: FollowUpRow) -> FollowUp:
    session.flush()
    every = follow_ups_of(session, [row.referral_id])[row.referral_id]
    return next(one for one in every if one.id == row.id)
