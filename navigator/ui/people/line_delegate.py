"""Paints a person's timeline: the time, a ring with what it was, the words; struck through where it was an error."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from navigator.ui.people.line import Line
from navigator.ui.rows.row_delegate import LEFT, RIGHT, RowDelegate
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

HEIGHT = 56
_TIME = 72
_RING, _ICON = 24, 14
_GAP = 12


class LineDelegate(RowDelegate[Line]):
    """The rings of one day hang on one line."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._title, self._struck = theme.font(sizes.BODY, 600), theme.font(sizes.BODY, 600)
        self._struck.setStrikeOut(True)

    def _height(self, row: Line) -> int:  # noqa: ARG002 - all are of one height
        return HEIGHT

    def _is_divided(self, row: Line) -> bool:  # noqa: ARG002 - the rings hold them together
        return False

    def _paint_content(self, painter: QPainter, box: QRect, row: Line) -> None:
        time = QRect(box.left() + LEFT, box.top() + 8, _TIME, 20)
        self._write(painter, time, row.at, self._body, "text2")
        ring = QRect(time.right() + _GAP, box.top() + 6, _RING, _RING)
        self._paint_ring(painter, ring, box, row)
        words = QRect(ring.right() + _GAP, time.top(), box.right() - RIGHT - ring.right() - _GAP, 20)
        self._paint_words(painter, words, row)

    def _paint_ring(self, painter: QPainter, ring: QRect, box: QRect, row: Line) -> None:
        if not row.last:
            painter.setPen(QPen(self._theme.color("line"), 2))
            middle = ring.center().x() + 0.5
            painter.drawLine(QPointF(middle, ring.bottom() + 2), QPointF(middle, box.bottom() + 5))
        painter.setPen(QPen(self._theme.color("edge"), 1.5))
        painter.setBrush(self._theme.color("surface"))
        painter.drawEllipse(QRectF(ring).adjusted(0.75, 0.75, -0.75, -0.75))
        inside = ring.adjusted((_RING - _ICON) // 2, 0, 0, 0)
        self._sign(painter, inside, row.told.icon, "text2", _ICON)

    def _paint_words(self, painter: QPainter, line: QRect, row: Line) -> None:
        ink: ColorRole = "text2" if row.struck else "text"
        font = self._struck if row.struck else self._title
        self._write(painter, self._beside(painter, line, row.told.by), row.told.title, font, ink)
        second = line.translated(0, 20)
        self._write(painter, self._beside(painter, second, row.record), row.under, self._body, "text2")

    def _beside(self, painter: QPainter, line: QRect, words: str) -> QRect:
        """Writes `words` at the right, in half of the line at the most; gives the room that is left of them."""
        if not words:
            return line
        metrics = QFontMetrics(self._body)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width() // 2)
        self._write_right(painter, line, shown, self._body, "text3")
        return line.adjusted(0, 0, -metrics.horizontalAdvance(shown) - _GAP, 0)
