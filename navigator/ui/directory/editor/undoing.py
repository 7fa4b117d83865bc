"""Ctrl+Z where an input has nothing of its own to undo any more: the form puts back what was changed last."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_UNDO = QKeySequence.StandardKey.Undo


class Undoing(QObject):
    """Watches text inputs, which keep the key for themselves even when they can do nothing with it."""

    def __init__(self, form: QWidget, undo: Callable[[], None]) -> None:
        super().__init__(form)
        self._undo = undo
        self._form = form
        self.watch()

    def watch(self) -> None:
        """Also the inputs that were made since."""
        kinds: tuple[type[QWidget], ...] = (QLineEdit, QPlainTextEdit)
        for kind in kinds:
            self._install(self._form.findChildren(kind))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.matches(_UNDO):
            own = watched.isUndoAvailable() if isinstance(watched, QLineEdit) else _has_steps(watched)
            if not own:
                self._undo()
                return True
        return super().eventFilter(watched, event)

    def _install(self, inputs: Iterable[QWidget]) -> None:
        for one in inputs:
            one.removeEventFilter(self)
            one.installEventFilter(self)


def _has_steps(watched: QObject) -> bool:
    return isinstance(watched, QPlainTextEdit) and watched.document().isUndoAvailable()
