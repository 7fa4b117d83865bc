"""Everything that was done for a person, newest first, from every record that is theirs."""

from collections.abc import Callable

import pytest

from navigator.errors import NotFound
from navigator.referrals.follow_up import Reached
from navigator.referrals.handoff import Handoff
from navigator.referrals.moment import (
    About,
    Arrived,
    Asked,
    Called,
    HandedOver,
    Joined,
    Left,
    Moment,
    Moved,
    Planned,
    Printed,
)
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.register import Paper
from navigator.referrals.status import Status
from navigator.referrals.steps import Acceptance, Drafting, Mistake
from navigator.referrals.visit import Visit
from navigator.referrals.warmth import Warmth

from .conftest import NOOR
from .scenes import ANA, ERROR, STRANGER, YES, Bench, answered, trail_of


@pytest.fixture
def visit(bench: Bench) -> Visit:
    return bench.visit()


@pytest.fixture
def timeline(bench: Bench, visit: Visit) -> Callable[[], tuple[Moment, ...]]:
    return lambda: bench.work.timeline.of(bench.actor, visit.person.id)


def kinds(moments: tuple[Moment, ...]) -> list[type[About]]:
    return [type(moment.about) for moment in moments]


def paper_of(visit: Visit) -> Paper:
    return Paper(visit.person.id, visit.id, "plan 1.0", "0" * 64, 1, "own copy", True, "printer")


def test_a_visit_is_its_beginning_and_its_end(bench, visit, timeline):
    bench.clock.forward(minutes=20)
    ended = bench.end(visit)
    left, arrived = timeline()
    assert (left.about, left.at) == (Left(ended), bench.clock())
    assert (arrived.about, arrived.at) == (Arrived(ended), visit.facts.arrived_at)
    assert {left.visit_id, arrived.visit_id} == {visit.id}


def test_a_visit_that_goes_on_has_only_begun(timeline):
    assert kinds(timeline()) == [Arrived]


def test_a_referral_nobody_was_called_about_is_its_draft(bench, visit, timeline):
    draft = bench.draft(visit)
    [moved, _arrived] = timeline()
    assert isinstance(moved.about, Moved)
    assert isinstance(moved.about.event.step, Drafting)
    assert (moved.referral_id, moved.place) == (draft.id, draft.snapshot.name)


def test_a_draft_that_was_put_away_is_no_moment(bench, visit, timeline):
    draft = bench.draft(visit)
    bench.work.referrals.discard(bench.actor, draft.id, draft.seen)
    assert kinds(timeline()) == [Arrived]


def test_a_call_stands_once_and_what_came_of_it_above(bench, visit, timeline):
    draft = bench.draft(visit)
    bench.clock.forward(minutes=5)
    call = answered(bench.clock())
    bench.work.referrals.log_call(bench.actor, draft.id, call, draft.seen, YES)
    moments = timeline()
    assert kinds(moments) == [Moved, Called, Arrived]
    assert isinstance(moments[0].about.event.step, Acceptance)
    assert moments[1].about.contact.call == call
    assert {moment.by for moment in moments} == {bench.actor.name}


def test_a_referral_entered_in_error_stays_and_is_struck(bench, visit, timeline):
    asked = bench.brought_to(Status.REQUESTED, visit)
    bench.take(asked, ERROR)
    moments = timeline()
    assert [moment.struck for moment in moments] == [True, True, False]
    assert isinstance(moments[0].about.event.step, Mistake)


def test_handoff_and_plan_stand_once_with_how_often_they_were_saved(bench, visit, timeline):
    yes = bench.brought_to(Status.ACCEPTED, visit)
    bench.work.handoffs.save(bench.actor, yes.id, Handoff(), 0)
    for saved in range(2):
        bench.clock.forward(minutes=1)
        bench.work.plans.save(bench.actor, visit.id, Plan((PlanStep(When.TODAY, "Rest"),)), saved)
    planned, handed = timeline()[:2]
    assert planned.about == Planned(steps=1, saves=2)
    assert handed.about == HandedOver(Warmth.INFORMATION_ONLY, 1)
    assert handed.referral_id == yes.id


def test_a_paper_that_left_is_a_moment_and_one_that_did_not_is_none(bench, visit, timeline):
    register = bench.work.register
    lost, given = (register.intend(bench.actor, paper_of(visit)) for _ in range(2))
    register.settle(bench.actor, lost, released=False)
    register.settle(bench.actor, given, released=True)
    printed, _arrived = timeline()
    assert isinstance(printed.about, Printed)
    assert printed.about.paper.id == given


def test_each_try_of_a_follow_up_is_a_moment(bench, visit, timeline):
    yes = bench.brought_to(Status.ACCEPTED, visit)
    first = bench.work.follow_ups.of(bench.actor, yes.id)[0]
    for reached in (Reached.NOBODY, Reached.PERSON):
        bench.clock.forward(hours=1)
        bench.work.follow_ups.attempt(bench.actor, first.id, reached)
    later, earlier = timeline()[:2]
    assert [(one.about.attempt.reached, one.about.number) for one in (later, earlier)] == [
        (Reached.PERSON, 1),
        (Reached.NOBODY, 1),
    ]
    assert isinstance(later.about, Asked)


class TestJoinedRecords:
    def test_both_histories_stand_in_one_and_each_line_says_whose_record_it_is(self, bench, visit, timeline):
        stranger = bench.visit(STRANGER)
        bench.clock.forward(minutes=1)
        merge = bench.work.merges.merge(NOOR, visit.person.id, stranger.person.id)
        joined, *arrived = timeline()
        assert joined.about == Joined(merge)
        assert joined.by == NOOR.name
        assert {(one.visit_id, one.record) for one in arrived} == {
            (visit.id, ""),
            (stranger.id, stranger.person.called),
        }

    def test_it_is_the_same_from_either_record(self, bench, visit, timeline):
        stranger = bench.visit(STRANGER).person
        bench.work.merges.merge(bench.actor, visit.person.id, stranger.id)
        assert bench.work.timeline.of(bench.actor, stranger.id) == timeline()

    def test_parted_again_each_has_their_own(self, bench, visit, timeline):
        before = kinds(timeline())
        stranger = bench.visit(STRANGER).person
        merge = bench.work.merges.merge(bench.actor, visit.person.id, stranger.id)
        bench.work.merges.undo(bench.actor, merge.id)
        assert kinds(timeline()) == before
        assert kinds(bench.work.timeline.of(bench.actor, stranger.id)) == [Arrived]


def test_of_somebody_else_nothing_is_told(bench, timeline):
    before = timeline()
    bench.brought_to(Status.ACCEPTED, bench.visit(ANA))
    assert timeline() == before


def test_who_looked_is_written_down(bench, visit, timeline):
    bench.clock.forward(hours=1)
    timeline()
    assert trail_of(bench.store)[-1] == ("person viewed", visit.person.id, "{}")


def test_nobody_has_no_timeline(bench):
    rows = bench.rows()
    with pytest.raises(NotFound):
        bench.work.timeline.of(bench.actor, "no such person")
    assert bench.rows() == rows
