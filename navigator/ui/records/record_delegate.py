"""Paints a record list: group heads, and rows of a title, what stands under it, a state and the right side."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from navigator.ui.records.columns import ICON_COLUMN, Columns
from navigator.ui.records.record import RecordRow
from navigator.ui.rows.row_delegate import RIGHT, RowDelegate
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole
from navigator.ui.widgets.pill import paint_pill, pill_size

_ICON = 20


class RecordDelegate(RowDelegate[RecordRow]):
    """Paints one record at a time, where `columns` put its words."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self.columns = Columns()
        self._struck = theme.font(sizes.NAME, 600)
        self._struck.setStrikeOut(True)

    def _height(self, row: RecordRow) -> int:
        return self.columns.height(self._width(), row.record)

    def _is_divided(self, row: RecordRow) -> bool:
        return not row.last_of_group

    def _paint_content(self, painter: QPainter, box: QRect, row: RecordRow) -> None:
        record = row.record
        first, second = self.columns.title(box), self.columns.under(box)
        ink: ColorRole = "text2" if record.struck else "text"
        self._write(painter, first, record.title, self._struck if record.struck else self._name, ink)
        self._write(painter, second, record.under, self._body, "text2")
        side = box.adjusted(0, 0, -RIGHT, 0)
        self._write_right(painter, self.columns.line(side, 0), record.right, self._facts, ink)
        self._write_right(painter, self.columns.line(side, 1), record.right_under, self._body, "text2")
        if record.icon:
            self._sign(painter, first.adjusted(-ICON_COLUMN, 0, 0, 0), record.icon, "text2", _ICON)
        if record.pill:
            state, words = record.pill
            pill = self.columns.pill_box(box, pill_size(words))
            paint_pill(painter, self._theme, pill, state, words)
