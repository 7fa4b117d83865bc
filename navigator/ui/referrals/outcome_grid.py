"""What happened? The six outcomes, two by three, each with its digit key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.referrals.outcome_button import OutcomeButton
from navigator.ui.referrals.outcomes import FACES, Outcome
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text


class OutcomeGrid(QWidget):
    """`chosen` gives an Outcome; `more_wanted` asks for the other steps, `looked_again` for what is true now."""

    chosen = Signal(object)
    more_wanted = Signal()
    looked_again = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trouble = Trouble(theme)
        self.look = Button(theme, "Look again")
        self.look.hide()
        self.look.clicked.connect(self.looked_again)
        self.more = Button(theme, "More…", "ghost")
        self.more.clicked.connect(self.more_wanted)
        self.buttons = {
            face.outcome: OutcomeButton(theme, face, str(place), filled=face.outcome is Outcome.ACCEPTED)
            for place, face in enumerate(FACES, start=1)
        }
        for outcome, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, outcome=outcome: self.chosen.emit(outcome))
        self._lay_out()

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def refuse(self, sentence: str, *, stale: bool = False) -> None:
        """Says why a call was not logged; `stale` offers to look at what somebody else did meanwhile."""
        self._trouble.say(sentence)
        self.look.setVisible(stale)

    def take_focus(self) -> None:
        self.buttons[Outcome.ACCEPTED].setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, place // 2, place % 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        head = QHBoxLayout()
        head.addWidget(Text("What happened?", weight=600), 1)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(grid)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._trouble, 1)
        foot.addWidget(self.look)
        column.addLayout(foot)
