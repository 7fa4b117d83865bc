"""Consents with every element of 42 CFR 2.31, live or not, naming their recipient, taken back at once (P-08, P-10)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from navigator.city import Signer
from navigator.errors import BadInput, NotAllowed, NotFound
from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.consent import Category, ConsentKind, ConsentState, covers
from navigator.referrals.draft import DraftKind
from navigator.referrals.status import Status
from navigator.referrals.workflow import Lacking

from .scenes import NOW, STILL_YOUNG, STRANGER, TODAY, Bench, answered, consent_of, place, trail_of

OFF = "No program under Part 2, counsel says so."
DRAWN = (((0.1, 0.5), (0.5, 0.7)),)
LACKING = {
    "who may tell": ({"discloser": " "}, "who may tell"),
    "who may be told": ({"recipient": ""}, "who may be told"),
    "what for": ({"purpose": "\n"}, "what it is for"),
    "who it is": ({"categories": (Category.SAFETY,)}, "is the least"),
    "what, described": ({"described": ""}, "Describe what"),
    "an end": ({"expires_on": None}, "when it ends"),
    "an end to come": ({"expires_on": TODAY - timedelta(days=1)}, "has passed"),
    "the right to take it back": ({"told_of_right": False}, "can take it back"),
    "that it may be passed on": ({"tpo": True, "told_refusal": True}, "pass it on"),
    "what happens otherwise": ({"tpo": True, "told_redisclosure": True}, "do not sign"),
    "who signs": ({"signer": Signer.ASK_SUPERVISOR}, "who signs"),
    "another signer than the table has": ({"signer": Signer.PARENT_OR_GUARDIAN}, "At this age"),
    "the name of who signs": ({"signed_by": " "}, "name of who signs"),
    "a signature": ({"kind": ConsentKind.ON_SCREEN}, "signature is missing"),
    "more than a dot": ({"kind": ConsentKind.ON_SCREEN, "strokes": (((0.5, 0.5), (0.505, 0.5)),)}, "is missing"),
    "points inside the field": ({"kind": ConsentKind.ON_SCREEN, "strokes": (((0.5, 0.5), (1.5, 0.5)),)}, "is missing"),
    "a written one": ({"kind": ConsentKind.VERBAL, "witness": "Officer Reed"}, "must be written"),
    "a time that was": ({"signed_at": NOW + timedelta(minutes=9)}, "later than now"),
}


@pytest.mark.parametrize("case", LACKING)
def test_a_consent_that_lacks_anything_is_refused_whole(bench: Bench, case):
    changes, match = LACKING[case]
    visit = bench.visit()
    rows = bench.rows()
    with pytest.raises(BadInput, match=match):
        bench.work.consents.record(bench.actor, consent_of(visit, **changes))
    assert bench.rows() == rows


def test_a_whole_one_is_kept_as_it_is_and_its_draft_is_settled(bench: Bench):
    visit = bench.visit()
    bench.work.drafts.keep(bench.actor, DraftKind.CONSENT, visit.id, {"purpose": "x"})
    signed = consent_of(visit, kind=ConsentKind.ON_SCREEN, strokes=DRAWN)
    saved = bench.work.consents.record(bench.actor, signed)
    assert (saved.consent, saved.by, saved.state(NOW)) == (signed, "clinician", ConsentState.LIVE)
    assert bench.work.drafts.find(bench.actor, DraftKind.CONSENT, visit.id) is None


def test_nobody_without_a_name_consents(bench: Bench):
    with pytest.raises(BadInput, match="name"):
        bench.work.consents.record(bench.actor, consent_of(bench.visit(STRANGER)))


def test_a_visit_of_somebody_else_is_refused(bench: Bench):
    mine, other = bench.visit(), bench.visit()
    with pytest.raises(BadInput, match="not one of this person"):
        bench.work.consents.record(bench.actor, replace(consent_of(mine), visit_id=other.id))


def test_a_spoken_one_counts_where_the_city_allows_it_until_part_2_is_on(bench: Bench, supervisor):
    bench.work.consents.set_part2(supervisor, False, OFF)
    visit = bench.visit()
    with pytest.raises(BadInput, match="who heard it"):
        bench.work.consents.record(bench.actor, consent_of(visit, kind=ConsentKind.VERBAL))
    spoken = consent_of(visit, kind=ConsentKind.VERBAL, witness="Officer Reed")
    bench.work.consents.record(bench.actor, spoken)
    assert len(bench.work.consents.live_for(bench.actor, visit.person.id, place())) == 1
    bench.work.consents.set_part2(supervisor, True, "")
    assert bench.work.consents.live_for(bench.actor, visit.person.id, place()) == ()


class TestCovering:
    def test_it_names_its_recipient_and_nobody_else(self, bench: Bench):
        visit = bench.visit()
        saved = bench.work.consents.record(bench.actor, consent_of(visit))
        assert covers(saved, place().service_id, "any name", (Category.NEED,), NOW) == ""
        assert "nobody else" in covers(saved, place(2).service_id, place().name, (Category.NEED,), NOW)

    def test_somebody_by_name_is_found_by_the_name_alone(self, bench: Bench):
        named = consent_of(bench.visit(), recipient="Mr. Daly, Example Clinic", recipient_service_id="")
        saved = bench.work.consents.record(bench.actor, named)
        assert covers(saved, "service-9", "mr daly example clinic", (Category.NEED,), NOW) == ""
        assert covers(saved, "service-9", "Mr. Dale, Example Clinic", (Category.NEED,), NOW)

    def test_a_class_is_whoever_gives_that_help(self, bench: Bench):
        help_kind = {"recipient": "Detox", "recipient_service_id": "", "recipient_class": "detox"}
        saved = bench.work.consents.record(bench.actor, consent_of(bench.visit(), **help_kind))
        assert covers(saved, "service-9", "Any Detox", (Category.NEED,), NOW, ("detox", "shelter")) == ""
        assert covers(saved, "service-9", "Detox", (Category.NEED,), NOW, ("shelter",))

    def test_it_covers_what_was_ticked_and_no_more(self, bench: Bench):
        saved = bench.work.consents.record(bench.actor, consent_of(bench.visit()))
        assert "medicines" in covers(saved, place().service_id, "", (Category.NEED, Category.MEDICINES), NOW)

    def test_its_last_day_counts_whole(self, bench: Bench):
        saved = bench.work.consents.record(bench.actor, consent_of(bench.visit(), expires_on=TODAY))
        assert saved.ends_at is not None
        assert saved.is_live(saved.ends_at - timedelta(seconds=1))
        assert saved.state(saved.ends_at) is ConsentState.EXPIRED

    def test_nothing_is_covered_before_it_was_signed(self, bench: Bench):
        saved = bench.work.consents.record(bench.actor, consent_of(bench.visit()))
        assert "later" in covers(saved, place().service_id, "", (Category.NEED,), NOW - timedelta(minutes=1))


class TestTakenBack:
    def test_it_stops_every_later_call_at_once_and_leaves_the_row(self, bench: Bench):
        visit = bench.visit()
        saved = bench.work.consents.record(bench.actor, consent_of(visit))
        basis = Basis(BasisKind.CONSENT, consent_id=saved.id)
        first = bench.draft(visit)
        named = answered(without_identifiers=False)
        called = bench.work.referrals.log_call(bench.actor, first.id, named, first.seen, basis=basis)
        bench.clock.forward(minutes=1)
        bench.work.consents.revoke(bench.actor, saved.id, "She said no.")
        bench.clock.forward(minutes=1)
        rows = bench.rows()
        later = replace(named, began_at=bench.clock())
        with pytest.raises(Lacking, match="taken back"):
            bench.work.referrals.log_call(bench.actor, first.id, later, called.seen, basis=basis)
        assert bench.rows() == rows
        assert [one.id for one in bench.work.consents.touched(bench.actor, saved.id)] == [first.id]
        assert bench.work.referrals.referral(bench.actor, first.id).status is Status.REQUESTED

    def test_twice_is_refused_and_an_event_ends_only_what_ends_by_one(self, bench: Bench):
        saved = bench.work.consents.record(bench.actor, consent_of(bench.visit()))
        with pytest.raises(BadInput, match="ends on a day"):
            bench.work.consents.came_about(bench.actor, saved.id, "")
        bench.work.consents.revoke(bench.actor, saved.id, "")
        with pytest.raises(BadInput, match="ended already"):
            bench.work.consents.revoke(bench.actor, saved.id, "")

    def test_what_is_not_there_is_said(self, bench: Bench):
        with pytest.raises(NotFound):
            bench.work.consents.revoke(bench.actor, "none", "")


class TestOnACall:
    def test_the_consent_names_another_place(self, bench: Bench):
        visit = bench.visit()
        saved = bench.work.consents.record(bench.actor, consent_of(visit))
        other = bench.draft(visit, 2)
        rows = bench.rows()
        with pytest.raises(Lacking, match="nobody else"):
            bench.work.referrals.log_call(
                bench.actor,
                other.id,
                answered(without_identifiers=False),
                other.seen,
                basis=Basis(BasisKind.CONSENT, consent_id=saved.id),
            )
        assert bench.rows() == rows

    @pytest.mark.parametrize("kind", [BasisKind.TREATMENT, BasisKind.THREAT])
    def test_what_part_2_closes_is_refused_with_what_remains(self, bench: Bench, supervisor, kind):
        draft = bench.draft()
        basis = Basis(kind, "He has a knife.")
        with pytest.raises(Lacking, match="What remains: call without naming"):
            bench.work.referrals.log_call(
                bench.actor, draft.id, answered(without_identifiers=False), draft.seen, basis=basis
            )
        bench.work.consents.set_part2(supervisor, False, OFF)
        logged = bench.work.referrals.log_call(
            bench.actor, draft.id, answered(without_identifiers=False), draft.seen, basis=basis
        )
        assert logged.status is Status.REQUESTED


class TestMinors:
    def test_it_waits_until_a_supervisor_says_who_may_sign(self, bench: Bench, supervisor):
        visit = bench.visit(STILL_YOUNG)
        saved = bench.work.consents.record(bench.actor, consent_of(visit))
        assert saved.state(NOW) is ConsentState.WAITING
        assert bench.work.consents.live_for(bench.actor, visit.person.id, place()) == ()
        with pytest.raises(BadInput, match="Write why"):
            bench.work.consents.settle_signer(supervisor, saved.id, True, "")
        assert bench.work.consents.waiting(supervisor) == (saved,)
        settled = bench.work.consents.settle_signer(supervisor, saved.id, True, "Her guardian signed.")
        assert settled.state(NOW) is ConsentState.LIVE
        assert bench.work.consents.waiting(supervisor) == ()

    def test_it_may_be_turned_down_and_then_stays_so(self, bench: Bench, supervisor):
        saved = bench.work.consents.record(bench.actor, consent_of(bench.visit(STILL_YOUNG)))
        turned = bench.work.consents.settle_signer(supervisor, saved.id, False, "Ask the court.")
        assert turned.state(NOW) is ConsentState.TURNED_DOWN
        with pytest.raises(BadInput, match="Nobody has to say"):
            bench.work.consents.settle_signer(supervisor, saved.id, True, "Changed my mind.")

    def test_nobody_settles_a_consent_of_their_own(self, bench: Bench, supervisor):
        saved = bench.work.consents.record(supervisor, consent_of(bench.visit(STILL_YOUNG)))
        with pytest.raises(NotAllowed, match="Somebody else"):
            bench.work.consents.settle_signer(supervisor, saved.id, True, "Fine.")


class TestPart2:
    def test_it_is_on_unless_somebody_says_why_not(self, bench: Bench, supervisor):
        assert bench.work.consents.part2(bench.actor)
        rows = bench.rows()
        with pytest.raises(BadInput, match="20 letters"):
            bench.work.consents.set_part2(supervisor, False, "because")
        assert bench.rows() == rows
        bench.work.consents.set_part2(supervisor, False, OFF)
        setting = bench.work.consents.part2_setting(bench.actor)
        assert (setting.applies, setting.reason, setting.by) == (False, OFF, "supervisor")

    def test_the_same_again_is_no_change(self, bench: Bench, supervisor):
        rows = bench.rows()
        bench.work.consents.set_part2(supervisor, True, "")
        assert bench.rows() == rows

    def test_the_trail_says_that_it_was_switched_without_the_reason(self, bench: Bench, supervisor):
        bench.work.consents.set_part2(supervisor, False, OFF)
        (detail,) = [detail for action, _, detail in trail_of(bench.store) if action == "42 CFR Part 2 switched"]
        assert "counsel" not in str(detail)
