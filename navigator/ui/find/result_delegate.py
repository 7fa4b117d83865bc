"""Paints the result list: group heads, result rows of three columns and three lines, and the last line."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from navigator.resources.hours import OpenKind
from navigator.resources.search import Fit
from navigator.ui.find import columns, remarks
from navigator.ui.find.columns import Columns, columns_of
from navigator.ui.find.remarks import Remark
from navigator.ui.find.result_row import ResultRow
from navigator.ui.find.result_rows import DangerHead, MoreRow, NothingElseRow
from navigator.ui.rows.row import GroupHead
from navigator.ui.rows.row_delegate import LEFT, RIGHT, RowDelegate
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole, StateName
from navigator.ui.widgets.pill import paint_pill, pill_size

STATE: dict[OpenKind, StateName] = {
    OpenKind.OPEN: "open",
    OpenKind.CLOSING: "closing",
    OpenKind.CLOSED: "closed",
    OpenKind.UNKNOWN: "unknown",
}
FIT_SIGN: dict[Fit, tuple[str, ColorRole]] = {
    Fit.ALWAYS: ("phone-call", "danger"),
    Fit.FITS: ("circle-check", "open"),
    Fit.ASK: ("circle-question-mark", "unknown"),
    Fit.NOT: ("ban", "text2"),
}

_LINE = 23
_NOTES_UP = 7
"""How far the notes reach into the space under the three lines."""
_MORE = 48
_SIGN = 24
"""From the danger sign of a head to its words."""

Painted = ResultRow | MoreRow | NothingElseRow


class ResultDelegate(RowDelegate[Painted]):
    """Paints one row at a time, from plain values."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._number = theme.font(sizes.NUMBER, 700)

    def _height(self, row: Painted) -> int:
        return sizes.RESULT_ROW + len(row.notes) * _LINE if isinstance(row, ResultRow) else _MORE

    def _is_divided(self, row: Painted) -> bool:
        return isinstance(row, ResultRow) and not row.last_of_group and not row.urgent

    def _paint_row(self, painter: QPainter, box: QRect, row: Painted | GroupHead, *, chosen: bool, place: int) -> None:
        if isinstance(row, ResultRow) and row.urgent and not chosen:
            self._paint_alarm(painter, box)
        super()._paint_row(painter, box, row, chosen=chosen, place=place)

    def _paint_alarm(self, painter: QPainter, box: QRect) -> None:
        """The tint and outline of danger; the row's sign, title and large number say the same."""
        painter.setPen(QPen(self._theme.color("danger"), 1))
        painter.setBrush(self._theme.color("danger_tint"))
        ground = QRectF(box.adjusted(8, 2, -6, -2)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, sizes.RADIUS_ROW, sizes.RADIUS_ROW)

    def _paint_head(self, painter: QPainter, box: QRect, head: GroupHead) -> None:
        if not isinstance(head, DangerHead):
            super()._paint_head(painter, box, head)
            return
        line = box.adjusted(LEFT, 4, -RIGHT, 0)
        self._sign(painter, line, "triangle-alert", "danger", 18)
        self._write(painter, line.adjusted(_SIGN, 0, 0, 0), head.words, self._group, "danger")

    def _paint_content(self, painter: QPainter, box: QRect, row: Painted) -> None:
        if isinstance(row, ResultRow):
            self._paint_result(painter, box, row)
        else:
            self._write(painter, box.adjusted(LEFT, 0, 0, 0), row.spoken, self._body, "text2")

    def _paint_result(self, painter: QPainter, box: QRect, row: ResultRow) -> None:
        places = columns_of(row, QRect(box.topLeft(), QSize(box.width(), sizes.RESULT_ROW)))
        if row.urgent:
            self._paint_urgent(painter, places, row)
        else:
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

    def _paint_urgent(self, painter: QPainter, places: Columns, row: ResultRow) -> None:
        """The number over two lines, with the sign of a telephone, large enough to dial at arm's length."""
        left, right = places.left, places.right
        self._write(painter, _line(left, 0), row.name, self._name, "text")
        self._write(painter, _line(left, 1), row.kind, self._body, "text2")
        self._sign(painter, _line(left, 2), row.checked.icon, row.checked.tone)
        self._write(painter, _line(left, 2).adjusted(23, 0, 0, 0), row.checked.words, self._body, row.checked.tone)
        lines, words = _line(right, 0).united(_line(right, 1)), row.phone or remarks.NO_NUMBER
        self._write_right(painter, lines, words, self._number, "text")
        start = lines.right() + 1 - QFontMetrics(self._number).horizontalAdvance(words) - columns.PHONE_COLUMN
        self._sign(painter, QRect(QPoint(start, lines.top()), lines.bottomRight()), "phone", "danger", 20)
        size = pill_size(row.state_words)
        pill = QRect(QPoint(right.right() + 1 - size.width(), _line(right, 2).top()), size)
        paint_pill(painter, self._theme, pill, STATE[row.state], row.state_words)

    def _remark(self, painter: QPainter, line: QRect, remark: Remark, font: QFont) -> None:
        self._sign(painter, line.adjusted(5, 0, 0, 0), remark.icon, remark.tone)
        self._write(painter, line.adjusted(columns.ICON_COLUMN, 0, 0, 0), remark.words, font, remark.tone)


def _line(column: QRect, number: int) -> QRect:
    """One of the three lines of a column, from the top."""
    first = column.top() + (column.height() - 3 * _LINE) // 2
    return QRect(column.left(), first + number * _LINE, column.width(), _LINE)
