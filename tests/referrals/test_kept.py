"""Values of casework come back from the store as they were kept, also from an older or a newer program."""

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navigator.referrals import kept
from navigator.referrals.calls import Call
from navigator.referrals.handoff import Handoff, Needed
from navigator.referrals.handoff_groups import Transport
from navigator.referrals.person import Identity
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.steps import STEPS, Request
from navigator.referrals.visit import Disposition, Ending, VisitFacts

from .scenes import NOW, YES, ZONE, Bench, call

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
st.register_type_strategy(datetime, MOMENTS)
WHOLE_VALUES = {
    Handoff: st.from_type(Handoff),
    Plan: st.builds(
        Plan,
        steps=st.lists(
            st.builds(PlanStep, when=st.sampled_from(When), what=TEXT, on=st.none() | DAYS, how=TEXT), max_size=3
        ).map(tuple),
        goal=TEXT,
        carry_at=st.none() | MOMENTS,
    ),
    VisitFacts: st.from_type(VisitFacts),
    Snapshot: st.from_type(Snapshot),
    Identity: st.from_type(Identity),
    Ending: st.builds(
        Ending,
        MOMENTS,
        st.sampled_from(Disposition),
        st.lists(st.sampled_from(Disposition), max_size=3).map(tuple),
    ),
    Call: st.from_type(Call),
}


@pytest.mark.parametrize("kind", WHOLE_VALUES, ids=lambda kind: kind.__name__)
def test_a_value_comes_back_as_it_was_kept(kind):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(WHOLE_VALUES[kind])
    def comes_back(value):
        again = kept.take_back(_through_json(kept.keep(value)), kind)
        assert again == value
        assert all(
            type(getattr(again, one.name)) is type(getattr(value, one.name))
            for one in fields(kind)
            if one.name != "absent"
        )

    comes_back()


@pytest.mark.parametrize("kind", STEPS, ids=lambda kind: kind.__name__)
def test_a_step_comes_back_as_it_was_kept(kind):
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.from_type(kind))
    def comes_back(step):
        again = kept.step_of(_through_json(kept.keep_step(step)))
        assert again == step
        assert type(again) is kind

    comes_back()


def _through_json(value):
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("kind", [Handoff, Plan, VisitFacts, Identity])
def test_what_a_newer_program_added_is_ignored_and_what_it_left_out_is_as_if_unsaid(kind):
    assert kept.take_back({"added later": {"deep": [1]}}, kind) == kind()


def test_a_step_and_a_snapshot_ignore_what_was_added_and_fill_what_is_missing():
    old = kept.keep_step(YES)
    del old["arrival"], old["met_by"], old["bed_held_until"]
    assert kept.step_of(old | {"mood": "kind"}) == replace(YES, arrival="", met_by="")
    bare = {"entry_id": "1", "service_id": "2", "name": "Harbor", "map": "x"}
    assert kept.take_back(bare, Snapshot) == Snapshot("1", "2", "Harbor")
    asked = kept.keep_step(Request(call()))
    asked["call"].pop("words")
    asked["call"]["mood"] = "kind"
    assert kept.step_of(asked) == Request(call())


def test_a_time_told_in_the_city_comes_back_as_the_same_moment():
    twice = datetime(2027, 11, 7, 1, 30, tzinfo=ZONE, fold=1)
    again = kept.take_back(kept.keep(Handoff(transport=Transport(left_at=twice))), Handoff).transport.left_at
    assert again == datetime(2027, 11, 7, 6, 30, tzinfo=UTC)


def test_a_value_made_in_the_store_reads_the_same(bench: Bench):
    record = Handoff(transport=Transport(left_at=NOW), absent={Needed.READ_BACK: "They hung up."})
    saved = bench.work.handoffs.save(bench.actor, bench.draft().id, record, 0)
    assert saved.handoff == record
    assert saved.handoff.absent[Needed.READ_BACK] == "They hung up."
