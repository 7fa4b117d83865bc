"""Who may do what in casework, and what is written down of who looked at whom (P-05, P-13)."""

import inspect
import re
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from navigator.access import TABLE, Actor, Permission, Role, permission_of
from navigator.app.desk import open_desk
from navigator.city import load_city
from navigator.errors import NotAllowed, UserError
from navigator.referrals.at_the_door import AtTheDoor
from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.consent import Category
from navigator.referrals.draft import DraftKind
from navigator.referrals.follow_up import Answer, Reached
from navigator.referrals.handoff import Handoff
from navigator.referrals.plan import Plan
from navigator.referrals.register import Paper, Telling
from navigator.referrals.request import Answer as Words
from navigator.referrals.request import Asks, Paragraph, PersonRequest, PoliceRequest
from navigator.referrals.signing import RecordKind
from navigator.referrals.snapshot import snapshot_of
from navigator.referrals.status import Status
from navigator.referrals.telling import recipient_of
from navigator.referrals.visit import Disposition, Ending
from navigator.resources.directory import Directory
from navigator.resources.model import Address, Entry, Phone
from navigator.resources.stewardship.secrecy import Secrecy
from tests.conftest import PASSPHRASE

from .conftest import NOOR
from .scenes import (
    ANA,
    DIED,
    ERROR,
    GONE,
    NOW,
    STILL_YOUNG,
    STRANGER,
    TODAY,
    YES,
    ZONE,
    Bench,
    answered,
    call,
    consent_of,
    place,
    shown,
    texts_of,
    told,
    trail_of,
)

CASEWORKERS = {
    Role.CLINICIAN: {Permission.READ_CASEWORK, Permission.WRITE_CASEWORK},
    Role.SUPERVISOR: {Permission.READ_CASEWORK, Permission.WRITE_CASEWORK},
    Role.PRIVACY_OFFICER: {Permission.READ_CASEWORK},
    Role.SOCIAL_WORKER: set(),
    Role.OFFICER: set(),
    Role.ADMINISTRATOR: set(),
}
"""The casework column of P-05, by hand."""


DECIDERS = {Role.SUPERVISOR: {Permission.DECIDE}, Role.PRIVACY_OFFICER: {Permission.DECIDE}}
"""The column of requests of P-05, by hand."""


def methods(bench: Bench) -> dict[str, object]:
    """Every public method of every service of casework."""
    found = {}
    for service in fields(bench.work):
        if service.name in {"law", "request_law"}:
            continue  # values that are read from files: they know nobody
        for name, method in inspect.getmembers(getattr(bench.work, service.name), inspect.ismethod):
            if not name.startswith("_"):
                found[f"{service.name}.{name}"] = method
    return found


