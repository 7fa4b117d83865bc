"""One segment of a choice: painted, joined to its neighbours, ticked when it is chosen."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

TICK, TICK_GAP = 16, 7
_SIDE = 13
_STEP = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Segment(QAbstractButton):
    """Joined to its neighbours: rounded only at the ends of the line."""

    pressed_by_hand = Signal(object)
    stepped = Signal(object, int)

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first = self._last = True
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._tell)
        theme.changed.connect(self.update)

    @property
    def bare_width(self) -> int:
        return QFontMetrics(self._theme.font(sizes.BODY, 600)).horizontalAdvance(self.text()) + 2 * _SIDE + 1

    def say(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def show_ends(self, *, first: bool, last: bool) -> None:
        self._first, self._last = first, last
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """The group decides."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.bare_width + (TICK + TICK_GAP if self.isChecked() else 0), sizes.CONTROL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(2 * _SIDE + TICK, sizes.CONTROL)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows choose the neighbour; Enter chooses, and on the chosen one goes on to whoever waits for it."""
        if event.key() in _STEP:
            self.stepped.emit(self, _STEP[Qt.Key(event.key())])
        elif event.key() in _ENTER and not self.isChecked():
            self.click()
        elif event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline: ColorRole = "accent" if self.isChecked() else "edge"
        line = Qt.PenStyle.SolidLine if self.isEnabled() else Qt.PenStyle.DashLine
        painter.setPen(QPen(self._theme.color(outline), 1, line))
        painter.setBrush(self._theme.color(self._ground()))
        painter.drawPath(self._shape())
        self._paint_words(painter)

    def _ground(self) -> ColorRole:
        if self.isChecked():
            return "soft"
        return "well" if self.underMouse() and self.isEnabled() else "surface"

    def _paint_words(self, painter: QPainter) -> None:
        on = self.isChecked()
        font = self._theme.font(sizes.BODY, 600 if on else 500)
        metrics = QFontMetrics(font)
        room = self.width() - 2 * (_SIDE - 1) - (TICK + TICK_GAP if on else 0)
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        left = (self.width() - metrics.horizontalAdvance(shown) - (TICK + TICK_GAP if on else 0)) // 2
        if on:
            tick = self._theme.pixmap("check", "on_soft", TICK, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(left, (self.height() - TICK) // 2), tick)
            left += TICK + TICK_GAP
        painter.setFont(font)
        painter.setPen(self._theme.color("on_soft" if on else "text2"))
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)

    def _shape(self) -> QPainterPath:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)
        middle = box.width() / 2
        if not self._first:
            shape = shape.united(_square(box.adjusted(0, 0, -middle, 0)))
        if not self._last:
            shape = shape.united(_square(box.adjusted(middle, 0, 0, 0)))
        return shape

    def _tell(self) -> None:
        self.pressed_by_hand.emit(self)


def _square(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(box)
    return path
