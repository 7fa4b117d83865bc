"""The call that asks how it went: what stands before the number, and every way in which it can end (R-02, R-10)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.referrals.draft import DraftKind
from navigator.referrals.follow_up import Called, FollowUpState, Reached
from navigator.referrals.reasons import CancellationReason, CompletionOutcome, FailureReason
from navigator.referrals.status import Status
from navigator.referrals.steps import Cancellation, Completion, Failure
from navigator.ui.follow_up.forms import NO_NAME, NO_WHO
from navigator.ui.follow_up.outcomes import NO_YES_YET
from tests.ui.desk_of_casework import CONTACT, call_on, draft_on, ended_on, visit_on
from tests.ui.desk_of_find import press
from tests.ui.desk_of_todo import calling, choose, fill_form, filled, said, written


@pytest.fixture
def work(casework_desk):
    return casework_desk.casework


@pytest.fixture
def page(follow_up_due, open_todo):
    return open_todo()


@pytest.fixture
def referral(work, casework_desk, follow_up_due):
    """The referral as it is by now."""
    return lambda: work.referrals.referral(casework_desk.actor, follow_up_due)


@pytest.fixture
def dates(work, casework_desk, follow_up_due):
    return lambda: work.follow_ups.of(casework_desk.actor, follow_up_due)


def test_the_safe_way_its_times_and_no_voicemail_stand_before_every_number(page):
    call = calling(page)
    words = said(call.side.widget())
    place = next(each for each in words if each.endswith("215-555-0142"))
    numbers = [words.index("215-555-0188"), words.index(place)]
    assert max(words.index(CONTACT), words.index("No voicemail")) < min(numbers)


def test_who_said_yes_and_the_dates_that_follow_are_in_sight(page):
    words = said(calling(page).side.widget())
    assert "Ms. Alvarez, intake nurse said yes there." in words
    assert [each for each in words if each.endswith("2:14 AM") and "," in each] == [
        "Thursday, November 26, 2:14 AM",
        "Monday, November 30, 2:14 AM",
        "Wednesday, December 23, 2:14 AM",
    ]


def test_the_loop_and_its_reason_are_said(page):
    call = calling(page)
    assert "Nobody knows yet how it went." in said(call)
    assert filled(page) == ["Help began"]


class TestHelpBegan:
    def test_it_completes_the_referral_with_who_confirmed_it_the_day_and_the_outcome(
        self, page, referral, qtbot, clock, casework_desk
    ):
        written(
            page,
            "began",
            qtbot,
            who=Reached.PROVIDER,
            name="Ms. Alvarez",
            began_on="yesterday",
            outcome=CompletionOutcome.ADMITTED,
            words="She is on the ward.",
        )
        yesterday = clock().astimezone(casework_desk.city.zone).date() - timedelta(days=1)
        assert referral().status is Status.COMPLETED
        assert referral().events[-1].step == Completion("Ms. Alvarez", yesterday, CompletionOutcome.ADMITTED)
        assert "Nothing is waiting." in said(page)

    def test_the_try_that_told_it_is_kept(self, page, dates, qtbot):
        written(
            page,
            "began",
            qtbot,
            who=Reached.PERSON,
            began_on="today",
            outcome=CompletionOutcome.PERSON_REPORTS_RECEIVED,
            words="She is well.",
        )
        (attempt,) = dates()[0].attempts
        assert (attempt.reached, attempt.told_by, attempt.words) == (Reached.PERSON, "the person", "She is well.")
        assert {one.state for one in dates()[1:]} == {FollowUpState.DROPPED}

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({}, NO_WHO),
            ({"who": Reached.PROVIDER}, NO_NAME),
            ({"who": Reached.PERSON}, "Write the day on which it began."),
            ({"who": Reached.PERSON, "began_on": "soon"}, "This is no day."),
            ({"who": Reached.PERSON, "began_on": "today"}, "Choose what came of it."),
        ],
    )
    def test_what_is_missing_is_said_under_its_field_and_nothing_is_written(
        self, page, referral, dates, fields, sentence
    ):
        call = calling(page, "began")
        fill_form(call, **fields)
        press(call, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert call.trouble.startswith(sentence)
        assert referral().status is Status.ACCEPTED
        assert dates()[0].attempts == ()

    def test_a_day_before_the_visit_is_refused_by_the_service(self, page, referral, qtbot):
        call = calling(page, "began")
        fill_form(call, who=Reached.PERSON, began_on="11/2/2026", outcome=CompletionOutcome.ADMITTED)
        call.form.save.click()
        qtbot.waitUntil(lambda: bool(call.trouble))
        assert "cannot be before the visit began" in call.trouble
        assert referral().status is Status.ACCEPTED


class TestOtherEnds:
    def test_it_did_not_come_about(self, page, referral, qtbot):
        written(page, "failed", qtbot, who=Reached.PROVIDER, name="intake desk", reason=FailureReason.NO_SHOW)
        assert referral().events[-1].step == Failure(FailureReason.NO_SHOW, "Did not arrive.")

    def test_nobody_can_tell_more_than_that_nobody_was_reached(self, page, referral, qtbot):
        call = calling(page, "failed")
        fill_form(call, who=Reached.NOBODY, reason=FailureReason.NO_SHOW)
        call.form.save.click()
        assert "could not be reached" in call.trouble
        fill_form(call, reason=FailureReason.COULD_NOT_REACH)
        with qtbot.waitSignal(page.counted):
            call.form.save.click()
        assert referral().status is Status.FAILED

    def test_not_needed_any_more(self, page, referral, qtbot):
        reason = CancellationReason.NEEDS_MET_ELSEWHERE
        written(page, "let go", qtbot, who=Reached.PERSON, reason=reason, words="Her aunt took her in.")
        assert referral().events[-1].step == Cancellation(reason, "Her aunt took her in.")


class TestItGoesOn:
    def test_reached_and_not_known_yet_sets_the_next_time(self, page, dates, referral, qtbot):
        written(page, "goes on", qtbot, who=Reached.PERSON, words="Call after work.", again="friday 6 pm")
        done, again, *_ = sorted(dates(), key=lambda one: one.state is FollowUpState.DUE)
        assert (done.state, referral().status) == (FollowUpState.DONE, Status.ACCEPTED)
        further = next(one for one in dates() if one.number == 5)
        assert further.dates[0].words == "Call after work."
        assert further.due_at.weekday() == 4
        assert again.state is FollowUpState.DUE

    def test_nobody_answered_says_whom_one_called_and_stays_due(self, page, dates, qtbot):
        written(page, "nobody", qtbot, called=Called.PROVIDER)
        assert (dates()[0].state, dates()[0].attempts[0].called) == (FollowUpState.DUE, Called.PROVIDER)
        call = calling(page)
        assert "No answer from the provider" in said(call.side.widget())

    def test_it_is_put_off_with_its_reason(self, page, dates, qtbot):
        written(page, "later", qtbot, due_at="friday 6 pm", words="Works nights this week.")
        (chosen,) = next(one for one in dates() if one.number == 1).dates
        assert (chosen.words, chosen.due_at.weekday()) == ("Works nights this week.", 4)
        assert "Nothing is waiting." in said(page)

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({}, "Write when to ask again"),
            ({"due_at": "soon"}, "This is no time"),
            ({"due_at": "friday 6 pm"}, "Write why"),
        ],
    )
    def test_without_a_time_and_a_reason_it_is_not_put_off(self, page, dates, fields, sentence):
        call = calling(page, "later")
        fill_form(call, **fields)
        call.form.save.click()
        assert call.trouble.startswith(sentence)
        assert dates()[0].dates == ()


class TestNoDateLeft:
    @pytest.fixture
    def left(self, casework_desk, work, clock, open_todo, follow_up_due):
        """Nobody answered on any date."""
        clock.forward(days=31)
        for follow_up in work.follow_ups.of(casework_desk.actor, follow_up_due):
            for _ in range(3):
                work.follow_ups.attempt(casework_desk.actor, follow_up.id, Reached.NOBODY)
        return open_todo()

    def test_the_loop_is_not_closed_and_one_more_date_can_be_set(self, left, qtbot, dates):
        call = calling(left)
        assert "Three tries on the last date met nobody. Set one more date, or write how it ended." in said(call)
        fill_form(call, due_at="12/30 10:00", words="Her sister has a new number.")
        with qtbot.waitSignal(left.counted, check_params_cb=lambda count: count == 0):
            call.form.save.click()
        assert [one.number for one in dates() if one.state is FollowUpState.DUE] == [5]

    def test_esc_leads_back_to_the_list(self, left, qtbot):
        calling(left)
        with qtbot.waitSignal(left.counted):
            press(left, Qt.Key.Key_Escape)
        assert left.call is None


def test_a_place_that_has_not_said_yes_cannot_be_where_help_began(casework_desk, clock, open_todo, qtbot):
    visit = visit_on(casework_desk)
    asked = call_on(casework_desk, draft_on(casework_desk, visit))
    ended_on(casework_desk, visit)
    clock.forward(hours=25)
    page = open_todo()
    choose(page, "Overdue")
    call = calling(page)
    assert NO_YES_YET in said(call)
    assert set(call.outcomes.buttons) == {"let go", "goes on", "nobody", "later"}
    with qtbot.waitSignal(page.referral_chosen, check_params_cb=lambda chosen: chosen == asked.id):
        call.head.referral.click()


class TestTyping:
    def test_words_go_along_to_another_form_and_survive_a_lock(self, page, open_todo, casework_desk, dates, work):
        call = calling(page, "goes on")
        fill_form(call, who=Reached.PERSON, words="Her aunt answered.")
        press(call, Qt.Key.Key_Escape)
        call.outcomes.buttons["let go"].click()
        assert call.form.words.text() == "Her aunt answered."
        assert call.form.who.value is Reached.PERSON
        page.cover()
        kept = work.drafts.find(casework_desk.actor, DraftKind.FOLLOW_UP, dates()[0].id).content
        assert (kept["form"], kept["words"]) == ("", "Her aunt answered.")

    def test_the_form_that_was_open_is_open_again(self, page, open_todo):
        call = calling(page, "goes on")
        fill_form(call, words="Her aunt")
        page.cover()
        again = calling(open_todo())
        assert again.form.key == "goes on"
        assert again.form.words.text() == "Her aunt"

    def test_a_save_drops_the_draft(self, page, work, casework_desk, dates, qtbot, worker):
        written(page, "goes on", qtbot, who=Reached.PERSON, words="Well.")
        qtbot.waitUntil(lambda: not worker.busy)
        assert work.drafts.find(casework_desk.actor, DraftKind.FOLLOW_UP, dates()[0].id) is None


class TestReach:
    def test_digits_choose_and_enter_goes_from_field_to_field_to_the_save(self, page, referral, qtbot):
        press(page, Qt.Key.Key_Return)
        press(page.call, Qt.Key.Key_2)
        form = page.call.form
        assert form.key == "failed"
        form.who.segments[0].click()
        form.who.segments[0].setFocus()
        press(form, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is form.name
        press(form, Qt.Key.Key_Return)
        form.reason.segments[0].click()
        press(form, Qt.Key.Key_Return)
        QTest.keyClicks(form.words, "She turned back at the door.")
        with qtbot.waitSignal(page.counted):
            press(form, Qt.Key.Key_Return)
        assert referral().status is Status.FAILED

    def test_it_fits_the_smallest_window(self, page):
        page.window().resize(1024 - 56, 592)
        for key in ("", "began", "failed", "let go", "goes on", "nobody", "later"):
            calling(page, key)
            assert page.minimumSizeHint().width() <= 1024 - 56, key
            assert page.minimumSizeHint().height() <= 640 - 48, key
            page._close_call()
