"""The handoffs that are being written in this window: the one in front, and those left with something unsaved."""

from PySide6.QtCore import QObject, Signal

from navigator.referrals.casework import Casework
from navigator.ui.handoff.record import Record
from navigator.ui.handoff.writing import Writing
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker


class Writings(QObject):
    """What was typed is so kept even where a full disk takes no draft.

    `saved`, `refused` and `troubled` are those of any Writing, with the Writing first.
    """

    saved = Signal(object)
    refused = Signal(object, object)
    troubled = Signal(object, str)

    def __init__(self, desk: Desk, casework: Casework, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._casework, self._worker = desk, casework, worker
        self._aside: dict[str, Writing] = {}
        self.current: Writing | None = None

    def take_up(self, record: Record) -> bool:
        """Makes the handoff of `record` the current one; True when it was left unsaved before and goes on."""
        left = self._aside.pop(record.referral.id, None)
        if left is not None and record.is_signed:
            left.deleteLater()
            left = None
        self.current = left or self._begin(record)
        return left is not None

    def set_aside(self) -> None:
        """Another one comes: what is not saved yet waits here, and on the disk."""
        writing, self.current = self.current, None
        if writing is None:
            return
        writing.flush()
        if writing.has_typed or writing.busy:
            self._aside[writing.record.referral.id] = writing
        else:
            writing.deleteLater()

    def begin_again(self, record: Record) -> None:
        """It was signed meanwhile: it is shown as it stands; what was typed stays in its draft."""
        if self.current is not None:
            self.current.deleteLater()
        self.current = self._begin(record)

    def flush(self) -> None:
        """Keeps what waits, at once."""
        for writing in (self.current, *self._aside.values()):
            if writing is not None:
                writing.flush()

    def _begin(self, record: Record) -> Writing:
        writing = Writing(self._desk, self._casework, self._worker, record, self)
        writing.saved.connect(lambda: self.saved.emit(writing))
        writing.refused.connect(lambda error: self.refused.emit(writing, error))
        writing.troubled.connect(lambda sentence: self.troubled.emit(writing, sentence))
        return writing
