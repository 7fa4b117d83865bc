"""The banner at the foot of the call screen: whom to call next, or that another place is to be found."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Elided


class NextBanner(QWidget):
    """`acted` when its one button is pressed. The button is filled where nothing else on the screen is."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Elided(weight=600)
        self.words = Elided(tone="text2")
        self.button = Button(theme, "")
        self.button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(Icon(theme, "clock", "closing", 20))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.title)
        column.addWidget(self.words)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        theme.changed.connect(self.update)

    def show_next(self, title: str, words: str, action: str, *, filled: bool) -> None:
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleName(f"{title}. {words}")
        self.button.setText(action)
        self.button.set_variant("primary" if filled else "secondary")
        self.button.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("closing"), 1))
        painter.setBrush(self._theme.color("closing_tint"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, sizes.RADIUS_ROW, sizes.RADIUS_ROW)
