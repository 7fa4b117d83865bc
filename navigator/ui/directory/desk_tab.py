"""What the tabs of the desk share: a table, a pane beside it, what is read behind them, and the keys between both."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.ui.directory.empty import Empty
from navigator.ui.ports import Desk
from navigator.ui.rows.row_list import RowList
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_PANE_LEAST, _PANE_MOST = 372, 424


class _Settling(Protocol):
    """A pane, or several."""

    settled: SignalInstance
    went_on: SignalInstance
    refused: SignalInstance


class DeskTab(Panel):
    """`changed` gives the entries that changed here, `counted` how much waits, `record_wanted` an entry to be edited.

    A tab reads with `_read`, on the worker, and shows the answer with `_take`.
    """

    changed = Signal(object)
    counted = Signal(int)
    record_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._desk, self._theme, self._worker = desk, theme, worker
        self._ticket = 0
        self._trouble = Trouble(theme)
        self._stack = QStackedLayout()

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def refresh(self) -> None:
        """Reads anew; an answer on its way that is older than that is not shown."""
        self._worker.drop(self._ticket)
        self._ticket = self._worker.run(self, self._reading(), self._came, self._failed)

    def cover(self) -> None:
        """The station locks: what was typed is kept."""
        self._flush()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leads back to the table; a digit that no input took is an outcome."""
        if event.key() == Qt.Key.Key_Escape and not self._table().hasFocus():
            self._table().setFocus(Qt.FocusReason.OtherFocusReason)
        elif not (event.text() and not event.modifiers() & _COMMANDS and self._press(event.text())):
            super().keyPressEvent(event)

    def set_narrow(self, narrow: bool) -> None:
        """Whether the window is; the pane takes a width that leaves the table its room."""
        width = self.window().width()
        wide = max(_PANE_LEAST, min(_PANE_MOST, width * _PANE_MOST // 1280))
        self._pane().setFixedWidth(sizes.PANE_NARROW if narrow else wide)

    def _lay_out(
        self, table: QWidget, pane: QWidget, empty: Empty, note: QWidget | None = None, *, wide_pane: bool = False
    ) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(table, 1)
        if note is not None:
            left.addWidget(note)
        waiting = QWidget()
        row = QHBoxLayout(waiting)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 0 if wide_pane else 1)
        row.addWidget(Rule("down"))
        row.addWidget(pane, 1 if wide_pane else 0)
        self._waiting, self._empty = waiting, empty
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._trouble.setContentsMargins(20, 10, 16, 10)
        column.addWidget(self._trouble)
        column.addLayout(self._stack, 1)
        for face in (empty, waiting):  # only now: a stack that stands nowhere shows its faces as windows
            self._stack.addWidget(face)

    def _show_face(self, *, is_empty: bool) -> None:
        """The focus does not stay on what is hidden."""
        face = self._empty if is_empty else self._waiting
        if face is self._stack.currentWidget():
            return
        focused = QApplication.focusWidget()
        was_here = focused is not None and self.isAncestorOf(focused)
        self._stack.setCurrentWidget(face)
        if was_here:
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        """Where the focus begins."""
        if self._stack.currentWidget() is self._waiting:
            return self._table()
        return self._empty.act

    def _came(self, answer: Any) -> None:
        self._trouble.say("")
        self._take(answer)

    def _failed(self, error: UserError) -> None:
        self._trouble.say(error.sentence)

    def _follow(self, pane: _Settling) -> None:
        """Heeds what is written in the pane."""
        pane.settled.connect(self._after)
        pane.went_on.connect(self._go_on)
        pane.refused.connect(self._trouble.say)

    def _after(self, entries: object) -> None:
        """What is in front was settled: the next row is chosen, and the table has the focus if the pane had it."""
        focused = self.window().focusWidget()
        if focused is not None and (focused is self._pane() or self._pane().isAncestorOf(focused)):
            self._table().setFocus(Qt.FocusReason.OtherFocusReason)
        self._table().step(1)
        self._go_on(entries)

    def _go_on(self, entries: object) -> None:
        """The table is read anew; what is in front stays."""
        self.changed.emit(entries)
        self.refresh()

    def _turn_to(self, key: object | None) -> None:
        """Shows the chosen row in the pane."""
        self._try(partial(self._show, key))

    def _try[T](self, show: Callable[[], T]) -> T | None:
        """Of what is no longer there the pane shows nothing, and why is said."""
        try:
            return show()
        except UserError as error:
            self._forget()
            self._trouble.say(error.sentence)
            return None

    def _table(self) -> RowList[Any]:
        raise NotImplementedError

    def _show(self, key: object | None) -> None:
        """Shows the row of that key in the pane; None: nothing."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Nothing is shown in the pane."""
        self._show(None)

    def _pane(self) -> QWidget:
        raise NotImplementedError

    def _reading(self) -> Callable[[], Any]:
        """What is read, on the worker."""
        raise NotImplementedError

    def _take(self, answer: Any) -> None:
        raise NotImplementedError

    def _flush(self) -> str:
        """Keeps what is typed; why that could not be done, or ""."""
        raise NotImplementedError

    def _press(self, key: str) -> bool:
        """Does what the key means here; False where it means nothing."""
        raise NotImplementedError


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def foot_note(theme: Theme, words: str) -> QWidget:
    """A sentence under a table."""
    note = QWidget()
    row = QHBoxLayout(note)
    row.setContentsMargins(24, 10, 20, 12)
    row.setSpacing(8)
    row.addWidget(Icon(theme, "info", "text2", 18))
    row.addWidget(Text(words, tone="text2", wrap=True), 1)
    return note
