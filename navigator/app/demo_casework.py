"""What the demo station has seen before: invented people at invented services, so that its lists are not empty."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from navigator.access import Actor
from navigator.city import City
from navigator.referrals.calls import Call, CallOutcome, Channel
from navigator.referrals.casework import Casework, open_casework
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import Agreement, IPass, Part, PersonTold, Severity
from navigator.referrals.person import Identity
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import snapshot_of
from navigator.referrals.steps import Acceptance, Departure, Hold
from navigator.referrals.visit import (
    AgeBand,
    Concern,
    Disposition,
    Ending,
    Gender,
    PlaceKind,
    Source,
    Visit,
    VisitFacts,
)
from navigator.resources.directory import Directory
from navigator.resources.model import Entry
from navigator.storage.station import Station


def fill_casework(station: Station, actor: Actor, city: City) -> None:
    """Writes the visits of two days as the signed-in `actor`, counted back from now."""
    entries = {entry.source_id: entry for entry in Directory(station.directory).entries(actor) if entry.invented}
    past = _Past(actor, city, open_casework(station.casework, city.zone, city), entries, station.clock())
    for scene in SCENES:
        scene(past)


@dataclass(frozen=True)
class _Past:
    """Writes what happened so long ago."""

    actor: Actor
    city: City
    casework: Casework
    entries: dict[str, Entry]
    now: datetime

    def ago(self, **by: float) -> datetime:
        return self.now - timedelta(**by)

    def visit(self, who: Identity, facts: VisitFacts) -> Visit:
        return self.casework.visits.open(self.actor, facts, who)

    def end(self, visit: Visit, at: datetime, how: Disposition) -> None:
        self.casework.visits.end(self.actor, visit.id, Ending(at, how), visit.revision)

    def refer(self, visit: Visit, place: str) -> Referral:
        entry = self.entries[f"demo:{place}"]
        snapshot = snapshot_of(entry, self.now, self.city.zone)
        return self.casework.referrals.draft(self.actor, visit.id, snapshot, entry.categories[0])

    def call(
        self, referral: Referral, at: datetime, outcome: CallOutcome, spoke_to: str = "", then: Acceptance | None = None
    ) -> Referral:
        call = Call(Channel.PHONE, at, outcome, referral.snapshot.number, at + timedelta(minutes=2), spoke_to)
        return self.casework.referrals.log_call(self.actor, referral.id, call, referral.seen, then)


def _settled_with_a_follow_up(past: _Past) -> None:
    """The day before yesterday: she went to the respite house; it is time to ask how it went."""
    arrived = past.ago(hours=28)
    facts = VisitFacts(
        arrived,
        PlaceKind.HOME,
        source=Source.CALL_988,
        age_band=AgeBand.ADULT,
        gender=Gender.WOMAN,
        language="Spanish",
        concerns=(Concern.MOOD, Concern.FAMILY),
        contact_number="215-555-0188",
        contact_words="Text only, after 5 PM",
        no_voicemail=True,
    )
    visit = past.visit(Identity("Alma", "Reyes-Example", birth_year=1979), facts)
    yes = Acceptance("Mr. Oyelaran", "peer specialist", "215-555-0166", past.ago(hours=27.5))
    referral = past.call(past.refer(visit, "elm-peer-respite"), yes.at, CallOutcome.ANSWERED, yes.name, yes)
    past.casework.referrals.move(past.actor, referral.id, Departure(past.ago(hours=27)), referral.seen)
    handoff = Handoff(
        person=PersonTold(Part.SPOKE, yes.at, Agreement.YES),
        ipass=IPass(
            Severity.STABLE,
            "Sleeps badly since she moved out. Wants company for some nights.",
            read_back_by=yes.name,
            read_back_at=yes.at,
        ),
    )
    past.casework.handoffs.save(past.actor, referral.id, handoff, 0)
    past.end(visit, past.ago(hours=26), Disposition.SHELTER)


def _a_bed_that_is_held(past: _Past) -> None:
    """Earlier tonight: a bed is held a little longer."""
    facts = VisitFacts(past.ago(minutes=100), PlaceKind.TRANSIT, source=Source.OFFICER, gender=Gender.MAN)
    visit = past.visit(Identity(described="man about 50, green parka"), facts)
    yes = Acceptance("Ms. Tran", "shift lead", "215-555-0118", past.ago(minutes=55), past.now + timedelta(minutes=40))
    past.call(past.refer(visit, "ridge-recovery-center"), yes.at, CallOutcome.ANSWERED, yes.name, yes)
    past.end(visit, past.ago(minutes=50), Disposition.RESOLVED_WITH_REFERRAL)


def _nobody_called_back(past: _Past) -> None:
    facts = VisitFacts(past.ago(minutes=150), PlaceKind.STREET, source=Source.CALL_911, gender=Gender.WOMAN)
    visit = past.visit(Identity("Joan", "Ivory-Example", birth_year=1994), facts)
    past.call(past.refer(visit, "lantern-womens-shelter"), past.ago(minutes=75), CallOutcome.MESSAGE_LEFT)
    past.end(visit, past.ago(minutes=70), Disposition.SUPPORT)


def _on_hold_until_today(past: _Past) -> None:
    facts = VisitFacts(past.ago(hours=9), PlaceKind.SHELTER, source=Source.FOLLOW_UP, gender=Gender.MAN)
    visit = past.visit(Identity("Peter", "Lowell-Example", birth_year=1966), facts)
    yes = Acceptance("Mr. Daly", "intake", "215-555-0177", past.ago(hours=8.5))
    referral = past.call(past.refer(visit, "saint-brigid-example-house"), yes.at, CallOutcome.ANSWERED, yes.name, yes)
    hold = Hold("They wait for his ID card.", past.now.astimezone(past.city.zone).date())
    past.casework.referrals.move(past.actor, referral.id, hold, referral.seen)
    past.end(visit, past.ago(hours=8), Disposition.RESOLVED_WITH_REFERRAL)


SCENES: tuple[Callable[[_Past], None], ...] = (
    _settled_with_a_follow_up,
    _a_bed_that_is_held,
    _nobody_called_back,
    _on_hold_until_today,
)
