"""Paints the result list: group heads, result rows of three columns and three lines, and the last line."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QPainter

from navigator.resources.hours import OpenKind
from navigator.resources.search import Fit
from navigator.ui.find import columns, remarks
from navigator.ui.find.columns import columns_of
from navigator.ui.find.remarks import Remark
from navigator.ui.find.result_row import MoreRow, ResultRow
from navigator.ui.rows.row_delegate import LEFT, RIGHT, RowDelegate
from navigator.ui.theme import sizes
from navigator.ui.theme.tokens import ColorRole, StateName
from navigator.ui.widgets.pill import paint_pill, pill_size

STATE: dict[OpenKind, StateName] = {
    OpenKind.OPEN: "open",
    OpenKind.CLOSING: "closing",
    OpenKind.CLOSED: "closed",
    OpenKind.UNKNOWN: "unknown",
}
FIT_SIGN: dict[Fit, tuple[str, ColorRole]] = {
    Fit.FITS: ("circle-check", "open"),
    Fit.ASK: ("circle-question-mark", "unknown"),
    Fit.NOT: ("ban", "text2"),
}

_LINE = 23
_NOTES_UP = 7
"""How far the notes reach into the space under the three lines."""
_MORE = 48


class ResultDelegate(RowDelegate[ResultRow | MoreRow]):
    """Paints one row at a time, from plain values."""

    def _height(self, row: ResultRow | MoreRow) -> int:
        return sizes.RESULT_ROW + len(row.notes) * _LINE if isinstance(row, ResultRow) else _MORE

    def _is_divided(self, row: ResultRow | MoreRow) -> bool:
        return isinstance(row, ResultRow) and not row.last_of_group

    def _paint_content(self, painter: QPainter, box: QRect, row: ResultRow | MoreRow) -> None:
        if isinstance(row, MoreRow):
            self._write(painter, box.adjusted(LEFT, 0, 0, 0), row.spoken, self._body, "text2")
        else:
            self._paint_result(painter, box, row)

    def _paint_result(self, painter: QPainter, box: QRect, row: ResultRow) -> None:
        places = columns_of(row, QRect(box.topLeft(), QSize(box.width(), sizes.RESULT_ROW)))
        self._paint_left(painter, places.left, row)
        self._paint_middle(painter, places.middle, row)
        self._paint_right(painter, places.right, row)
        self._paint_notes(painter, box.adjusted(LEFT, sizes.RESULT_ROW - _NOTES_UP, -RIGHT, 0), row)

    def _paint_notes(self, painter: QPainter, room: QRect, row: ResultRow) -> None:
        """What is so for a time, and what was reported: each in a line of its own over the whole width."""
        for place, note in enumerate(row.notes):
            line = QRect(room.left(), room.top() + place * _LINE, room.width(), _LINE)
            self._sign(painter, line, note.icon, note.tone)
            self._write(painter, line.adjusted(23, 0, 0, 0), note.words, self._facts, note.tone)

    def _paint_left(self, painter: QPainter, column: QRect, row: ResultRow) -> None:
        ink: ColorRole = "text2" if row.faded else "text"
        self._write(painter, _line(column, 0), row.name, self._name, ink)
        self._write(painter, _line(column, 1), row.kind, self._body, "text2")
        if row.fit_words:
            icon, role = FIT_SIGN[row.sign]
            self._sign(painter, _line(column, 2), icon, role)
            self._write(painter, _line(column, 2).adjusted(23, 0, 0, 0), row.fit_words, self._facts, ink)

    def _paint_middle(self, painter: QPainter, column: QRect, row: ResultRow) -> None:
        size = pill_size(row.state_words)
        top = _line(column, 0).center().y() + 1 - size.height() // 2
        paint_pill(painter, self._theme, QRect(QPoint(column.left(), top), size), STATE[row.state], row.state_words)
        if row.beds:
            self._remark(painter, _line(column, 1), row.beds, self._facts)
        self._remark(painter, _line(column, 2), row.checked, self._body)

    def _paint_right(self, painter: QPainter, column: QRect, row: ResultRow) -> None:
        ink: ColorRole = "text2" if row.faded or not row.phone else "text"
        font = self._name if row.phone else self._facts
        self._write_right(painter, _line(column, 0), row.phone or remarks.NO_NUMBER, font, ink)
        self._write_right(painter, _line(column, 1), row.distance, self._body, "text2")
        self._write_right(painter, _line(column, 2), row.way_in, self._body, "text2")

    def _remark(self, painter: QPainter, line: QRect, remark: Remark, font: QFont) -> None:
        self._sign(painter, line.adjusted(5, 0, 0, 0), remark.icon, remark.tone)
        self._write(painter, line.adjusted(columns.ICON_COLUMN, 0, 0, 0), remark.words, font, remark.tone)


def _line(column: QRect, number: int) -> QRect:
    """One of the three lines of a column, from the top."""
    first = column.top() + (column.height() - 3 * _LINE) // 2
    return QRect(column.left(), first + number * _LINE, column.width(), _LINE)
