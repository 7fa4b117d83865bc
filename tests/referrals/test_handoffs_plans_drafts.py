"""Records that are saved whole: each save a row that stays, drafts that go with it, values that come back."""

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import exc

from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals import kept
from navigator.referrals.calls import Call
from navigator.referrals.draft import NEW, VERSIONS, DraftKind
from navigator.referrals.follow_up import Reached
from navigator.referrals.handoff import Handoff, Needed, Part
from navigator.referrals.person import Identity
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.status import Status
from navigator.referrals.steps import STEPS, Request
from navigator.referrals.visit import Disposition, Ending, VisitFacts
from navigator.storage.database import Store

from .conftest import NOOR
from .scenes import ARRIVED, LET_GO, NOW, STRANGER, YES, ZONE, Bench, call, told

PLAN = Plan((PlanStep(When.TODAY, "Go to Harbor"),), goal="Sleep in a bed tonight.", warning_signs="No sleep.")
APPEND_ONLY = ("referral_event", "contact", "handoff", "follow_up_attempt")
"""Of a plan, the place of a service that became confidential is taken out; see `test_referrals.py`."""


@pytest.fixture
def full(bench: Bench) -> Store:
    """A store with a row in each table of history."""
    referral = bench.brought_to(Status.ACCEPTED)
    bench.work.handoffs.save(bench.actor, referral.id, Handoff(goal="Rest."), 0)
    bench.work.plans.save(bench.actor, referral.visit_id, PLAN, 0)
    first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
    bench.work.follow_ups.attempt(bench.actor, first.id, Reached.NOBODY)
    return bench.store


def _do(store: Store, statement: str) -> None:
    with store.connection(writes=True) as connection:
        connection.exec_driver_sql(statement)


class TestHistoryIsNotRewritten:
    @pytest.mark.parametrize("table", APPEND_ONLY)
    def test_the_database_refuses_to_change_or_delete_a_row(self, full: Store, bench: Bench, table):
        rows = bench.rows()
        assert rows[table]
        for statement in (f"UPDATE {table} SET made_by = 'noor'", f"DELETE FROM {table}"):
            with pytest.raises(exc.IntegrityError, match="append-only"):
                _do(full, statement)
        assert bench.rows() == rows

    @pytest.mark.parametrize("table", APPEND_ONLY)
    def test_nor_is_a_row_put_in_the_place_of_another(self, full: Store, bench: Bench, table):
        """REPLACE deletes without the triggers of a deletion, unless recursive triggers are on."""
        rows = bench.rows()
        with pytest.raises(exc.IntegrityError):
            _do(full, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        assert bench.rows() == rows

    def test_a_plan_is_never_deleted(self, full: Store, bench: Bench):
        rows = bench.rows()
        with pytest.raises(exc.IntegrityError, match="append-only"):
            _do(full, "DELETE FROM plan")
        assert bench.rows() == rows

    def test_a_visit_or_referral_with_a_history_cannot_be_deleted(self, full: Store, bench: Bench):
        rows = bench.rows()
        for table in ("person", "visit", "referral", "follow_up"):
            with pytest.raises(exc.IntegrityError):
                _do(full, f"DELETE FROM {table}")
        assert bench.rows() == rows


class TestRevisions:
    def test_before_the_first_save_a_handoff_and_a_plan_are_empty(self, bench: Bench):
        referral = bench.draft()
        handoff = bench.work.handoffs.handoff(bench.actor, referral.id)
        plan = bench.work.plans.plan(bench.actor, referral.visit_id)
        assert (handoff.handoff, handoff.revision, handoff.saved_at) == (Handoff(), 0, None)
        assert (plan.plan, plan.revision, plan.saved_at) == (Plan(), 0, None)

    def test_each_save_is_a_revision_and_the_newest_counts(self, bench: Bench, supervisor):
        referral = bench.draft()
        for number, goal in enumerate(("Rest.", "Rest and eat.", ""), start=1):
            bench.clock.forward(minutes=1)
            saved = bench.work.handoffs.save(supervisor, referral.id, Handoff(goal=goal), number - 1)
            planned = bench.work.plans.save(supervisor, referral.visit_id, Plan(goal=goal), number - 1)
            assert (saved.revision, saved.saved_at, saved.saved_by) == (number, bench.clock(), "supervisor")
            assert (planned.revision, planned.saved_at, planned.saved_by) == (number, bench.clock(), "supervisor")
            assert bench.work.handoffs.handoff(bench.actor, referral.id) == saved
            assert bench.work.plans.plan(bench.actor, referral.visit_id) == planned
        assert len(bench.rows()["handoff"]) == len(bench.rows()["plan"]) == 3

    @pytest.mark.parametrize("seen", [0, 2, -1])
    def test_an_older_window_is_told_who_saved_meanwhile(self, bench: Bench, other: Bench, seen):
        referral = bench.draft()
        other.work.handoffs.save(other.actor, referral.id, Handoff(goal="Hers."), 0)
        other.work.plans.save(other.actor, referral.visit_id, Plan(goal="Hers."), 0)
        rows = bench.rows()
        with pytest.raises(UserError, match=f"^{NOOR.name} changed this handoff"):
            bench.work.handoffs.save(bench.actor, referral.id, Handoff(goal="Mine."), seen)
        with pytest.raises(UserError, match=f"^{NOOR.name} changed this plan"):
            bench.work.plans.save(bench.actor, referral.visit_id, Plan(goal="Mine."), seen)
        assert bench.rows() == rows

    def test_there_is_no_record_of_what_is_not_there(self, bench: Bench):
        for act in (
            lambda: bench.work.handoffs.handoff(bench.actor, "nothing"),
            lambda: bench.work.handoffs.save(bench.actor, "nothing", Handoff(), 0),
            lambda: bench.work.plans.plan(bench.actor, "nothing"),
            lambda: bench.work.plans.save(bench.actor, "nothing", Plan(), 0),
        ):
            with pytest.raises(NotFound):
                act()

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"left_at": NOW, "arrived_at": NOW - timedelta(seconds=1)}, "arrive before you left"),
            ({"part_at": NOW + timedelta(minutes=3)}, "later than now"),
            ({"read_back_at": NOW + timedelta(days=1)}, "later than now"),
            ({"left_at": NOW + timedelta(minutes=3)}, "later than now"),
            ({"arrived_at": NOW + timedelta(minutes=3)}, "later than now"),
            ({"part_at": ARRIVED - timedelta(hours=3)}, "before the visit"),
            ({"read_back_at": ARRIVED - timedelta(hours=3)}, "before the visit"),
            ({"left_at": ARRIVED - timedelta(hours=3)}, "before the visit"),
        ],
    )
    def test_a_time_that_cannot_be_is_not_saved(self, bench: Bench, changes, said):
        referral = bench.draft()
        rows = bench.rows()
        with pytest.raises(BadInput, match=said):
            bench.work.handoffs.save(bench.actor, referral.id, Handoff(goal="Rest.", **changes), 0)
        assert bench.rows() == rows

    def test_any_part_may_be_missing_and_the_next_contact_may_be_far(self, bench: Bench):
        record = Handoff(next_contact_at=NOW + timedelta(days=400))
        assert bench.work.handoffs.save(bench.actor, bench.draft().id, record, 0).handoff == record


