"""Whatever is done in whatever order, the worklists say what the histories say (R-09)."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navigator.errors import BadInput
from navigator.referrals.calls import CallOutcome
from navigator.referrals.follow_up import FollowUpState, Reached
from navigator.referrals.reasons import CompletionOutcome
from navigator.referrals.status import Status
from navigator.referrals.steps import CallAgain, Completion, Hold, Request
from navigator.referrals.task import Matter

from .scenes import GO_ON, GONE, NO, NOW, YES, ZONE, Bench, answered, call
from .test_worklists import MINUTE, SECOND, at, owed


def expected(bench: Bench, referral_ids: Sequence[str]) -> set[tuple[Matter, str, datetime]]:
    """What is owed for those referrals, told anew from their histories alone."""
    found, now = set(), bench.clock()
    tonight = datetime.combine(now.astimezone(ZONE).date() + timedelta(days=1), time(), ZONE)
    for referral in (bench.work.referrals.referral(bench.actor, one) for one in referral_ids):
        if not referral.is_open:
            continue
        calls = [event.step.call for event in referral.events if isinstance(event.step, Request | CallAgain)]
        if referral.status is Status.REQUESTED and calls[-1].outcome is not CallOutcome.ANSWERED:
            found.add((Matter.NO_ANSWER, referral.id, calls[-1].began_at + 30 * MINUTE))
        said_yes = referral.acceptance if referral.status in {Status.ACCEPTED, Status.ON_HOLD} else None
        if said_yes and said_yes.bed_held_until:
            found.add((Matter.BED_HOLD, referral.id, said_yes.bed_held_until))
        if referral.hold:
            found.add((Matter.CHECK_DUE, referral.id, datetime.combine(referral.hold.check_on, time(), ZONE)))
        due = [one for one in bench.work.follow_ups.of(bench.actor, referral.id) if one.state is FollowUpState.DUE]
        if due:
            found.add((Matter.FOLLOW_UP, referral.id, due[0].due_at))
        else:
            ending = bench.work.visits.visit(bench.actor, referral.visit_id).ending
            start = ending.cleared_at if ending else calls[0].began_at
            found.add((Matter.LOOP_OPEN, referral.id, start + timedelta(days=30)))
    until = {Matter.BED_HOLD: now + 60 * MINUTE, Matter.FOLLOW_UP: tonight - SECOND}
    return {one for one in found if one[2] <= until.get(one[0], now)}


ACTS = st.sampled_from(
    ["call", "answer", "yes", "held", "no", "gone", "hold", "go on", "done", "nobody", "person", "end"]
)
HOURS = st.sampled_from([0, 0.25, 0.5, 1, 5, 24, 72, 24 * 30])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ACTS, HOURS, st.booleans()), max_size=14))
def test_the_list_is_what_the_histories_say(bench: Bench, acts):
    at(bench, NOW)
    visit = bench.visit()
    both = [bench.draft(visit, number, need=str(number)).id for number in (1, 2)]
    for act, hours, which in acts:
        bench.clock.forward(hours=hours)
        with contextlib.suppress(BadInput):
            _do(bench, visit.id, both[which], act)
        mine = {
            (task.matter, task.referral_id, task.due_at)
            for task in owed(bench, but=Matter.VISIT_OPEN)
            if task.referral_id in both
        }
        assert mine == expected(bench, both)
        listed = owed(bench)
        order = list(Matter)
        assert [(order.index(task.matter), task.due_at) for task in listed] == sorted(
            (order.index(task.matter), task.due_at) for task in listed
        )


def _do(bench: Bench, visit_id: str, referral_id: str, act: str) -> None:
    now, work = bench.clock(), bench.work
    referral = work.referrals.referral(bench.actor, referral_id)
    today = now.astimezone(ZONE).date()
    steps = {
        "call": Request(call(at=now)),
        "answer": Request(answered(now)),
        "yes": replace(YES, at=now),
        "held": replace(YES, at=now, bed_held_until=now + timedelta(hours=2)),
        "no": NO,
        "gone": replace(GONE, left_at=now),
        "hold": Hold("Waits.", today + timedelta(days=1)),
        "go on": GO_ON,
        "done": Completion("Ms. Alvarez", today, CompletionOutcome.ADMITTED),
    }
    if act in steps:
        bench.take(referral, steps[act])
    elif act == "end":
        bench.end(work.visits.visit(bench.actor, visit_id))
    else:
        due = [one for one in work.follow_ups.of(bench.actor, referral_id) if one.state is FollowUpState.DUE]
        reached = Reached.NOBODY if act == "nobody" else Reached.PERSON
        for one in due[:1]:
            work.follow_ups.attempt(bench.actor, one.id, reached)
