"""The page "Referrals" in every size, for every name, by keyboard and screen reader; and that it rests while hidden."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from navigator.ui.referrals.outcomes import FACES
from navigator.ui.theme.theme import Scheme
from navigator.ui.widgets.button import Button
from tests.ui.desk_of_casework import accepted_on, call_on, draft_on
from tests.ui.desk_of_find import HARBOR, NORTHBANK, NUMBERLESS, ODD_NAME, RIDGE
from tests.ui.desk_of_referrals import Calls, visit_to_a_man

K = Qt.Key


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


@pytest.fixture
def harbor(casework_desk, visit):
    return draft_on(casework_desk, visit)


@pytest.mark.parametrize("width", [1096, 968])
@pytest.mark.parametrize("key", [None, K.Key_1, K.Key_4])
def test_every_face_fits_the_smallest_window(calls, harbor, width, key):
    calls.show(harbor)
    calls.page.window().resize(width, 592)
    if key is not None:
        calls.press(key)
    least = calls.page.minimumSizeHint()
    assert least.width() <= width
    assert least.height() <= 592


def test_all_six_outcomes_are_seen_in_the_smallest_window(calls, harbor):
    calls.show(harbor)
    calls.page.window().resize(968, 592)
    calls.qtbot.waitUntil(lambda: calls.screen.room.verticalScrollBar().maximum() == 0)
    low = list(calls.screen.area.grid.buttons.values())[-1]
    assert low.visibleRegion().boundingRect().height() == low.height()


def test_in_a_narrow_window_the_handoff_is_a_second_tab(calls, harbor):
    calls.show(harbor)
    calls.page.window().resize(968, 592)
    calls.qtbot.waitUntil(lambda: calls.screen.is_narrow)
    assert not calls.screen.side.isVisible()
    panes = calls.screen.panes.buttons
    assert [button.accessibleName() for button in panes] == ["Call", "Handoff, 0 of 4"]
    panes[1].click()
    assert calls.screen.side.isVisible()
    assert not calls.screen.main.isVisible()


def test_an_outcome_by_its_digit_leads_back_from_the_handoff_tab(calls, harbor):
    calls.show(harbor)
    calls.page.window().resize(968, 592)
    calls.qtbot.waitUntil(lambda: calls.screen.is_narrow)
    calls.screen.panes.buttons[1].click()
    calls.press(K.Key_1)
    assert calls.screen.area.form.isVisible()


@pytest.mark.parametrize("width", [1096, 968])
def test_a_number_and_a_state_are_never_cut(calls, casework_desk, visit, width):
    long = replace(RIDGE, id="long", service_id="long", name="The Very Long Name of a Recovery Center " * 4)
    for place in (HARBOR, NORTHBANK):
        draft_on(casework_desk, visit, place, "detox")
    calls.show(draft_on(casework_desk, visit, long))
    calls.page.window().resize(width, 592)
    head = calls.screen.head
    assert head.number.fontMetrics().horizontalAdvance(head.number.text()) <= head.number.width()
    for button in calls.screen.tabs.row.buttons:
        assert button.width() >= button.width_for(0)


def test_names_with_markup_and_other_letters_are_plain_words(calls, casework_desk, visit):
    calls.show(draft_on(casework_desk, visit, ODD_NAME))
    assert calls.screen.head.title.text() == f"Call \u2068{ODD_NAME.name}\u2069"
    formats = {label.textFormat() for label in calls.page.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_place_without_a_number_says_whom_to_call(calls, casework_desk, visit):
    calls.show(draft_on(casework_desk, visit, NUMBERLESS))
    assert calls.screen.head.note.text().startswith("No number known. Call 211 (")
    assert not calls.screen.head.number.isVisible()


def test_the_persons_name_is_never_in_what_is_said(calls, harbor):
    calls.show(harbor)
    said = (calls.screen.say.accessibleName(), calls.screen.head.title.text(), calls.page.window().windowTitle())
    assert not any("Jordan" in words or "Example," in words for words in said)


def test_every_control_has_a_name_and_can_be_reached(calls, casework_desk, visit, harbor):
    call_on(casework_desk, draft_on(casework_desk, visit, NORTHBANK, "detox"))
    faces = [harbor, accepted_on(casework_desk, draft_on(casework_desk, visit, RIDGE, "detox"))]
    for referral in faces:
        calls.show(referral)
        for widget in calls.page.findChildren(QWidget):
            if isinstance(widget, QAbstractButton | QLineEdit) and widget.isVisible():
                assert widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
                assert widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_the_outcomes_tell_their_verb_what_follows_and_their_key(calls, harbor):
    calls.show(harbor)
    named = [button.accessibleName() for button in calls.screen.area.grid.buttons.values()]
    assert named[0] == "Accepted by. Write down who said yes. Key 1"
    assert len(named) == len(FACES) == 6


def test_there_is_one_filled_button_on_each_face(calls, casework_desk, visit, harbor):
    calls.show(harbor)
    assert filled(calls) == []  # the first outcome is the filled one
    calls.press(K.Key_3)
    assert filled(calls) == ["Save: no bed"]
    calls.write("Mr. Daly")
    calls.press(K.Key_Return)
    assert filled(calls) == ["Find another place"]
    calls.show(accepted_on(casework_desk, draft_on(casework_desk, visit, RIDGE, "detox")))
    assert filled(calls) == ["Finish the handoff"]


def filled(calls: Calls) -> list[str]:
    buttons = calls.page.findChildren(Button)
    return [button.text() for button in buttons if button.isVisible() and button._variant == "primary"]


def test_nothing_runs_and_nothing_is_read_while_hidden(calls, casework_desk, harbor):
    calls.show(harbor)
    assert calls.screen.second.isActive()
    calls.page.hide()
    assert not calls.screen.second.isActive()
    seen = calls.screen.situation
    call_on(casework_desk, harbor)
    calls.page.show_referral(harbor.id)
    assert calls.screen.situation is seen
    calls.page.show()
    assert calls.screen.situation.referral.seen == seen.referral.seen + 1
    assert calls.screen.second.isActive()


def test_the_timeline_tells_its_lines_to_a_screen_reader(calls, casework_desk, harbor):
    call_on(casework_desk, harbor)
    calls.show(harbor)
    calls.press(K.Key_6)
    assert calls.screen.side.timeline.accessibleName().startswith(
        "Contacts, newest first: No answer, Harbor Withdrawal Unit, 2:14 AM"
    )


def test_another_scheme_repaints_the_screen(calls, harbor, theme):
    calls.show(harbor)
    light = calls.page.grab().toImage()
    theme.choose(Scheme.DARK)
    assert calls.page.grab().toImage() != light


def test_the_page_passes_the_focus_on_to_what_is_in_front(calls, harbor):
    calls.show(harbor)
    calls.page.setFocus()
    assert QApplication.focusWidget() is next(iter(calls.screen.area.grid.buttons.values()))
    calls.screen.tabs.add.setFocus()
    calls.page.setFocus()
    assert calls.screen.tabs.add.hasFocus()


def test_control_page_down_goes_to_the_next_tab(calls, casework_desk, visit, harbor):
    ridge = draft_on(casework_desk, visit, RIDGE)
    calls.show(harbor)
    calls.press(K.Key_PageDown, modifier=Qt.KeyboardModifier.ControlModifier)
    assert calls.screen.referral_id == ridge.id


def test_escape_leads_to_the_list_and_the_list_has_the_focus(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_Escape)
    assert calls.page.shown is calls.page.list
    assert QApplication.focusWidget() is calls.page.list.records