class TestDrafts:
    TYPED = {"goal": "Sleep in a bed tonight", "note": "Door code 4471, “Ünïcode” 🙂\n\x00"}

    def test_what_was_typed_comes_back(self, bench: Bench):
        bench.work.drafts.keep(bench.actor, DraftKind.VISIT, NEW, self.TYPED)
        found = bench.work.drafts.find(bench.actor, DraftKind.VISIT, NEW)
        assert (found.content, found.saved_at, found.subject) == (self.TYPED, NOW, NEW)

    def test_the_newest_typing_takes_the_place_of_the_older(self, bench: Bench):
        for typed in ({"note": "a", "goal": "b"}, {"note": "ab"}):
            bench.work.drafts.keep(bench.actor, DraftKind.VISIT, NEW, typed)
        assert bench.work.drafts.find(bench.actor, DraftKind.VISIT, NEW).content == {"note": "ab"}
        assert len(bench.rows()["draft"]) == 1

    def test_a_draft_is_read_by_its_author_alone(self, bench: Bench, supervisor):
        bench.work.drafts.keep(bench.actor, DraftKind.PLAN, "visit-1", self.TYPED)
        for reader in (supervisor, NOOR):
            assert bench.work.drafts.find(reader, DraftKind.PLAN, "visit-1") is None
            assert bench.work.drafts.mine(reader) == ()
            bench.work.drafts.drop(reader, DraftKind.PLAN, "visit-1")
        assert bench.work.drafts.find(bench.actor, DraftKind.PLAN, "visit-1").content == self.TYPED

    def test_drafts_of_two_people_on_one_record_stand_side_by_side(self, bench: Bench):
        for who in (bench.actor, NOOR):
            bench.work.drafts.keep(who, DraftKind.PLAN, "visit-1", {"goal": who.name})
        for who in (bench.actor, NOOR):
            assert bench.work.drafts.find(who, DraftKind.PLAN, "visit-1").content == {"goal": who.name}

    def test_ones_own_are_listed_newest_first(self, bench: Bench):
        for kind in DraftKind:
            bench.clock.forward(seconds=1)
            bench.work.drafts.keep(bench.actor, kind, "1", {})
        assert [draft.kind for draft in bench.work.drafts.mine(bench.actor)] == list(DraftKind)[::-1]

    def test_a_draft_of_another_version_of_the_form_is_left_alone(self, bench: Bench):
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, "1", self.TYPED)
        _do(bench.store, f"UPDATE draft SET version = {VERSIONS[DraftKind.CALL] + 1}")
        assert bench.work.drafts.find(bench.actor, DraftKind.CALL, "1") is None
        assert bench.work.drafts.mine(bench.actor) == ()
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, "1", {"words": "new"})
        assert bench.work.drafts.find(bench.actor, DraftKind.CALL, "1").content == {"words": "new"}

    def test_a_draft_of_a_form_that_only_a_newer_program_has_is_left_alone(self, bench: Bench):
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, "1", self.TYPED)
        bench.work.drafts.keep(bench.actor, DraftKind.PLAN, "1", self.TYPED)
        _do(bench.store, "UPDATE draft SET kind = 'consent' WHERE kind = 'call'")
        assert [draft.kind for draft in bench.work.drafts.mine(bench.actor)] == [DraftKind.PLAN]

    def test_dropping_what_is_not_there_is_nothing(self, bench: Bench):
        rows = bench.rows()
        bench.work.drafts.drop(bench.actor, DraftKind.CALL, "1")
        assert bench.rows() == rows

    def test_typing_writes_nothing_to_the_trail(self, bench: Bench):
        trail = bench.rows()["audit"]
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, "1", self.TYPED)
        bench.work.drafts.find(bench.actor, DraftKind.CALL, "1")
        assert bench.rows()["audit"] == trail


