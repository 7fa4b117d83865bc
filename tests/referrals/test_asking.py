"""What is told on a follow-up, the end of its loop, and the times chosen by hand (R-02, R-04, R-10)."""

from datetime import timedelta

import pytest

from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals.draft import DraftKind
from navigator.referrals.follow_up import (
    FARTHEST,
    Answer,
    Called,
    FollowUpState,
    Loop,
    Reached,
    loop_of,
)
from navigator.referrals.reasons import CompletionOutcome, FailureReason
from navigator.referrals.status import Status
from navigator.referrals.steps import Completion, Failure
from navigator.referrals.task import Matter

from .scenes import BEGUN, GONE, LET_GO, NOW, TODAY, Bench, trail_of

HER = Answer(Reached.PERSON, "She sleeps there.", "the person", Called.PERSON)
THEM = Answer(Reached.PROVIDER, "She is on the ward.", "Ms. Alvarez", Called.PROVIDER)
NOBODY = Answer(Reached.NOBODY, called=Called.PERSON)
LOST = Failure(FailureReason.COULD_NOT_REACH, "Could not be reached.")
HOUR = timedelta(hours=1)


@pytest.fixture
def accepted(bench: Bench):
    visit = bench.visit()
    referral = bench.brought_to(Status.ACCEPTED, visit)
    bench.end(visit)
    return referral


@pytest.fixture
def first(bench: Bench, accepted):
    return bench.work.follow_ups.of(bench.actor, accepted.id)[0]


def dates(bench: Bench, referral):
    return [one.due_at - NOW for one in bench.work.follow_ups.of(bench.actor, referral.id)]


def test_a_try_keeps_whom_was_called_and_who_told_what(bench: Bench, first):
    (attempt,) = bench.work.follow_ups.told(bench.actor, first.id, THEM).attempts
    assert (attempt.called, attempt.told_by, attempt.words) == (Called.PROVIDER, "Ms. Alvarez", "She is on the ward.")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer(Reached.NOBODY, told_by="Ms. Alvarez"), "choose who was reached"),
        (Answer(Reached.PERSON, at=NOW + HOUR), "cannot be later than now"),
        (Answer(Reached.PERSON, at=NOW - timedelta(days=3)), "before the visit began"),
    ],
)
def test_a_try_that_cannot_be_is_refused_and_leaves_all_as_it_was(bench: Bench, first, answer, sentence):
    rows = bench.rows()
    with pytest.raises(BadInput, match=sentence):
        bench.work.follow_ups.told(bench.actor, first.id, answer)
    assert bench.rows() == rows


class TestClosing:
    @pytest.mark.parametrize(
        ("step", "status"), [(BEGUN, Status.COMPLETED), (LOST, Status.FAILED), (LET_GO, Status.CANCELLED)]
    )
    def test_the_try_and_the_end_are_one(self, bench: Bench, accepted, first, step, status):
        bench.work.drafts.keep(bench.actor, DraftKind.FOLLOW_UP, first.id, {"words": "x"})
        ended = bench.work.follow_ups.close(bench.actor, first.id, HER, step, accepted.seen)
        assert (ended.status, ended.events[-1].step) == (status, step)
        follow_ups = bench.work.follow_ups.of(bench.actor, accepted.id)
        assert [one.state.value for one in follow_ups] == ["done", "dropped", "dropped", "dropped"]
        assert len(follow_ups[0].attempts) == 1
        assert bench.work.drafts.find(bench.actor, DraftKind.FOLLOW_UP, first.id) is None
        assert bench.work.worklists.owed(bench.actor) == ()

    def test_nobody_reached_confirms_nothing(self, bench: Bench, accepted, first):
        rows = bench.rows()
        with pytest.raises(BadInput, match="Nobody was reached"):
            bench.work.follow_ups.close(bench.actor, first.id, NOBODY, BEGUN, accepted.seen)
        assert bench.rows() == rows

    @pytest.mark.parametrize(
        "step",
        [
            Completion("", TODAY, CompletionOutcome.ADMITTED),
            Completion("Ms. Alvarez", None, CompletionOutcome.ADMITTED),
            Failure(FailureReason.NO_SHOW, " "),
        ],
    )
    def test_a_guard_that_is_missing_leaves_the_try_unwritten_too(self, bench: Bench, accepted, first, step):
        rows = bench.rows()
        with pytest.raises(BadInput):
            bench.work.follow_ups.close(bench.actor, first.id, HER, step, accepted.seen)
        assert bench.rows() == rows

    def test_a_referral_that_changed_meanwhile_is_looked_at_again(self, bench: Bench, other: Bench, accepted, first):
        other.take(accepted, GONE)
        rows = bench.rows()
        with pytest.raises(UserError, match="Noor changed this referral"):
            bench.work.follow_ups.close(bench.actor, first.id, HER, BEGUN, accepted.seen)
        assert bench.rows() == rows

    def test_one_that_nobody_said_yes_to_cannot_have_begun(self, bench: Bench):
        asked = bench.brought_to(Status.REQUESTED)
        due = bench.work.follow_ups.of(bench.actor, asked.id)[0]
        rows = bench.rows()
        with pytest.raises(BadInput, match="requested cannot become completed"):
            bench.work.follow_ups.close(bench.actor, due.id, HER, BEGUN, asked.seen)
        assert bench.rows() == rows

    def test_the_trail_has_ids_and_no_words(self, bench: Bench, accepted, first):
        bench.work.follow_ups.close(bench.actor, first.id, HER, BEGUN, accepted.seen)
        said = trail_of(bench.store)[-2:]
        assert [(action, subject) for action, subject, _ in said] == [
            ("follow-up tried", first.id),
            ("referral moved", accepted.id),
        ]
        assert "She sleeps there" not in repr(said)


