"""The window: the top bar, and under it either the workspace of a session or the cover."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from navigator.errors import NEUTRAL, UserError
from navigator.ui.floating import close_floating
from navigator.ui.idle import Idle
from navigator.ui.ports import Desk, Front, OpenPages
from navigator.ui.theme import fonts, sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import StateName
from navigator.ui.top_bar import TopBar
from navigator.ui.widgets.banner import Banner
from navigator.ui.widgets.focus_ring import FocusRing
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker
from navigator.ui.workspace import Workspace

if TYPE_CHECKING:  # the window stands before the cards of its cover are there
    from navigator.ui.cover.cover import Cover

_COMFORTABLE, _SMALLEST = QSize(1280, 800), QSize(1024, 640)
"""Logical pixels; the smallest is 1280 × 800 at 125 %."""


class MainWindow(Panel):
    """Shows who may work and their pages, locks, and never says a name in its title."""

    locked = Signal()
    closed = Signal()

    def __init__(self, front: Front, theme: Theme, worker: Worker, open_pages: OpenPages) -> None:
        super().__init__("canvas")
        self._front, self._theme, self._worker, self._open_pages = front, theme, worker, open_pages
        self._desk: Desk | None = None
        self._is_locked = True
        self._is_painted = False
        self._focus_before: QWidget | None = None
        self._banner: Banner | None = None
        self._top_bar = TopBar(theme)
        self._cover: Cover | None = None
        self._workspace = Workspace(theme)
        self._idle = Idle(parent=self)
        self.setWindowTitle("Navigator")
        self.setMinimumSize(_SMALLEST.boundedTo(self.screen().availableSize()))
        self.resize(_COMFORTABLE.boundedTo(self.screen().availableSize()))
        self._lay_out()
        self._connect()

    @property
    def idle(self) -> Idle:
        return self._idle

    @property
    def is_locked(self) -> bool:
        """Whether the cover is shown: at the start, and after a lock."""
        return self._is_locked

    def lock(self, after_minutes: int | None = None) -> None:
        """Covers the session at once; its pages stay alive for the same person (P-03)."""
        if self._desk is None or self._cover is None or self._is_locked:
            return
        self._is_locked = True
        self._focus_before = QApplication.focusWidget()
        self._idle.rest()
        close_floating(self)
        self._workspace.cover()
        self._top_bar.sign_out()
        self._cover.show_locked(self._desk, after_minutes)
        self._stack.setCurrentWidget(self._cover)
        self.locked.emit()
        self._front.lock()

    def show_fault(self) -> None:
        """One neutral sentence above the page, until it is put away."""
        self._show_banner("danger", "Something went wrong", NEUTRAL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._receive)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._workspace.set_rail(self.width() < sizes.RAIL_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        close_floating(self)
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(Panel("canvas"))
        self._stack.addWidget(self._workspace)
        self._banner_room = QVBoxLayout()
        self._banner_room.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_bar)
        column.addLayout(self._banner_room)
        column.addWidget(room, 1)

    def _connect(self) -> None:
        self._top_bar.lock_wanted.connect(self._lock_now)
        self._idle.lock_pressed.connect(self._lock_now)
        self._idle.went_quiet.connect(self.lock)
        shortcut = QShortcut(QKeySequence("Ctrl+L"), self)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.activated.connect(self._lock_now)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._turn_away)

    def _lock_now(self) -> None:
        self.lock()

    def _show_station(self) -> None:
        """The city's line and the demo mark, which do not wait for a sign-in."""
        city = self._front.city
        self._top_bar.show_lines(city.crisis_lines if city else ())
        self._top_bar.show_demo(self._front.demo)

    def _enter(self, desk: Desk) -> None:
        same_person = self._desk is not None and self._desk.actor.id == desk.actor.id
        if not same_person:
            self._open_workspace(desk)
        self._desk, self._is_locked = desk, False
        self._show_station()
        self._top_bar.sign_in(desk.actor)
        self._stack.setCurrentWidget(self._workspace)
        self._put_banner_away()
        if desk.notice:
            self._show_banner("closing", "Please note", desk.notice)
        self._return_focus(same_person)
        self._idle.watch(desk.clock)

    def _open_workspace(self, desk: Desk) -> None:
        """Pages that cannot be opened leave nobody signed in, and a card to try again."""
        try:
            self._workspace.open_pages(self._open_pages(desk))
        except Exception:
            self._desk = None
            self._front.lock()
            if self._cover is not None:
                self._cover.show_front()
            raise

    def _return_focus(self, same_person: bool) -> None:
        before = self._focus_before
        if same_person and before is not None and isValid(before):
            before.setFocus()
        else:
            self._workspace.focus_page()
        self._focus_before = None

    def _turn_away(self, window: QWindow | None) -> None:
        """A dialog that opens while the station is locked, as the end of longer work, is closed unseen."""
        if self._is_locked and self.isVisible() and window is not None and window is not self.windowHandle():
            close_floating(self)

    def _receive(self) -> None:
        """What can wait until the window stands: who may come in, and what signing in needs."""
        from navigator.ui.cover.cover import Cover

        self._ring = FocusRing(self, self._theme)
        self._cover = Cover(self._front, self._theme, self._worker)
        self._cover.signed_in.connect(self._enter)
        self._cover.station_made.connect(self._show_station)
        self._stack.addWidget(self._cover)
        self._stack.setCurrentWidget(self._cover)
        self._show_station()
        self._cover.show_front()
        fonts.register_other_scripts()
        self._worker.run(self, self._front.warm_up, _ignore, self._cannot_warm_up)

    def _cannot_warm_up(self, error: UserError) -> None:
        if self._cover is not None:
            self._cover.show_broken(error.sentence, "Restart Navigator. If this comes again, install it anew.")

    def _show_banner(self, state: StateName, title: str, words: str) -> None:
        self._put_banner_away()
        self._banner = Banner(self._theme, state, title, words, "Close")
        self._banner.acted.connect(self._put_banner_away)
        self._banner_room.setContentsMargins(16, 10, 16, 10)
        self._banner_room.addWidget(self._banner)
        self._banner.show()

    def _put_banner_away(self) -> None:
        if self._banner is not None:
            self._banner_room.setContentsMargins(0, 0, 0, 0)
            self._banner_room.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None


def _ignore(_nothing: None) -> None:
    """Warming up has no answer."""
