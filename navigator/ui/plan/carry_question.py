""" "Is it safe to carry paper?" with its answer and when it was given (D-05)."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.plan import Carry
from navigator.ui.clock_words import moment_words
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.text import Text

QUESTION = "Is it safe to carry paper?"
ASK_FIRST = "Ask first: is it safe to carry paper?"
NOT_SAFE = "They said it is not safe. Print nothing; tell them a number to remember: 988."
_HEIGHT = 42
_OPTIONS = ((Carry.SAFE, "Yes"), (Carry.NOT_SAFE, "No"), (Carry.NOT_ASKED, "Not asked"))


class CarryQuestion(QWidget):
    """`answered` gives the Carry that was chosen."""

    answered = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.answer = Segments(theme, _OPTIONS, name=QUESTION)
        self.answer.chosen.connect(self.answered)
        self.told = Text(tone="text", weight=500)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(QUESTION, tone="text2"))
        words.addWidget(self.told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(theme, "eye-off", "text2", 18))
        row.addLayout(words)
        row.addStretch(1)
        row.addWidget(self.answer)
        self.setFixedHeight(_HEIGHT)

    def show_answer(self, carry: Carry, at: datetime | None) -> None:
        self.answer.choose(carry)
        words = self._words(carry, at)
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _words(self, carry: Carry, at: datetime | None) -> str:
        if carry is Carry.NOT_ASKED or at is None:
            return ""
        return f"They said {carry.value}, {moment_words(at, self._desk.clock(), self._desk.city.zone)}."
