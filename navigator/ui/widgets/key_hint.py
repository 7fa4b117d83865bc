"""A key drawn as a key, "Ctrl K", beside what it does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme


class KeyHint(QWidget):
    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, keys
        self.setAccessibleName(f"Key {keys}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = QFontMetrics(self._theme.font(sizes.HINT, 500)).horizontalAdvance(self._keys)
        return QSize(width + 22, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("edge"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, sizes.RADIUS_KEY, sizes.RADIUS_KEY)
        painter.setPen(self._theme.color("text2"))
        painter.setFont(self._theme.font(sizes.HINT, 500))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._keys)
