"""Looks through the whole directory for records that may be one; it can be stopped, and then nothing is written."""

import threading

from PySide6.QtCore import QObject, Signal

from navigator.errors import UserError
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker

STOPPED = "The search was stopped. Nothing was written."


class TwinSearch(QObject):
    """`advanced` gives how far it is in hundredths, `found` how many new pairs wait, `failed` a sentence."""

    advanced = Signal(int)
    found = Signal(int)
    failed = Signal(str)

    def __init__(self, desk: Desk, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._worker = desk, worker
        self._stops = threading.Event()
        self.is_running = False

    def start(self) -> None:
        self._stops.clear()
        self.is_running = True
        search, actor = self._desk.keeping.duplicates.search_twins, self._desk.actor
        self._worker.run(self, lambda: search(actor, self._advance), self._end, self._fail)

    def stop(self) -> None:
        self._stops.set()

    def _advance(self, done: int, of: int) -> None:
        """On the worker's thread."""
        if self._stops.is_set():
            raise UserError(STOPPED)
        self.advanced.emit(100 * done // of if of else 0)

    def _end(self, pairs: int) -> None:
        self.is_running = False
        self.found.emit(pairs)

    def _fail(self, error: UserError) -> None:
        self.is_running = False
        self.failed.emit(error.sentence)
