"""Keeps what is typed into one form: encrypted, soon after each key, and at once when the window locks or closes."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from navigator.access import Actor
from navigator.errors import UserError
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import Drafts
from navigator.ui.worker import Worker

SOON_MS = 400


class DraftKeeper(QObject):
    """The draft of one form on one record. `troubled` gives the sentence when it cannot be kept, "" when it can again.

    The form calls `typed` at each change, `flush` when its page is covered, `forget` once its record was saved (the
    service has dropped the draft itself, in the same transaction).
    """

    troubled = Signal(str)

    def __init__(
        self, drafts: Drafts, actor: Actor, worker: Worker, kind: DraftKind, subject: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drafts, self._actor, self._worker = drafts, actor, worker
        self._kind, self._subject = kind, subject
        self._waiting: Mapping[str, str] | None = None
        self._turn = self._flushed = 0
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._keep)

    @property
    def subject(self) -> str:
        return self._subject

    def found(self) -> Mapping[str, str]:
        """What was typed and not saved, or {}."""
        draft = self._drafts.find(self._actor, self._kind, self._subject)
        return draft.content if draft else {}

    def typed(self, content: Mapping[str, str]) -> None:
        """Kept within `SOON_MS`, also while somebody types without a pause."""
        self._waiting = dict(content)
        if not self._soon.isActive():
            self._soon.start()

    def flush(self) -> None:
        """Keeps what waits, at once; what cannot be kept now stays waiting."""
        self._soon.stop()
        content = self._waiting
        if content is None:
            return
        try:
            self._drafts.keep(self._actor, self._kind, self._subject, content)
        except UserError as error:
            self.troubled.emit(error.sentence)
        else:
            self._waiting, self._flushed = None, self._turn

    def forget(self) -> None:
        """The record was saved: nothing waits any more."""
        self._soon.stop()
        self._waiting = None

    def drop(self) -> None:
        """Throws the draft away, kept or waiting."""
        self.forget()
        self._worker.run(self, lambda: self._drafts.drop(self._actor, self._kind, self._subject), _done, self._failed)

    def _keep(self) -> None:
        content = self._waiting
        if content is None:
            return
        self._waiting = None
        self._turn += 1
        turn = self._turn

        def keep() -> None:
            if turn > self._flushed:  # else what was typed later is kept already
                self._drafts.keep(self._actor, self._kind, self._subject, content)

        def failed(error: UserError) -> None:
            if self._waiting is None:
                self._waiting = content
            self._failed(error)

        self._worker.run(self, keep, self._kept, failed)

    def _kept(self, _nothing: None) -> None:
        self.troubled.emit("")

    def _failed(self, error: UserError) -> None:
        self.troubled.emit(error.sentence)


def _done(_nothing: None) -> None:
    """Thrown away."""
