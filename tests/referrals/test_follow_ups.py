"""Asking afterwards: when it is due, every attempt, and a loop that is never silently closed (R-10)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.errors import BadInput, NotFound
from navigator.referrals.follow_up import (
    ATTEMPTS,
    Attempt,
    FollowUp,
    FollowUpState,
    Loop,
    Reached,
    due_times,
    loop_of,
)
from navigator.referrals.status import Status

from .scenes import BEGUN, ERROR, NOW, Bench

DUE, DONE, DROPPED = FollowUpState.DUE, FollowUpState.DONE, FollowUpState.DROPPED
AFTER = {1: timedelta(hours=24), 2: timedelta(hours=72), 3: timedelta(days=7), 4: timedelta(days=30)}
ENDED_OTHERWISE = [Status.DRAFT, Status.REJECTED, Status.CANCELLED, Status.FAILED, Status.ENTERED_IN_ERROR]


def asked(number: int, *reached: Reached, state: FollowUpState = DUE) -> FollowUp:
    return FollowUp(str(number), "r", number, NOW, state, tuple(Attempt(NOW, one) for one in reached))


def test_they_are_due_after_a_day_three_days_a_week_and_thirty_days():
    assert due_times(NOW) == tuple(NOW + after for after in AFTER.values())


def test_a_request_makes_four_and_a_second_call_none(bench: Bench):
    referral = bench.brought_to(Status.ACCEPTED)
    made = bench.work.follow_ups.of(bench.actor, referral.id)
    assert [(one.number, one.due_at, one.state) for one in made] == [
        (number, NOW + after, DUE) for number, after in AFTER.items()
    ]


def test_a_draft_owes_nothing(bench: Bench):
    assert bench.work.follow_ups.of(bench.actor, bench.draft().id) == ()


@pytest.mark.parametrize("status", [Status.REJECTED, Status.CANCELLED, Status.COMPLETED, Status.FAILED])
def test_what_has_ended_owes_nothing_more(bench: Bench, status):
    referral = bench.brought_to(status)
    assert {one.state for one in bench.work.follow_ups.of(bench.actor, referral.id)} == {DROPPED}


def test_what_was_done_stays_done_when_the_referral_ends(bench: Bench):
    referral = bench.brought_to(Status.ACCEPTED)
    first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
    bench.work.follow_ups.attempt(bench.actor, first.id, Reached.PERSON)
    bench.take(referral, ERROR)
    states = [one.state for one in bench.work.follow_ups.of(bench.actor, referral.id)]
    assert states == [DONE, DROPPED, DROPPED, DROPPED]


@pytest.mark.parametrize("reached", [Reached.PERSON, Reached.PROVIDER])
def test_whoever_is_reached_settles_the_date(bench: Bench, reached):
    referral = bench.brought_to(Status.ACCEPTED)
    first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
    bench.clock.forward(hours=23)
    done = bench.work.follow_ups.attempt(bench.actor, first.id, reached, "  She is there.  ")
    assert done.state is DONE
    assert done.attempts == (Attempt(bench.clock(), reached, "She is there.", "clinician"),)
    rows = bench.rows()
    with pytest.raises(BadInput, match="settled already"):
        bench.work.follow_ups.attempt(bench.actor, first.id, Reached.PERSON)
    assert bench.rows() == rows


def test_nobody_three_times_settles_the_date_and_not_before(bench: Bench):
    referral = bench.brought_to(Status.ACCEPTED)
    first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
    states = []
    for _ in range(ATTEMPTS):
        bench.clock.forward(hours=1)
        states.append(bench.work.follow_ups.attempt(bench.actor, first.id, Reached.NOBODY).state)
    assert states == [DUE, DUE, DONE]


def test_an_ended_referral_is_not_asked_about(bench: Bench):
    referral = bench.brought_to(Status.COMPLETED)
    first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
    with pytest.raises(BadInput, match="settled"):
        bench.work.follow_ups.attempt(bench.actor, first.id, Reached.PERSON)


def test_what_is_not_there_is_said_to_be_gone(bench: Bench):
    with pytest.raises(NotFound):
        bench.work.follow_ups.of(bench.actor, "nothing")
    with pytest.raises(NotFound):
        bench.work.follow_ups.attempt(bench.actor, "nothing", Reached.PERSON)


def test_attempts_stand_with_their_own_follow_up_oldest_first(bench: Bench):
    referral = bench.brought_to(Status.ACCEPTED)
    first, second = bench.work.follow_ups.of(bench.actor, referral.id)[:2]
    for one in (second, first, second):
        bench.clock.forward(minutes=1)
        bench.work.follow_ups.attempt(bench.actor, one.id, Reached.NOBODY, f"to {one.number}")
    found = bench.work.follow_ups.of(bench.actor, referral.id)
    assert [[attempt.words for attempt in one.attempts] for one in found] == [["to 1"], ["to 2", "to 2"], [], []]
    assert found[1].attempts[0].at < found[1].attempts[1].at


class TestLoop:
    LAST = asked(4, *[Reached.NOBODY] * 3, state=DONE)

    def test_three_unanswered_after_the_last_date_are_a_loop_not_closed(self):
        earlier = [asked(number, Reached.NOBODY) for number in (1, 2, 3)]
        assert loop_of(Status.ACCEPTED, [*earlier, self.LAST]) is Loop.NOT_CLOSED

    def test_the_order_in_which_they_come_does_not_matter(self):
        assert loop_of(Status.ACCEPTED, [self.LAST, asked(1)]) is Loop.NOT_CLOSED

    @pytest.mark.parametrize(
        "follow_ups",
        [
            [],
            [asked(1), asked(2), asked(3)],
            [asked(3, *[Reached.NOBODY] * 3, state=DONE), asked(4)],
            [asked(4)],
            [asked(4, Reached.NOBODY, Reached.NOBODY)],
            [asked(4, Reached.NOBODY, Reached.NOBODY, Reached.PROVIDER, state=DONE)],
            [asked(4, Reached.PERSON, state=DONE)],
        ],
    )
    def test_anything_less_leaves_it_open(self, follow_ups):
        assert loop_of(Status.ACCEPTED, follow_ups) is Loop.OPEN

    @given(
        st.sampled_from(Status),
        st.lists(
            st.builds(
                lambda number, reached, state: asked(number, *reached, state=state),
                st.integers(1, 4),
                st.lists(st.sampled_from(Reached), max_size=4),
                st.sampled_from(FollowUpState),
            ),
            max_size=6,
        ),
    )
    def test_it_is_closed_by_a_completion_and_by_nothing_else(self, status, follow_ups):
        assert (loop_of(status, follow_ups) is Loop.CLOSED) == (status is Status.COMPLETED)

    def test_all_that_can_be_tried_never_completes_a_referral(self, bench: Bench):
        referral = bench.brought_to(Status.IN_PROGRESS)
        for one in bench.work.follow_ups.of(bench.actor, referral.id):
            bench.clock.now = one.due_at
            for _ in range(ATTEMPTS):
                bench.work.follow_ups.attempt(bench.actor, one.id, Reached.NOBODY)
        found = bench.work.referrals.referral(bench.actor, referral.id)
        follow_ups = bench.work.follow_ups.of(bench.actor, referral.id)
        assert found.status is Status.IN_PROGRESS
        assert loop_of(found.status, follow_ups) is Loop.NOT_CLOSED
        done = bench.take(found, BEGUN)
        assert loop_of(done.status, follow_ups) is Loop.CLOSED
