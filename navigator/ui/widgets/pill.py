"""The state pill: a shape, words and a tint that tell one state; as a widget, and as paint for list rows."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole, StateName

_SHAPE = 11.0
_LEFT = 8
_GAP = 4
_RIGHT = 10

_TINT: dict[StateName, ColorRole] = {"open": "open_tint", "closing": "closing_tint", "danger": "danger_tint"}
"""States with a filled ground; the others are outlined, so that a state is told without colour too."""


def pill_size(words: str) -> QSize:
    width = QFontMetrics(font(sizes.BODY, 600)).horizontalAdvance(words)
    return QSize(_LEFT + round(_SHAPE) + _GAP + width + _RIGHT, sizes.PILL)


def paint_pill(painter: QPainter, theme: Theme, box: QRect, state: StateName, words: str) -> None:
    """Draws the pill into `box`, whose size is `pill_size(words)`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.color(state)
    _paint_ground(painter, theme, QRectF(box), state)
    shape = QRectF(box.left() + _LEFT, box.center().y() + 1 - _SHAPE / 2, _SHAPE, _SHAPE)
    _SHAPES[state](painter, shape, ink)
    painter.setPen(ink)
    painter.setFont(font(sizes.BODY, 600))
    painter.drawText(box.adjusted(_LEFT + round(_SHAPE) + _GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()


def _paint_ground(painter: QPainter, theme: Theme, box: QRectF, state: StateName) -> None:
    if state in _TINT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(_TINT[state]))
    else:
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        dashed = state == "unknown"
        painter.setPen(QPen(theme.color(state), 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def _disc(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(box)


def _half_disc(painter: QPainter, box: QRectF, ink: QColor) -> None:
    _ring(painter, box, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPie(box, 90 * 16, -180 * 16)


def _ring(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))


def _question(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(ink)
    painter.setFont(font(sizes.BODY, 700))
    painter.drawText(box.adjusted(-2, -6, 2, 6), Qt.AlignmentFlag.AlignCenter, "?")


def _triangle(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(0.5, 1, -0.5, -1)
    painter.drawPolygon(QPolygonF([QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()]))


_SHAPES: dict[StateName, Callable[[QPainter, QRectF, QColor], None]] = {
    "open": _disc,
    "closing": _half_disc,
    "closed": _ring,
    "unknown": _question,
    "danger": _triangle,
}


class StatePill(QWidget):
    """The pill as a widget of its own; its accessible name is its words."""

    def __init__(
        self, theme: Theme, state: StateName = "unknown", words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(state, words)
        theme.changed.connect(self.update)

    def show_state(self, state: StateName, words: str) -> None:
        self._state, self._words = state, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return pill_size(self._words)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        paint_pill(QPainter(self), self._theme, QRect(self.rect()), self._state, self._words)
