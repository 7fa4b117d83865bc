"""Collects garbage on the window's thread alone.

Python collects on whichever thread happens to allocate. A widget in a reference cycle that is found on the worker's
thread is destroyed there, and Qt crashes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_OLDEST = 2


class Collector(QObject):
    """From `start` to `stop` nothing is collected but here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            gc.enable()

    def _collect(self) -> None:
        """The oldest generation that Python itself would collect by now."""
        due = [old for old in range(_OLDEST + 1) if gc.get_count()[old] > gc.get_threshold()[old]]
        if due:
            gc.collect(due[-1])
