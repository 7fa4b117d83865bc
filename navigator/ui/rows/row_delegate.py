"""Paints the rows of a list from plain values: heads, the chosen row, dividers, words and icons."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from navigator.ui.rows.row import GroupHead, Row
from navigator.ui.rows.row_model import RowRole
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

LEFT, RIGHT = 20, 19
"""From the row's edges to its words."""

SCROLL_BAR = 12
"""Left free whether or not the bar shows, so that columns stand still from answer to answer."""

Index = QModelIndex | QPersistentModelIndex
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine


class RowDelegate[R: Row](QStyledItemDelegate):
    """Paints one row at a time. What derives from it says how high a row is, and paints what is in it."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._body, self._facts = theme.font(sizes.BODY), theme.font(sizes.BODY, 500)
        self._name, self._group = theme.font(sizes.NAME, 600), theme.font(sizes.BODY, 600)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        row = index.data(RowRole)
        return QSize(0, sizes.GROUP_HEAD if isinstance(row, GroupHead) else self._height(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        box = QRect(option.rect)
        box.setWidth(self._width())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_row(painter, box, index.data(RowRole), chosen=chosen, place=index.row())
        painter.restore()

    def _height(self, row: R) -> int:
        """Of a row that is no head."""
        raise NotImplementedError

    def _paint_content(self, painter: QPainter, box: QRect, row: R) -> None:
        """What is in a row that is no head."""
        raise NotImplementedError

    def _width(self) -> int:
        return self._view.width() - SCROLL_BAR

    def _paint_row(self, painter: QPainter, box: QRect, row: R | GroupHead, *, chosen: bool, place: int) -> None:
        if isinstance(row, GroupHead):
            self._paint_head(painter, box, row)
            return
        if chosen:
            self._paint_choice(painter, box)
        elif self._is_divided(row) and self._view.currentIndex().row() != place + 1:
            line = QRect(box.left() + LEFT, box.bottom(), box.width() - LEFT - RIGHT, 1)
            painter.fillRect(line, self._theme.color("line"))
        self._paint_content(painter, box, row)

    def _is_divided(self, row: R) -> bool:
        """Whether a line stands under the row."""
        raise NotImplementedError

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
        self._paint_bar(painter, QRect(ground.left(), ground.top() + 10, 4, ground.height() - 20))

    def _paint_bar(self, painter: QPainter, bar: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(bar, 2, 2)

    def _sign(self, painter: QPainter, line: QRect, icon: str, role: ColorRole, size: int = 16) -> None:
        """An icon at the left of a line."""
        pixmap = self._theme.pixmap(icon, role, size, self._view.devicePixelRatioF())
        painter.drawPixmap(QPoint(line.left(), line.center().y() + 1 - size // 2), pixmap)

    def _write(self, painter: QPainter, line: QRect, words: str, font: QFont, role: ColorRole) -> None:
        """Writes from the left and elides; columns are such that only names and what explains them ever are."""
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _FLAGS | Qt.AlignmentFlag.AlignLeft, shown)

    def _write_right(self, painter: QPainter, line: QRect, words: str, font: QFont, role: ColorRole) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        painter.drawText(line, _FLAGS | Qt.AlignmentFlag.AlignRight, words)
