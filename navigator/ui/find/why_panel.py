""" "Does it fit?" with its lines, and "Why this one": which words and facts matched."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.search import Hit
from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.fit_words import fit_lines
from navigator.ui.find.result_delegate import FIT_SIGN
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

WORDS = "Your words"
FACTS = "What moved it up or down"


class WhyPanel(QWidget):
    """`turned` says whether the reasons are open, so that they stay so for the next entry."""

    turned = Signal(bool)

    def __init__(self, theme: Theme, hit: Hit, *, opened: bool) -> None:
        super().__init__()
        self.toggle = Button(theme, "Why this one", "ghost")
        self.toggle.clicked.connect(self._turn)
        self.reasons = _reasons(hit)
        head = QHBoxLayout()
        head.addWidget(Text("Does it fit?", weight=600))
        head.addStretch(1)
        head.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(self.reasons)
        for line in fit_lines(hit):
            icon, tone = FIT_SIGN[line.fit]
            column.addWidget(FactLine(theme, icon, line.words, tone))
        self.toggle.setVisible(bool(hit.why))
        self._open(opened and bool(hit.why))

    def _turn(self) -> None:
        opened = self.reasons.isHidden()
        self._open(opened)
        self.turned.emit(opened)

    def _open(self, opened: bool) -> None:
        self.reasons.setVisible(opened)
        self.toggle.setText("Hide why" if opened else "Why this one")
        self.toggle.updateGeometry()


def _reasons(hit: Hit) -> Panel:
    """The words that matched, and the facts that moved it, each under its title."""
    panel = Panel("well")
    column = QVBoxLayout(panel)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(4)
    for title, sentences in ((WORDS, hit.why.words), (FACTS, hit.why.facts)):
        if sentences:
            column.addSpacing(8 if column.count() else 0)
            column.addWidget(Text(title, weight=600))
        for sentence in sentences:
            column.addWidget(Text(sentence, tone="text2", wrap=True))
    return panel
