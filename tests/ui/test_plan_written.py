"""A plan as it is written: steps come, go and come back, and its draft loses nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.referrals.plan import Carry, Plan, PlanStep, When
from navigator.ui.plan.draft_words import as_words, from_words
from navigator.ui.plan.written import Written, WrittenStep, begun, part_of

TODAY = date(2026, 11, 23)
HARBOR = PlanStep(When.TODAY, "Go to Harbor", TODAY, "215-555-0142", referral_id="r1")
CALL = PlanStep(When.LATER, "We call you")
PLAN = Plan(steps=(HARBOR, CALL), goal="Sleep", carry=Carry.SAFE, carry_at=datetime(2026, 11, 23, 7, 12, tzinfo=UTC))

texts = st.text(max_size=20)
steps = st.builds(
    PlanStep,
    st.sampled_from(When),
    texts,
    st.none() | st.dates(),
    *(texts for _ in range(6)),
    st.sampled_from(["", "r1", "r2"]),
)
plans = st.builds(
    Plan,
    st.lists(steps, max_size=4).map(tuple),
    *(texts for _ in range(7)),
    st.sampled_from(Carry),
    st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),
)


def test_a_plan_is_begun_and_given_back_whole():
    assert begun(PLAN, 3).plan == PLAN


@given(plans, st.integers(0, 9), texts)
def test_a_draft_brings_everything_back(plan, seen, day_words):
    written = begun(plan, seen, frozenset({"r9"}))
    if written.steps:
        written = written.changed(0, replace(written.steps[0], day_words=day_words))
    assert from_words(as_words(written)) == written


def test_a_step_that_was_taken_off_comes_back_where_it_stood():
    written = begun(PLAN, 0)
    assert written.without(0).put_back(0, written.steps[0]) == written


def test_the_parts_know_the_places_of_their_steps():
    written = begun(PLAN, 0).with_step(PlanStep(When.TODAY, "Rest"))
    assert written.places(When.TODAY) == (0, 2)
    assert written.places(When.THIS_WEEK) == ()


def test_only_referrals_that_the_plan_does_not_know_are_lacking():
    other = PlanStep(When.TODAY, "Go to Ridge", referral_id="r2")
    assert begun(PLAN, 0).lacking((HARBOR, other, CALL)) == (other,)


def test_a_step_that_was_taken_off_is_not_offered_again():
    assert begun(PLAN, 0).without(0).lacking((HARBOR,)) == ()


def test_taking_in_touches_nothing_that_was_typed():
    typed = begun(PLAN, 0).changed(0, WrittenStep(replace(HARBOR, what="Typed by hand")))
    more = typed.taking_in((PlanStep(When.TODAY, "Go to Ridge", referral_id="r2"),))
    assert more.steps[:2] == typed.steps
    assert more.words == typed.words
    assert more.steps[2].step.what == "Go to Ridge"


@pytest.mark.parametrize(
    ("day", "part"),
    [
        (date(2026, 11, 23), When.TODAY),
        (date(2026, 11, 24), When.THIS_WEEK),
        (date(2026, 11, 29), When.THIS_WEEK),
        (date(2026, 11, 30), When.LATER),
    ],
)
def test_a_day_has_its_part(day, part):
    assert part_of(day, TODAY) is part


def test_what_moves_to_today_is_for_today_and_what_leaves_it_has_no_day():
    assert WrittenStep(CALL).to(When.TODAY, TODAY).step.on == TODAY
    assert WrittenStep(HARBOR).to(When.LATER, TODAY).step.on is None
    on = date(2026, 12, 7)
    assert WrittenStep(replace(CALL, on=on)).to(When.THIS_WEEK, TODAY).step.on == on


def test_an_empty_draft_is_an_empty_plan():
    assert from_words({}) == Written()
