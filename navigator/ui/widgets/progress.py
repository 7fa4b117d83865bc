"""How far long work has come: a bar, and words for whoever cannot see it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.ui.theme.theme import Theme

_HEIGHT = 8
_SOME = 0.12
"""The share that is filled while nobody knows how much there is to do."""


class ProgressBar(QWidget):
    """`show_done(3, 10)` fills three tenths; of 0: it is not known yet."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_done(0, 0)
        theme.changed.connect(self.update)

    @property
    def share(self) -> float:
        """0 to 1."""
        return self._share

    def show_done(self, done: int, of: int) -> None:
        self._share = min(1.0, done / of) if of else _SOME
        words = f"{done:,} of {of:,}" if of else f"{done:,}"
        self.setAccessibleName(f"{self._name}: {words}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(self.rect())
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(room, _HEIGHT / 2, _HEIGHT / 2)
        painter.setBrush(self._theme.color("accent"))
        room.setWidth(max(_HEIGHT, room.width() * self._share))
        painter.drawRoundedRect(room, _HEIGHT / 2, _HEIGHT / 2)
