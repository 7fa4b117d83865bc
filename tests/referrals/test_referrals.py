"""Referrals in the store: drafts put away, limits of a need, two windows, calls."""

import contextlib
import threading
from datetime import timedelta

import pytest

from navigator.errors import BadInput, NotAllowed, NotFound, UserError
from navigator.referrals.calls import CallOutcome
from navigator.referrals.casework import open_casework
from navigator.referrals.family import MOST_OPEN
from navigator.referrals.follow_up import FollowUpState
from navigator.referrals.reasons import CancellationReason
from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.steps import Cancellation, Request

from .conftest import NOOR
from .scenes import BEGUN, CITY, ERROR, GONE, LET_GO, NO, NOW, YES, ZONE, Bench, answered, call, place, shown


class TestDrafts:
    def test_the_same_place_twice_gives_the_one_there_is(self, bench: Bench):
        visit = bench.visit()
        first, again = bench.draft(visit), bench.draft(visit)
        assert first == again
        assert bench.work.referrals.of_visit(bench.actor, visit.id) == (first,)

    def test_the_same_place_for_another_visit_is_another_referral(self, bench: Bench):
        assert bench.draft().id != bench.draft().id

    def test_a_place_that_said_no_can_be_asked_again_with_a_referral_in_its_place(self, bench: Bench):
        visit = bench.visit()
        ended = bench.brought_to(Status.REJECTED, visit)
        again = bench.work.referrals.draft(bench.actor, visit.id, place(1), "detox", replaces=ended.id)
        assert again.id != ended.id
        assert again.replaces == ended.id
        assert again.status is Status.DRAFT

    def test_what_has_not_ended_is_not_replaced(self, bench: Bench):
        visit = bench.visit()
        going_on = bench.brought_to(Status.REQUESTED, visit)
        rows = bench.rows()
        with pytest.raises(BadInput, match="not ended"):
            bench.work.referrals.draft(bench.actor, visit.id, place(2), "detox", replaces=going_on.id)
        with pytest.raises(NotFound):
            bench.work.referrals.draft(bench.actor, visit.id, place(2), "detox", replaces="nothing")
        assert bench.rows() == rows

    def test_there_is_no_referral_without_a_visit(self, bench: Bench):
        with pytest.raises(BadInput, match="visit"):
            bench.work.referrals.draft(bench.actor, "nothing", place(), "detox")

    def test_a_draft_is_put_away_and_fetched_back(self, bench: Bench):
        draft = bench.draft()
        away = bench.work.referrals.discard(bench.actor, draft.id, draft.seen)
        assert away.discarded
        assert bench.work.referrals.of_visit(bench.actor, draft.visit_id) == ()
        assert bench.work.referrals.open(bench.actor) == ()
        assert bench.work.visits.visit(bench.actor, draft.visit_id).referral_ids == ()
        assert bench.work.referrals.fetch_back(bench.actor, draft.id) == draft
        assert bench.work.referrals.open(bench.actor) == (draft,)

    @pytest.mark.parametrize("status", [status for status in Status if status is not Status.DRAFT])
    def test_only_a_draft_is_put_away(self, bench: Bench, status):
        referral = bench.brought_to(status)
        rows = bench.rows()
        with pytest.raises(BadInput, match="Only a draft"):
            bench.work.referrals.discard(bench.actor, referral.id, referral.seen)
        assert bench.rows() == rows

    def test_a_place_asked_for_anew_after_its_draft_was_put_away_stands_there_once(self, bench: Bench):
        """The old draft is not fetched back beside the new one."""
        visit = bench.visit()
        old = bench.draft(visit)
        bench.work.referrals.discard(bench.actor, old.id, old.seen)
        bench.draft(visit)
        with contextlib.suppress(UserError):
            bench.work.referrals.fetch_back(bench.actor, old.id)
        assert len(bench.work.referrals.of_visit(bench.actor, visit.id)) == 1

    def test_what_was_not_put_away_is_not_fetched_back(self, bench: Bench):
        referral = bench.brought_to(Status.ACCEPTED)
        rows = bench.rows()
        with contextlib.suppress(UserError):
            bench.work.referrals.fetch_back(bench.actor, referral.id)
        assert bench.rows() == rows

    def test_a_draft_that_was_put_away_in_another_window_is_not_called_unseen(self, bench: Bench, other: Bench):
        """The call of the first window must not vanish behind a draft that nobody sees any more."""
        draft = bench.draft()
        other.work.referrals.discard(other.actor, draft.id, draft.seen)
        try:
            bench.work.referrals.log_call(bench.actor, draft.id, call(), draft.seen)
        except UserError:
            assert bench.work.referrals.referral(bench.actor, draft.id).status is Status.DRAFT
        else:
            assert len(bench.work.referrals.of_visit(bench.actor, draft.visit_id)) == 1
            assert len(bench.work.referrals.open(bench.actor)) == 1

    def test_a_draft_that_is_an_error_can_be_put_away_no_more(self, bench: Bench):
        draft = bench.draft()
        marked = bench.work.referrals.move(bench.actor, draft.id, ERROR, draft.seen)
        with pytest.raises(BadInput):
            bench.work.referrals.discard(bench.actor, draft.id, marked.seen)


