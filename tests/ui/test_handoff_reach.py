"""Who can use the handoff screen: by Tab and by ear, in a narrow window, in the light and the dark, at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from navigator.referrals.handoff import Handoff, Needed
from navigator.referrals.handoff_groups import Part, PersonTold
from navigator.ui.theme.theme import Scheme
from navigator.ui.widgets.button import Button
from tests.ui.desk_of_casework import draft_on
from tests.ui.desk_of_find import RIDGE, press
from tests.ui.desk_of_handoff import accepted, choose, save_behind, screen_on, settle, told_visit, write

NAVIGATION, RAIL, TOP_BAR = 184, 56, 48


@pytest.fixture
def desk(casework_desk):
    return casework_desk


@pytest.fixture
def visit(desk):
    return told_visit(desk)


@pytest.fixture
def referral(desk, visit, clock):
    return accepted(desk, visit, clock)


@pytest.fixture
def screen(qtbot, desk, theme, worker, referral):
    return screen_on(qtbot, desk, theme, worker, referral)


def fit(screen, width: int, height: int, left: int) -> None:
    """Beside the navigation and under the top bar of a window of that size."""
    window = screen.window()
    window.layout().setContentsMargins(left, TOP_BAR, 0, 0)
    window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()


def open_all(screen) -> None:
    for fold in screen.view.form.folds.all:
        fold.open()
    QApplication.processEvents()


def is_whole(screen, widget: QWidget) -> bool:
    """Nothing of it lies outside what can be seen."""
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize(("width", "height", "left"), [(1280, 800, NAVIGATION), (1024, 640, RAIL)])
def test_it_fits_the_smallest_windows(screen, desk, visit, width, height, left):
    screen.show_referral(draft_on(desk, visit, RIDGE).id)
    fit(screen, width, height, left)
    assert (screen.width(), screen.height()) == (width - left, height - TOP_BAR)
    assert screen.minimumSizeHint().width() <= width - left
    assert screen.minimumSizeHint().height() <= height - TOP_BAR


def test_everything_needed_stands_there_without_scrolling(screen):
    fit(screen, 1366, 768, NAVIGATION)
    choose(screen, "part", "Spoke")
    QApplication.processEvents()
    folded = {entry.key for fold in screen.view.form.folds.all for entry in fold.entries}
    for key in screen.view.form.entries.keys() - folded:
        assert is_whole(screen, screen.view.form.entries[key].input), key
    assert is_whole(screen, screen.view.form.receiver)


@pytest.mark.parametrize(("width", "height", "left"), [(1280, 800, NAVIGATION), (1024, 640, RAIL)])
def test_what_is_missing_and_the_way_to_save_stay_in_view(screen, width, height, left):
    fit(screen, width, height, left)
    bar = screen.view.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    for widget in (screen.view.pane.meter, screen.view.bar.save, screen.view.pane.rows[Needed.PRESENT].link):
        assert is_whole(screen, widget)


def test_a_narrow_window_has_one_column_in_the_order_of_tab(screen):
    fit(screen, 1024, 640, RAIL)
    entries = screen.view.form.entries
    open_all(screen)
    keys = ("part", "transport_by", "next_contact_at", "severity", "read_back_by", "arrived_at", "goal", "hold")
    heights = [entries[key].input.mapTo(screen.view.form, entries[key].input.rect().topLeft()).y() for key in keys]
    assert heights == sorted(heights)
    assert screen.view.pane.width() == 344
    assert {entries[key].widget.width() for key in ("transport_by", "severity")} <= {
        entries["part"].widget.width(),
        entries["summary"].widget.width(),
    }
    assert len({entries[key].widget.width() for key in ("goal", "suicide", "hold", "documents")}) == 1


def test_nothing_in_the_pane_is_cut_in_a_narrow_window(screen, desk, visit):
    other = draft_on(desk, visit, RIDGE)
    save_behind(desk, other, Handoff(person=PersonTold(part=Part.NOT)))
    screen.show_referral(other.id)
    fit(screen, 1024, 640, RAIL)
    for row in screen.view.pane.rows.values():
        screen.view.pane._scroll.ensureWidgetVisible(row)
        QApplication.processEvents()
        assert is_whole(screen, row.why)
        assert is_whole(screen, row.link)


def test_every_control_has_a_name_and_is_reached_by_tab(screen):
    open_all(screen)
    screen.view.head.back.setFocus()
    seen: list[QWidget] = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    unnamed = [one for one in seen if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)]
    assert unnamed == []
    inputs = [entry.input.focusProxy() or entry.input for entry in screen.view.form.entries.values()]
    assert [one for one in seen if one in inputs] == inputs
    buttons = [one for one in screen.findChildren(Button) if one.isVisible()]
    assert set(buttons) <= set(seen)


def test_tab_goes_down_the_left_column_before_i_pass(screen):
    keys = list(screen.view.form.entries)
    order = ("agreed", "transport_by", "next_contact_at", "severity", "corrections", "if_refused", "goal", "hold")
    assert [keys.index(key) for key in order] == sorted(keys.index(key) for key in order)
    assert keys.index("transport_by") == keys.index("agreed") + 1


def test_enter_goes_on_to_the_next_input(screen):
    write(screen, "companion", "sister")
    press(screen, Qt.Key.Key_Return)
    assert screen.view.form.entries["children"].input.hasFocus()


def test_i_pass_is_read_aloud_from_the_top(screen):
    fit(screen, 1280, 800, NAVIGATION)
    entries = screen.view.form.entries
    keys = ("severity", "summary", "actions", "awareness", "read_back_by")
    heights = [entries[key].input.mapTo(screen.view.form, entries[key].input.rect().topLeft()).y() for key in keys]
    assert heights == sorted(heights)


def test_light_and_dark_change_at_once(screen, theme):
    light = screen.grab().toImage().pixelColor(4, 300)
    theme.choose(Scheme.DARK)
    dark = screen.grab().toImage().pixelColor(4, 300)
    assert light.lightness() > 240
    assert dark.lightness() < 40


def test_only_one_button_is_filled(screen):
    filled = [one for one in screen.findChildren(Button) if one.isVisible() and one._variant == "primary"]
    assert filled == [screen.view.bar.save]


def test_typing_reads_nothing_from_the_store(screen, closed, worker, qtbot, monkeypatch):
    reads = []
    reading = closed.casework.reading

    def counted():
        reads.append(1)
        return reading()

    monkeypatch.setattr(closed.casework, "reading", counted)
    write(screen, "goal", "to sleep for a whole night")
    choose(screen, "part", "Spoke")
    settle(qtbot, worker)
    assert reads == []
