"""Paints a record list: group heads, and rows of a title, what stands under it, a state and the right side."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from navigator.ui.records.columns import ICON_COLUMN, LEFT, LINE, RIGHT, Columns
from navigator.ui.records.record import GroupHead, Record, RecordRow, Row
from navigator.ui.records.record_model import RowRole
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole
from navigator.ui.widgets.pill import paint_pill, pill_size

_ICON = 20
_SCROLL_BAR = 12
"""Left free whether or not the bar shows, so that columns stand still."""

_Index = QModelIndex | QPersistentModelIndex
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine


class RecordDelegate(QStyledItemDelegate):
    """Paints one row at a time, from plain values."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.columns = Columns()
        self._body, self._facts = theme.font(sizes.BODY), theme.font(sizes.BODY, 500)
        self._name, self._group = theme.font(sizes.NAME, 600), theme.font(sizes.BODY, 600)
        self._struck = theme.font(sizes.NAME, 600)
        self._struck.setStrikeOut(True)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        row = index.data(RowRole)
        if isinstance(row, RecordRow):
            return QSize(0, self.columns.height(self._width(), row.record))
        return QSize(0, sizes.GROUP_HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        box = QRect(option.rect)
        box.setWidth(self._width())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_row(painter, box, index.data(RowRole), chosen=chosen, place=index.row())
        painter.restore()

    def _width(self) -> int:
        return self._view.width() - _SCROLL_BAR

    def _paint_row(self, painter: QPainter, box: QRect, row: Row, *, chosen: bool, place: int) -> None:
        match row:
            case GroupHead():
                self._paint_head(painter, box, row)
            case RecordRow():
                if chosen:
                    self._paint_choice(painter, box)
                elif not row.last_of_group and self._view.currentIndex().row() != place + 1:
                    line = QRect(box.left() + LEFT, box.bottom(), box.width() - LEFT - RIGHT, 1)
                    painter.fillRect(line, self._theme.color("line"))
                self._paint_record(painter, box, row.record)

    def _paint_head(self, painter: QPainter, box: QRect, head: GroupHead) -> None:
        line = box.adjusted(LEFT, 4, -RIGHT, 0)
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

    def _paint_record(self, painter: QPainter, box: QRect, record: Record) -> None:
        first, second = self.columns.title(box), self.columns.under(box)
        ink: ColorRole = "text2" if record.struck else "text"
        self._write(painter, first, record.title, self._struck if record.struck else self._name, ink)
        self._write(painter, second, record.under, self._body, "text2")
        side = box.adjusted(0, 0, -RIGHT, 0)
        self._write_right(painter, self.columns.line(side, 0), record.right, self._facts, ink)
        self._write_right(painter, self.columns.line(side, 1), record.right_under, self._body, "text2")
        if record.icon:
            self._paint_icon(painter, first.left() - ICON_COLUMN, first, record.icon)
        if record.pill:
            state, words = record.pill
            pill = self.columns.pill_box(box, pill_size(words))
            paint_pill(painter, self._theme, pill, state, words)

    def _paint_icon(self, painter: QPainter, left: int, line: QRect, name: str) -> None:
        pixmap = self._theme.pixmap(name, "text2", _ICON, self._view.devicePixelRatioF())
        painter.drawPixmap(QPoint(left, line.top() + (LINE - _ICON) // 2 + 1), pixmap)

    def _write(self, painter: QPainter, line: QRect, words: str, font: QFont, role: ColorRole) -> None:
        """Writes from the left and elides: titles and what stands under them only."""
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _FLAGS | Qt.AlignmentFlag.AlignLeft, shown)

    def _write_right(self, painter: QPainter, line: QRect, words: str, font: QFont, role: ColorRole) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        painter.drawText(line, _FLAGS | Qt.AlignmentFlag.AlignRight, words)
