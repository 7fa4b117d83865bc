"""Records that are saved whole: each save a row that stays, and no history that is rewritten."""

from datetime import timedelta

import pytest
from sqlalchemy import exc

from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals.encounter import YesNo
from navigator.referrals.follow_up import Reached
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import Close, IPass, Medicines, PersonTold, Safety, Transport
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.status import Status
from navigator.storage.database import Store

from .conftest import NOOR
from .scenes import ARRIVED, NOW, Bench

PLAN = Plan((PlanStep(When.TODAY, "Go to Harbor"),), goal="Sleep in a bed tonight.", warning_signs="No sleep.")
APPEND_ONLY = ("referral_event", "contact", "handoff", "follow_up_attempt")
"""Of a plan, the place of a service that became confidential is taken out; see `test_referrals.py`."""


@pytest.fixture
def full(bench: Bench) -> Store:
    """A store with a row in each table of history."""
    referral = bench.brought_to(Status.ACCEPTED)
    bench.work.handoffs.save(bench.actor, referral.id, Handoff(person=PersonTold(goal="Rest.")), 0)
    bench.work.plans.save(bench.actor, referral.visit_id, PLAN, 0)
    first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
    bench.work.follow_ups.attempt(bench.actor, first.id, Reached.NOBODY)
    return bench.store


def run(store: Store, statement: str) -> None:
    with store.connection(writes=True) as connection:
        connection.exec_driver_sql(statement)


class TestHistoryIsNotRewritten:
    @pytest.mark.parametrize("table", APPEND_ONLY)
    def test_the_database_refuses_to_change_or_delete_a_row(self, full: Store, bench: Bench, table):
        rows = bench.rows()
        assert rows[table]
        for statement in (f"UPDATE {table} SET made_by = 'noor'", f"DELETE FROM {table}"):
            with pytest.raises(exc.IntegrityError, match="append-only"):
                run(full, statement)
        assert bench.rows() == rows

    @pytest.mark.parametrize("table", APPEND_ONLY)
    def test_nor_is_a_row_put_in_the_place_of_another(self, full: Store, bench: Bench, table):
        """REPLACE deletes without the triggers of a deletion, unless recursive triggers are on."""
        rows = bench.rows()
        with pytest.raises(exc.IntegrityError):
            run(full, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        assert bench.rows() == rows

    def test_a_plan_is_never_deleted(self, full: Store, bench: Bench):
        rows = bench.rows()
        with pytest.raises(exc.IntegrityError, match="append-only"):
            run(full, "DELETE FROM plan")
        assert bench.rows() == rows

    def test_a_visit_or_referral_with_a_history_cannot_be_deleted(self, full: Store, bench: Bench):
        rows = bench.rows()
        for table in ("person", "visit", "referral", "follow_up"):
            with pytest.raises(exc.IntegrityError):
                run(full, f"DELETE FROM {table}")
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
            saved = bench.work.handoffs.save(supervisor, referral.id, Handoff(person=PersonTold(goal=goal)), number - 1)
            planned = bench.work.plans.save(supervisor, referral.visit_id, Plan(goal=goal), number - 1)
            assert (saved.revision, saved.saved_at, saved.saved_by) == (number, bench.clock(), "supervisor")
            assert (planned.revision, planned.saved_at, planned.saved_by) == (number, bench.clock(), "supervisor")
            assert bench.work.handoffs.handoff(bench.actor, referral.id) == saved
            assert bench.work.plans.plan(bench.actor, referral.visit_id) == planned
        assert len(bench.rows()["handoff"]) == len(bench.rows()["plan"]) == 3

    @pytest.mark.parametrize("seen", [0, 2, -1])
    def test_an_older_window_is_told_who_saved_meanwhile(self, bench: Bench, other: Bench, seen):
        referral = bench.draft()
        other.work.handoffs.save(other.actor, referral.id, Handoff(person=PersonTold(goal="Hers.")), 0)
        other.work.plans.save(other.actor, referral.visit_id, Plan(goal="Hers."), 0)
        rows = bench.rows()
        with pytest.raises(UserError, match=f"^{NOOR.name} changed this handoff"):
            bench.work.handoffs.save(bench.actor, referral.id, Handoff(person=PersonTold(goal="Mine.")), seen)
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
            ({"transport": Transport(left_at=NOW, arrived_at=NOW - timedelta(seconds=1))}, "arrive before you left"),
            ({"person": PersonTold(part_at=NOW + timedelta(minutes=3))}, "later than now"),
            ({"ipass": IPass(read_back_at=NOW + timedelta(days=1))}, "later than now"),
            ({"transport": Transport(left_at=NOW + timedelta(minutes=3))}, "later than now"),
            ({"transport": Transport(arrived_at=NOW + timedelta(minutes=3))}, "later than now"),
            ({"person": PersonTold(part_at=ARRIVED - timedelta(hours=3))}, "before the visit"),
            ({"ipass": IPass(read_back_at=ARRIVED - timedelta(hours=3))}, "before the visit"),
            ({"transport": Transport(left_at=ARRIVED - timedelta(hours=3))}, "before you arrived"),
            ({"medicines": Medicines("Sertraline", unknown=True)}, "cannot both be"),
            ({"safety": Safety(weapons=YesNo.NO, weapons_secured=YesNo.YES)}, "Check the weapons"),
        ],
    )
    def test_a_time_that_cannot_be_is_not_saved(self, bench: Bench, changes, said):
        referral = bench.draft()
        rows = bench.rows()
        with pytest.raises(BadInput, match=said):
            bench.work.handoffs.save(bench.actor, referral.id, Handoff(close=Close("Rest."), **changes), 0)
        assert bench.rows() == rows

    def test_any_part_may_be_missing_and_the_next_contact_may_be_far(self, bench: Bench):
        record = Handoff(close=Close(next_contact_at=NOW + timedelta(days=400)))
        assert bench.work.handoffs.save(bench.actor, bench.draft().id, record, 0).handoff == record
