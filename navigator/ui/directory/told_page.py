"""That something was done and what it means, in the place of the form, with the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text


class ToldPage(QWidget):
    """`left` when the way back is taken."""

    left = Signal()

    def __init__(self, theme: Theme, back: str) -> None:
        super().__init__()
        self._words = Text(px=sizes.NAME, weight=600, wrap=True)
        self.back = Button(theme, back, icon="arrow-left")
        self.back.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 20, 20)
        column.setSpacing(12)
        column.addWidget(Icon(theme, "circle-check", "open", 24))
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._words.text()

    def say(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
