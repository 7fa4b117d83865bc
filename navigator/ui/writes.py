"""Writes that are on their way: one at a time about each record, and the answer belongs to that record."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from navigator.errors import UserError
from navigator.ui.worker import Worker


class Writes:
    """Of `owner`, which asks `on_its_way` when it shows a record again: that one rests until its answer is here."""

    def __init__(self, worker: Worker, owner: QObject) -> None:
        self._worker, self._owner = worker, owner
        self._subjects: set[str] = set()

    def on_its_way(self, subject: str) -> bool:
        return subject in self._subjects

    def run[T](
        self, subject: str, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[UserError], None]
    ) -> bool:
        """As the worker does; False, and nothing is done, while another write about the subject is on its way."""
        if subject in self._subjects:
            return False
        self._subjects.add(subject)
        came, refused = partial(self._answer, subject, done), partial(self._answer, subject, failed)
        self._worker.run(self._owner, work, came, refused)
        return True

    def _answer[T](self, subject: str, tell: Callable[[T], None], answer: T) -> None:
        self._subjects.discard(subject)
        tell(answer)