def asked(bench: Bench, decider: Actor) -> dict[str, tuple[object, ...]]:
    """What a right call of each method is given."""
    work, who = bench.work, bench.actor
    visit, open_still, other = bench.visit(), bench.visit(), bench.visit()
    ended = bench.end(other)
    drafts = [bench.draft(visit, number, need=str(number)) for number in range(1, 5)]
    away = work.referrals.discard(who, drafts[3].id, 1)
    yes = bench.brought_to(Status.ACCEPTED, visit, 8)
    follow_up = work.follow_ups.of(who, yes.id)[0]
    gone = bench.brought_to(Status.IN_PROGRESS, visit, 9, need="shelter")
    last, later = work.follow_ups.of(who, gone.id)[0], work.follow_ups.of(who, yes.id)[1]
    note = work.shifts.sign(NOOR, "Nobody called back.")
    strangers = [bench.visit(STRANGER) for _ in range(2)]
    twins = [bench.visit(STRANGER).person.id for _ in range(2)]
    joined = work.merges.merge(who, *twins)
    work.other_names.add(who, visit.person.id, "Nana")
    signed, shut = bench.end(bench.visit()), bench.end(bench.visit())
    work.signing.sign(who, RecordKind.VISIT, signed.id)
    consents = [work.consents.record(who, consent_of(visit, expires_event="She is settled.")) for _ in range(2)]
    unclear = work.consents.record(who, consent_of(bench.visit(STILL_YOUNG)))
    premises = PoliceRequest(visit.person.id, Paragraph.PREMISES, "Reed", "Police", categories=(Category.NEED,))
    police = [work.requests.ask_police(NOOR, premises) for _ in range(2)]
    work.requests.decide(decider, police[1].id, True, "")
    emergency = Basis(BasisKind.EMERGENCY, "She took thirty pills an hour ago.")
    paper = Paper(visit.person.id, visit.id, "plan 1.0", "0" * 64, 1, "own copy", True, "printer")
    return {
        "visits.find_people": (ANA,),
        "visits.open": (told(), ANA),
        "visits.change": (open_still.id, told(), 1),
        "visits.end": (visit.id, Ending(NOW, Disposition.RESOLVED), 1),
        "visits.reopen": (other.id, ended.revision),
        "visits.visit": (visit.id,),
        "visits.recent": (),
        "visits.several": ([visit.id],),
        "visits.newest_of": (visit.person.id,),
        "visits.open_of": (),
        "referrals.draft": (visit.id, place(7), "detox"),
        "referrals.discard": (drafts[0].id, 1),
        "referrals.fetch_back": (away.id,),
        "referrals.log_call": (drafts[1].id, call(), 1),
        "referrals.at_the_door": (visit.id, place(6), "food", AtTheDoor(answered(), YES, GONE)),
        "referrals.move": (drafts[2].id, ERROR, 1),
        "referrals.settle_siblings": (yes.id, shown(work, who, visit)),
        "referrals.referral": (yes.id,),
        "referrals.of_visit": (visit.id,),
        "referrals.open": (),
        "referrals.count_open": (),
        "referrals.heed_confidential": ({"service-8"},),
        "handoffs.handoff": (yes.id,),
        "handoffs.save": (yes.id, Handoff(), 0),
        "follow_ups.of": (yes.id,),
        "follow_ups.attempt": (follow_up.id, Reached.NOBODY),
        "follow_ups.told": (follow_up.id, Answer(Reached.NOBODY)),
        "follow_ups.close": (last.id, Answer(Reached.PROVIDER), DIED, gone.seen),
        "follow_ups.put_off": (later.id, later.due_at, "She is at work until then."),
        "follow_ups.add": (yes.id, later.due_at, "She asked for it."),
        "follow_ups.heed_times": ((timedelta(hours=24),),),
        "worklists.owed": (),
        "shifts.page": (),
        "shifts.sign": ("All quiet.",),
        "shifts.confirm": (note.id,),
        "plans.plan": (visit.id,),
        "plans.sources": (visit.id,),
        "plans.save": (visit.id, Plan(), 0),
        "register.intend": (paper,),
        "register.settle": (work.register.intend(who, paper),),
        "register.of_visits": ([visit.id],),
        "plans.of_visits": ([visit.id],),
        "drafts.keep": (DraftKind.PLAN, visit.id, {}),
        "drafts.find": (DraftKind.PLAN, visit.id),
        "drafts.mine": (),
        "drafts.drop": (DraftKind.PLAN, visit.id),
        "decider_drafts.keep": (DraftKind.DECISION, "1", {}),
        "decider_drafts.find": (DraftKind.DECISION, "1"),
        "decider_drafts.drop": (DraftKind.DECISION, "1"),
        "consents.record": (consent_of(visit),),
        "consents.revoke": (consents[0].id, "She said so."),
        "consents.came_about": (consents[1].id, "It happened."),
        "consents.settle_signer": (unclear.id, True, "The mother is the guardian."),
        "consents.waiting": (),
        "consents.of_person": (visit.person.id,),
        "consents.live_for": (visit.person.id, place()),
        "consents.touched": (consents[0].id,),
        "consents.signer": (visit.person.id,),
        "consents.part2": (),
        "consents.part2_setting": (),
        "consents.set_part2": (True, ""),
        "requests.ask_police": (premises,),
        "requests.ask_person": (PersonRequest(visit.person.id, Asks.ACCESS, TODAY),),
        "requests.decide": (police[0].id, False, "No."),
        "requests.tell": (police[1].id, Words(words="She was there.")),
        "requests.request": (police[0].id,),
        "requests.waiting": (),
        "requests.of_person": (visit.person.id,),
        "decisions.waiting": (),
        "decisions.count": (),
        "accounting.of_person": (visit.person.id,),
        "register.intend_for": (paper, Telling(recipient_of(place()), emergency, (Category.NEED,))),
        "other_names.written": (visit.person.id,),
        "other_names.person": (visit.person.id,),
        "other_names.add": (visit.person.id, "Bibi"),
        "other_names.take_away": (visit.person.id, "Nana"),
        "merges.sides": (visit.person.id, open_still.person.id),
        "merges.of_person": (visit.person.id,),
        "merges.merge": (strangers[0].person.id, strangers[1].person.id),
        "merges.undo": (joined.id,),
        "timeline.of": (visit.person.id,),
        "signing.sign": (RecordKind.VISIT, shut.id),
        "signing.of": (RecordKind.VISIT, signed.id),
        "addenda.add": (RecordKind.VISIT, signed.id, "She left at 2:40.", "The radio log says so."),
        "addenda.of": (RecordKind.VISIT, signed.id),
    }


def _extra(name: str) -> dict[str, object]:
    return {"released": True} if name == "register.settle" else {}


def test_the_permissions_of_casework_are_those_of_p05():
    casework = {Permission.READ_CASEWORK, Permission.WRITE_CASEWORK}
    assert {role: TABLE[role] & casework for role in Role} == CASEWORKERS


@pytest.mark.parametrize("role", Role)
def test_every_method_of_casework_asks_for_the_role(bench: Bench, filed, role):
    given, every = asked(bench, filed.actors[Role.PRIVACY_OFFICER]), methods(bench)
    assert set(given) == set(every), "a method is missing from this test"
    actor = filed.actors[role]
    for name, method in every.items():
        permission = permission_of(method)
        assert permission in {Permission.READ_CASEWORK, Permission.WRITE_CASEWORK, Permission.DECIDE}, name
        if permission in CASEWORKERS[role] | DECIDERS.get(role, set()):
            method(actor, *given[name], **_extra(name))
            continue
        rows = bench.rows()
        with pytest.raises(NotAllowed, match=role.value):
            method(actor, *given[name], **_extra(name))
        assert bench.rows() == rows, name


