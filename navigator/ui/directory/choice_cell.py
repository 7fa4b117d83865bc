"""One of two values side by side: the one that stands is tinted, outlined and ticked."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

_LEFT, _RIGHT, _ABOVE, _TICK = 34, 10, 8, 16
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_STEPS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class ChoiceCell(QAbstractButton):
    """`picked` when a person chose it; `stepped` when an arrow key asks for the other one."""

    picked = Signal()
    stepped = Signal()

    def __init__(self, theme: Theme, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(theme.font(sizes.BODY))
        self.clicked.connect(self.picked)
        theme.changed.connect(self.update)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """The two decide together."""

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        room = QRect(0, 0, max(1, width - _LEFT - _RIGHT), 1_000_000)
        words = QFontMetrics(self.font()).boundingRect(room, int(_FLAGS), self.text())
        return max(sizes.CONTROL, words.height() + 2 * _ABOVE)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in _STEPS:
            self.stepped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ink: ColorRole = "on_soft" if on else "text2"
        painter.setPen(QPen(self._theme.color("accent" if on else "edge"), 1))
        painter.setBrush(self._theme.color("soft" if on else "well" if self.underMouse() else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)
        icon = self._theme.pixmap("circle-check" if on else "circle", ink, _TICK, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(10, _ABOVE + 1), icon)
        painter.setPen(self._theme.color(ink))
        painter.setFont(self.font())
        painter.drawText(self.rect().adjusted(_LEFT, _ABOVE, -_RIGHT, 0), int(_FLAGS), self.text())
