"""The first card of a new computer: set up a station, or look around with an invented one."""

from PySide6.QtCore import Qt, Signal

from navigator.ui.cover.card import INNER, Card
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text


class WelcomeCard(Card):
    demo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Welcome to Navigator", caption="Everything stays on this computer, encrypted.")
        self.add(Text("Find the right door for a person in crisis.", tone="text2"), above=6)
        self._first = self.add_main("Set up this station")
        self._explain("For your team. You become its first supervisor.")
        self.add(Rule(), above=18)
        self._demo = Button(theme, "Look around with a demo station", height=sizes.MAIN_ACTION)
        self._demo.clicked.connect(self._look_around)
        self.add(self._demo, above=18)
        self._explain("The Philadelphia directory, with invented services added.")
        self._trouble = Trouble(theme)
        self.add(self._trouble, above=8)

    def start(self) -> None:
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        self._trouble.say(sentence)

    def set_busy(self, words: str) -> None:
        self._busy = bool(words)
        self._demo.setText(words or "Look around with a demo station")

    def _look_around(self) -> None:
        if not self.busy:
            self.demo_wanted.emit()

    def _explain(self, words: str) -> None:
        self.add(Text(words, tone="text3", px=sizes.HINT, width=INNER), above=8)
