"""Ends a visit, or takes its end back, on the worker and one at a time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from navigator.access import Actor
from navigator.errors import UserError
from navigator.referrals.visit import Ending, Visit
from navigator.referrals.visits import Visits
from navigator.ui.worker import Worker


class Closing(QObject):
    """`written` gives the visit as it stands now, `refused` why it stands as it did."""

    written = Signal(object)
    refused = Signal(str)

    def __init__(self, visits: Visits, actor: Actor, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._visits, self._actor, self._worker = visits, actor, worker
        self.is_writing = False

    def end(self, visit: Visit, ending: Ending) -> None:
        self._write(lambda: self._visits.end(self._actor, visit.id, ending, visit.revision))

    def reopen(self, visit: Visit) -> None:
        self._write(lambda: self._visits.reopen(self._actor, visit.id, visit.revision))

    def _write(self, work: Callable[[], Visit]) -> None:
        if not self.is_writing:
            self.is_writing = True
            self._worker.run(self, work, self._tell, self._refuse)

    def _tell(self, visit: Visit) -> None:
        self.is_writing = False
        self.written.emit(visit)

    def _refuse(self, error: UserError) -> None:
        self.is_writing = False
        self.refused.emit(error.sentence)