class TestLoopAtTheEnd:
    def test_a_failure_that_is_known_closes_it(self):
        assert loop_of(Status.FAILED, [], FailureReason.NO_SHOW) is Loop.CLOSED

    def test_one_that_nobody_could_tell_does_not(self):
        assert loop_of(Status.FAILED, [], FailureReason.COULD_NOT_REACH) is Loop.NOT_CLOSED

    def test_a_further_date_opens_it_again_until_nobody_answers_there_either(self, bench: Bench, accepted):
        work, actor = bench.work.follow_ups, bench.actor
        for one in work.of(actor, accepted.id):
            bench.clock.now = max(one.due_at, bench.clock.now)
            for _ in range(3):
                work.attempt(actor, one.id, Reached.NOBODY)
        assert loop_of(accepted.status, work.of(actor, accepted.id)) is Loop.NOT_CLOSED
        further = work.add(actor, accepted.id, bench.clock() + HOUR, "Her sister has a new number.")
        assert loop_of(accepted.status, work.of(actor, accepted.id)) is Loop.OPEN
        for _ in range(3):
            work.attempt(actor, further.id, Reached.NOBODY)
        assert loop_of(accepted.status, work.of(actor, accepted.id)) is Loop.NOT_CLOSED
        assert bench.work.referrals.referral(actor, accepted.id).status is Status.ACCEPTED


