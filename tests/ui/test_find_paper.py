"""Putting entries on paper: the tray, its limit, and the way to the handout (D-02)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from navigator.resources.model import Status
from navigator.ui.find.page import FindPage
from navigator.ui.find.shortlist import FULL
from tests.ui.desk_of_find import PLACES, FakeDoor, desk_with, in_front

GOOD = tuple(place for place in PLACES if place.status is Status.ACTIVE)


@pytest.fixture
def desk(clock):
    return desk_with(clock, door=FakeDoor())


@pytest.fixture
def page(qtbot: QtBot, desk, theme, worker) -> FindPage:
    made = FindPage(desk, theme, worker)
    in_front(qtbot, made)
    made.setFocus()
    return made


def put(page: FindPage, *places) -> None:
    """Puts places on paper by the way a person goes: choose, Ctrl+D."""
    for place in places:
        page.column.results.show_rows(page.column.results.rows, place.id)
        QTest.keyClick(page.column.box, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


def test_the_empty_tray_says_how_to_fill_it_and_why_it_cannot_print(page):
    assert page.tray.sentence == "Add up to 5 places with Ctrl+D, then print them on one handout."
    assert not page.tray.print_button.isEnabled()


def test_the_tray_shows_what_is_on_paper_in_order(page):
    put(page, GOOD[1], GOOD[0])
    assert [chip.text() for chip in page.tray.chips] == [GOOD[1].name, GOOD[0].name]
    assert page.tray.print_button.isEnabled()
    assert page.tray.sentence == ""


def test_a_click_on_its_chip_takes_an_entry_off(page, qtbot):
    put(page, GOOD[0], GOOD[1])
    qtbot.mouseClick(page.tray.chips[0], Qt.MouseButton.LeftButton)
    assert page.shortlist.entries == (GOOD[1],)


def test_a_sixth_is_refused_with_the_reason(page):
    put(page, *GOOD[:6])
    assert page.shortlist.entries == GOOD[:5]
    assert page.tray.sentence == FULL


def test_a_narrow_tray_shows_them_in_a_list(page, qtbot):
    put(page, *GOOD[:3])
    page.window().resize(1024, 592)
    QApplication.processEvents()
    assert page.tray.chips == ()
    qtbot.mouseClick(page.tray.show_button, Qt.MouseButton.LeftButton)
    assert page.tray.popup.isVisible()
    assert [button.accessibleName() for button in page.tray.popup.buttons] == [
        f"Take {place.name} off the paper" for place in GOOD[:3]
    ]
    page.tray.popup.buttons[0].click()
    assert page.shortlist.entries == GOOD[1:3]
    assert page.tray.popup.isVisible()


def test_long_names_do_not_widen_the_window(page, desk):
    before = page.minimumSizeHint().width()
    for number in range(5):
        desk.search.put(replace(GOOD[0], id=f"long{number}", name=f"{number} House of Very Long Names " * 4))
    page.column.refresh()
    put(page, *(desk.search.get(f"long{number}") for number in range(5)))
    QApplication.processEvents()
    assert len(page.shortlist) == 5
    assert page.minimumSizeHint().width() <= max(before, 900)


def test_ctrl_p_shows_the_handout_as_it_stands_in_the_directory_now(page, desk, qtbot):
    put(page, GOOD[0])
    desk.search.put(replace(GOOD[0], name="Harbor, renamed"))
    QTest.keyClick(page.column.box, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.preview.isVisible)
    assert "Harbor, renamed" in page.preview.sheets.sheets[0].accessibleDescription()
    assert not page.tray.isVisible()


def test_escape_leads_back_from_the_handout_with_everything_as_it_was(page, qtbot):
    put(page, GOOD[0])
    page.column.box.setText("harbor")
    page.tray.print_button.click()
    qtbot.waitUntil(page.preview.isVisible)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.column.isVisible()
    assert page.tray.isVisible()
    assert page.column.box.text() == "harbor"
    assert page.column.box.hasFocus()


def test_typing_over_the_handout_does_not_search(page, qtbot):
    put(page, GOOD[0])
    page.tray.print_button.click()
    qtbot.waitUntil(page.preview.isVisible)
    QTest.keyClicks(page.preview, "x")
    assert page.column.box.text() == ""


def test_an_entry_that_may_not_be_offered_is_refused_with_its_name(page, qtbot):
    stop = next(place for place in PLACES if place.status is Status.DO_NOT_REFER)
    put(page, stop)
    page.tray.print_button.click()
    qtbot.waitUntil(lambda: stop.name in page.tray.sentence)
    assert page.column.isVisible()
