"""Notices that nobody has touched the keyboard or the mouse for some minutes (P-03), and Ctrl+L from anywhere.

It listens at the windows of the program, not at the application: an application's filter is called for every
event of every object. It looks at the clock, not only at a timer, because a timer stands still while a laptop
sleeps: the first touch after waking locks.
"""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from navigator.clock import Clock

DEFAULT_MINUTES = 5
_FEWEST, _MOST = 1, 15
_LOOK_EVERY_MS = 5_000
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)


class Idle(QObject):
    """`went_quiet` after `minutes` without a touch while it is watching; `lock_pressed` for Ctrl+L."""

    went_quiet = Signal(int)
    lock_pressed = Signal()

    def __init__(self, minutes: int = DEFAULT_MINUTES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.minutes = min(max(minutes, _FEWEST), _MOST)
        self._clock: Clock | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, clock: Clock) -> None:
        """Begins to count, by `clock`."""
        self._clock, self._touched = clock, clock()
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen_at, Qt.ConnectionType.UniqueConnection)
        for window in QGuiApplication.topLevelWindows():
            self._listen_at(window)

    def rest(self) -> None:
        self._clock = None
        self._timer.stop()

    def look(self) -> bool:
        """Whether it has been quiet for too long; if so, says it and rests."""
        if self._clock is None or self._clock() - self._touched < timedelta(minutes=self.minutes):
            return False
        self.rest()
        self.went_quiet.emit(self.minutes)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self._clock is None or event.type() not in TOUCHES:
            return super().eventFilter(watched, event)
        if self.look():
            return True
        self._touched = self._clock()
        if isinstance(event, QKeyEvent) and _is_lock(event):
            self.lock_pressed.emit()
            return True
        return super().eventFilter(watched, event)

    def _listen_at(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time is the same as once


def _is_lock(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
