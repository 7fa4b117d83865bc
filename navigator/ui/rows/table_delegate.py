"""Paints the rows of a table: lines from edge to edge, words in columns, the chosen row on soft ground."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from navigator.ui.rows.row import GroupHead
from navigator.ui.rows.row_delegate import RowDelegate
from navigator.ui.rows.table import ICON, ICON_GAP, Cell, Column, Span, TableRow, spans, wanted
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme


class TableDelegate(RowDelegate[TableRow]):
    """The columns are as wide as the widest of their cells, measured when rows are shown."""

    def __init__(self, theme: Theme, view: QAbstractItemView, columns: Sequence[Column]) -> None:
        super().__init__(theme, view)
        self.columns = tuple(columns)
        self._needs = wanted(self.columns, ())

    def measure(self, rows: Sequence[TableRow]) -> None:
        self._needs = wanted(self.columns, rows)

    def spans(self) -> tuple[Span, ...]:
        """Where the columns stand now."""
        return spans(self.columns, self._needs, self._width())

    def _width(self) -> int:
        """All of it: the free edge at the right is wider than a scroll bar."""
        return self._view.width()

    def _height(self, _row: TableRow) -> int:
        return sizes.TABLE_ROW

    def _paint_row(self, painter: QPainter, box: QRect, row: TableRow | GroupHead, *, chosen: bool, place: int) -> None:
        if isinstance(row, GroupHead):
            super()._paint_row(painter, box, row, chosen=chosen, place=place)
            return
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), self._theme.color("line"))
        if chosen:
            self._paint_choice(painter, box)
        self._paint_content(painter, box, row)

    def _paint_choice(self, painter: QPainter, box: QRect) -> None:
        ground = box.adjusted(0, 0, 0, -1)
        painter.fillRect(ground, self._theme.color("soft"))
        if self._view.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(ground.adjusted(1, 1, -1, -1))
        self._paint_bar(painter, QRect(box.left() + 2, box.top() + 8, 4, box.height() - 17))

    def _paint_content(self, painter: QPainter, box: QRect, row: TableRow) -> None:
        for span, cell in zip(self.spans(), row.cells, strict=True):
            self._paint_cell(painter, QRect(box.left() + span.left, box.top(), span.width, box.height() - 1), cell)

    def _paint_cell(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        if cell.icon:
            self._sign(painter, box, cell.icon, cell.tone, ICON)
            box = box.adjusted(ICON + ICON_GAP, 0, 0, 0)
        self._write(painter, box, cell.words, self._theme.font(sizes.BODY, cell.weight), cell.ink)
