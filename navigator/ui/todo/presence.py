"""Whether somebody is at the keyboard: nobody has looked at a list that went on by itself (P-13)."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow
from shiboken6 import isValid

from navigator.clock import Clock
from navigator.ui.idle import TOUCHES

_HERE_FOR = timedelta(minutes=1)


class Presence(QObject):
    """Listens at one window. `came_back` with the first touch after a minute without one."""

    came_back = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._touched = clock, clock()
        self._window: QWindow | None = None

    @property
    def is_here(self) -> bool:
        return self._clock() - self._touched < _HERE_FOR

    def watch(self, window: QWindow | None) -> None:
        """Whoever showed it is there."""
        self.rest()
        self._window, self._touched = window, self._clock()
        if window is not None:
            window.installEventFilter(self)

    def rest(self) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in TOUCHES:
            was_here, self._touched = self.is_here, self._clock()
            if not was_here:
                self.came_back.emit()
        return super().eventFilter(watched, event)
