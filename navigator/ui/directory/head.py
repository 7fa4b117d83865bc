"""The head of a pane: the name of the place, and what it is."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.widgets.text import Text


class PaneHead(QWidget):
    def __init__(self, name: str, under: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(name, px=sizes.TITLE, weight=700, wrap=True))
        if under:
            column.addWidget(Text(under, tone="text2", wrap=True))
