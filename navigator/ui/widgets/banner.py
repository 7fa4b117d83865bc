"""A banner: tint, outline, icon, a title, one line and one action; one per screen."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole, StateName
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text

_TINT: dict[StateName, ColorRole] = {
    "open": "open_tint",
    "closing": "closing_tint",
    "closed": "closed_tint",
    "unknown": "unknown_tint",
    "danger": "danger_tint",
}
_ICON: dict[StateName, str] = {
    "open": "circle-check",
    "closing": "info",
    "closed": "info",
    "unknown": "circle-question-mark",
    "danger": "triangle-alert",
}


class Banner(QWidget):
    """What matters for the whole screen; `acted` when its one action is taken."""

    acted = Signal()

    def __init__(
        self, theme: Theme, state: StateName, title: str, words: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._state = theme, state
        self.title = Text(title, weight=600)
        self.words = Text(words, tone="text2", wrap=True)
        self.setAccessibleName(f"{title} {words}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(Icon(theme, _ICON[state], state, 20))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.words)
        row.addLayout(column, 1)
        if action:
            button = Button(theme, action, "ghost")
            button.clicked.connect(self.acted)
            row.addWidget(button)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(self._state), 1))
        painter.setBrush(self._theme.color(_TINT[self._state]))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, sizes.RADIUS_ROW, sizes.RADIUS_ROW)
