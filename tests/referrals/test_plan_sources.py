"""What a plan is made of is read at once, and read again only when something changed."""

from collections.abc import Callable

import pytest

from navigator.errors import NotFound
from navigator.referrals.calls import CallOutcome
from navigator.referrals.follow_up import Reached
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import PersonTold
from navigator.referrals.person import Identity
from navigator.referrals.plan import Plan
from navigator.referrals.register import Paper
from navigator.referrals.status import Status

from .scenes import LET_GO, Bench, call, told


@pytest.fixture
def yes(bench: Bench):
    return bench.brought_to(Status.ACCEPTED)


def test_it_is_what_each_service_tells(bench: Bench, yes):
    work, who, visit_id = bench.work, bench.actor, yes.visit_id
    for goal in ("Rest.", "Sleep."):
        seen = work.handoffs.handoff(who, yes.id).revision
        work.handoffs.save(who, yes.id, Handoff(person=PersonTold(goal=goal)), seen)
    work.plans.save(who, visit_id, Plan(goal="Sleep."), 0)
    draft = bench.draft(work.visits.visit(who, visit_id), 2)
    work.referrals.discard(who, bench.draft(work.visits.visit(who, visit_id), 3).id, 1)
    found = work.plans.sources(who, visit_id)
    assert found.visit == work.visits.visit(who, visit_id)
    assert found.saved == work.plans.plan(who, visit_id)
    assert found.referrals == work.referrals.of_visit(who, visit_id)
    assert found.handoffs == {yes.id: work.handoffs.handoff(who, yes.id).handoff}
    assert found.follow_ups == {yes.id: work.follow_ups.of(who, yes.id), draft.id: ()}
    assert found.papers == work.register.of_visits(who, [visit_id])


def test_nothing_is_read_again_while_nothing_changed(bench: Bench, yes):
    first = bench.work.plans.sources(bench.actor, yes.visit_id)
    bench.clock.forward(minutes=40)
    assert bench.work.plans.sources(bench.actor, yes.visit_id, first) is first
    assert bench.work.plans.sources(bench.actor, yes.visit_id, first) is first


def settle_a_paper(bench: Bench, yes) -> None:
    line = bench.work.register.of_visits(bench.actor, [yes.visit_id])[0]
    bench.work.register.settle(bench.actor, line.id, released=True)


CHANGES: dict[str, Callable] = {
    "a plan was saved": lambda bench, yes: bench.work.plans.save(bench.actor, yes.visit_id, Plan(goal="Rest"), 0),
    "a handoff was saved": lambda bench, yes: bench.work.handoffs.save(
        bench.actor, yes.id, Handoff(person=PersonTold(goal="Rest")), 0
    ),
    "a referral went on": lambda bench, yes: bench.take(yes, LET_GO),
    "somebody called": lambda bench, yes: bench.work.referrals.log_call(
        bench.actor, yes.id, call(CallOutcome.NO_ANSWER), yes.seen
    ),
    "the visit ended": lambda bench, yes: bench.end(bench.work.visits.visit(bench.actor, yes.visit_id)),
    "the person got a name": lambda bench, yes: bench.work.visits.change(
        bench.actor, yes.visit_id, told(), 1, Identity("Noor", "Example", birth_year=1990)
    ),
    "a place was taken out": lambda bench, _yes: bench.work.referrals.heed_confidential(bench.actor, {"service-1"}),
    "a follow-up was tried": lambda bench, yes: bench.work.follow_ups.attempt(
        bench.actor, bench.work.follow_ups.of(bench.actor, yes.id)[0].id, Reached.PERSON
    ),
    "a paper left": settle_a_paper,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_every_change_is_seen(bench: Bench, yes, change):
    paper = Paper(yes.person_id, yes.visit_id, "plan 1.0", "0" * 64, 1, "own copy", True, "printer")
    bench.work.register.intend(bench.actor, paper)
    before = bench.work.plans.sources(bench.actor, yes.visit_id)
    change(bench, yes)
    after = bench.work.plans.sources(bench.actor, yes.visit_id, before)
    assert after != before
    assert after == bench.work.plans.sources(bench.actor, yes.visit_id)


def test_what_is_known_of_one_visit_is_not_given_for_another(bench: Bench, yes):
    other = bench.visit()
    known = bench.work.plans.sources(bench.actor, yes.visit_id)
    assert bench.work.plans.sources(bench.actor, other.id, known).visit == other


def test_a_visit_that_is_not_there_is_said(bench: Bench):
    with pytest.raises(NotFound):
        bench.work.plans.sources(bench.actor, "nowhere")
