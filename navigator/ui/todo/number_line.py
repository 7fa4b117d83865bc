"""A number to dial, as large as its line allows and never cut."""

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

_SIZES = (sizes.NUMBER, 26, sizes.TITLE)
_SIDE = 14


class NumberLine(Panel):
    """Whose number it is stands over it; what was typed as a number may be long, and then runs over several lines."""

    def __init__(self, whose: str, number: str, parent: QWidget | None = None) -> None:
        super().__init__("well", parent)
        self.number = Text(number, px=sizes.NUMBER, weight=700, wrap=True)
        self.number.setAccessibleName(f"{whose}: {number}")
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, 10)
        column.setSpacing(2)
        column.addWidget(Text(whose, tone="text2", wrap=True))
        column.addWidget(self.number)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        room, words = self.width() - 2 * _SIDE, self.number.text()
        fitting = (px for px in _SIZES if QFontMetrics(font(px, 700)).horizontalAdvance(words) <= room)
        self.number.setFont(font(next(fitting, sizes.NAME), 700))
