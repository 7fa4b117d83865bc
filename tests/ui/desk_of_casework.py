"""A desk with casework for the tests of its pages, and the steps of an invented visit on it."""

from datetime import datetime, timedelta
from typing import Any

from navigator.access import Actor
from navigator.app.desk import open_desk
from navigator.city import load_city
from navigator.referrals.calls import Call, CallOutcome, Channel
from navigator.referrals.person import Identity
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import snapshot_of
from navigator.referrals.steps import Acceptance, Step
from navigator.referrals.visit import Disposition, Ending, PlaceKind, Visit, VisitFacts
from navigator.resources.categories import load_categories
from navigator.resources.model import Entry
from navigator.resources.search import Search
from navigator.storage.station import Station
from navigator.ui.ports import Desk
from tests.ui.desk_of_find import HARBOR, PLACES, VOCABULARY

JORDAN = Identity(given_name="Jordan", family_name="Example", birth_year=1992)
CONTACT = "Text only, after 6 PM. Say it is the library."


def casework_desk_of(station: Station, actor: Actor) -> Desk:
    """The desk of `actor`, whose search knows the invented places of `desk_of_find`."""
    city = load_city("philadelphia")
    return open_desk(station, actor, city, Search(PLACES, VOCABULARY, city, load_categories()))


def visit_on(desk: Desk, identity: Identity = JORDAN, **facts: Any) -> Visit:
    """A visit that began 23 minutes ago in a street, unless `facts` say otherwise."""
    usual = {"arrived_at": desk.clock() - timedelta(minutes=23), "place_kind": PlaceKind.STREET}
    return _casework(desk).visits.open(desk.actor, VisitFacts(**{**usual, **facts}), identity)


def draft_on(desk: Desk, visit: Visit, entry: Entry = HARBOR, need: str = "") -> Referral:
    """A referral of that visit to that place; nobody has been called."""
    snapshot = snapshot_of(entry, desk.clock(), desk.city.zone)
    return _casework(desk).referrals.draft(desk.actor, visit.id, snapshot, need or entry.categories[0])


def call_on(
    desk: Desk, referral: Referral, outcome: CallOutcome = CallOutcome.NO_ANSWER, then: Step | None = None
) -> Referral:
    """A call about it that begins now, with nothing said of who the person is."""
    spoke_to = "" if outcome in (CallOutcome.NO_ANSWER, CallOutcome.MESSAGE_LEFT) else "Ms. Alvarez"
    call = Call(Channel.PHONE, desk.clock(), outcome, referral.snapshot.number, spoke_to=spoke_to)
    return _casework(desk).referrals.log_call(desk.actor, referral.id, call, referral.seen, then)


def accepted_on(desk: Desk, referral: Referral, bed_held_until: datetime | None = None) -> Referral:
    """Ms. Alvarez, intake nurse, says yes on the phone."""
    yes = Acceptance("Ms. Alvarez", "intake nurse", "215-555-0142", desk.clock(), bed_held_until)
    return call_on(desk, referral, CallOutcome.ANSWERED, yes)


def ended_on(desk: Desk, visit: Visit, disposition: Disposition = Disposition.RESOLVED_WITH_REFERRAL) -> Visit:
    """The team leaves now."""
    return _casework(desk).visits.end(desk.actor, visit.id, Ending(desk.clock(), disposition), visit.revision)


def _casework(desk: Desk) -> Any:
    assert desk.casework is not None
    return desk.casework