class TestLimits:
    """R-05: one need may have up to three open referrals."""

    def test_a_fourth_place_is_not_called_for_the_same_need(self, bench: Bench):
        visit = bench.visit()
        for number in range(1, MOST_OPEN + 1):
            bench.brought_to(Status.REQUESTED, visit, number)
        fourth = bench.draft(visit, 4)
        rows = bench.rows()
        with pytest.raises(BadInput, match="3 places"):
            bench.take(fourth, Request(call()))
        assert bench.rows() == rows
        assert bench.take(bench.draft(visit, 5, need="shelter"), Request(call())).is_open, "another need is free"

    @pytest.mark.parametrize("step", [NO, LET_GO, ERROR])
    def test_a_place_that_is_out_makes_room(self, bench: Bench, step):
        visit = bench.visit()
        asked = [bench.brought_to(Status.REQUESTED, visit, number) for number in (1, 2, 3)]
        bench.take(asked[0], step)
        assert bench.brought_to(Status.REQUESTED, visit, 4).is_open

    def test_every_open_status_counts(self, bench: Bench):
        visit = bench.visit()
        for number, status in enumerate((Status.ACCEPTED, Status.IN_PROGRESS, Status.ON_HOLD), start=1):
            bench.brought_to(status, visit, number)
        with pytest.raises(BadInput):
            bench.brought_to(Status.REQUESTED, visit, 4)

    def test_open_referrals_are_still_called_when_the_need_is_full(self, bench: Bench):
        visit = bench.visit()
        asked = [bench.brought_to(Status.REQUESTED, visit, number) for number in (1, 2, 3)]
        assert bench.take(asked[0], Request(answered())).seen == asked[0].seen + 1

    def test_two_windows_at_the_same_moment_do_not_open_four(self, bench: Bench, other: Bench):
        visit = bench.visit()
        for number in (1, 2):
            bench.brought_to(Status.REQUESTED, visit, number)
        drafts = [bench.draft(visit, number) for number in (3, 4)]
        gate, said = threading.Barrier(2, timeout=10), []

        def ring(window: Bench, draft) -> None:
            gate.wait()
            try:
                window.take(draft, Request(call()))
            except BadInput as error:
                said.append(error.sentence)

        threads = [threading.Thread(target=ring, args=pair) for pair in zip((bench, other), drafts, strict=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(said) == 1
        found = bench.work.referrals.of_visit(bench.actor, visit.id)
        assert sum(referral.is_open for referral in found) == MOST_OPEN

    def test_when_one_says_yes_the_others_are_let_go_and_nothing_is_due_for_them(self, bench: Bench):
        visit = bench.visit()
        chosen = bench.brought_to(Status.ACCEPTED, visit, 1)
        asked = bench.brought_to(Status.REQUESTED, visit, 2)
        other_need = bench.brought_to(Status.REQUESTED, visit, 3, need="shelter")
        draft = bench.draft(visit, 4)
        let_go = bench.work.referrals.settle_siblings(bench.actor, chosen.id, shown(bench.work, bench.actor, visit))
        assert [referral.id for referral in let_go] == [asked.id]
        step = let_go[0].events[-1].step
        assert isinstance(step, Cancellation)
        assert step.reason is CancellationReason.NOT_SELECTED
        assert {one.state for one in bench.work.follow_ups.of(bench.actor, asked.id)} == {FollowUpState.DROPPED}
        found = {referral.id: referral.status for referral in bench.work.referrals.of_visit(bench.actor, visit.id)}
        assert found[chosen.id] is Status.ACCEPTED
        assert found[other_need.id] is Status.REQUESTED
        assert found[draft.id] is Status.DRAFT

    def test_nobody_is_let_go_who_said_yes_meanwhile_or_was_not_shown(self, bench: Bench):
        visit = bench.visit()
        chosen = bench.brought_to(Status.ACCEPTED, visit, 1)
        asked = bench.brought_to(Status.REQUESTED, visit, 2)
        seen = shown(bench.work, bench.actor, visit)
        bench.take(asked, YES)
        rows = bench.rows()
        for known in (seen, {}):
            with pytest.raises(UserError):
                bench.work.referrals.settle_siblings(bench.actor, chosen.id, known)
            assert bench.rows() == rows

    @pytest.mark.parametrize("status", [Status.DRAFT, Status.REQUESTED, Status.REJECTED, Status.CANCELLED])
    def test_nobody_is_let_go_for_a_place_that_did_not_say_yes(self, bench: Bench, status):
        visit = bench.visit()
        bench.brought_to(Status.REQUESTED, visit, 2)
        chosen = bench.brought_to(status, visit, 1)
        rows = bench.rows()
        with pytest.raises(BadInput):
            bench.work.referrals.settle_siblings(bench.actor, chosen.id, {})
        assert bench.rows() == rows


class TestTwoWindows:
    def test_the_later_window_is_told_who_was_before_and_changes_nothing(self, bench: Bench, other: Bench):
        referral = bench.brought_to(Status.REQUESTED)
        other.take(referral, YES)
        rows = bench.rows()
        for act in (
            lambda: bench.take(referral, NO),
            lambda: bench.take(referral, Request(answered())),
            lambda: bench.work.referrals.discard(bench.actor, referral.id, referral.seen),
        ):
            with pytest.raises(UserError, match=f"^{NOOR.name} changed this referral meanwhile"):
                act()
        assert bench.rows() == rows
        again = bench.work.referrals.referral(bench.actor, referral.id)
        assert bench.take(again, GONE).status is Status.IN_PROGRESS

    def test_a_referral_that_is_not_there_is_said_to_be_gone(self, bench: Bench):
        for act in (
            lambda: bench.work.referrals.referral(bench.actor, "nothing"),
            lambda: bench.work.referrals.move(bench.actor, "nothing", NO, 1),
            lambda: bench.work.referrals.log_call(bench.actor, "nothing", call(), 1),
            lambda: bench.work.referrals.discard(bench.actor, "nothing", 1),
            lambda: bench.work.referrals.fetch_back(bench.actor, "nothing"),
            lambda: bench.work.referrals.settle_siblings(bench.actor, "nothing", {}),
        ):
            with pytest.raises(NotFound):
                act()

    def test_a_request_is_not_moved_to(self, bench: Bench):
        draft = bench.draft()
        with pytest.raises(BadInput, match="logged"):
            bench.work.referrals.move(bench.actor, draft.id, Request(call()), draft.seen)

    def test_an_error_is_marked_by_who_wrote_it(self, bench: Bench, other: Bench):
        draft = bench.draft()
        with pytest.raises(NotAllowed):
            other.take(draft, ERROR)


class TestCalls:
    def test_the_first_call_makes_the_request_and_its_follow_ups(self, bench: Bench):
        asked = bench.take(bench.draft(), Request(call()))
        assert asked.status is Status.REQUESTED
        assert asked.business is BusinessStatus.CONTACT_ATTEMPTED
        assert asked.requested_at == NOW
        assert [contact.call for contact in asked.contacts] == [call()]
        assert asked.contacts[0].by == "clinician"
        assert len(bench.work.follow_ups.of(bench.actor, asked.id)) == 4

    @pytest.mark.parametrize(
        ("outcome", "business"),
        [
            (CallOutcome.NO_ANSWER, BusinessStatus.CONTACT_ATTEMPTED),
            (CallOutcome.MESSAGE_LEFT, BusinessStatus.MESSAGE_LEFT),
            (CallOutcome.WILL_CALL_BACK, BusinessStatus.AWAITING_CALLBACK),
            (CallOutcome.ANSWERED, None),
        ],
    )
    def test_each_outcome_says_what_happens_inside_the_status(self, bench: Bench, outcome, business):
        assert bench.take(bench.draft(), Request(call(outcome))).business is business

    def test_one_call_and_its_yes_are_three_events_and_one_contact(self, bench: Bench):
        draft = bench.draft()
        yes = bench.work.referrals.log_call(bench.actor, draft.id, answered(), draft.seen, then=YES)
        assert [event.after for event in yes.events] == [Status.DRAFT, Status.REQUESTED, Status.ACCEPTED]
        assert len(yes.contacts) == 1
        assert yes.acceptance == YES

    def test_the_door_shortcut_takes_four_events(self, bench: Bench):
        draft = bench.draft()
        yes = bench.work.referrals.log_call(bench.actor, draft.id, answered(), draft.seen, then=YES)
        gone = bench.work.referrals.move(bench.actor, draft.id, GONE, yes.seen)
        assert [event.after.value for event in gone.events] == ["draft", "requested", "accepted", "in-progress"]
        assert gone.business is BusinessStatus.EN_ROUTE

    def test_calls_stand_in_the_order_in_which_they_were_made(self, bench: Bench):
        asked = bench.take(bench.draft(), Request(call()))
        early = call(CallOutcome.MESSAGE_LEFT, NOW - timedelta(minutes=10))
        found = bench.take(asked, Request(early))
        assert [contact.call.outcome for contact in found.contacts] == [CallOutcome.MESSAGE_LEFT, CallOutcome.NO_ANSWER]

    def test_an_answer_is_not_called_a_message_any_longer(self, bench: Bench):
        asked = bench.take(bench.draft(), Request(call(CallOutcome.MESSAGE_LEFT)))
        assert bench.take(asked, Request(answered())).business is not BusinessStatus.MESSAGE_LEFT

    def test_nobody_says_yes_on_a_call_that_nobody_answered(self, bench: Bench):
        draft = bench.draft()
        with pytest.raises(BadInput):
            bench.work.referrals.log_call(bench.actor, draft.id, call(), draft.seen, then=YES)

    def test_a_call_to_an_ended_referral_is_refused(self, bench: Bench):
        ended = bench.brought_to(Status.COMPLETED)
        rows = bench.rows()
        with pytest.raises(BadInput, match="ended"):
            bench.take(ended, Request(call()))
        assert bench.rows() == rows

    def test_all_services_of_one_desk_read_the_same(self, bench: Bench):
        done = bench.brought_to(Status.COMPLETED)
        anew = open_casework(bench.store, ZONE, CITY)
        assert anew.referrals.referral(bench.actor, done.id) == done
        assert done.events[-1].step == BEGUN
