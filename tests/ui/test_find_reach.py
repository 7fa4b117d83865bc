"""Who can use Find help: by Tab and by ear, in a narrow window, in the light and in the dark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from navigator.resources.search import Query
from navigator.ui.theme.theme import Scheme
from tests.ui.desk_of_find import HARBOR, press


@pytest.mark.parametrize(("width", "height"), [(1280, 752), (1024, 592)])
def test_the_page_fits_the_smallest_windows(page, width, height):
    page.window().resize(width, height)
    QApplication.processEvents()
    least = page.minimumSizeHint()
    assert least.width() <= width - 184
    assert least.height() <= height


def test_a_narrow_window_shortens_what_it_can(page, ask):
    page.column.ask(Query(text="detox", near="19134", within_miles=5.0))
    words = [chip.text() for chip in page.column.chips.shown]
    page.window().resize(1024, 592)
    QApplication.processEvents()
    narrow = [chip.text() for chip in page.column.chips.shown]
    assert "Within 5 mi of 19134" in words
    assert "Within 5 mi" in narrow
    assert page.pane.width() == 344


def test_light_and_dark_change_at_once(page, theme):
    light = page.grab().toImage().pixelColor(600, 120)
    theme.choose(Scheme.DARK)
    dark = page.grab().toImage().pixelColor(600, 120)
    assert light.lightness() > 240
    assert dark.lightness() < 40


def test_every_control_has_a_name_and_is_reached_by_tab(page, ask):
    ask("harbor")
    page.pane._scroll.setFocus()
    page.column.box.setFocus()
    seen: list[QWidget] = []
    for _ in range(40):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() in seen:
            break
    unnamed = [w for w in seen if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert unnamed == []
    for wanted in (page.column.results, page.pane.add, page.pane.body.number.copy, *page.column.chips.shown):
        assert wanted in seen, wanted


def test_the_pane_is_walked_from_the_top_down(page, ask):
    ask("harbor")
    body = page.pane.body
    body.number.copy.setFocus()
    for wanted in (body.why.toggle, page.pane.report, page.pane.beds, page.pane.add):
        press(page, Qt.Key.Key_Tab)
        assert wanted.hasFocus()


def test_the_focus_stays_in_the_pane_when_its_ages_move_on(page, ask, clock, qtbot):
    ask("harbor")
    press(page, Qt.Key.Key_Return)
    before = page.pane.body
    clock.forward(minutes=1)
    page.column.refresh()
    qtbot.waitUntil(lambda: page.pane.body is not before)
    assert page.pane.body.number.copy.hasFocus()


def test_the_list_tells_a_screen_reader_the_whole_row(page, ask):
    ask("harbor")
    index = page.column.results.currentIndex()
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for part in (HARBOR.name, "215-555-0142", "Open 24 hours", "Walk in"):
        assert part in told


def test_the_ring_inside_the_row_shows_only_while_the_list_has_the_focus(page, ask):
    ask("harbor")
    without = page.column.results.grab().toImage()
    page.column.results.setFocus()
    assert page.column.results.grab().toImage() != without
