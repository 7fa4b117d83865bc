"""What the tests of casework share: invented people and places, whole steps, and a bench with the services on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from navigator.access import Actor
from navigator.city import Signer, load_city
from navigator.referrals.bases import Basis
from navigator.referrals.calls import Call, CallOutcome, Channel
from navigator.referrals.casework import Casework
from navigator.referrals.consent import Category, Consent, ConsentKind
from navigator.referrals.person import Identity
from navigator.referrals.reasons import CancellationReason, CompletionOutcome, FailureReason, RejectionReason
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Line, Snapshot
from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.steps import (
    Acceptance,
    CallAgain,
    Cancellation,
    Completion,
    Departure,
    Drafting,
    Failure,
    Hold,
    Mistake,
    Progress,
    Rejection,
    Request,
    Resumption,
    Step,
)
from navigator.referrals.visit import Disposition, Ending, PlaceKind, Visit, VisitFacts
from navigator.storage.database import Store
from tests.conftest import FakeClock

CITY = load_city("philadelphia")
ZONE = CITY.zone
NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
"""2:14 AM on Monday in Philadelphia, as the clock of the tests stands."""
ARRIVED = NOW - timedelta(minutes=30)
TODAY = date(2026, 11, 23)

ANA = Identity("Ana", "Flores", born_on=date(1987, 3, 5))
STILL_YOUNG = Identity("Bea", "Young", born_on=date(2015, 3, 5))
STRANGER = Identity(described="Man of about 40, green parka, at Allegheny station")


def told(**changes) -> VisitFacts:
    return replace(VisitFacts(arrived_at=ARRIVED, place_kind=PlaceKind.STREET), **changes)


def place(number: int = 1, **changes) -> Snapshot:
    """An invented place; the same number is the same entry."""
    taken = Snapshot(
        entry_id=f"entry-{number}",
        service_id=f"service-{number}",
        name=f"Harbor Withdrawal Unit {number}",
        lines=(Line(f"215-555-01{number:02}"),),
        taken_at=NOW,
    )
    return replace(taken, **changes)


def call(outcome: CallOutcome = CallOutcome.NO_ANSWER, at: datetime = NOW, **changes) -> Call:
    """A call that names nobody; somebody stands at the desk when it was answered."""
    spoke = "intake desk" if outcome in {CallOutcome.ANSWERED, CallOutcome.WILL_CALL_BACK} else ""
    return replace(Call(Channel.PHONE, at, outcome, "215-555-0101", spoke_to=spoke), **changes)


def answered(at: datetime = NOW, **changes) -> Call:
    return call(CallOutcome.ANSWERED, at, **changes)


YES = Acceptance("Ms. Alvarez", "intake nurse", "215-555-0177", NOW)
NO = Rejection(RejectionReason.NO_CAPACITY, "No bed until Friday.")
LET_GO = Cancellation(CancellationReason.PERSON_DECLINED, "She would rather go home.")
DIED = Failure(FailureReason.DIED, "The hospital told us.")
FAILED = Failure(FailureReason.NO_SHOW, "She did not come.")
GONE = Departure(NOW, "co-responder car")
WAIT = Hold("Medical clearance first.", TODAY)
GO_ON = Resumption("Cleared.")
BEGUN = Completion("Ms. Alvarez", TODAY, CompletionOutcome.ADMITTED)
ERROR = Mistake("Written for the wrong person.")
NEWS = Progress(BusinessStatus.WAITLISTED, NOW)

WHOLE: Mapping[str, Step] = {
    "Drafting": Drafting(),
    "Request": Request(call()),
    "CallAgain": CallAgain(call()),
    "Acceptance": YES,
    "Rejection": NO,
    "Cancellation": LET_GO,
    "Failure": FAILED,
    "Departure": GONE,
    "Hold": WAIT,
    "Resumption": GO_ON,
    "Completion": BEGUN,
    "Mistake": ERROR,
    "Progress": NEWS,
}
"""One step of each kind with all that it needs."""

PATHS: Mapping[Status | None, tuple[str, ...]] = {
    None: (),
    Status.DRAFT: ("Drafting",),
    Status.REQUESTED: ("Drafting", "Request"),
    Status.ACCEPTED: ("Drafting", "Request", "Acceptance"),
    Status.REJECTED: ("Drafting", "Request", "Rejection"),
    Status.IN_PROGRESS: ("Drafting", "Request", "Acceptance", "Departure"),
    Status.ON_HOLD: ("Drafting", "Request", "Acceptance", "Hold"),
    Status.COMPLETED: ("Drafting", "Request", "Acceptance", "Completion"),
    Status.FAILED: ("Drafting", "Request", "Acceptance", "Failure"),
    Status.CANCELLED: ("Drafting", "Request", "Cancellation"),
    Status.ENTERED_IN_ERROR: ("Drafting", "Mistake"),
}
"""A way to each status."""


def consent_of(visit: Visit, **changes) -> Consent:
    """A consent on paper to the place number 1 that lacks nothing."""
    whole = Consent(
        person_id=visit.person.id,
        visit_id=visit.id,
        kind=ConsentKind.ON_PAPER,
        discloser="The co-responder team",
        categories=(Category.NEED,),
        described="Who it is, and which help is needed.",
        recipient=place().name,
        recipient_service_id=place().service_id,
        purpose="To find a bed for tonight.",
        told_of_right=True,
        expires_on=TODAY + timedelta(days=30),
        expires_event="",
        signed_by=visit.person.called,
        signer=Signer.THEMSELVES,
        signed_at=NOW,
    )
    return replace(whole, **changes)


@dataclass
class Bench:
    """An open casework store with the services on it, as the clinician `actor` has them."""

    store: Store
    work: Casework
    clock: FakeClock
    actor: Actor

    def visit(self, identity: Identity = ANA, **facts) -> Visit:
        return self.work.visits.open(self.actor, told(**facts), identity)

    def end(self, visit: Visit, at: datetime | None = None) -> Visit:
        ending = Ending(at or self.clock(), Disposition.RESOLVED_WITH_REFERRAL)
        seen = self.work.visits.visit(self.actor, visit.id).revision
        return self.work.visits.end(self.actor, visit.id, ending, seen)

    def draft(self, visit: Visit | None = None, number: int = 1, need: str = "detox") -> Referral:
        visit = visit or self.visit()
        return self.work.referrals.draft(self.actor, visit.id, place(number), need)

    def take(self, referral: Referral, step: Step, basis: Basis | None = None) -> Referral:
        """The step by the method that is for it."""
        if isinstance(step, Request | CallAgain):
            return self.work.referrals.log_call(
                self.actor, referral.id, step.call, referral.seen, basis=step.basis or basis
            )
        return self.work.referrals.move(self.actor, referral.id, step, referral.seen)

    def brought_to(self, status: Status, visit: Visit | None = None, number: int = 1, need: str = "detox") -> Referral:
        """A referral that stands at `status`."""
        referral = self.draft(visit, number, need)
        for kind in PATHS[status][1:]:
            referral = self.take(referral, WHOLE[kind])
        return referral

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table, to see that nothing changed."""
        return rows_of(self.store)


def rows_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.connection(writes=False) as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return {
            table: sorted((tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")), key=repr)
            for table in tables.scalars().all()
        }


def texts_of(store: Store) -> str:
    """Everything that the store holds, as one text."""
    return repr(rows_of(store))


def trail_of(store: Store) -> list[tuple[str, str, str]]:
    """Action, subject and detail of each audit row."""
    with store.connection(writes=False) as connection:
        lines = connection.exec_driver_sql("SELECT action, subject, detail FROM audit ORDER BY number")
        return [tuple(line) for line in lines]


def shown(work, actor, visit):
    """What a screen showed of the visit's referrals: the number of the newest event of each."""
    return {referral.id: referral.seen for referral in work.referrals.of_visit(actor, visit.id)}
