"""One part of the pane beside the form: a head, what is known, and what stood in the way of an act on it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text


class Card(QWidget):
    """`column` holds what is shown; `say` puts a sentence under it."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._trouble = Trouble(theme)
        self.head = QHBoxLayout()
        self.head.addWidget(Text(title, weight=600))
        self.head.addStretch(1)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self.head)
        whole.addLayout(self.column)
        whole.addWidget(self._trouble)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def say(self, sentence: str) -> None:
        self._trouble.say(sentence)


class Lines(QVBoxLayout):
    """Rows that are made anew whenever something else is shown."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def clear(self) -> None:
        while self.count():
            item = self.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
