"""Writes what happened, one thing at a time, on the worker."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from navigator.errors import UserError
from navigator.ui.worker import Worker


class Writing(QObject):
    """A second press while the first is being written does nothing: no call is logged twice.

    `begun` when something goes to be written; `ended` when it is known what came of it, before anybody is told.
    """

    begun = Signal()
    ended = Signal()

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self.busy = False

    def run[T](self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[UserError], None]) -> bool:
        """Whether it was begun."""
        if self.busy:
            return False
        self.busy = True
        self.begun.emit()

        def finish(value: T) -> None:
            self._end()
            done(value)

        def give_up(error: UserError) -> None:
            self._end()
            failed(error)

        self._worker.run(self, work, finish, give_up)
        return True

    def _end(self) -> None:
        self.busy = False
        self.ended.emit()
