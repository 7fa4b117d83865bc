"""The referral service: a draft for a chosen place, the calls about it, and every step until it ends."""

from collections.abc import Collection, Mapping, Sequence
from datetime import tzinfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import to_store
from navigator.errors import BadInput
from navigator.ids import new_id
from navigator.referrals import visits
from navigator.referrals.bases import Basis
from navigator.referrals.bounds import Bounds
from navigator.referrals.calls import SOMEBODY_SPOKE, Call
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.history import append, referrals_of, row_of, seen_row
from navigator.referrals.kept import keep, take_back
from navigator.referrals.reasons import CancellationReason
from navigator.referrals.referral import Referral
from navigator.referrals.rows import ContactRow, ReferralRow, VisitRow
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.status import ENDED, OPEN, Status
from navigator.referrals.steps import Acceptance, CallAgain, Cancellation, Drafting, Request, Step
from navigator.referrals.uncovered import cover, uncovered
from navigator.referrals.viewed import Viewed
from navigator.referrals.workflow import Lacking
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

MOST_OPEN = 3
"""Open referrals that one need of a visit may have (R-05)."""
NEWEST = 100
_NOT_ENDED = (
    ReferralRow.status.in_([status.value for status in (Status.DRAFT, *OPEN)]),
    ReferralRow.discarded_at.is_(None),
)
_SAID_YES = frozenset({Status.ACCEPTED, Status.IN_PROGRESS, Status.ON_HOLD})


