"""The records that are being written in this window: the one in front, and those left with something not kept yet."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from navigator.resources.fields import Values
from navigator.ui.directory.editor.opened import Opened
from navigator.ui.directory.editor.writing import Writing
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker


class Writings(QObject):
    """What was typed is so kept even where a full disk takes no draft.

    `saved`, `refused` and `troubled` are those of any Writing, with the Writing first.
    """

    saved = Signal(object, object)
    refused = Signal(object, object)
    troubled = Signal(object, str)

    def __init__(self, desk: Desk, worker: Worker, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._today = desk, worker, today
        self._unkept: dict[str, Writing] = {}
        self.current: Writing | None = None

    def take_up(self, opened: Opened, values: Values) -> bool:
        """Makes the record that was opened the current one; True when it was left unsaved before and goes on."""
        entry_id = opened.view.record.entry.id if opened.view else ""
        if self.current is not None and self.current.entry_id == entry_id and self.current.typed and not values:
            left: Writing | None = self.current
        else:
            self.set_aside()
            left = self._unkept.pop(entry_id, None)
        self.current = left or self._begin(opened, values)
        if left is not None and opened.view is not None and not left.busy:
            left.renew(opened.view)
        return left is not None

    def set_aside(self) -> None:
        """Another one comes. What is on the disk is let go; what is not, or is being saved, waits here."""
        writing, self.current = self.current, None
        if writing is None:
            return
        if writing.busy or (writing.flush() and writing.typed):
            self._unkept[writing.entry_id] = writing
        else:
            writing.deleteLater()

    def flush(self) -> None:
        """Keeps what waits, at once."""
        for writing in (self.current, *self._unkept.values()):
            if writing is not None:
                writing.flush()

    def _begin(self, opened: Opened, values: Values) -> Writing:
        writing = Writing(self._desk, self._worker, self._today, opened.view, opened.draft, self, values)
        writing.saved.connect(lambda saved: self._tell_saved(writing, saved))
        writing.refused.connect(lambda error: self.refused.emit(writing, error))
        writing.troubled.connect(lambda sentence: self.troubled.emit(writing, sentence))
        return writing

    def _tell_saved(self, writing: Writing, saved: object) -> None:
        if writing is not self.current and not writing.typed:
            self._unkept = {key: one for key, one in self._unkept.items() if one is not writing}
        self.saved.emit(writing, saved)
