"""Segments and areas: one of a few by mouse and keys, several lines of plain text of a limited length."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from navigator.ui.widgets.area import area
from navigator.ui.widgets.segments import Segments
from tests.ui.desk_of_find import in_front, press

WHEN = [("today", "Today"), ("week", "This week"), ("later", "Later")]


def shown(qtbot, theme, *, optional: bool = False, width: int = 600) -> Segments:
    page, made = QWidget(), Segments(theme, WHEN, name="When", optional=optional)
    column = QVBoxLayout(page)
    column.addWidget(QLineEdit())
    column.addWidget(made)
    column.addWidget(QLineEdit())
    column.addStretch(1)
    in_front(qtbot, page)
    page.window().resize(width, 400)
    made.__dict__["page_kept"] = page
    return made


def test_a_click_chooses_and_tells(qtbot, theme) -> None:
    segments = shown(qtbot, theme)
    with qtbot.waitSignal(segments.chosen, check_params_cb=lambda value: value == "week"):
        QTest.mouseClick(segments.segments[1], Qt.MouseButton.LeftButton)
    assert segments.value == "week"
    assert [segment.isChecked() for segment in segments.segments] == [False, True, False]


def test_choosing_by_the_program_tells_nobody(qtbot, theme) -> None:
    segments = shown(qtbot, theme)
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("later")
        segments.choose(None)
    assert segments.value is None


def test_tab_enters_once_and_arrows_choose_inside(qtbot, theme) -> None:
    segments = shown(qtbot, theme)
    segments.choose("week")
    before, after = segments.page_kept.findChildren(QLineEdit)
    before.setFocus()
    press(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is segments.segments[1]
    press(segments, Qt.Key.Key_Right)
    assert (segments.value, QApplication.focusWidget()) == ("later", segments.segments[2])
    press(segments, Qt.Key.Key_Right)
    assert segments.value == "later"
    press(segments, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_choose_where_nothing_is_chosen(key: Qt.Key, qtbot, theme) -> None:
    segments = shown(qtbot, theme)
    segments.setFocus()
    press(segments, key)
    assert segments.value == "today"


def test_the_chosen_one_is_unchosen_only_where_that_is_optional(qtbot, theme) -> None:
    for optional, left in ((True, None), (False, "today")):
        segments = shown(qtbot, theme, optional=optional)
        segments.choose("today")
        segments.setFocus()
        press(segments, Qt.Key.Key_Space)
        assert segments.value == left


def test_what_finds_no_room_goes_on_in_the_next_line(qtbot, theme) -> None:
    segments = shown(qtbot, theme, width=600)
    one_line = segments.height()
    segments.page_kept.window().resize(180, 400)
    qtbot.waitUntil(lambda: segments.height() > one_line)
    assert len({segment.y() for segment in segments.segments}) > 1
    assert all(segment.geometry().right() <= segments.width() for segment in segments.segments)


def test_a_screen_reader_hears_the_words_the_group_and_the_state(qtbot, theme) -> None:
    segments = shown(qtbot, theme)
    segments.choose("today")
    spoken = QAccessible.queryAccessibleInterface(segments.segments[0])
    assert spoken.text(QAccessible.Text.Name) == "Today"
    assert spoken.text(QAccessible.Text.Description) == "When"
    assert spoken.state().checked


def test_an_area_takes_so_many_characters_and_no_more(qtbot) -> None:
    made = area(lines=2, length=10)
    in_front(qtbot, made)
    QTest.keyClicks(made, "123456789012")
    assert made.toPlainText() == "1234567890"
    press(made, Qt.Key.Key_Return)
    assert made.toPlainText() == "1234567890"
    press(made, Qt.Key.Key_Backspace)
    assert made.toPlainText() == "123456789"


def test_an_area_takes_pasted_words_without_their_markup(qtbot) -> None:
    made = area(length=12)
    in_front(qtbot, made)
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold <b>words</b> and more")
    made.insertFromMimeData(pasted)
    assert made.toPlainText() == "bold <b>word"


def test_an_area_never_cuts_what_was_saved_before(qtbot) -> None:
    made = area(length=5)
    qtbot.addWidget(made)
    made.setPlainText("longer than five")
    assert made.toPlainText() == "longer than five"


def test_tab_leaves_an_area(qtbot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    made, after = area(), QLineEdit()
    column.addWidget(made)
    column.addWidget(after)
    in_front(qtbot, page)
    made.setFocus()
    press(made, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
