"""The left of the call screen: how to call safely, who at the place said yes, what was tried, what is planned."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.referrals.task import Task
from navigator.ui.find.fact_line import FactLine
from navigator.ui.follow_up.asked import Asked
from navigator.ui.follow_up.loop_reason import dates_words
from navigator.ui.follow_up.tries import Tries
from navigator.ui.theme.theme import Theme
from navigator.ui.todo.contact import SafeContact
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text

_EDGE = 20


class ContactSide(QScrollArea):
    def __init__(self, theme: Theme, task: Task, asked: Asked) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(_EDGE, 16, _EDGE, _EDGE)
        column.setSpacing(12)
        column.addWidget(SafeContact(theme, task))
        self._add_yes(theme, column, asked)
        column.addWidget(Rule())
        column.addWidget(Tries(theme, asked))
        self._add_dates(theme, column, asked)
        column.addStretch(1)
        self.setWidget(body)

    def _add_yes(self, theme: Theme, column: QVBoxLayout, asked: Asked) -> None:
        yes = asked.referral.acceptance
        if yes is not None:
            who = ", ".join(part for part in (yes.name, yes.role) if part.strip())
            column.addWidget(FactLine(theme, "user-round", f"{who} said yes there.\n{yes.number}"))

    def _add_dates(self, theme: Theme, column: QVBoxLayout, asked: Asked) -> None:
        later = dates_words(asked)
        if later:
            column.addWidget(Rule())
            column.addWidget(Text("Dates that follow", weight=600))
        for words in later:
            column.addWidget(FactLine(theme, "calendar-clock", words))
