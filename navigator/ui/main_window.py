"""The window: the top bar, and under it either the workspace of a session or the cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QWindow
from PySide6.QtWidgets import QVBoxLayout

from navigator.errors import NEUTRAL, UserError
from navigator.ui.floating import close_floating
from navigator.ui.idle import Idle
from navigator.ui.theme import fonts, sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import StateName
from navigator.ui.top_bar import TopBar
from navigator.ui.widgets.banner import Banner
from navigator.ui.widgets.focus_ring import FocusRing
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker

if TYPE_CHECKING:  # the window stands before what fills it is there
    from datetime import datetime

    from navigator.ui.ports import Desk, Front, OpenPages
    from navigator.ui.room import Room

_COMFORTABLE, _SMALLEST, _FRAME = QSize(1280, 800), QSize(1024, 640), QSize(0, 40)
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
        self._scene: datetime | None = None
        self._banner: Banner | None = None
        self._top_bar = TopBar(theme)
        self._room: Room | None = None
        self._idle = Idle(parent=self)
        self.setWindowTitle("Navigator")
        room = self.screen().availableSize() - _FRAME
        self.setMinimumSize(_SMALLEST.boundedTo(room))
        self.resize(_COMFORTABLE.boundedTo(room))
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
        if self._desk is None or self._room is None or self._is_locked:
            return
        self._is_locked = True
        self._idle.rest()
        self._top_bar.sign_out()
        try:
            self._room.lock(self._desk, after_minutes)
            close_floating(self)
        finally:
            self._front.lock()
        self.locked.emit()
        self._worker.run(self, self._front.note_lock, _ignore, _ignore)

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
        narrow = self.width() < sizes.RAIL_BELOW
        self._top_bar.set_narrow(narrow)
        if self._room is not None:
            self._room.set_rail(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        close_floating(self)
        if self._room is not None and not self._is_locked:
            self._room.keep_what_is_typed()
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        self._banner_room = QVBoxLayout()
        self._banner_room.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._top_bar)
        self._column.addLayout(self._banner_room)
        self._column.addStretch(1)

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
        self._desk, self._is_locked = desk, False
        self._show_station()
        self._top_bar.sign_in(desk.actor)
        self._top_bar.show_scene(self._scene, desk.clock)
        self._put_banner_away()
        if desk.notice:
            self._show_banner("closing", "Please note", desk.notice)
        self._idle.watch(desk.clock)

    def _show_scene(self, since: datetime | None) -> None:
        """Kept while the station is locked, and shown to the same person alone: another's pages begin with none."""
        self._scene = since
        if self._desk is not None and not self._is_locked:
            self._top_bar.show_scene(since, self._desk.clock)

    def _turn_away(self, window: QWindow | None) -> None:
        """A dialog that opens while the station is locked, as the end of longer work, is closed unseen."""
        if self._is_locked and self.isVisible() and window is not None and window is not self.windowHandle():
            close_floating(self)

    def _receive(self) -> None:
        """What can wait until the window stands: who may come in, and what signing in needs."""
        from navigator.ui.room import Room

        self._ring = FocusRing(self, self._theme)
        self._room = Room(self._front, self._theme, self._worker, self._open_pages)
        self._room.entered.connect(self._enter)
        self._room.station_made.connect(self._show_station)
        self._room.scene_changed.connect(self._show_scene)
        self._room.set_rail(self.width() < sizes.RAIL_BELOW)
        self._column.takeAt(self._column.count() - 1)
        self._column.addWidget(self._room, 1)
        self._show_station()
        self._room.show_front()
        fonts.register_other_scripts()
        self._worker.run(self, self._front.warm_up, _ignore, self._cannot_warm_up)

    def _cannot_warm_up(self, error: UserError) -> None:
        if self._room is not None:
            self._room.show_broken(error.sentence, "Restart Navigator. If this comes again, install it anew.")

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


def _ignore(_nothing: UserError | None) -> None:
    """Warming up has no answer; a lock that cannot be written down is a lock all the same."""
