"""Reads what is owed on the worker, so that the window never waits for it; only the newest answer counts."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from navigator.access import Actor
from navigator.errors import UserError
from navigator.referrals.task import Task
from navigator.referrals.worklists import Worklists
from navigator.ui.worker import Worker


class Reading(QObject):
    """`came` gives the tasks, `failed` why they could not be read."""

    came = Signal(object)
    failed = Signal(str)

    def __init__(self, worklists: Worklists, actor: Actor, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worklists, self._actor, self._worker = worklists, actor, worker
        self._ticket: int | None = None

    def ask(self) -> None:
        """The answer to what was asked before is no longer wanted."""
        self._forget()
        self._ticket = self._worker.run(self, self._read, self._tell, self._refuse)

    def read_now(self) -> None:
        """At once: where nothing is shown yet, an empty page would be no answer."""
        self._forget()
        try:
            owed = self._read()
        except UserError as error:
            self._refuse(error)
        else:
            self._tell(owed)

    def _read(self) -> tuple[Task, ...]:
        return self._worklists.owed(self._actor)

    def _tell(self, owed: Sequence[Task]) -> None:
        self._ticket = None
        self.came.emit(owed)

    def _refuse(self, error: UserError) -> None:
        self._ticket = None
        self.failed.emit(error.sentence)

    def _forget(self) -> None:
        if self._ticket is not None:
            self._worker.drop(self._ticket)
            self._ticket = None