@pytest.mark.parametrize("role", [role for role in Role if not CASEWORKERS[role]])
def test_the_desk_of_others_has_no_casework(signed, role):
    here = signed(role)
    desk = open_desk(here.station, here.actor, load_city("philadelphia"))
    assert desk.casework is None
    assert not here.station.casework.is_open


def test_a_place_that_became_confidential_leaves_casework_at_the_next_sign_in(closed):
    """S-13, through the desk that everybody gets."""
    city = load_city("philadelphia")
    who = closed.sign_in("supervisor", PASSPHRASE)
    address = Address("1420 Example Street", "Philadelphia", "PA", "19134")
    entry = Entry("", "", "Rose House", address=address, directions="Blue door.", phones=(Phone("215-555-0142"),))
    Directory(closed.directory).load(who, [entry], [], "test")
    desk = open_desk(closed, who, city)
    (kept,) = desk.directory.entries(who)
    visit = desk.casework.visits.open(who, told(), ANA)
    taken = snapshot_of(kept, NOW, city.zone)
    made = desk.casework.referrals.draft(who, visit.id, taken, "shelter")
    assert "1420 Example" in texts_of(closed.casework)
    Secrecy(closed.directory).hide(who, kept.id)
    closed.close()
    who = closed.sign_in("privacy officer", PASSPHRASE)
    desk = open_desk(closed, who, city)
    assert desk.casework.referrals.referral(who, made.id).snapshot.confidential
    for trace in (r"(?<![\w-])1420(?![\w-])", "Example Street", "Blue door"):  # an id may hold these digits by chance
        assert not re.search(trace, texts_of(closed.casework))
        assert not re.search(trace, texts_of(closed.directory))


class TestViews:
    def _views(self, bench: Bench) -> list[str]:
        return [subject for action, subject, _ in trail_of(bench.store) if action == "person viewed"]

    def test_a_person_is_viewed_once_in_a_quarter_of_an_hour(self, bench: Bench):
        visit = bench.visit()
        for _ in range(3):
            bench.work.visits.visit(bench.actor, visit.id)
            bench.work.plans.plan(bench.actor, visit.id)
            bench.work.visits.recent(bench.actor)
            bench.clock.forward(minutes=4)
        assert self._views(bench) == [visit.person.id]
        bench.clock.forward(minutes=2, seconds=59)
        bench.work.visits.visit(bench.actor, visit.id)
        assert len(self._views(bench)) == 1
        bench.clock.forward(seconds=1)
        bench.work.visits.visit(bench.actor, visit.id)
        assert len(self._views(bench)) == 2

    def test_each_account_and_each_person_is_written_down(self, bench: Bench, supervisor):
        people = [bench.visit(replace(ANA, given_name=name)).person.id for name in ("Ana", "Bea")]
        for who in (bench.actor, supervisor):
            bench.work.visits.recent(who)
        assert sorted(self._views(bench)) == sorted(people * 2)

    @pytest.mark.parametrize(
        "read",
        [
            lambda work, referral, who: work.visits.visit(who, referral.visit_id),
            lambda work, _, who: work.visits.recent(who),
            lambda work, _, who: work.visits.find_people(who, ANA),
            lambda work, referral, who: work.referrals.referral(who, referral.id),
            lambda work, referral, who: work.referrals.of_visit(who, referral.visit_id),
            lambda work, _, who: work.referrals.open(who),
            lambda work, referral, who: work.handoffs.handoff(who, referral.id),
            lambda work, referral, who: work.signing.of(who, RecordKind.HANDOFF, referral.id),
            lambda work, referral, who: work.addenda.of(who, RecordKind.VISIT, referral.visit_id),
            lambda work, referral, who: work.follow_ups.of(who, referral.id),
            lambda work, referral, who: work.plans.plan(who, referral.visit_id),
            lambda work, _, who: work.worklists.owed(who),
        ],
    )
    def test_every_way_of_reading_a_person_is_written_down(self, bench: Bench, supervisor, read):
        referral = bench.brought_to(Status.REQUESTED)
        before = len(self._views(bench))
        read(bench.work, referral, supervisor)
        assert self._views(bench)[before:] == [referral.person_id]

    def test_what_cannot_be_written_down_is_not_shown(self, bench: Bench, supervisor, monkeypatch):
        visit = bench.visit()

        def full(*_):
            raise UserError("The disk is full.")

        monkeypatch.setattr(bench.work.visits._viewed._trail, "record_each", full)
        with pytest.raises(UserError, match="full"):
            bench.work.visits.visit(supervisor, visit.id)


def test_the_city_of_the_tests_is_the_city_of_the_desk():
    assert load_city("philadelphia").zone == ZONE
