"""The list of a person's moments: arrow keys choose, Enter opens the visit or the referral it is of."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from navigator.ui.people.line import Line, Row
from navigator.ui.people.line_delegate import LineDelegate
from navigator.ui.rows.row_list import RowList
from navigator.ui.theme.theme import Theme

NAME = "Everything that was done, newest first"


class TimelineList(RowList[Row]):
    """`chosen` and `opened` give the moment of the line."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=NAME, parent=parent)
        self.setItemDelegate(LineDelegate(theme, self))
        self.doubleClicked.connect(self._open)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(row for row in self.rows if isinstance(row, Line))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """What stood chosen stays chosen where the same lines are shown again."""
        if not self._rows.reword(tuple(rows)):
            self._rows.show(tuple(rows))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The focus is seen: where nothing was chosen, the newest is."""
        super().focusInEvent(event)
        if self.current_key is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_first()

    def _tell(self) -> None:
        row = self.currentIndex().row()
        line = self.rows[row]
        if isinstance(line, Line):
            self.chosen.emit(line.moment)

    def _open(self, index: QModelIndex) -> None:
        line = self.rows[index.row()] if index.isValid() else None
        if isinstance(line, Line):
            self.opened.emit(line.moment)
