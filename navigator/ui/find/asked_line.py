"""On the card of a place: what the directory desk asked about one's own report, and the way to answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from navigator.resources.stewardship.proposal import Proposal
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text


class AskedLine(Panel):
    """`answered` when the answer is to be written."""

    answered = Signal()

    def __init__(self, theme: Theme, proposal: Proposal) -> None:
        super().__init__("well")
        self.answer = Button(theme, "Answer", "ghost")
        self.answer.setAccessibleName("Answer the directory desk")
        self.answer.clicked.connect(self.answered)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text("The desk asks", weight=600, wrap=True))
        words.addWidget(Text(f"“{proposal.answer.strip()}”", tone="text2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 4, 10)
        row.setSpacing(10)
        row.addWidget(Icon(theme, "message-square", "text2"), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.answer)
