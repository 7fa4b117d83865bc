"""What stands in the place of a table that is empty: that it is so, why, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Text


class Empty(QWidget):
    """`acted` when its one button is pressed; without words for it there is none."""

    acted = Signal()

    def __init__(self, theme: Theme, sentence: str, why: str, action: str = "") -> None:
        super().__init__()
        self.act = Button(theme, action)
        self.act.setVisible(False)
        self.act.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 31, 20)
        column.setSpacing(8)
        column.addWidget(Text(sentence, px=sizes.NAME, weight=600, wrap=True))
        column.addWidget(Text(why, tone="text2", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.act, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.act.setVisible(bool(action))
