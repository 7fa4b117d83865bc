"""Whom to call when the directory knows no more: numbers large enough to dial from across a table (S-11)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from navigator.city import City
from navigator.crisis import CrisisLine
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text

_EMERGENCY = "911"
KNOWS_MORE = "They know places that are not listed here."


class CallLines(QWidget):
    """The information line (211), then the crisis lines; 911 stands in the bar above."""

    def __init__(self, theme: Theme, city: City) -> None:
        super().__init__()
        self.numbers: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._add(theme, city.information_line, f"{city.information_line.label}. {KNOWS_MORE}")
        for line in city.crisis_lines:
            if line.number != _EMERGENCY:
                self._add(theme, line, line.label)

    def _add(self, theme: Theme, line: CrisisLine, words: str) -> None:
        row = len(self.numbers)
        self.numbers.append(line.number)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(Icon(theme, "phone", "text2", 20), row, 0, middle)
        self._grid.addWidget(Text(line.number, px=sizes.NUMBER, weight=700), row, 1, middle)
        self._grid.addWidget(Text(words, tone="text2", wrap=True), row, 2, middle)
