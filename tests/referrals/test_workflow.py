"""The state machine of referrals: the moves of R-01, and histories that cannot be forged."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navigator.access import Actor, Role
from navigator.errors import BadInput, NotAllowed
from navigator.referrals.bounds import Bounds
from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.steps import STEPS
from navigator.referrals.workflow import NotPossible, replay, take

from .conftest import NOOR
from .scenes import (
    ARRIVED,
    ERROR,
    NO,
    NOW,
    PATHS,
    TODAY,
    WHOLE,
    YES,
    ZONE,
    Bench,
)

AUTHOR = Actor("author", "Dana", Role.CLINICIAN)
BOUNDS = Bounds(NOW, ZONE, ARRIVED - timedelta(hours=2), TODAY)

R01 = {
    None: {"draft"},
    "draft": {"requested", "entered-in-error"},
    "requested": {"accepted", "rejected", "cancelled", "entered-in-error"},
    "accepted": {"in-progress", "on-hold", "completed", "failed", "cancelled", "entered-in-error"},
    "in-progress": {"on-hold", "completed", "failed", "cancelled", "entered-in-error"},
    "on-hold": {"in-progress", "completed", "failed", "cancelled", "entered-in-error"},
    "rejected": {"entered-in-error"},
    "completed": {"entered-in-error"},
    "failed": {"entered-in-error"},
    "cancelled": {"entered-in-error"},
    "entered-in-error": set(),
}
"""The table of DOMAIN.md, by hand."""
OPEN = {"requested", "accepted", "in-progress", "on-hold"}
LEADS_TO = {
    "Drafting": "draft",
    "Request": "requested",
    "Acceptance": "accepted",
    "Rejection": "rejected",
    "Cancellation": "cancelled",
    "Failure": "failed",
    "Departure": "in-progress",
    "Resumption": "in-progress",
    "Hold": "on-hold",
    "Completion": "completed",
    "Mistake": "entered-in-error",
}
STAYS = {"CallAgain", "Progress"}
EVERY = [None, *Status]


def history(status: Status | None):
    events = []
    for kind in PATHS[status]:
        events.append(take(events, WHOLE[kind], AUTHOR, BOUNDS))
    return tuple(events)


def test_the_table_by_hand_knows_every_status_and_every_step():
    assert set(R01) == {None, *(status.value for status in Status)}
    assert set(LEADS_TO) | STAYS == {step.__name__ for step in STEPS} == set(WHOLE)


@pytest.mark.parametrize("after", list(Status))
@pytest.mark.parametrize("before", EVERY)
def test_a_status_follows_another_only_as_r01_says(before, after):
    allowed = after.value in R01[before]
    steps = [WHOLE[kind] for kind, leads_to in LEADS_TO.items() if leads_to == after.value]
    for step in steps:
        if allowed:
            event = take(history(before), step, AUTHOR, BOUNDS)
            assert (event.before, event.after, event.number) == (before, after, len(PATHS[before]) + 1)
            assert replay((*history(before), event)).status is after
        else:
            with pytest.raises(NotPossible):
                take(history(before), step, AUTHOR, BOUNDS)


@pytest.mark.parametrize("kind", sorted(STAYS))
@pytest.mark.parametrize("before", EVERY)
def test_a_note_is_taken_by_open_referrals_alone_and_moves_nothing(before, kind):
    if before in OPEN:
        assert take(history(before), WHOLE[kind], AUTHOR, BOUNDS).after is before
    else:
        with pytest.raises(NotPossible):
            take(history(before), WHOLE[kind], AUTHOR, BOUNDS)


@pytest.mark.parametrize("kind", sorted(WHOLE))
@pytest.mark.parametrize("before", [status for status in Status if status is not Status.DRAFT])
def test_the_service_takes_each_step_from_each_status_as_r01_says(bench: Bench, before, kind):
    referral = bench.brought_to(before)
    allowed = LEADS_TO.get(kind) in R01[before] or (kind in STAYS and before in OPEN)
    if kind in {"Request", "CallAgain"}:
        allowed = before in OPEN  # `log_call` is both
    rows = bench.rows()
    if allowed:
        moved = bench.take(referral, WHOLE[kind])
        assert moved.status.value == (before if kind in {*STAYS, "Request"} else LEADS_TO[kind])
        assert moved.seen == referral.seen + 1
    else:
        with pytest.raises(BadInput):
            bench.take(referral, WHOLE[kind])
        assert bench.rows() == rows


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ENTERED_IN_ERROR])
def test_only_the_author_or_a_supervisor_marks_an_error(bench: Bench, supervisor, status):
    referral = bench.brought_to(status)
    rows = bench.rows()
    with pytest.raises(NotAllowed, match="wrote this referral"):
        bench.work.referrals.move(NOOR, referral.id, ERROR, referral.seen)
    assert bench.rows() == rows
    marked = bench.work.referrals.move(supervisor, referral.id, ERROR, referral.seen)
    assert marked.status is Status.ENTERED_IN_ERROR
    assert marked in bench.work.referrals.of_visit(bench.actor, referral.visit_id)


def test_the_author_is_who_wrote_the_referral_and_not_who_moved_it_last(bench: Bench):
    referral = bench.brought_to(Status.REQUESTED)
    moved = bench.work.referrals.move(NOOR, referral.id, YES, referral.seen)
    with pytest.raises(NotAllowed):
        bench.work.referrals.move(NOOR, referral.id, ERROR, moved.seen)
    assert bench.work.referrals.move(bench.actor, referral.id, ERROR, moved.seen).has_ended


KINDS = sorted(set(WHOLE) - {"Drafting"})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(KINDS), max_size=14))
def test_whatever_is_tried_the_rows_are_what_the_events_say(bench: Bench, kinds):
    referral = bench.draft(number=1)
    status, steps = Status.DRAFT, 1
    for kind in kinds:
        step = WHOLE[kind]
        rows = bench.rows()
        try:
            referral = bench.take(referral, step)
        except BadInput:
            assert bench.rows() == rows
            continue
        steps += 1
        if kind in {"Request", "CallAgain"}:
            status = Status.REQUESTED if status is Status.DRAFT else status
        elif kind in LEADS_TO:
            assert LEADS_TO[kind] in R01[status]
            status = Status(LEADS_TO[kind])
        found = bench.work.referrals.referral(bench.actor, referral.id)
        state = replay(found.events)
        assert (found.status, found.business) == (state.status, state.business)
        assert found.status is status
    found = bench.work.referrals.referral(bench.actor, referral.id)
    assert [event.number for event in found.events] == list(range(1, steps + 1))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(sorted(WHOLE)), max_size=20))
def test_a_random_walk_of_the_model_never_leaves_the_table(kinds):
    events = []
    for kind in kinds:
        before = replay(events).status
        may = LEADS_TO.get(kind) in R01[before] or (kind in STAYS and before in OPEN)
        try:
            events.append(take(events, WHOLE[kind], AUTHOR, BOUNDS))
        except NotPossible:
            assert not may
        else:
            assert may
    assert replay(events).status is (events[-1].after if events else None)


LONG = (*PATHS[Status.ON_HOLD], "Departure", "Completion")


def _long():
    events = []
    for kind in LONG:
        events.append(take(events, WHOLE[kind], AUTHOR, BOUNDS))
    return events


@pytest.mark.parametrize("gone", range(len(LONG) - 1))
def test_a_history_with_an_event_taken_out_is_no_history(gone):
    events = _long()
    with pytest.raises(ValueError, match="event"):
        replay(events[:gone] + events[gone + 1 :])


@pytest.mark.parametrize("gone", range(len(LONG) - 1))
def test_an_event_taken_out_is_seen_even_when_the_rest_is_numbered_anew(gone):
    events = _long()
    rest = [replace(event, number=number) for number, event in enumerate(events[:gone] + events[gone + 1 :], 1)]
    with pytest.raises(ValueError, match="event"):
        replay(rest)


@pytest.mark.parametrize("first", range(len(LONG) - 1))
def test_a_history_with_two_events_changed_about_is_no_history(first):
    events = _long()
    events[first], events[first + 1] = events[first + 1], events[first]
    with pytest.raises(ValueError, match="event"):
        replay(events)


CHANGES = {
    "another outcome": {"after": Status.REJECTED},
    "another beginning": {"before": Status.ON_HOLD},
    "another step": {"step": NO},
    "another number": {"number": 7},
    "other news": {"business": BusinessStatus.BED_HELD},
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_event_is_no_history(what):
    events = list(history(Status.ACCEPTED))
    events[2] = replace(events[2], **CHANGES[what])
    with pytest.raises(ValueError, match="event"):
        replay(events)
