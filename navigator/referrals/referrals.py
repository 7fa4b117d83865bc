"""The referral service: a draft for a chosen place, the calls about it, and every step until it ends."""

from collections.abc import Collection, Mapping
from datetime import tzinfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import to_store
from navigator.errors import BadInput
from navigator.referrals import family, visits
from navigator.referrals.at_the_door import NOBODY_SAID_YES, AtTheDoor
from navigator.referrals.bases import Basis
from navigator.referrals.bounds import Bounds
from navigator.referrals.calls import SOMEBODY_SPOKE, Call
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.fresh_rows import drafted, logged
from navigator.referrals.history import append, referrals_of, row_of, seen_row
from navigator.referrals.kept import take_back
from navigator.referrals.law import Law
from navigator.referrals.reasons import CancellationReason
from navigator.referrals.referral import Referral
from navigator.referrals.rows import ReferralRow, VisitRow
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.status import ENDED, OPEN, Status
from navigator.referrals.steps import Acceptance, CallAgain, Cancellation, Drafting, Request, Step
from navigator.referrals.telling import refuse_groundless
from navigator.referrals.uncovered import cover, uncovered
from navigator.referrals.viewed import Viewed
from navigator.referrals.workflow import Lacking
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

NEWEST = 100
_NOT_ENDED = (
    ReferralRow.status.in_([status.value for status in (Status.DRAFT, *OPEN)]),
    ReferralRow.discarded_at.is_(None),
)
_SAID_YES = frozenset({Status.ACCEPTED, Status.IN_PROGRESS, Status.ON_HOLD})


class Referrals:
    """Every change is one event of the state machine, its audit row with it (R-01, R-02)."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed, law: Law) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed
        self._law = law
        self._trail = Trail(store.clock)

    @requires(Permission.WRITE_CASEWORK)
    def draft(self, actor: Actor, visit_id: str, snapshot: Snapshot, need: str, replaces: str = "") -> Referral:
        """Writes a referral down for a place, before anybody is called. The same place twice gives the one there is.

        `replaces` is an ended referral that this one reopens (R-01).
        """
        with self._store.writing() as session:
            twin = family.twin(session, visit_id, snapshot.entry_id)
            return self._whole(session, twin or self._draft(session, actor, visit_id, snapshot, need, replaces))

    @requires(Permission.WRITE_CASEWORK)
    def at_the_door(
        self, actor: Actor, visit_id: str, snapshot: Snapshot, need: str, told: AtTheDoor, seen: int = 0
    ) -> Referral:
        """Draft, requested, accepted and in-progress at once, or nothing of it (R-06).

        What is written down of this place already goes on; `seen` is its newest event, 0 where nothing is.
        """
        with self._store.writing() as session:
            if told.lacks():
                raise Lacking(told.lacks())
            twin = family.twin(session, visit_id, snapshot.entry_id)
            row = seen_row(session, twin.id, seen) if twin else self._draft(session, actor, visit_id, snapshot, need)
            self._log(session, row, actor, told.call, told.yes, told.basis)
            self._step(session, row, told.gone, actor, self._bounds(session, row))
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
            if family.twin(session, row.visit_id, row.snapshot["entry_id"]) is not None:
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
            self._log(session, row, actor, call, then, basis)
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
            siblings = family.open_siblings(session, chosen)
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
            found = referrals_of(session, [row for row in family.of_visit(session, visit_id) if not row.discarded_at])
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

    def _draft(
        self, session: Session, actor: Actor, visit_id: str, snapshot: Snapshot, need: str, replaces: str = ""
    ) -> ReferralRow:
        visit = session.get(VisitRow, visit_id)
        if visit is None:
            raise BadInput("Start a visit first: a referral belongs to one.")
        if replaces and Status(row_of(session, replaces).status) not in ENDED:
            raise BadInput("The referral that this one would replace has not ended.")
        row = drafted(visit, snapshot, need, replaces, actor.id, self._store.clock())
        session.add(row)
        session.flush()
        append(session, row, Drafting(), actor, self._bounds(session, row))
        self._trail.record(session, actor, Action.REFERRAL_DRAFTED, row.id)
        return row

    def _log(
        self, session: Session, row: ReferralRow, actor: Actor, call: Call, then: Step | None, basis: Basis | None
    ) -> None:
        """One call, and what came of it."""
        if isinstance(then, Acceptance) and call.outcome not in SOMEBODY_SPOKE:
            raise Lacking(NOBODY_SAID_YES)
        bounds, first = self._bounds(session, row), Status(row.status) is Status.DRAFT
        if first:
            family.refuse_too_many(session, row)
        refuse_groundless(session, self._law, row, call, basis, bounds.now)
        self._step(session, row, Request(call, basis) if first else CallAgain(call, basis), actor, bounds)
        if then is not None:
            self._step(session, row, then, actor, bounds)
        session.add(logged(row.id, actor.id, call))
        settle(session, actor, DraftKind.CALL, row.id)

    def _step(self, session: Session, row: ReferralRow, step: Step, actor: Actor, bounds: Bounds) -> None:
        event = append(session, row, step, actor, bounds)
        self._trail.record(session, actor, Action.REFERRAL_MOVED, row.id, event=event.number, to=event.after.value)

    def _bounds(self, session: Session, row: ReferralRow) -> Bounds:
        return visits.bounds_of(session, row.visit_id, self._store.clock(), self._zone)

    def _whole(self, session: Session, row: ReferralRow) -> Referral:
        session.flush()
        return referrals_of(session, [row])[0]