class TestDraftsGoWithTheSave:
    def _kinds(self, bench: Bench) -> set[tuple[str, str]]:
        return {(draft.kind, draft.subject) for draft in bench.work.drafts.mine(bench.actor)}

    def _saves(self, bench: Bench, *, right: bool):
        """Each save with the draft that goes with it; wrong ones are refused."""
        work, actor = bench.work, bench.actor
        visit = bench.visit()
        referral = bench.brought_to(Status.REQUESTED, visit)
        follow_up = work.follow_ups.of(actor, referral.id)[0]
        seen, later = (0, NOW) if right else (9, NOW + timedelta(days=1))
        return {
            (DraftKind.VISIT, NEW): lambda: work.visits.open(actor, told(arrived_at=later), STRANGER),
            (DraftKind.VISIT, visit.id): lambda: work.visits.change(actor, visit.id, told(), 1 if right else 9),
            (DraftKind.CALL, referral.id): lambda: work.referrals.log_call(
                actor, referral.id, call(at=later), referral.seen
            ),
            (DraftKind.HANDOFF, referral.id): lambda: work.handoffs.save(actor, referral.id, Handoff(), seen),
            (DraftKind.PLAN, visit.id): lambda: work.plans.save(actor, visit.id, PLAN, seen),
            (DraftKind.FOLLOW_UP, follow_up.id): lambda: work.follow_ups.attempt(
                actor, follow_up.id if right else "nothing", Reached.NOBODY
            ),
        }

    def test_a_saved_form_leaves_no_draft_and_takes_no_other_with_it(self, bench: Bench):
        saves = self._saves(bench, right=True)
        for kind, subject in saves:
            bench.work.drafts.keep(bench.actor, kind, subject, {"typed": "words"})
            bench.work.drafts.keep(NOOR, kind, subject, {"typed": "hers"})
        left = set(saves)
        for key, save in saves.items():
            save()
            left.discard(key)
            assert self._kinds(bench) == left
        assert len(bench.work.drafts.mine(NOOR)) == len(saves)

    def test_a_form_that_was_not_saved_keeps_its_draft(self, bench: Bench):
        saves = self._saves(bench, right=False)
        for kind, subject in saves:
            bench.work.drafts.keep(bench.actor, kind, subject, {"typed": "words"})
        rows = bench.rows()
        for save in saves.values():
            with pytest.raises(UserError):
                save()
        assert bench.rows() == rows

    def test_moving_a_referral_settles_the_call_that_was_being_typed(self, bench: Bench):
        referral = bench.brought_to(Status.REQUESTED)
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, referral.id, {"reason": "person_declined"})
        bench.take(referral, LET_GO)
        assert self._kinds(bench) == set()


MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
st.register_type_strategy(datetime, MOMENTS)
WHOLE_VALUES = {
    Handoff: st.builds(
        Handoff,
        part_at=st.none() | MOMENTS,
        read_back_at=st.none() | MOMENTS,
        left_at=st.none() | MOMENTS,
        arrived_at=st.none() | MOMENTS,
        next_contact_at=st.none() | MOMENTS,
        goal=TEXT,
        summary=TEXT,
        part=st.sampled_from(Part),
        bedside=st.booleans(),
        absent=st.dictionaries(st.sampled_from(Needed), TEXT),
    ),
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
    again = kept.take_back(kept.keep(Handoff(left_at=twice)), Handoff).left_at
    assert again == datetime(2027, 11, 7, 6, 30, tzinfo=UTC)


def test_a_value_made_in_the_store_reads_the_same(bench: Bench):
    record = Handoff(absent={Needed.READ_BACK: "They hung up."}, left_at=NOW)
    saved = bench.work.handoffs.save(bench.actor, bench.draft().id, record, 0)
    assert saved.handoff == record
    assert saved.handoff.absent[Needed.READ_BACK] == "They hung up."
