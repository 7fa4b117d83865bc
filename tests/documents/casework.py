"""An invented person with a visit, a referral and a plan, built by hand: paper needs no store."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from navigator.access import Actor, Role
from navigator.documents.blocks import Document
from navigator.documents.plan import compose_plan
from navigator.documents.wording import load_wording
from navigator.referrals.bounds import Bounds
from navigator.referrals.calls import Call, CallOutcome, Channel
from navigator.referrals.follow_up import FollowUp, FollowUpState
from navigator.referrals.person import Identity, Person
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Line, Snapshot
from navigator.referrals.status import Status
from navigator.referrals.steps import Acceptance, Drafting, Request, Step
from navigator.referrals.visit import PlaceKind, Visit, VisitFacts
from navigator.referrals.workflow import Event, replay, take

from .conftest import CITY, PRINTED

CLINICIAN = Actor("account-1", "Dana Reyes", Role.CLINICIAN)
MIA = Person("person-1", Identity("Miranda", "Example", "Mia", birth_year=1984))
UNNAMED = Person("person-2", Identity(described="Man of about 40, green parka"))
CALLED = Request(Call(Channel.PHONE, PRINTED, CallOutcome.ANSWERED, "215-555-0142", spoke_to="intake desk"))
YES = Acceptance("Ms. Alvarez", "intake nurse", "215-555-0177", PRINTED)
HARBOR = PlanStep(
    when=When.TODAY,
    what="Go to Harbor Withdrawal Unit",
    on=date(2026, 11, 23),
    number="215-555-0142",
    said_yes="Ms. Alvarez, intake nurse",
    why="They help you stop safely. They have a bed for you.",
    at="Come before 4:00 AM. They hold the bed until then.",
    how="We drive you. Use the side door on Hope Street.",
    bring="Your medicines in their bottles",
)
CLINIC = PlanStep(
    When.THIS_WEEK,
    "Call the Corner Clinic for a visit",
    date(2026, 11, 25),
    "215-555-0127",
    at="Any time from 9:00 AM to 5:00 PM",
)
WE_CALL = PlanStep(When.LATER, "We call you to ask how it is going", date(2026, 12, 7), how="We leave no voice mail.")
OWN_WORDS = Plan(
    goal="I want to sleep in a bed.",
    medicines="Sertraline in the morning",
    warning_signs="I stop sleeping.\nThen I call my sister.",
    if_hard="I walk to the river.",
    given="Two bus passes",
    next_call="We call you on Tuesday, November 24.",
    notes="My sister has the keys.",
)


def plan(*steps: PlanStep) -> Plan:
    """A plan of these steps with words in each of its sections."""
    return replace(OWN_WORDS, steps=steps)


def paper(whole: Plan, person: Person = MIA, **changes: object) -> Document:
    """The plan's paper, as Dana prints it at 2:14 AM on Monday, November 23, 2026."""
    said: dict[str, object] = {
        "wording": load_wording("en"),
        "city": CITY,
        "printed_at": PRINTED,
        "staff": "Dana Reyes",
        "demo": False,
    }
    return compose_plan(person, whole, **(said | changes))  # type: ignore[arg-type]


def visit(**facts: object) -> Visit:
    arrived = PRINTED - timedelta(minutes=50)
    told = replace(VisitFacts(arrived_at=arrived, place_kind=PlaceKind.STREET), **facts)  # type: ignore[arg-type]
    return Visit("visit-1", MIA, told, None, CLINICIAN.id, CLINICIAN.name, 1, arrived)


def place(**changes: object) -> Snapshot:
    whole: dict[str, object] = {
        "entry_id": "entry-1",
        "service_id": "service-1",
        "name": "Harbor Withdrawal Unit",
        "categories": ("detox",),
        "lines": (Line("215-555-0142"),),
        "address": "1420 Example Street",
        "city": "Philadelphia",
        "directions": "Side door on Hope Street.",
        "bring": "Your medicines in their bottles",
    }
    return Snapshot(**(whole | changes))  # type: ignore[arg-type]


def referral(*steps: Step, at: Snapshot | None = None, name: str = "referral-1") -> Referral:
    """A referral that took `steps` after the first call; none: it is still a draft."""
    events: list[Event] = []
    for step in (Drafting(), *((CALLED, *steps) if steps else ())):
        events.append(take(events, step, CLINICIAN, Bounds(PRINTED, CITY.zone)))
    state = replay(events)
    assert state.status is not None
    return Referral(
        id=name,
        visit_id="visit-1",
        person_id=MIA.id,
        need="detox",
        snapshot=at or place(),
        status=state.status or Status.DRAFT,
        business=state.business,
        author_id=CLINICIAN.id,
        author=CLINICIAN.name,
        made_at=PRINTED,
        events=tuple(events),
    )


def follow_up(due_at: datetime, state: FollowUpState = FollowUpState.DUE, name: str = "referral-1") -> FollowUp:
    return FollowUp(f"follow-up-{due_at:%d}", name, 1, due_at, state)


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 by the clock of Philadelphia."""
    return datetime(2026, 11, day, hour, minute, tzinfo=CITY.zone).astimezone(UTC)
