"""A place to sign with the mouse, a finger or a pen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.ui.consent.strokes import Point, Stroke, Strokes, point
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme

_HEIGHT = 150
_INK = 2.5
_LINE_AT = 0.74
_EDGE = 16
_EMPTY = "Sign here with a finger, a pen or the mouse"


class SignaturePad(QWidget):
    """`drawn` when a stroke ends, or all of them are taken away by a person.

    Qt makes mouse events of a finger and of a pen where nobody asks for touches, so those are all it needs.
    """

    drawn = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done: list[Stroke] = []
        self._running: list[Point] = []
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._tell()
        theme.changed.connect(self.update)

    @property
    def strokes(self) -> Strokes:
        return tuple(self._done)

    @property
    def is_signed(self) -> bool:
        return bool(self._done)

    def put(self, strokes: Strokes) -> None:
        """Shows a signature that was drawn before; tells nobody."""
        self._done, self._running = list(strokes), []
        self._tell()
        self.update()

    def clear(self) -> None:
        if self._done or self._running:
            self.put(())
            self.drawn.emit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(520, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._running = [self._at(event.position())]
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._running:
            self._running.append(self._at(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A touch without a line is a slip of the hand, not a signature."""
        if not self._running or event.button() != Qt.MouseButton.LeftButton:
            return
        stroke, self._running = (*self._running, self._at(event.position())), []
        if len(set(stroke)) > 1:
            self._done.append(stroke)
            self._tell()
            self.drawn.emit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("edge"), 1))
        painter.setBrush(self._theme.color("surface" if self.isEnabled() else "well"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), sizes.RADIUS_ROW, sizes.RADIUS_ROW)
        self._paint_line(painter)
        round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(self._theme.color("text"), _INK, *round_ends))
        for stroke in (*self._done, tuple(self._running)):
            painter.drawPolyline(QPolygonF([QPointF(x * self.width(), y * self.height()) for x, y in stroke]))

    def _paint_line(self, painter: QPainter) -> None:
        """The line to sign on, with what to do under it while it is empty."""
        top = round(self.height() * _LINE_AT)
        painter.setPen(QPen(self._theme.color("edge"), 1))
        painter.drawLine(_EDGE, top, self.width() - _EDGE, top)
        if not self._done and not self._running:
            painter.setFont(self._theme.font(sizes.HINT))
            painter.setPen(self._theme.color("text3"))
            under = self.rect().adjusted(_EDGE, top + 6, -_EDGE, 0)
            painter.drawText(under, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, _EMPTY)

    def _at(self, position: QPointF) -> Point:
        return point(position.x() / self.width(), position.y() / self.height())

    def _tell(self) -> None:
        self.setAccessibleName("Signature")
        self.setAccessibleDescription("Signed. Delete clears it." if self._done else f"Empty. {_EMPTY}.")