class TestChosenTimes:
    def test_a_date_is_put_off_with_its_reason(self, bench: Bench, accepted, first):
        put_off = bench.work.follow_ups.put_off(bench.actor, first.id, NOW + 30 * HOUR, " Works until six. ")
        assert put_off.due_at == NOW + 30 * HOUR
        assert [(one.words, one.by, one.due_at) for one in put_off.dates] == [
            ("Works until six.", "clinician", NOW + 30 * HOUR)
        ]
        assert trail_of(bench.store)[-1][:2] == ("follow-up put off", first.id)

    @pytest.mark.parametrize(
        ("due_at", "words", "sentence"),
        [
            (NOW, "why", "has passed"),
            (NOW + FARTHEST + HOUR, "why", "more than a year"),
            (NOW + HOUR, "  ", "Write why"),
        ],
    )
    def test_without_a_later_time_and_a_reason_nothing_moves(
        self, bench: Bench, accepted, first, due_at, words, sentence
    ):
        rows = bench.rows()
        with pytest.raises(BadInput, match=sentence):
            bench.work.follow_ups.put_off(bench.actor, first.id, due_at, words)
        with pytest.raises(BadInput, match=sentence):
            bench.work.follow_ups.add(bench.actor, accepted.id, due_at, words)
        with pytest.raises(BadInput, match=sentence):
            bench.work.follow_ups.told(bench.actor, first.id, Answer(Reached.PERSON, words), due_at)
        assert bench.rows() == rows

    def test_what_is_put_off_is_owed_then_and_not_before(self, bench: Bench, first):
        bench.work.follow_ups.put_off(bench.actor, first.id, NOW + timedelta(days=2), "Away until then.")
        bench.clock.now = NOW + timedelta(days=1)
        assert bench.work.worklists.owed(bench.actor) == ()
        bench.clock.now = NOW + timedelta(days=2)
        (task,) = bench.work.worklists.owed(bench.actor)
        assert (task.matter, task.follow_up_id) == (Matter.FOLLOW_UP, first.id)

    def test_one_put_off_past_the_next_lets_the_next_come_first(self, bench: Bench, accepted, first):
        later = bench.work.follow_ups.put_off(bench.actor, first.id, NOW + timedelta(days=5), "Away until then.")
        bench.clock.now = NOW + timedelta(days=3)
        second = next(one for one in bench.work.follow_ups.of(bench.actor, accepted.id) if one.number == 2)
        assert [task.follow_up_id for task in bench.work.worklists.owed(bench.actor)] == [second.id]
        bench.work.follow_ups.told(bench.actor, second.id, HER)
        bench.clock.now = later.due_at
        assert [task.follow_up_id for task in bench.work.worklists.owed(bench.actor)] == [first.id]

    def test_a_time_chosen_by_hand_is_not_counted_anew_from_the_visit(self, bench: Bench):
        visit = bench.visit()
        referral = bench.brought_to(Status.ACCEPTED, visit)
        first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
        bench.work.follow_ups.put_off(bench.actor, first.id, NOW + 30 * HOUR, "Works until six.")
        bench.clock.forward(hours=2)
        bench.end(visit)
        assert dates(bench, referral) == [30 * HOUR, 74 * HOUR, 170 * HOUR, 722 * HOUR]

    def test_a_further_date_can_be_agreed_in_the_call_itself(self, bench: Bench, accepted, first):
        bench.work.follow_ups.told(bench.actor, first.id, HER, NOW + 48 * HOUR)
        made = bench.work.follow_ups.of(bench.actor, accepted.id)
        assert [(one.number, one.state) for one in made][:2] == [(1, FollowUpState.DONE), (5, FollowUpState.DUE)]
        assert made[1].dates[0].words == "She sleeps there."

    def test_what_has_ended_or_is_settled_gets_no_date(self, bench: Bench):
        ended = bench.brought_to(Status.COMPLETED)
        dropped = bench.work.follow_ups.of(bench.actor, ended.id)[0]
        rows = bench.rows()
        with pytest.raises(BadInput, match="nothing more to ask"):
            bench.work.follow_ups.add(bench.actor, ended.id, NOW + HOUR, "why")
        with pytest.raises(BadInput, match="settled"):
            bench.work.follow_ups.put_off(bench.actor, dropped.id, NOW + HOUR, "why")
        with pytest.raises(NotFound):
            bench.work.follow_ups.put_off(bench.actor, "nothing", NOW + HOUR, "why")
        assert bench.rows() == rows


class TestTimesOfTheStation:
    def test_the_next_request_is_asked_about_as_the_station_says(self, bench: Bench):
        bench.work.follow_ups.heed_times(bench.actor, [12 * HOUR, 48 * HOUR])
        referral = bench.brought_to(Status.ACCEPTED)
        assert dates(bench, referral) == [12 * HOUR, 48 * HOUR]

    def test_what_was_made_before_keeps_its_dates(self, bench: Bench, accepted):
        before = dates(bench, accepted)
        bench.work.follow_ups.heed_times(bench.actor, [12 * HOUR])
        assert dates(bench, accepted) == before

    def test_the_same_times_write_nothing(self, bench: Bench):
        bench.work.follow_ups.heed_times(bench.actor, [12 * HOUR])
        rows = bench.rows()
        bench.work.follow_ups.heed_times(bench.actor, [12 * HOUR])
        assert bench.rows() == rows

    def test_a_loop_is_not_closed_after_the_last_of_however_many(self, bench: Bench):
        bench.work.follow_ups.heed_times(bench.actor, [12 * HOUR])
        referral = bench.brought_to(Status.ACCEPTED)
        (only,) = bench.work.follow_ups.of(bench.actor, referral.id)
        for _ in range(3):
            bench.work.follow_ups.attempt(bench.actor, only.id, Reached.NOBODY)
        assert loop_of(referral.status, bench.work.follow_ups.of(bench.actor, referral.id)) is Loop.NOT_CLOSED
