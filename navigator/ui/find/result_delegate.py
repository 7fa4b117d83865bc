"""Paints the result list: group heads, result rows of three columns and three lines, and the last line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from navigator.resources.hours import OpenKind
from navigator.resources.search import Fit
from navigator.ui.find import columns, remarks
from navigator.ui.find.columns import columns_of
from navigator.ui.find.remarks import Remark
from navigator.ui.find.result_model import RowRole
from navigator.ui.find.result_row import GroupHead, MoreRow, ResultRow, Row
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
    Fit.FITS: ("circle-check", "open"),
    Fit.ASK: ("circle-question-mark", "unknown"),
    Fit.NOT: ("ban", "text2"),
}

_LINE = 23
_ICON = 16
_MORE = 48
_SCROLL_BAR = 12
"""Left free whether or not the bar shows, so that columns stand still from answer to answer."""

_Index = QModelIndex | QPersistentModelIndex


class ResultDelegate(QStyledItemDelegate):
    """Paints one row at a time, from plain values."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._body, self._facts = theme.font(sizes.BODY), theme.font(sizes.BODY, 500)
        self._name, self._group = theme.font(sizes.NAME, 600), theme.font(sizes.BODY, 600)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 (Qt's name)
        row = index.data(RowRole)
        if isinstance(row, ResultRow):
            return QSize(0, sizes.RESULT_ROW)
        return QSize(0, sizes.GROUP_HEAD if isinstance(row, GroupHead) else _MORE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        box = QRect(option.rect)
        box.setWidth(self._view.width() - _SCROLL_BAR)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_row(painter, box, index.data(RowRole), chosen=chosen, place=index.row())
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRect, row: Row, *, chosen: bool, place: int) -> None:
        match row:
            case GroupHead():
                self._paint_head(painter, box, row)
            case MoreRow():
                self._write(painter, box.adjusted(columns.LEFT, 0, 0, 0), row.spoken, self._body, "text2")
            case ResultRow():
                if chosen:
                    self._paint_choice(painter, box)
                elif not row.last_of_group and self._view.currentIndex().row() != place + 1:
                    self._paint_divider(painter, box)
                self._paint_result(painter, box, row)

    def _paint_head(self, painter: QPainter, box: QRect, head: GroupHead) -> None:
        line = box.adjusted(columns.LEFT, 4, -columns.RIGHT, 0)
        self._write(painter, line, head.words, self._group, "text2")
        after = QFontMetrics(self._group).horizontalAdvance(head.words) + 9
        self._write(painter, line.adjusted(after, 0, 0, 0), head.count, self._body, "text3")

    def _paint_choice(self, painter: QPainter, box: QRect) -> None:
        """Soft ground and accent bar; a ring inside it only while the list has the focus."""
        ground = box.adjusted(8, 1, -6, -1)
        focused = self._view.hasFocus()
        painter.setPen(QPen(self._theme.color("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("soft"))
        edge = ground.adjusted(1, 1, -1, -1) if focused else ground
        painter.drawRoundedRect(edge, sizes.RADIUS_ROW, sizes.RADIUS_ROW)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRect(ground.left(), ground.top() + 10, 4, ground.height() - 20), 2, 2)

    def _paint_divider(self, painter: QPainter, box: QRect) -> None:
        line = QRect(box.left() + columns.LEFT, box.bottom(), box.width() - columns.LEFT - columns.RIGHT, 1)
        painter.fillRect(line, self._theme.color("line"))

    def _paint_result(self, painter: QPainter, box: QRect, row: ResultRow) -> None:
        places = columns_of(row, box)
        self._paint_left(painter, places.left, row)
        self._paint_middle(painter, places.middle, row)
        self._paint_right(painter, places.right, row)

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

    def _sign(self, painter: QPainter, line: QRect, icon: str, role: ColorRole) -> None:
        pixmap = self._theme.pixmap(icon, role, _ICON, self._view.devicePixelRatioF())
        painter.drawPixmap(QPoint(line.left(), line.center().y() + 1 - _ICON // 2), pixmap)

    def _write(self, painter: QPainter, line: QRect, words: str, font: QFont, role: ColorRole) -> None:
        """Writes from the left and elides; the columns are such that only names, kinds and fits ever are."""
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _FLAGS | Qt.AlignmentFlag.AlignLeft, shown)

    def _write_right(self, painter: QPainter, line: QRect, words: str, font: QFont, role: ColorRole) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        painter.drawText(line, _FLAGS | Qt.AlignmentFlag.AlignRight, words)


_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine


def _line(column: QRect, number: int) -> QRect:
    """One of the three lines of a column, from the top."""
    first = column.top() + (column.height() - 3 * _LINE) // 2
    return QRect(column.left(), first + number * _LINE, column.width(), _LINE)
