"""The card of a station that cannot be used as it is: what is wrong, and what to do next."""

from PySide6.QtCore import Qt

from navigator.ui.cover.card import INNER, Card
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text


class BrokenCard(Card):
    """`submitted` means: look again."""

    def __init__(self, theme: Theme, sentence: str, next_step: str) -> None:
        super().__init__(theme, "This station cannot be opened", "triangle-alert")
        self.add(Text(sentence, px=16, width=INNER), above=12)
        if next_step:
            self.add(Text(next_step, tone="text2", width=INNER), above=8)
        self._again = self.add_main("Look again")

    def start(self) -> None:
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)
