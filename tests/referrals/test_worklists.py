"""What is owed: each matter of R-09 when it is due and not a second before, the most urgent first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from navigator.referrals.calls import CallOutcome
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.follow_up import ATTEMPTS, Reached
from navigator.referrals.reasons import CancellationReason, CompletionOutcome
from navigator.referrals.status import Status
from navigator.referrals.steps import CallAgain, Cancellation, Completion, Hold, Request
from navigator.referrals.task import Matter, Task

from .scenes import ANA, ARRIVED, BEGUN, ERROR, GO_ON, GONE, NO, NOW, TODAY, YES, ZONE, Bench, answered, call, trail_of

NO_LONGER = Cancellation(CancellationReason.PERSON_DECLINED, "She goes home.")
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


@pytest.fixture
def scene(bench: Bench):
    """A visit that is left before anything is owed for it."""
    visit = bench.visit(contact_words="After six.", contact_number="215-555-0123", no_voicemail=True)
    bench.end(visit)
    return visit


def owed(bench: Bench, *, but: Matter | None = None) -> list[Task]:
    return [task for task in bench.work.worklists.owed(bench.actor) if task.matter is not but]


def matters(bench: Bench) -> list[Matter]:
    return [task.matter for task in owed(bench)]


def ask_again(bench: Bench, referral, *reached: Reached) -> None:
    for one in bench.work.follow_ups.of(bench.actor, referral.id):
        for each in reached:
            bench.work.follow_ups.attempt(bench.actor, one.id, each)


def at(bench: Bench, moment: datetime) -> None:
    bench.clock.now = moment


class TestNoAnswer:
    @pytest.mark.parametrize("outcome", [CallOutcome.NO_ANSWER, CallOutcome.MESSAGE_LEFT, CallOutcome.WILL_CALL_BACK])
    def test_it_is_owed_after_thirty_minutes(self, bench: Bench, scene, outcome):
        referral = bench.take(bench.draft(scene), Request(call(outcome)))
        at(bench, NOW + 30 * MINUTE - SECOND)
        assert matters(bench) == []
        at(bench, NOW + 30 * MINUTE)
        (task,) = owed(bench)
        assert task == Task(
            Matter.NO_ANSWER,
            scene.id,
            "Ana Flores",
            NOW + 30 * MINUTE,
            referral_id=referral.id,
            place="Harbor Withdrawal Unit 1",
            number="215-555-0101",
            contact_words="After six.",
            contact_number="215-555-0123",
            no_voicemail=True,
        )

    def test_the_clock_begins_anew_with_each_call(self, bench: Bench, scene):
        referral = bench.take(bench.draft(scene), Request(call()))
        at(bench, NOW + 20 * MINUTE)
        bench.take(referral, CallAgain(call(at=bench.clock())))
        at(bench, NOW + 49 * MINUTE)
        assert matters(bench) == []
        at(bench, NOW + 50 * MINUTE)
        assert matters(bench) == [Matter.NO_ANSWER]

    def test_an_answer_a_yes_or_a_no_settles_it(self, bench: Bench, scene):
        steps = {1: CallAgain(answered()), 2: YES, 3: NO}
        for number, step in steps.items():
            bench.take(bench.brought_to(Status.REQUESTED, scene, number), step)
        at(bench, NOW + 60 * MINUTE)
        assert matters(bench) == []

    def test_a_draft_is_not_waited_for(self, bench: Bench, scene):
        bench.draft(scene)
        at(bench, NOW + timedelta(days=60))
        assert matters(bench) == []


class TestBedHold:
    def test_it_is_owed_an_hour_before_it_ends_and_after_it_ended(self, bench: Bench, scene):
        referral = bench.brought_to(Status.REQUESTED, scene)
        until = NOW + timedelta(hours=3)
        bench.take(referral, replace(YES, bed_held_until=until))
        at(bench, until - timedelta(hours=1, seconds=1))
        assert matters(bench) == []
        for moment in (until - timedelta(hours=1), until, until + timedelta(hours=5)):
            at(bench, moment)
            assert [(task.matter, task.due_at) for task in owed(bench)] == [(Matter.BED_HOLD, until)]

    def test_a_bed_that_is_not_held_is_not_owed(self, bench: Bench, scene):
        bench.brought_to(Status.ACCEPTED, scene)
        at(bench, NOW + timedelta(hours=5))
        assert matters(bench) == []

    @pytest.mark.parametrize("step", [BEGUN, ERROR])
    def test_who_is_there_needs_no_bed_held(self, bench: Bench, scene, step):
        held = bench.take(
            bench.brought_to(Status.REQUESTED, scene), replace(YES, bed_held_until=NOW + timedelta(hours=1))
        )
        bench.take(held, step)
        assert matters(bench) == []


class TestCheckDue:
    def test_it_is_owed_from_midnight_of_its_day_in_the_city(self, bench: Bench, scene):
        friday = TODAY + timedelta(days=4)
        referral = bench.take(bench.brought_to(Status.ACCEPTED, scene), Hold("Clearance.", friday))
        ask_again(bench, referral, Reached.PROVIDER)
        midnight = datetime(2026, 11, 27, tzinfo=ZONE)
        at(bench, (midnight - SECOND).astimezone(UTC))
        assert matters(bench) == []
        for moment in (midnight, midnight + timedelta(days=9)):
            at(bench, moment.astimezone(UTC))
            assert [(task.matter, task.due_at) for task in owed(bench)] == [(Matter.CHECK_DUE, midnight)]

    def test_what_goes_on_is_not_checked_any_longer(self, bench: Bench, scene):
        bench.take(bench.brought_to(Status.ON_HOLD, scene), GO_ON)
        assert matters(bench) == []

    def test_a_second_hold_counts_by_its_own_day(self, bench: Bench, scene):
        held = bench.brought_to(Status.ON_HOLD, scene)
        assert matters(bench) == [Matter.CHECK_DUE]
        bench.take(bench.take(held, GO_ON), Hold("Again.", TODAY + timedelta(days=1)))
        assert matters(bench) == []


class TestFollowUp:
    def test_each_is_owed_from_midnight_of_its_day_until_it_is_settled(self, bench: Bench, scene):
        referral = bench.brought_to(Status.ACCEPTED, scene)
        for one in bench.work.follow_ups.of(bench.actor, referral.id):
            midnight = one.due_at.astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
            at(bench, midnight.astimezone(UTC) - SECOND)
            assert matters(bench) == [], one.number
            for moment in (midnight.astimezone(UTC), one.due_at, one.due_at + timedelta(hours=30)):
                at(bench, moment)
                (task,) = owed(bench)
                assert (task.matter, task.follow_up_id, task.due_at) == (Matter.FOLLOW_UP, one.id, one.due_at)
            bench.work.follow_ups.attempt(bench.actor, one.id, Reached.PERSON)

    def test_overdue_ones_stand_there_once_the_oldest_first(self, bench: Bench, scene):
        referral = bench.brought_to(Status.ACCEPTED, scene)
        at(bench, NOW + timedelta(days=45))
        assert [task.follow_up_id for task in owed(bench)] == [bench.work.follow_ups.of(bench.actor, referral.id)[0].id]

    def test_a_tried_one_stays_until_the_third_try(self, bench: Bench, scene):
        referral = bench.brought_to(Status.ACCEPTED, scene)
        first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
        at(bench, first.due_at)
        for left in range(ATTEMPTS, 0, -1):
            assert matters(bench) == [Matter.FOLLOW_UP], left
            bench.work.follow_ups.attempt(bench.actor, first.id, Reached.NOBODY)
        assert matters(bench) == []


class TestLoopOpen:
    def test_it_is_owed_after_thirty_days_when_nothing_else_is_due(self, bench: Bench, scene):
        referral = bench.brought_to(Status.ACCEPTED, scene)
        ask_again(bench, referral, Reached.PROVIDER)
        at(bench, NOW + timedelta(days=30) - SECOND)
        assert matters(bench) == []
        at(bench, NOW + timedelta(days=30))
        assert [(task.matter, task.due_at) for task in owed(bench)] == [(Matter.LOOP_OPEN, NOW + timedelta(days=30))]

    def test_a_loop_that_nobody_answered_is_owed_too(self, bench: Bench, scene):
        referral = bench.brought_to(Status.ACCEPTED, scene)
        ask_again(bench, referral, *[Reached.NOBODY] * ATTEMPTS)
        at(bench, NOW + timedelta(days=30))
        assert matters(bench) == [Matter.LOOP_OPEN]

    def test_a_completion_closes_it(self, bench: Bench, scene):
        referral = bench.brought_to(Status.ACCEPTED, scene)
        ask_again(bench, referral, Reached.PROVIDER)
        at(bench, NOW + timedelta(days=31))
        bench.take(referral, Completion("Ms. Alvarez", TODAY, CompletionOutcome.ADMITTED))
        assert matters(bench) == []

    def test_it_is_counted_from_the_end_of_the_visit(self, bench: Bench):
        visit = bench.visit()
        referral = bench.brought_to(Status.ACCEPTED, visit)
        ask_again(bench, referral, Reached.PROVIDER)
        bench.clock.forward(days=2)
        bench.end(visit)
        at(bench, NOW + timedelta(days=31))
        assert matters(bench) == []
        at(bench, NOW + timedelta(days=32))
        assert matters(bench) == [Matter.LOOP_OPEN]


class TestOrder:
    def test_a_visit_is_owed_until_it_is_ended(self, bench: Bench):
        visit = bench.visit()
        assert owed(bench) == [Task(Matter.VISIT_OPEN, visit.id, "Ana Flores", ARRIVED)]
        bench.end(visit)
        assert owed(bench) == []

    def test_the_most_urgent_matter_first_and_in_it_the_oldest(self, bench: Bench):
        visit = bench.visit()
        bench.visit(ANA, arrived_at=ARRIVED - timedelta(hours=1))
        for number, minutes in ((1, 40), (2, 50)):
            draft = bench.draft(visit, number, need=str(number))
            bench.take(draft, Request(call(at=NOW - minutes * MINUTE)))
        for number, hours in ((3, 1), (4, 0.5)):
            asked = bench.brought_to(Status.REQUESTED, visit, number, need=str(number))
            bench.take(asked, replace(YES, bed_held_until=NOW + timedelta(hours=hours)))
        bench.brought_to(Status.ON_HOLD, visit, 5, need="5")
        assert [(task.matter, task.place[-1:]) for task in owed(bench)] == [
            (Matter.BED_HOLD, "4"),
            (Matter.BED_HOLD, "3"),
            (Matter.NO_ANSWER, "2"),
            (Matter.NO_ANSWER, "1"),
            (Matter.CHECK_DUE, "5"),
            (Matter.VISIT_OPEN, ""),
            (Matter.VISIT_OPEN, ""),
        ]
        arrivals = [task.due_at for task in owed(bench) if task.matter is Matter.VISIT_OPEN]
        assert arrivals == sorted(arrivals)

    def test_what_has_ended_is_owed_no_more(self, bench: Bench, scene):
        for number, status in enumerate((Status.REJECTED, Status.CANCELLED, Status.COMPLETED, Status.FAILED), 1):
            bench.brought_to(status, scene, number, need=status.value)
        at(bench, NOW + timedelta(days=60))
        assert matters(bench) == []

    def test_who_reads_the_list_has_seen_the_people_on_it_and_no_others(self, bench: Bench, scene, supervisor):
        bench.brought_to(Status.ON_HOLD, scene)
        quiet = bench.visit()
        bench.end(quiet)
        bench.work.worklists.owed(supervisor)
        seen = [subject for action, subject, _ in trail_of(bench.store) if action == "person viewed"]
        assert scene.person.id in seen
        assert seen.count(quiet.person.id) == 1, "by the end of the test's own visit"


class TestTyped:
    def test_what_one_typed_and_did_not_save_is_owed_by_oneself_alone(self, bench: Bench, scene, supervisor):
        bench.work.drafts.keep(bench.actor, DraftKind.VISIT, NEW, {"note": "x"})
        bench.clock.forward(seconds=1)
        bench.work.drafts.keep(bench.actor, DraftKind.PLAN, scene.id, {"goal": "x"})
        assert [(task.matter, task.form, task.visit_id) for task in owed(bench)] == [
            (Matter.DRAFT, DraftKind.VISIT, ""),
            (Matter.DRAFT, DraftKind.PLAN, scene.id),
        ]
        assert bench.work.worklists.owed(supervisor) == ()

    def test_words_about_a_follow_up_are_owed_wherever_its_date_is_not(self, bench: Bench, scene):
        referral = bench.brought_to(Status.ACCEPTED, scene)
        first, later = bench.work.follow_ups.of(bench.actor, referral.id)[:2]
        for one in (first, later):
            bench.work.drafts.keep(bench.actor, DraftKind.FOLLOW_UP, one.id, {"words": "x"})
        at(bench, first.due_at)
        listed = [(task.matter, task.follow_up_id, task.referral_id) for task in owed(bench)]
        assert listed == [(Matter.FOLLOW_UP, first.id, referral.id), (Matter.DRAFT, later.id, referral.id)]

    @pytest.mark.parametrize("end", [ERROR, NO_LONGER])
    def test_words_about_a_follow_up_outlive_their_referral(self, bench: Bench, scene, supervisor, end):
        referral = bench.brought_to(Status.ACCEPTED, scene)
        first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
        bench.work.drafts.keep(bench.actor, DraftKind.FOLLOW_UP, first.id, {"words": "x"})
        bench.take(referral, end)
        at(bench, first.due_at)
        (task,) = owed(bench)
        assert (task.matter, task.form, task.visit_id) == (Matter.DRAFT, DraftKind.FOLLOW_UP, scene.id)
        assert (task.person, task.place) == ("Ana Flores", "Harbor Withdrawal Unit 1")
        assert bench.work.worklists.owed(supervisor) == ()

    @pytest.mark.parametrize("change", ["version = version + 1", "kind = 'consent'"])
    def test_a_draft_that_no_form_takes_back_is_not_owed(self, bench: Bench, scene, change):
        bench.work.drafts.keep(bench.actor, DraftKind.PLAN, scene.id, {"goal": "x"})
        with bench.store.connection(writes=True) as connection:
            connection.exec_driver_sql(f"UPDATE draft SET {change}")
        assert owed(bench) == []

    def test_a_draft_of_a_record_that_is_not_there_is_not_owed(self, bench: Bench):
        for kind in DraftKind:
            bench.work.drafts.keep(bench.actor, kind, "nothing", {})
        assert owed(bench) == []


def test_a_departure_ends_the_wait_for_a_bed(bench: Bench, scene):
    held = bench.take(
        bench.brought_to(Status.REQUESTED, scene), replace(YES, bed_held_until=NOW + timedelta(minutes=30))
    )
    assert matters(bench) == [Matter.BED_HOLD]
    bench.take(held, GONE)
    assert matters(bench) == []