class Referrals:
    """Every change is one event of the state machine, its audit row with it (R-01, R-02)."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.WRITE_CASEWORK)
    def draft(self, actor: Actor, visit_id: str, snapshot: Snapshot, need: str, replaces: str = "") -> Referral:
        """Writes a referral down for a place, before anybody is called. The same place twice gives the one there is.

        `replaces` is an ended referral that this one reopens (R-01).
        """
        with self._store.writing() as session:
            visit = session.get(VisitRow, visit_id)
            if visit is None:
                raise BadInput("Start a visit first: a referral belongs to one.")
            twin = self._twin(session, visit_id, snapshot.entry_id)
            if twin is not None:
                return self._whole(session, twin)
            if replaces and Status(row_of(session, replaces).status) not in ENDED:
                raise BadInput("The referral that this one would replace has not ended.")
            row = ReferralRow(
                id=new_id(),
                visit_id=visit_id,
                person_id=visit.person_id,
                need=need,
                service_id=snapshot.service_id,
                status=Status.DRAFT.value,
                business_status="",
                replaces=replaces,
                made_by=actor.id,
                made_at=to_store(self._store.clock()),
                discarded_at=None,
                events=0,
                requested_at=None,
                awaiting_since=None,
                held_until=None,
                check_on=None,
                snapshot=keep(snapshot),
            )
            session.add(row)
            session.flush()
            append(session, row, Drafting(), actor, self._bounds(session, row))
            self._trail.record(session, actor, Action.REFERRAL_DRAFTED, row.id)
            return self._whole(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def discard(self, actor: Actor, referral_id: str, seen: int) -> Referral:
        """Puts a draft away; it can be fetched back (R-05)."""
        with self._store.writing() as session:
            row = seen_row(session, referral_id, seen)
            if Status(row.status) is not Status.DRAFT:
                raise BadInput("Only a draft can be put away. Cancel this referral instead.")
            row.discarded_at = to_store(self._store.clock())
            self._trail.record(session, actor, Action.REFERRAL_DISCARDED, referral_id)
            return self._whole(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def fetch_back(self, actor: Actor, referral_id: str) -> Referral:
        """Undoes `discard`; refused where the same place was written down again meanwhile."""
        with self._store.writing() as session:
            row = row_of(session, referral_id)
            if row.discarded_at is None:
                return self._whole(session, row)
            if self._twin(session, row.visit_id, row.snapshot["entry_id"]) is not None:
                raise BadInput("This place is asked for already in this visit.")
            row.discarded_at = None
            self._trail.record(session, actor, Action.REFERRAL_FETCHED_BACK, referral_id)
            return self._whole(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def log_call(
        self,
        actor: Actor,
        referral_id: str,
        call: Call,
        seen: int,
        then: Step | None = None,
        basis: Basis | None = None,
    ) -> Referral:
        """Logs one call and, in the same moment, what came of it (`then`: an acceptance, a rejection, progress).

        The first call of a draft makes it requested. Anything missing raises and leaves all as it was (R-02).
        """
        with self._store.writing() as session:
            row = seen_row(session, referral_id, seen)
            bounds = self._bounds(session, row)
            if isinstance(then, Acceptance) and call.outcome not in SOMEBODY_SPOKE:
                raise Lacking("Nobody can say yes on a call that nobody answered.")
            first = Status(row.status) is Status.DRAFT
            if first:
                self._refuse_too_many(session, row)
            self._step(session, row, Request(call, basis) if first else CallAgain(call, basis), actor, bounds)
            if then is not None:
                self._step(session, row, then, actor, bounds)
            session.add(
                ContactRow(
                    id=new_id(),
                    referral_id=referral_id,
                    made_by=actor.id,
                    began_at=to_store(call.began_at),
                    content=keep(call),
                )
            )
            settle(session, actor, DraftKind.CALL, referral_id)
            return self._whole(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def move(self, actor: Actor, referral_id: str, step: Step, seen: int) -> Referral:
        """Takes a step that needs no call: on the way, on hold, completed, failed, cancelled, entered in error."""
        if isinstance(step, Request | CallAgain):
            raise BadInput("A call is logged, not moved to.")
        with self._store.writing() as session:
            row = seen_row(session, referral_id, seen)
            self._step(session, row, step, actor, self._bounds(session, row))
            settle(session, actor, DraftKind.CALL, referral_id)
            return self._whole(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def settle_siblings(self, actor: Actor, referral_id: str, seen: Mapping[str, int]) -> tuple[Referral, ...]:
        """One was chosen: its open siblings of the same need are cancelled as not selected (R-05); returns those.

        `seen` is what the screen showed of each sibling. One that changed since, or was not shown, stops all of it.
        """
        with self._store.writing() as session:
            chosen = row_of(session, referral_id)
            if Status(chosen.status) not in _SAID_YES:
                raise BadInput("This place has not said yes. The others stay open.")
            siblings = [row for row in self._of_need(session, chosen) if Status(row.status) in OPEN]
            name = take_back(chosen.snapshot, Snapshot).name
            for row in siblings:
                seen_row(session, row.id, seen.get(row.id, 0))
                step = Cancellation(CancellationReason.NOT_SELECTED, f"{name} said yes.")
                self._step(session, row, step, actor, self._bounds(session, row))
            session.flush()
            return referrals_of(session, siblings)

    @requires(Permission.READ_CASEWORK)
    def referral(self, actor: Actor, referral_id: str) -> Referral:
        with self._store.reading() as session:
            found = referrals_of(session, [row_of(session, referral_id)])[0]
        self._viewed.note(actor, [found.person_id])
        return found

    @requires(Permission.READ_CASEWORK)
    def of_visit(self, actor: Actor, visit_id: str) -> tuple[Referral, ...]:
        """The referrals of one visit as they were made; drafts that were put away are left out."""
        with self._store.reading() as session:
            found = referrals_of(session, [row for row in self._of_visit(session, visit_id) if not row.discarded_at])
        self._viewed.note(actor, [referral.person_id for referral in found])
        return found

    @requires(Permission.READ_CASEWORK)
    def count_open(self, actor: Actor) -> int:  # noqa: ARG002 - the permission is the actor's
        """How many are drafts or open; no person is read."""
        with self._store.reading() as session:
            return session.scalar(select(func.count()).select_from(ReferralRow).where(*_NOT_ENDED)) or 0

    @requires(Permission.READ_CASEWORK)
    def open(self, actor: Actor) -> tuple[Referral, ...]:
        """The newest referrals that are drafts or open, 100 at most; older ones come up by the worklists."""
        rows = select(ReferralRow).where(*_NOT_ENDED)
        with self._store.reading() as session:
            found = referrals_of(
                session, session.scalars(rows.order_by(ReferralRow.made_at.desc()).limit(NEWEST)).all()
            )
        self._viewed.note(actor, [referral.person_id for referral in found])
        return found

    @requires(Permission.READ_CASEWORK)
    def heed_confidential(self, actor: Actor, service_ids: Collection[str]) -> int:
        """Takes the place out of referrals to services that are confidential by now (S-13); how many it was.

        Called at each sign-in to casework, by whoever signs in.
        """
        with self._store.reading() as session:
            if not uncovered(session, service_ids):
                return 0
        with self._store.writing() as session:
            rows = uncovered(session, service_ids)
            for row in rows:
                cover(session, row)
                self._trail.record(session, actor, Action.SNAPSHOTS_HIDDEN, row.id)
        self._store.drop_copies()
        return len(rows)

    def _step(self, session: Session, row: ReferralRow, step: Step, actor: Actor, bounds: Bounds) -> None:
        event = append(session, row, step, actor, bounds)
        self._trail.record(session, actor, Action.REFERRAL_MOVED, row.id, event=event.number, to=event.after.value)

    def _refuse_too_many(self, session: Session, row: ReferralRow) -> None:
        open_now = [other for other in self._of_need(session, row) if Status(other.status) in OPEN]
        if len(open_now) >= MOST_OPEN:
            raise BadInput(
                f"{MOST_OPEN} places are asked for this need already. Close one of them before you call another."
            )

    def _twin(self, session: Session, visit_id: str, entry_id: str) -> ReferralRow | None:
        """The referral of this visit to the same door that has neither ended nor been put away."""
        here = (row for row in self._of_visit(session, visit_id) if row.snapshot["entry_id"] == entry_id)
        return next((row for row in here if row.discarded_at is None and Status(row.status) not in ENDED), None)

    def _of_need(self, session: Session, row: ReferralRow) -> Sequence[ReferralRow]:
        """The other referrals for the same need of the same visit."""
        return [other for other in self._of_visit(session, row.visit_id) if other.need == row.need and other != row]

    def _of_visit(self, session: Session, visit_id: str) -> Sequence[ReferralRow]:
        rows = select(ReferralRow).where(ReferralRow.visit_id == visit_id).order_by(ReferralRow.made_at, ReferralRow.id)
        return session.scalars(rows).all()

    def _bounds(self, session: Session, row: ReferralRow) -> Bounds:
        return visits.bounds_of(session, row.visit_id, self._store.clock(), self._zone)

    def _whole(self, session: Session, row: ReferralRow) -> Referral:
        session.flush()
        return referrals_of(session, [row])[0]
