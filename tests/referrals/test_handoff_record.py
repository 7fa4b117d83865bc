"""The whole handoff of section 3: in groups, kept and read back, also as the first version of the program kept it."""

import json
from dataclasses import fields
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from navigator.referrals.consent import Category
from navigator.referrals.encounter import HoldType, YesNo
from navigator.referrals.handoff import Handoff, Needed, missing, not_there
from navigator.referrals.handoff_groups import (
    Agreement,
    BasisTold,
    Belongings,
    Close,
    IPass,
    Legal,
    Level,
    Medicines,
    Part,
    PersonTold,
    Safety,
    Severity,
    Transport,
)
from navigator.referrals.handoff_versions import handoff_of
from navigator.referrals.kept import keep
from navigator.referrals.status import Status
from navigator.referrals.warmth import Criterion, Warmth, meter

from .scenes import NOW, Bench

WHOLE = Handoff(
    person=PersonTold(Part.SPOKE, NOW, Agreement.YES, "Sleep.", "No. 4711", "Hears badly", "sister", "one", "a cat"),
    basis=BasisTold((Category.NEED, Category.SAFETY), YesNo.YES),
    ipass=IPass(Severity.WATCHER, "Man, 34.", "Detox tonight.", "Seizures.", "Ms. Alvarez", NOW, "Not 43."),
    safety=Safety(
        Level.MODERATE,
        "C-SSRS",
        Level.LOW,
        "own judgment",
        "Pills with his sister",
        YesNo.YES,
        YesNo.YES,
        YesNo.YES,
        Level.HIGH,
        YesNo.YES,
        Level.HIGH,
        "diabetes",
        "penicillin",
        "his brother",
    ),
    medicines=Medicines("Sertraline", False, "8 PM", "8 AM", "his sister"),
    belongings=Belongings("one bag", "officer", "A-12"),
    legal=Legal(HoldType.VOLUNTARY, "201 signed", "none", YesNo.NO),
    transport=Transport("car 12", NOW, NOW, "Mr. Tran", bedside=True),
    close=Close("visit summary", NOW, "Dana", "Call us back"),
    absent={Needed.ACCEPTOR: "They take no names."},
)
FIRST_VERSION = {
    "part": "spoke themselves",
    "part_at": "2026-11-23T07:14:00Z",
    "agreed": "yes",
    "goal": "Sleep.",
    "needs": "Hears badly",
    "companion": "sister",
    "children": "one",
    "pets": "a cat",
    "severity": "watcher",
    "summary": "Man, 34.",
    "actions": "Detox tonight.",
    "awareness": "Seizures.",
    "read_back_by": "Ms. Alvarez",
    "read_back_at": "2026-11-23T07:14:00Z",
    "corrections": "Not 43.",
    "bedside": True,
    "transport_by": "car 12",
    "left_at": "2026-11-23T07:14:00Z",
    "arrived_at": "2026-11-23T07:14:00Z",
    "received_by": "Mr. Tran",
    "next_contact_at": "2026-11-23T07:14:00Z",
    "follows_up": "Dana",
    "if_refused": "Call us back",
    "absent": {"acceptor": "They take no names."},
}
"""As the first version kept a handoff in which everything is written."""


def test_the_whole_record_comes_back_as_it_was_saved(bench: Bench):
    saved = bench.work.handoffs.save(bench.actor, bench.draft().id, WHOLE, 0)
    assert saved.handoff == WHOLE
    assert bench.rows()["handoff"][0][4] == 2


def test_nothing_of_the_record_is_left_unsaid_in_that_test():
    for group in fields(Handoff):
        assert getattr(WHOLE, group.name) != getattr(Handoff(), group.name)
    told = {**keep(WHOLE)}
    assert all(value != "" for group in told.values() for value in group.values())


class TestTheFirstVersion:
    def test_is_read_field_by_field(self):
        found = handoff_of(FIRST_VERSION, 1)
        at = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
        assert found.person == PersonTold(
            Part.SPOKE, at, Agreement.YES, "Sleep.", "", "Hears badly", "sister", "one", "a cat"
        )
        assert found.ipass == WHOLE.ipass
        assert found.transport == WHOLE.transport
        assert found.close == Close("", at, "Dana", "Call us back")
        assert found.absent == WHOLE.absent
        assert (found.safety, found.medicines, found.legal) == (Safety(), Medicines(), Legal())

    @pytest.mark.parametrize("name", FIRST_VERSION)
    def test_is_read_with_any_of_it_missing(self, name):
        content = {key: value for key, value in FIRST_VERSION.items() if key != name}
        assert handoff_of(content, 1) != handoff_of(FIRST_VERSION, 1)

    def test_is_read_from_the_store_everywhere_and_saved_on_top_of(self, bench: Bench):
        referral = bench.brought_to(Status.ACCEPTED)
        bench.work.handoffs.save(bench.actor, referral.id, Handoff(), 0)
        _write_as_first(bench, referral.id)
        saved = bench.work.handoffs.handoff(bench.actor, referral.id)
        assert (saved.revision, saved.handoff) == (2, handoff_of(FIRST_VERSION, 1))
        sources = bench.work.plans.sources(bench.actor, referral.visit_id)
        assert sources.handoffs[referral.id] == saved.handoff
        assert bench.work.timeline.of(bench.actor, referral.person_id)
        again = bench.work.handoffs.save(bench.actor, referral.id, saved.handoff, 2)
        assert again.handoff == saved.handoff


def _write_as_first(bench: Bench, referral_id: str) -> None:
    row = {"id": referral_id, "content": json.dumps(FIRST_VERSION)}
    copied = (
        "INSERT INTO handoff (referral_id, number, made_by, made_at, version, content) "
        "SELECT referral_id, 2, made_by, made_at, 1, :content FROM handoff WHERE referral_id = :id"
    )
    with bench.store.writing() as session:
        session.execute(text(copied), row)


class TestReasons:
    def test_a_reason_stands_beside_what_is_not_there_and_makes_nothing_warm(self, bench: Bench):
        referral = bench.draft()
        told = Handoff(absent={need: f"No {need}." for need in Needed})
        found = meter(referral, told, None)
        assert found.warmth is Warmth.INFORMATION_ONLY
        assert {mark.criterion: mark.reason for mark in found.marks} == {
            Criterion.CONTACTED: "",
            Criterion.PRESENT: f"No {Needed.PRESENT}.",
            Criterion.ACCEPTED: f"No {Needed.ACCEPTOR}.",
            Criterion.READ_BACK: f"No {Needed.READ_BACK}.",
        }
        assert missing(referral, told) == ()
        assert not_there(referral, told) == tuple(Needed)

    def test_what_is_there_needs_no_reason(self, bench: Bench):
        told = Handoff(person=PersonTold(part=Part.PRESENT), absent={Needed.PRESENT: "She slept."})
        mark = meter(bench.draft(), told, None).marks[1]
        assert (mark.met, mark.reason) == (True, "")
