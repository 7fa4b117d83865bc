"""No time is logged that nobody knew: a call ends when nobody looks, and what was on paper is written up later."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from navigator.referrals.calls import CallOutcome, Channel
from navigator.referrals.status import Status
from navigator.ui.referrals.outcomes import Outcome
from tests.ui.desk_of_casework import accepted_on, call_on, draft_on
from tests.ui.desk_of_find import RIDGE
from tests.ui.desk_of_referrals import Calls, visit_to_a_man

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ON_PAPER = datetime(2026, 11, 23, 6, 55, tzinfo=UTC)
"""1:55 AM in the city, 19 minutes before the tests begin."""
FORMS = {
    Outcome.ACCEPTED: (K.Key_1, {"name": "Ms. Alvarez", "role": "intake nurse"}),
    Outcome.CALL_BACK: (K.Key_2, {"who": "Mr. Daly", "by when": "before 3"}),
    Outcome.NO_BED: (K.Key_3, {"who": "Mr. Daly"}),
    Outcome.NO_FIT: (K.Key_4, {"reason": "insurance", "who": "Mr. Daly"}),
    Outcome.MESSAGE: (K.Key_5, {"where": "the machine"}),
}


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


@pytest.fixture
def harbor(casework_desk, visit):
    return draft_on(casework_desk, visit)


def save(calls: Calls) -> None:
    calls.press(K.Key_S, modifier=CONTROL)


def write_when(calls: Calls, words: str) -> None:
    calls.screen.area.form.call.when.line.setFocus()
    QApplication.focusWidget().selectAll()
    calls.write(words)


def hide(calls: Calls) -> None:
    calls.page.hide()
    calls.page.show()


def lock(calls: Calls) -> None:
    calls.page.cover()


def take_the_list(calls: Calls) -> None:
    calls.page.show_list()
    calls.page.show_referral(calls.page.list.records.records[0].key)


@pytest.mark.parametrize("leave", [hide, lock])
def test_a_call_that_nobody_looks_at_any_more_has_ended(calls, harbor, clock, leave):
    calls.show(harbor)
    clock.forward(hours=9)
    leave(calls)
    assert calls.screen.began_at is None
    assert calls.screen.head.restart.text() == "Start a call"
    assert calls.contacts() == []
    calls.press(K.Key_6)
    assert calls.now(harbor).contacts == ()
    calls.press(K.Key_Return)
    assert calls.now(harbor).contacts[0].call.began_at == clock.now


def test_coming_back_by_the_list_begins_a_call_of_its_own(calls, harbor, clock):
    calls.show(harbor)
    clock.forward(hours=9)
    take_the_list(calls)
    assert calls.screen.began_at == clock.now


def test_where_somebody_was_called_before_the_call_is_begun_again(calls, casework_desk, harbor):
    calls.show(call_on(casework_desk, harbor))
    hide(calls)
    assert calls.screen.head.restart.text() == "Call again"
    calls.screen.head.restart.click()
    assert calls.contacts() == ["Calling now", "No answer"]


def test_a_place_not_called_yet_is_not_told_as_tried(calls, casework_desk, visit, harbor):
    draft_on(casework_desk, visit, RIDGE)
    calls.show(harbor)
    hide(calls)
    assert not calls.screen.is_tried
    assert calls.tabs()[0] == "Harbor Withdrawal Unit, not called yet"


@pytest.mark.parametrize("leave", [hide, lock])
def test_words_that_were_typed_keep_the_time_of_their_call_and_no_end_is_made_up(calls, harbor, clock, leave):
    began = clock.now
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    clock.forward(hours=9)
    leave(calls)
    assert calls.screen.began_at is None
    assert calls.screen.area.form.who.text() == "Mr. Daly"
    save(calls)
    call = calls.now(harbor).contacts[0].call
    assert (call.began_at, call.ended_at) == (began, None)


def test_words_that_were_typed_keep_their_time_while_another_tab_is_looked_at(calls, casework_desk, visit, clock):
    began = clock.now
    harbor, ridge = draft_on(casework_desk, visit), draft_on(casework_desk, visit, RIDGE)
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    clock.forward(minutes=30)
    calls.show(ridge)
    calls.show(harbor)
    assert (calls.screen.began_at, calls.screen.area.form.call.when.moment) == (None, began)


def test_a_form_that_nothing_was_typed_into_takes_the_time_of_coming_back(calls, harbor, clock):
    calls.show(harbor)
    calls.press(K.Key_3)
    clock.forward(hours=9)
    hide(calls)
    assert calls.screen.area.form.call.when.moment == clock.now
    assert calls.screen.area.form.is_untouched


def test_a_call_that_is_answered_ends_when_it_is_written_down(calls, harbor, clock):
    began = clock.now
    calls.show(harbor)
    calls.press(K.Key_3)
    clock.forward(minutes=4)
    calls.write("Mr. Daly")
    save(calls)
    call = calls.now(harbor).contacts[0].call
    assert (call.began_at, call.ended_at, call.channel) == (began, clock.now, Channel.PHONE)


def test_a_message_has_no_end(calls, harbor, clock):
    calls.show(harbor)
    calls.press(K.Key_5)
    clock.forward(minutes=4)
    calls.write("the machine")
    save(calls)
    assert calls.now(harbor).contacts[0].call.ended_at is None


@pytest.mark.parametrize("outcome", FORMS)
def test_every_outcome_can_be_written_up_from_paper(calls, harbor, outcome):
    key, fields = FORMS[outcome]
    calls.show(harbor)
    calls.press(key)
    calls.screen.area.form.put(fields)
    write_when(calls, "1:55")
    save(calls)
    call = calls.now(harbor).contacts[0].call
    assert (call.began_at, call.ended_at) == (ON_PAPER, None)


def test_a_yes_was_said_when_its_call_was(calls, harbor):
    key, fields = FORMS[Outcome.ACCEPTED]
    calls.show(harbor)
    calls.press(key)
    calls.screen.area.form.put(fields)
    write_when(calls, "1:55")
    save(calls)
    assert calls.now(harbor).acceptance.at == ON_PAPER


def test_no_answer_is_written_up_from_paper_by_its_time_and_enter(calls, harbor):
    calls.show(harbor)
    hide(calls)
    calls.press(K.Key_6)
    calls.write("1:55")
    calls.press(K.Key_Return)
    call = calls.now(harbor).contacts[0].call
    assert (call.began_at, call.outcome, call.ended_at) == (ON_PAPER, CallOutcome.NO_ANSWER, None)


def test_another_call_to_a_place_that_said_yes_has_its_time_and_its_way(calls, casework_desk, harbor, clock):
    accepted = accepted_on(casework_desk, harbor)
    calls.show(accepted)
    calls.screen._act("again")
    form = calls.screen.area.form
    assert form.call.when.moment == clock.now
    form.put({"outcome": "message left", "channel": "text message"})
    write_when(calls, "1:55")
    save(calls)
    call = calls.now(harbor).contacts[0].call
    assert (call.began_at, call.channel, call.outcome) == (ON_PAPER, Channel.TEXT, CallOutcome.MESSAGE_LEFT)


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("soonish", "This is no time. Write it like 2:05 AM or 14:05."),
        ("", "Write when the call was."),
        ("yesterday 1 pm", "The call cannot be before the visit began. Check the time and the day."),
    ],
)
def test_a_time_that_cannot_be_is_said_and_nothing_is_written(calls, harbor, when, sentence):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    form = calls.screen.area.form
    form.call.when.line.setFocus()
    form.call.when.line.clear()
    form.call.when._read("")
    calls.write(when)
    save(calls)
    assert (form.trouble, form.who.text()) == (sentence, "Mr. Daly")
    assert calls.now(harbor).status is Status.DRAFT


def test_who_came_in_person_was_not_dialled(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    how = calls.screen.area.form.call.how
    how.setFocus()
    calls.press(K.Key_Down)
    save(calls)
    call = calls.now(harbor).contacts[0].call
    assert (call.channel, call.number) == (Channel.IN_PERSON, "")
    assert calls.screen.side.timeline.lines[0].detail == "In person · Mr. Daly"


def test_scrolling_over_the_way_of_a_call_changes_nothing(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_1)
    how = calls.screen.area.form.call.how
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(QPointF(5, 5), how.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), *none, False)
    QApplication.sendEvent(how, turned)
    assert how.currentText() == "Phone"


def test_time_and_way_come_after_the_fields_and_before_saving(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_3)
    form = calls.screen.area.form
    reached = []
    for _ in range(5):
        reached.append(QApplication.focusWidget())
        calls.press(K.Key_Tab)
    assert reached == [form.who, form.call.when.line, form.call.when.now, form.call.how, form.save]


def test_the_clock_set_back_sets_the_time_of_the_form_unless_somebody_wrote_it(calls, harbor, clock):
    calls.show(harbor)
    calls.press(K.Key_3)
    clock.forward(minutes=2)
    calls.screen.head.restart.click()
    when = calls.screen.area.form.call.when
    assert when.moment == clock.now
    write_when(calls, "1:55")
    clock.forward(minutes=2)
    calls.screen.head.restart.click()
    assert when.moment == ON_PAPER


def test_a_draft_keeps_time_and_way(calls, open_calls, casework_desk, harbor):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    calls.screen.area.form.call.how.setFocus()
    calls.press(K.Key_Down)
    write_when(calls, "1:55")
    calls.page.cover()
    other = open_calls(casework_desk)
    other.show(harbor)
    line = other.screen.area.form.call
    assert (line.when.moment, line.channel) == (ON_PAPER, Channel.IN_PERSON)


def test_a_draft_that_is_emptied_again_leaves_nothing(calls, open_calls, casework_desk, harbor, clock):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("M")
    calls.page.cover()
    clock.forward(hours=9)
    other = open_calls(casework_desk)
    other.show(harbor)
    other.screen.area.form.who.setFocus()
    other.press(K.Key_Backspace, K.Key_Escape)
    assert casework_desk.casework.drafts.mine(casework_desk.actor) == ()
