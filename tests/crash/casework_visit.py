"""A clinician's visits, one after the other until killed: typed, called, handed over, planned, printed; says each act.

Run as: python casework_visit.py STATION_FOLDER PASSPHRASE [WORD]. WORD stands in every field that takes words.
"""

import itertools
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from navigator.access import Actor, Role
from navigator.city import City, load_city
from navigator.clock import system_clock
from navigator.documents.pages import Pages
from navigator.documents.plan import compose_plan
from navigator.documents.release import Door, Outlet, OwnCopy
from navigator.documents.render import render
from navigator.documents.wording import load_wording
from navigator.referrals.calls import Call, CallOutcome, Channel
from navigator.referrals.casework import Casework, open_casework
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.handoff import Handoff, Needed
from navigator.referrals.handoff_groups import (
    Belongings,
    Close,
    IPass,
    Legal,
    Medicines,
    Part,
    PersonTold,
    Safety,
    Severity,
    Transport,
)
from navigator.referrals.person import Identity, Person
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.reasons import RejectionReason
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Line, Snapshot
from navigator.referrals.steps import Acceptance, Rejection
from navigator.referrals.visit import Disposition, Ending, PlaceKind, Visit, VisitFacts
from navigator.storage.station import Station

Said = Callable[[str, str, int], None]


def main(folder: str, passphrase: str, word: str = "Ghostly") -> None:
    _confirmed("begun", "-", 0)
    station = Station(Path(folder), system_clock)
    for turn in itertools.count():
        actor = station.sign_in(Role.CLINICIAN.value, passphrase)
        city = load_city(station.file.read().city)
        Rounds(station, actor, city, word, Drawer(Path(folder).parent), _confirmed).visit(turn)
        station.lock()
        station.note_lock(actor)


class Drawer:
    """Where the person's paper is saved to."""

    kind = "file"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, pages: Pages) -> str:
        (self._folder / "Plan.pdf").write_bytes(pages.data)
        return "Saved."


class Rounds:
    """One clinician's visits. `said` is told each act once it is on the disk."""

    def __init__(self, station: Station, actor: Actor, city: City, word: str, outlet: Outlet, said: Said) -> None:
        self.station = station
        self.work: Casework = open_casework(station.casework, city.zone, city)
        self.door = Door(station.directory, system_clock, self.work.register)
        self.actor, self.city, self.word, self.outlet, self.said = actor, city, word, outlet, said

    def visit(self, turn: int) -> None:
        """A whole visit: two places called, one of them says yes."""
        visit = self._opened(turn)
        first, second = (self._drafted(visit, place) for place in (1, 2))
        self._refused(first)
        self._handed_over(self._accepted(second))
        self._planned(visit)
        ended = self.work.visits.end(
            self.actor, visit.id, Ending(system_clock(), Disposition.RESOLVED_WITH_REFERRAL), visit.revision
        )
        self.said("ended", ended.id, ended.revision)

    def keep(self, kind: DraftKind, subject: str, number: int) -> None:
        """What is typed, letter by letter."""
        self.work.drafts.keep(self.actor, kind, subject, {"typed": f"{self.word} {number}", "number": str(number)})
        self.said(f"draft-{kind.value}", subject, number)

    def _opened(self, turn: int) -> Visit:
        word, now = self.word, system_clock()
        for number in range(1, 4):
            self.keep(DraftKind.VISIT, NEW, turn * 10 + number)
        facts = VisitFacts(
            arrived_at=now - timedelta(minutes=9),
            place_kind=PlaceKind.HOME,
            language=word,
            payment=word,
            contact_number=word,
            contact_words=word,
            note=word,
        )
        person = Identity(word, f"{word}son", f"{word}y", birth_year=1987, described=word)
        visit = self.work.visits.open(self.actor, facts, person)
        self.said("visit", visit.id, visit.revision)
        return visit

    def _drafted(self, visit: Visit, place: int) -> Referral:
        taken = Snapshot(
            f"entry-{place}", f"service-{place}", f"Harbor {place}", lines=(Line("215-555-0142"),), address=self.word
        )
        referral = self.work.referrals.draft(self.actor, visit.id, taken, "detox")
        self.said("referral", referral.id, referral.seen)
        return referral

    def _call(self, outcome: CallOutcome) -> Call:
        return Call(Channel.PHONE, system_clock(), outcome, "215-555-0142", spoke_to=self.word, words=self.word)

    def _logged(self, referral: Referral, outcome: CallOutcome, then: Acceptance | Rejection | None = None) -> Referral:
        self.keep(DraftKind.CALL, referral.id, referral.seen)
        after = self.work.referrals.log_call(self.actor, referral.id, self._call(outcome), referral.seen, then=then)
        self.said("referral", after.id, after.seen)
        return after

    def _refused(self, referral: Referral) -> None:
        tried = self._logged(referral, CallOutcome.NO_ANSWER)
        self._logged(tried, CallOutcome.ANSWERED, Rejection(RejectionReason.NO_CAPACITY, self.word))

    def _accepted(self, referral: Referral) -> Referral:
        yes = Acceptance(self.word, self.word, self.word, system_clock(), arrival=self.word, met_by=self.word)
        return self._logged(referral, CallOutcome.ANSWERED, yes)

    def _handed_over(self, referral: Referral) -> None:
        word = self.word
        self.keep(DraftKind.HANDOFF, referral.id, 1)
        record = Handoff(
            person=PersonTold(part=Part.PRESENT, goal=word, interpreter=word, needs=word, companion=word),
            ipass=IPass(Severity.WATCHER, word, word, word, read_back_by=word, corrections=word),
            safety=Safety(suicide_tool=word, means=word, medical=word, allergies=word, keep_away=word),
            medicines=Medicines(word, last_dose=word, next_due=word, holder=word),
            belongings=Belongings(word, word, word),
            legal=Legal(paperwork=word, custody=word),
            transport=Transport(word, received_by=word),
            close=Close(word, follows_up=word, if_refused=word),
            absent={Needed.NEXT_CONTACT: word},
        )
        saved = self.work.handoffs.save(self.actor, referral.id, record, 0)
        self.said("handoff", referral.id, saved.revision)

    def _planned(self, visit: Visit) -> None:
        word = self.word
        self.keep(DraftKind.PLAN, visit.id, 1)
        step = PlanStep(When.TODAY, f"Go to {word}", number="215-555-0142", said_yes=word, at=word, how=word, why=word)
        plan = Plan((step,), word, word, word, word, word, word, word)
        saved = self.work.plans.save(self.actor, visit.id, plan, 0)
        self.said("plan", visit.id, saved.revision)
        self.door.disclose(self.actor, self._pages(visit.person, plan), OwnCopy(visit.person.id, visit.id), self.outlet)
        self.said("paper", visit.id, 1)

    def _pages(self, person: Person, plan: Plan) -> Pages:
        told = {"wording": load_wording("en"), "city": self.city, "staff": self.actor.name, "demo": False}
        return render(compose_plan(person, plan, printed_at=system_clock(), **told))


def _confirmed(what: str, which: str, number: int) -> None:
    print(what, which, number, flush=True)  # noqa: T201 - read by the test that kills this


if __name__ == "__main__":
    main(*sys.argv[1:])
