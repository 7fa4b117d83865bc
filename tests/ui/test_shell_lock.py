"""What a lock must hold against: answers that come late, faults in a page, and what was copied (P-03)."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from navigator.ui.main_window import MainWindow
from navigator.ui.ports import Page
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from tests.ui.conftest import PASSPHRASE, FakeFront
from tests.ui.test_sign_in import entry, press, sign_in


class Writing(QWidget):
    """A page with one field; what its cover does is told by a test."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("Family name")
        self.on_cover: Callable[[], None] = lambda: None
        QVBoxLayout(self).addWidget(self.field)

    def cover(self) -> None:
        self.on_cover()


@pytest.fixture
def page(qapp) -> Writing:
    return Writing()


@pytest.fixture
def window(qtbot: QtBot, front: FakeFront, theme: Theme, worker: Worker, page: Writing):
    made = MainWindow(front, theme, worker, lambda _desk, _holder: [Page("p", "Page", "clock", page, cover=page.cover)])
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: front.warmed and not worker.busy)
    sign_in(made, "Dana R.", PASSPHRASE)
    qtbot.waitUntil(lambda: page.isVisible() and not worker.busy)
    return made


def test_an_answer_behind_the_cover_does_not_take_the_keyboard(window: MainWindow, page: Writing):
    page.field.setFocus()
    window.lock()
    page.field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), PASSPHRASE)
    assert page.field.text() == ""
    assert entry(window, "Passphrase").text() == PASSPHRASE


def test_the_page_can_be_used_again_after_unlocking(window: MainWindow, page: Writing, qtbot: QtBot):
    page.field.setFocus()
    window.lock()
    entry(window, "Passphrase").setText(PASSPHRASE)
    press(window, "Unlock")
    qtbot.waitUntil(page.isVisible)
    assert page.field.isEnabled()
    assert page.field.hasFocus()


def test_the_cover_is_shown_before_a_page_keeps_what_was_typed(window: MainWindow, page: Writing):
    seen = []
    page.on_cover = lambda: seen.append(page.isVisible())
    window.lock()
    assert seen == [False]


def test_a_fault_in_a_page_stops_no_lock(window: MainWindow, page: Writing, front: FakeFront, monkeypatch):
    faults = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: faults.append(kind))

    def fail() -> None:
        raise RuntimeError("a page that cannot be covered")

    page.on_cover = fail
    window.lock()
    assert faults == [RuntimeError]
    assert not page.isVisible()
    assert (window.is_locked, front.locks) == (True, 1)


def test_a_fault_in_a_page_stops_no_closing(window: MainWindow, page: Writing, monkeypatch, qtbot: QtBot):
    monkeypatch.setattr("sys.excepthook", lambda *_: None)

    def fail() -> None:
        raise RuntimeError("a page that cannot be covered")

    page.on_cover = fail
    with qtbot.waitSignal(window.closed):
        window.close()


@pytest.mark.parametrize("end", [MainWindow.lock, MainWindow.close], ids=["lock", "close"])
def test_what_was_copied_out_of_a_field_is_taken_back(window: MainWindow, page: Writing, end):
    page.field.setText("Vantongeren")
    page.field.selectAll()
    page.field.copy()
    assert QGuiApplication.clipboard().text() == "Vantongeren"
    end(window)
    assert QGuiApplication.clipboard().text() == ""


def test_what_another_program_put_there_since_is_left(window: MainWindow, page: Writing):
    page.field.setText("Vantongeren")
    page.field.selectAll()
    page.field.copy()
    window._room._copies._copied = "Vantongeren"
    QGuiApplication.clipboard().blockSignals(True)
    QGuiApplication.clipboard().setText("their own words")
    QGuiApplication.clipboard().blockSignals(False)
    window.lock()
    assert QGuiApplication.clipboard().text() == "their own words"
