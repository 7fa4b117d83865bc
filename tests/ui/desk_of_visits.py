"""The page of visits in front of a person: keys where the focus is, counted, and what the page told."""

from contextlib import ExitStack
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.visit import Visit
from navigator.storage.database import Store
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.new_screen import NewScreen
from navigator.ui.visits.page import VisitsPage
from navigator.ui.visits.visit_screen import VisitScreen
from navigator.ui.widgets.button import Button
from navigator.ui.worker import Worker
from tests.ui.desk_of_find import in_front

_CONNECTIONS = 5


class VisitsBench:
    """A page of visits and what a person does with it; `keys` counts what is pressed beyond the words."""

    def __init__(self, qtbot: QtBot, desk: Desk, theme: Theme, worker: Worker) -> None:
        self.desk, self._qtbot, self._theme, self.worker = desk, qtbot, theme, worker
        self.taken_up: list[Visit] = []
        self.asked: list[tuple[str, str]] = []
        self.keys = 0
        self._pages: list[VisitsPage] = []
        self.page = self.open_page()

    def close(self) -> None:
        """Leaves no page behind that would still keep what was typed."""
        for page in self._shown:
            page.window().hide()
            page.cover()
        self.settle()

    @property
    def _shown(self) -> list[VisitsPage]:
        return [page for page in self._pages if isValid(page)]

    @property
    def work(self) -> Any:
        return self.desk.casework

    @property
    def new(self) -> NewScreen:
        return self.page.new

    @property
    def one(self) -> VisitScreen:
        return self.page.one

    @property
    def visits(self) -> tuple[Visit, ...]:
        return self.work.visits.recent(self.desk.actor)

    def open_page(self, desk: Desk | None = None) -> VisitsPage:
        """A further page in a window of its own, as after a crash or in another program."""
        page = VisitsPage(desk or self.desk, self._theme, self.worker)
        page.taken_up.connect(self.taken_up.append)
        page.help_wanted.connect(lambda visit_id: self.asked.append(("help", visit_id)))
        page.referral_chosen.connect(lambda referral_id: self.asked.append(("referral", referral_id)))
        page.plan_wanted.connect(lambda visit_id: self.asked.append(("plan", visit_id)))
        self._pages.append(page)
        in_front(self._qtbot, page)
        page.show_list()
        return page

    def crash(self) -> None:
        """The window goes without a word; another page is opened in its place."""
        old = self.page
        self._pages.remove(old)
        self.settle()
        old.deleteLater()
        self._qtbot.waitUntil(lambda: not isValid(old))
        self.page = self.open_page()

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.keys += 1
            QTest.keyClick(QApplication.focusWidget() or self.page, key, held)
            self.settle()

    def words(self, words: str) -> None:
        """Types where the focus is; QTest has keys for ASCII alone."""
        focused = QApplication.focusWidget() or self.page
        if words.isascii() or not isinstance(focused, QLineEdit):
            QTest.keyClicks(focused, words)
        else:
            focused.insert(words)

    def type(self, entry: QWidget, words: str) -> None:
        """Types in place of what stands there, and leaves the input."""
        entry.setFocus()
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit | QPlainTextEdit)
        focused.selectAll()
        QTest.keyClicks(focused, words) if words else QTest.keyClick(focused, Qt.Key.Key_Delete)

    def who(self, given: str, family: str, birth: str) -> None:
        """Name and birth as one types them: each ended by Enter."""
        for text in (given, family, birth):
            self.words(text)
            self.press(Qt.Key.Key_Return)

    def start(self, given: str = "Jordan", family: str = "Example", birth: str = "1992") -> None:
        """Starts a visit at home with the keys alone."""
        self.press(Qt.Key.Key_N, control=True)
        self.who(given, family, birth)
        self.press(Qt.Key.Key_Return, Qt.Key.Key_Return)

    def settle(self) -> None:
        """Until a button that a shortcut pressed has come up again, and the worker has answered."""

        def settled() -> bool:
            down = any(button.isDown() for page in self._shown for button in page.findChildren(Button))
            return not down and not self.worker.busy

        self._qtbot.waitUntil(settled)

    def draft(self, subject: str = NEW, desk: Desk | None = None) -> Any:
        at = desk or self.desk
        assert at.casework is not None
        return at.casework.drafts.find(at.actor, DraftKind.VISIT, subject)


def fill(store: Store) -> None:
    """No page more: SQLite itself says that the disk is full."""
    with store.connection(writes=False) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    _limit(store, pages)


def make_room(store: Store) -> None:
    _limit(store, 1073741823)


def _limit(store: Store, pages: int) -> None:
    """On every connection that the store keeps ready: the worker may take another one than the window."""
    with ExitStack() as held:
        for _ in range(_CONNECTIONS):
            connection = held.enter_context(store.connection(writes=False))
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
