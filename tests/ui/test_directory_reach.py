"""Who can keep the directory: by Tab, by keys and by ear, in a narrow window, in the light and in the dark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from navigator.ui.directory.outcome_key import OutcomeKey
from navigator.ui.theme.theme import Scheme
from navigator.ui.widgets.button import Button
from tests.ui.desk_of_directory import CEDAR, HOPE, LEHIGH, Bench, fill, id_of


@pytest.fixture
def bench(open_directory) -> Bench:
    """A morning at the desk, with everything that it may bring."""
    return open_directory(prepare=fill)


def resize(bench: Bench, width: int, height: int) -> None:
    bench.page.window().resize(width, height)
    QApplication.processEvents()


def walked(bench: Bench) -> list[QWidget]:
    seen: list[QWidget] = []
    for _ in range(60):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() in seen:
            break
    return seen


def test_every_tab_fits_the_smallest_windows_and_has_one_filled_button_at_most(bench):
    for tab in bench.page.tabs.buttons:
        bench.open(tab)
        for width, height, navigation in ((1280, 752, 184), (1024, 592, 56)):
            resize(bench, width, height)
            least = bench.page.minimumSizeHint()
            assert least.width() <= width - navigation, tab
            assert least.height() <= height, tab
            filled = [one for one in bench.page.findChildren(Button) if one._variant == "primary" and one.isVisible()]
            assert len(filled) <= 1, tab


def test_a_window_of_full_width_can_be_made_narrow(bench):
    resize(bench, 1280, 752)
    assert bench.page.minimumSizeHint().width() <= 1024 - 184


def test_in_a_narrow_window_the_digits_drop_and_their_keys_work(bench):
    bench.open("due", LEHIGH)
    foot = bench.page.due.panes.check.foot
    wide = [button.sizeHint().width() for button in foot.findChildren(OutcomeKey)]
    resize(bench, 1024, 592)
    assert sum(button.sizeHint().width() for button in foot.findChildren(OutcomeKey)) < sum(wide)
    assert bench.page.due.panes.width() == 344
    bench.press(Qt.Key.Key_4)
    assert foot.asks


def test_every_control_has_a_name_and_is_reached_by_tab(bench):
    due, panes = bench.page.due, bench.page.due.panes
    proposal = panes.proposal
    for entry, wanted in (
        (
            CEDAR,
            lambda: (*proposal.differences.ticks, proposal.form.method, proposal.foot.take, proposal.foot.turn_down),
        ),
        (LEHIGH, lambda: (*panes.check.form.stops, *panes.check.foot.buttons.values())),
    ):
        bench.open("due", entry)
        due.table.setFocus()
        seen = walked(bench)
        unnamed = [w for w in seen if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
        assert unnamed == []
        for control in (due.table, bench.page.new, bench.page.tabs.buttons["due"], *wanted()):
            assert control in seen, control


def test_beds_and_duplicates_are_walked_too(bench):
    beds, duplicates = bench.page.beds, bench.page.duplicates
    bench.open("beds")
    assert {beds.table, beds.pane.free, beds.pane.said_by, beds.pane.save} <= set(walked(bench))
    bench.open("duplicates")
    seen = set(walked(bench))
    assert {duplicates.list, duplicates.look, duplicates.pair.merge, duplicates.pair.apart} <= seen


def test_control_and_a_digit_lead_to_each_tab(bench):
    bench.open("due", LEHIGH)
    keys = list(bench.page.tabs.buttons)
    for place, tab in enumerate(keys, start=1):
        digit = Qt.Key(Qt.Key.Key_0 + place)
        QTest.keyClick(bench.page.window(), digit, Qt.KeyboardModifier.ControlModifier)
        assert bench.page.tabs.current == tab
    assert bench.names()


def test_arrows_go_along_the_tabs_and_keep_the_focus(bench):
    bench.page.tabs.buttons["due"].setFocus()
    bench.press(Qt.Key.Key_Right)
    assert bench.page.tabs.current == "proposals"
    assert bench.page.tabs.buttons["proposals"].hasFocus()
    bench.press(Qt.Key.Key_Left)
    assert bench.page.shown is bench.page.due


def test_new_service_and_an_entry_open_the_editor_and_it_leads_back(bench):
    bench.click(bench.page.new)
    assert bench.page.shown is bench.page.editor
    bench.page.editor.left.emit()
    bench.settle()
    assert bench.page.shown is bench.page.due
    bench.page.open_record(id_of(bench.desk, HOPE))
    assert bench.page.shown is bench.page.editor


def test_light_and_dark_change_at_once(bench, theme):
    for tab in bench.page.tabs.buttons:
        bench.open(tab)
        theme.choose(Scheme.LIGHT)
        light = bench.page.grab().toImage()
        theme.choose(Scheme.DARK)
        assert bench.page.grab().toImage() != light
    theme.choose(Scheme.LIGHT)
