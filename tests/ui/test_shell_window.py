"""The window in a session: locking, who may come back, what stays in sight, and what can be reached."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from navigator.errors import NEUTRAL
from navigator.ui.main_window import MainWindow
from navigator.ui.ports import FrontKind
from tests.ui.conftest import PASSPHRASE, FakeFront
from tests.ui.test_sign_in import button, entry, press, said, sign_in, title

Open = Callable[[], MainWindow]


@pytest.fixture
def window(open_window: Open, qtbot: QtBot, worker) -> MainWindow:
    """With Dana signed in."""
    made = open_window()
    sign_in(made, "Dana R.", PASSPHRASE)
    qtbot.waitUntil(lambda: not worker.busy)
    return made


@pytest.fixture
def settle(qtbot: QtBot, worker) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not worker.busy)


def touch(window: MainWindow) -> None:
    """Moves the mouse over the window, the way the system reports it."""
    place = QPointF(5, 5)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        place,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.windowHandle(), event)


def unlock(window: MainWindow, passphrase: str = PASSPHRASE) -> None:
    entry(window, "Passphrase").setText(passphrase)
    press(window, "Unlock")


HEAVY = ("sqlalchemy", "numpy", "rapidfuzz", "reportlab", "cryptography", "sqlcipher3", "alembic")


def test_the_window_stands_before_anything_heavy_is_imported():
    code = f"import sys, navigator.ui.main_window; print([m for m in {HEAVY} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_signing_in_needs_is_fetched_after_the_first_paint(open_window: Open, front: FakeFront):
    open_window()
    assert front.warmed


def test_the_title_names_nobody(window: MainWindow):
    assert window.windowTitle() == "Navigator"


@pytest.mark.parametrize("kind", FrontKind)
def test_crisis_numbers_are_in_sight_before_anyone_signs_in(open_window: Open, front: FakeFront, kind: FrontKind):
    front.kind = kind
    words = said(open_window())
    assert [words.count(number) for number in ("988", "911", "215-685-6440")] == [1, 1, 1]


def test_locking_hides_the_session_and_keeps_the_numbers(window: MainWindow, front: FakeFront, opened_pages, settle):
    window.lock(after_minutes=5)
    settle()
    assert window.is_locked
    assert front.locks == 1
    assert not opened_pages[0].isVisible()
    assert "Clinician. Locked at 2:14 AM after 5 minutes." in said(window)
    assert "988" in said(window)
    assert "clinician" not in said(window)


def test_ctrl_l_locks_at_once(window: MainWindow):
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.is_locked
    assert "Clinician. Locked at 2:14 AM." in said(window)


def test_ctrl_l_locks_from_a_dialog_too(window: MainWindow, qtbot: QtBot):
    dialog = QDialog(window)
    dialog.setModal(True)
    with qtbot.waitActive(dialog):
        dialog.open()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.is_locked
    assert not dialog.isVisible()


def test_the_same_person_finds_the_page_as_it_was(window: MainWindow, opened_pages, settle):
    QLineEdit("detox ton", opened_pages[0]).show()
    window.lock()
    unlock(window)
    settle()
    assert len(opened_pages) == 1
    assert opened_pages[0].isVisible()


def test_the_focus_returns_to_where_it_was(window: MainWindow, opened_pages, settle):
    typed = QLineEdit(opened_pages[0])
    typed.show()
    typed.setFocus()
    window.lock()
    unlock(window)
    settle()
    assert typed.hasFocus()


def test_another_person_sees_nothing_of_the_first(window: MainWindow, opened_pages, settle, qtbot: QtBot):
    first = opened_pages[0]
    window.lock()
    press(window, "Someone else")
    assert entry(window, "Name").text() == ""
    sign_in(window, "Lena M.", PASSPHRASE)
    settle()
    qtbot.waitUntil(lambda: not isValid(first))
    assert len(opened_pages) == 2
    assert "Lena M." in said(window)
    assert "Dana R." not in said(window)


def test_a_wrong_passphrase_leaves_it_locked(window: MainWindow, settle):
    window.lock()
    unlock(window, "wrong")
    settle()
    assert window.is_locked
    assert "No match. 4 tries left, then a 10 minute wait." in said(window)


def test_going_back_from_the_recovery_code_leads_to_the_lock(window: MainWindow):
    window.lock()
    press(window, "Use recovery code")
    assert entry(window, "Name of the account").text() == "Dana R."
    press(window, "Back")
    assert title(window) == "Locked"


def test_locking_closes_menus_and_dialogs(window: MainWindow, qtbot: QtBot):
    menu, dialog, loose = QMenu(window), QDialog(window), QWidget()
    qtbot.addWidget(loose)
    menu.addAction("Copy")
    loose.show()
    dialog.open()
    menu.popup(window.mapToGlobal(window.rect().center()))
    window.lock()
    assert not menu.isVisible()
    assert not dialog.isVisible()
    assert not loose.isVisible()


def test_a_dialog_that_opens_while_locked_is_turned_away(window: MainWindow, qtbot: QtBot):
    window.lock()
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_locking_twice_is_the_same_as_once(window: MainWindow, front: FakeFront):
    window.lock()
    window.lock()
    assert front.locks == 1


def test_nobody_signed_in_needs_no_lock(open_window: Open, front: FakeFront):
    open_window().lock()
    assert front.locks == 0


def test_five_quiet_minutes_lock(window: MainWindow, clock):
    clock.forward(minutes=4, seconds=59)
    window.idle.look()
    assert not window.is_locked
    clock.forward(seconds=1)
    window.idle.look()
    assert window.is_locked


def test_a_touch_begins_the_count_anew(window: MainWindow, clock):
    clock.forward(minutes=4)
    touch(window)
    clock.forward(minutes=4)
    window.idle.look()
    assert not window.is_locked


def test_the_first_touch_after_sleep_locks(window: MainWindow, clock):
    clock.forward(hours=1)
    touch(window)
    assert window.is_locked


@pytest.mark.parametrize(("asked", "kept"), [(0, 1), (3, 3), (99, 15)])
def test_the_quiet_time_stays_between_1_and_15_minutes(qapp, asked: int, kept: int):
    from navigator.ui.idle import Idle

    assert Idle(asked).minutes == kept


def test_a_narrow_window_has_a_rail_with_names(window: MainWindow, qtbot: QtBot):
    item = next(one for one in window.findChildren(QWidget) if one.accessibleName() == "Find help")
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: item.toolTip() == "")
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: item.toolTip() == "Find help")
    assert item.width() < 56


def test_the_window_fits_a_small_screen(window: MainWindow):
    hint = window.minimumSizeHint()
    assert hint.width() <= 1024
    assert hint.height() <= 640


def test_every_control_of_the_sign_in_is_reached_by_tab(open_window: Open):
    window = open_window()
    reached = []
    for _ in range(8):
        reached.append(window.focusWidget().accessibleName() or window.focusWidget().text())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert reached[:5] == ["Name", "Passphrase", "Sign in", "Use recovery code", "Name"]


def test_a_screen_reader_hears_names_of_all_that_can_be_used(window: MainWindow):
    for screen in (window.lock, lambda: press(window, "Use recovery code"), lambda: None):
        for control in window.findChildren(QWidget):
            if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                interface = QAccessible.queryAccessibleInterface(control)
                assert interface.text(QAccessible.Text.Name), control
        screen()


def test_a_passphrase_is_told_to_a_screen_reader_as_such(open_window: Open):
    interface = QAccessible.queryAccessibleInterface(entry(open_window(), "Passphrase"))
    assert interface.state().passwordEdit


def test_a_fault_is_one_neutral_sentence_that_can_be_put_away(window: MainWindow):
    window.show_fault()
    assert NEUTRAL in said(window)
    press(window, "Close")
    assert NEUTRAL not in said(window)


def test_a_notice_of_the_station_stands_above_the_pages(open_window: Open, front: FakeFront, settle, monkeypatch):
    from dataclasses import replace

    plain = FakeFront.desk
    monkeypatch.setattr(front, "desk", lambda name: replace(plain(front, name), notice="Casework is closed today."))
    window = open_window()
    sign_in(window, "Dana R.", PASSPHRASE)
    settle()
    assert "Casework is closed today." in said(window)


def test_the_demo_is_marked_on_every_screen(open_window: Open, front: FakeFront, settle):
    front.demo, front.demo_passphrase = True, PASSPHRASE
    window = open_window()
    mark = next(one for one in window.findChildren(QWidget) if one.accessibleName().startswith("Demo station"))
    assert mark.isVisible()
    press(window, "Look around")
    settle()
    assert mark.isVisible()
    window.lock()
    assert mark.isVisible()


def test_the_lock_button_locks(window: MainWindow):
    lock: QPushButton = button(window, "Lock")
    QTest.mouseClick(lock, Qt.MouseButton.LeftButton)
    assert window.is_locked


def test_pages_that_cannot_be_opened_leave_a_card_to_try_again(
    front: FakeFront, theme, worker, qtbot: QtBot, settle, monkeypatch
):
    hooked = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: hooked.append(kind))
    window = MainWindow(front, theme, worker, lambda _desk, _holder: [1 // 0])
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: front.warmed and not worker.busy)
    sign_in(window, "Dana R.", PASSPHRASE)
    settle()
    assert hooked == [ZeroDivisionError]
    assert window.is_locked
    assert front.locks == 1
    assert title(window) == "Sign in"
