"""A painted table: a head that stays, rows chosen by arrow keys, keys that mean something on a row."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from navigator.ui.rows.row_list import RowList
from navigator.ui.rows.table import Column, TableRow
from navigator.ui.rows.table_delegate import TableDelegate
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme

_HEAD = 37
_LEAST_WIDTH = 400


class TableList(RowList[TableRow]):
    """`chosen` gives the key of the row one came to, or None; `opened` the key of a row by Enter or two clicks.

    `keyed` gives one of `keys` that was pressed on the list, such as a digit.
    """

    chosen = Signal(object)
    opened = Signal(object)
    keyed = Signal(str)

    def __init__(
        self, theme: Theme, columns: Sequence[Column], *, name: str, keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._keys = keys
        self._delegate = TableDelegate(theme, self, columns)
        self._head = _Head(theme, self, self._delegate)
        self.setItemDelegate(self._delegate)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setUniformItemSizes(True)
        self.setViewportMargins(0, _HEAD, 0, 0)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Shows these. The chosen row stays chosen; if it is gone, the one that came into its place is, else the first.

        `chosen` tells whatever is chosen then, also that nothing is, unless the rows are the same in other words.
        """
        if tuple(rows) == self.rows:
            return
        key, place, scrolled = self.current_key, self.currentIndex().row(), self.verticalScrollBar().value()
        self._delegate.measure(rows)
        self._head.update()
        if self._rows.reword(tuple(rows)):
            return
        self._rows.show(tuple(rows))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        if not self._settle(key, max(place, 0)):
            self.chosen.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.text() and event.text() in self._keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.keyed.emit(event.text())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if self.current_key is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._head.setGeometry(QRect(0, 0, self.width(), _HEAD))

    def _tell(self) -> None:
        self.chosen.emit(self.current_key)

    def _open(self, index: QModelIndex) -> None:
        key = self._rows.key_at(index.row())
        if key is not None:
            self.opened.emit(key)


class _Head(QWidget):
    """The heads of the columns, over the rows; each row is spoken with its words, so it says nothing itself."""

    def __init__(self, theme: Theme, view: QWidget, delegate: TableDelegate) -> None:
        super().__init__(view)
        self._theme, self._delegate = theme, delegate
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setFont(self._theme.font(sizes.HINT, 500))
        painter.setPen(self._theme.color("text2"))
        for span, column in zip(self._delegate.spans(), self._delegate.columns, strict=True):
            box = QRect(span.left, 0, span.width, self.height() - 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, column.title)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line"))
