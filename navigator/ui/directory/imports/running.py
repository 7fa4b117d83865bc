"""Long work on the worker's thread that tells how far it is and can be stopped."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from navigator.errors import UserError
from navigator.resources.importing.verdicts import Progress, Stopped
from navigator.ui.worker import Worker


class Running(QObject):
    """`went_on` gives done and of (0: not known) on the window's thread; `stopped` when a person's stop was heeded."""

    went_on = Signal(int, int)
    stopped = Signal()
    _told = Signal(int, int)

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._stop = threading.Event()
        self._told.connect(self.went_on, Qt.ConnectionType.QueuedConnection)

    def run[T](
        self, work: Callable[[Progress], T], done: Callable[[T], None], failed: Callable[[UserError], None]
    ) -> None:
        """Runs `work` with a way to tell how far it is; `done` or `failed` as the worker does, or `stopped`."""
        stop = self._stop = threading.Event()

        def tell(so_far: int, of: int) -> None:
            if stop.is_set():
                raise Stopped
            self._told.emit(so_far, of)

        def whole() -> tuple[T] | None:
            try:
                return (work(tell),)
            except Stopped:
                return None

        def answer(value: tuple[T] | None) -> None:
            if value is None:
                self.stopped.emit()
            else:
                done(value[0])

        self._worker.run(self, whole, answer, failed)

    def stop(self) -> None:
        """The work ends at its next word on how far it is; everything stays as it was."""
        self._stop.set()
