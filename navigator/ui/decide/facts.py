"""What was written down of a request: each fact under its label."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.decide.words import Facts
from navigator.ui.theme import sizes
from navigator.ui.widgets.text import Text


class FactsView(QWidget):
    """Words of several lines keep them; a screen reader hears the label with its words."""

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for label, words in facts:
            column.addWidget(_fact(label, words))


def _fact(label: str, words: str) -> QWidget:
    fact = QWidget()
    fact.setAccessibleName(f"{label}: {words}")
    column = QVBoxLayout(fact)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(label, tone="text3", px=sizes.HINT))
    for line in words.split("\n"):
        column.addWidget(Text(line, wrap=True))
    return fact
