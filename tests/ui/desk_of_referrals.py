"""What the tests of the page "Referrals" share: the page in a window, and the ways to work on it by keys."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from navigator.referrals.referral import Referral
from navigator.referrals.visit import AgeBand, Gender, Visit
from navigator.ui.ports import Desk
from navigator.ui.referrals.page import ReferralsPage
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from tests.ui.desk_of_casework import visit_on
from tests.ui.desk_of_find import in_front

FACTS: dict[str, Any] = {
    "age_band": AgeBand.ADULT,
    "gender": Gender.MAN,
    "payment": "Medicaid",
    "need": "detox",
    "language": "English",
}


class Calls:
    """The page with its worker: each key waits until what it wrote is written."""

    def __init__(self, qtbot: QtBot, desk: Desk, theme: Theme, worker: Worker) -> None:
        self.qtbot, self.desk, self.worker = qtbot, desk, worker
        self.page = ReferralsPage(desk, theme, worker)
        self.screen = self.page.call
        in_front(qtbot, self.page)

    def leave(self) -> None:
        """Nothing waits any more to be written."""
        self.page.cover()
        self.page.hide()
        self.settle()

    def show(self, referral: Referral) -> None:
        self.page.show_referral(referral.id)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)
            self.settle()

    def write(self, words: str) -> None:
        """Types where the focus is, which is a line."""
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        QTest.keyClicks(QApplication.focusWidget(), words)

    def strike(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key and waits for nothing."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """What is to be written inside waits until the end, as on a busy disk."""
        go_on = threading.Event()
        self.worker.run(self.page, lambda: go_on.wait(10), _ignore, _ignore)
        try:
            yield
        finally:
            go_on.set()
            self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.worker.busy)

    def now(self, referral: Referral) -> Referral:
        """The referral as it stands in the store."""
        assert self.desk.casework is not None
        return self.desk.casework.referrals.referral(self.desk.actor, referral.id)

    def tabs(self) -> list[str]:
        return [button.accessibleName() for button in self.screen.tabs.row.buttons]

    def contacts(self) -> list[str]:
        return [line.title for line in self.screen.side.timeline.lines]

    def panel(self) -> list[str]:
        """The accessible names of the buttons of the panel."""
        panel = self.screen.area.panel
        return [] if panel is None else [button.text() for button in panel.buttons.values()]


def visit_to_a_man(desk: Desk, **facts: Any) -> Visit:
    return visit_on(desk, **{**FACTS, **facts})


def _ignore(_answer: object) -> None:
    """Nobody waits for it."""
