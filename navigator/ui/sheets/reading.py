"""Reads one thing on the worker, so that the window never waits for it; only the newest answer counts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from navigator.errors import UserError
from navigator.ui.worker import Worker


class Reading[T](QObject):
    """`came` gives what was read, `failed` why it could not be."""

    came = Signal(object)
    failed = Signal(str)

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._ticket: int | None = None

    @property
    def is_under_way(self) -> bool:
        return self._ticket is not None

    def ask(self, read: Callable[[], T]) -> None:
        """The answer to what was asked before is no longer wanted."""
        self.forget()
        self._ticket = self._worker.run(self, read, self._tell, self._refuse)

    def forget(self) -> None:
        """Nothing is waited for any longer."""
        if self._ticket is not None:
            self._worker.drop(self._ticket)
            self._ticket = None

    def _tell(self, read: T) -> None:
        self._ticket = None
        self.came.emit(read)

    def _refuse(self, error: UserError) -> None:
        self._ticket = None
        self.failed.emit(error.sentence)
