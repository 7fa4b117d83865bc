"""Who can use the editor: by Tab and by ear, in a narrow window, in the light and in the dark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from navigator.access import Role
from navigator.ui.theme.theme import Scheme
from navigator.ui.widgets.button import Button
from tests.ui.desk_of_editor import Editor, stocked_desk

NAVIGATION, RAIL, TOP_BAR = 184, 56, 48


@pytest.fixture
def editor(qtbot, signed, theme, worker):
    laid = signed(Role.SOCIAL_WORKER)
    made = Editor(qtbot, stocked_desk(laid.station, laid.actor), theme, worker)
    made.open()
    yield made
    made.leave()


def fit(editor: Editor, width: int, height: int, left: int) -> None:
    window = editor.screen.window()
    window.layout().setContentsMargins(left, TOP_BAR, 0, 0)
    window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(("width", "height", "left"), [(1280, 800, NAVIGATION), (1024, 640, RAIL)])
def test_it_fits_the_smallest_windows_also_with_much_to_say(editor, width, height, left):
    editor.type("kind", "Withdrawal care")
    editor.type("address.postal_code", "1910")
    editor.pane.secret.hide_it.ask.click()
    fit(editor, width, height, left)
    assert (editor.screen.width(), editor.screen.height()) == (width - left, height - TOP_BAR)
    least = editor.screen.minimumSizeHint()
    assert least.width() <= width - left
    assert least.height() <= height - TOP_BAR


def test_in_a_narrow_window_the_parts_are_one_line_to_choose_from(editor):
    fit(editor, 1024, 640, RAIL)
    assert not editor.screen.view.parts.isVisible()
    choice = editor.screen.view.choice
    assert choice.isVisible()
    choice.wanted.emit(3)
    assert editor.form.inputs["address.line"].focus.hasFocus()


def test_nothing_of_the_pane_is_cut_off(editor):
    editor.pane.secret.hide_it.ask.click()
    editor.pane.secret.hide_it.yes.click()
    editor.settle()
    fit(editor, 1024, 640, RAIL)
    for card in editor.pane.cards:
        if card.isVisible():
            assert card.minimumSizeHint().width() <= card.width(), card


def test_what_will_be_deleted_is_seen_before_anybody_agrees(editor):
    fit(editor, 1024, 640, RAIL)
    editor.pane.secret.hide_it.ask.click()
    QApplication.processEvents()
    asking = editor.pane.secret.hide_it
    for widget in (asking.words, asking.yes, asking.no):
        assert widget.visibleRegion().boundingRect() == widget.rect()


def test_a_part_is_reached_from_the_list(editor):
    editor.screen.view.parts.lines[2].click()
    assert editor.form.hours.rows.rows[0].text.hasFocus()


def test_every_control_has_a_name_and_is_reached_by_tab(editor):
    editor.form.inputs["name"].focus.setFocus()
    seen: list[QWidget] = []
    for _ in range(250):
        focused = QApplication.focusWidget()
        if focused in seen:
            break
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    unnamed = [one for one in seen if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)]
    assert unnamed == []
    wanted = [button for button in editor.screen.findChildren(Button) if button.isVisible() and button.isEnabled()]
    assert [button.text() or button.accessibleName() for button in wanted if button not in seen] == []
    for key, one in editor.form.inputs.items():
        assert one.focus in seen or one.focus.focusProxy() in seen, key


def test_tab_goes_down_the_form_as_the_eye_does(editor):
    first = editor.form.inputs["name"].focus
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert editor.form.inputs["organization"].focus.hasFocus()
    number = editor.form.phones.rows.rows[0]
    number.number.setFocus()
    order = [number.number]
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert order == [number.number, number.kind, number.words, number.extension, number.remove]


def test_light_and_dark_change_at_once(editor, theme):
    light = editor.screen.grab().toImage().pixelColor(500, 5)
    theme.choose(Scheme.DARK)
    dark = editor.screen.grab().toImage().pixelColor(500, 5)
    assert light.lightness() > 240
    assert dark.lightness() < 40


def test_one_button_is_filled(editor):
    editor.type("kind", "Withdrawal care")
    filled = [one for one in editor.screen.findChildren(Button) if one.isVisible() and one._variant == "primary"]
    assert filled == [editor.bar.save]
