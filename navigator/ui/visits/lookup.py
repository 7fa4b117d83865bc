"""Looks up who of a name and a birth year was seen before: once for what is typed, on the worker, audited (P-18)."""

from PySide6.QtCore import QObject, Signal

from navigator.access import Actor
from navigator.errors import UserError
from navigator.referrals.people import Found
from navigator.referrals.person import Identity
from navigator.referrals.visits import Visits
from navigator.ui.worker import Worker


class Lookup(QObject):
    """`found` gives a `Found`, perhaps of nobody, `failed` why nobody could be looked up; neither for an older
    question."""

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, visits: Visits, actor: Actor, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._visits, self._actor, self._worker = visits, actor, worker
        self._asked: Identity | None = None
        self._ticket: int | None = None

    @property
    def busy(self) -> bool:
        return self._ticket is not None

    def has_asked(self, who: Identity) -> bool:
        return self._asked == who

    def ask(self, who: Identity) -> None:
        self.forget()
        self._asked = who
        self._ticket = self._worker.run(
            self, lambda: self._visits.find_people(self._actor, who), self._tell, self._refuse
        )

    def settle(self, who: Identity) -> None:
        """`who` need not be asked for: it was answered by hand."""
        self.forget()
        self._asked = who

    def forget(self) -> None:
        """What was asked is no longer wanted."""
        if self._ticket is not None:
            self._worker.drop(self._ticket)
        self._asked, self._ticket = None, None

    def _tell(self, people: Found) -> None:
        self._ticket = None
        self.found.emit(people)

    def _refuse(self, error: UserError) -> None:
        self._ticket = None
        self.failed.emit(error.sentence)
