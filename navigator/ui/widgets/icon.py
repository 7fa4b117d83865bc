"""A Lucide icon beside words; decoration only, so it has no accessible name of its own."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole


class Icon(QWidget):
    def __init__(
        self, theme: Theme, name: str, role: ColorRole = "text2", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._role, self._size = theme, name, role, size
        self.setFixedSize(QSize(size, size))
        theme.changed.connect(self.update)

    def show_icon(self, name: str, role: ColorRole) -> None:
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._theme.pixmap(self._name, self._role, self._size, self.devicePixelRatioF()))
