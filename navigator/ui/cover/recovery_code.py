"""Shows the recovery code, once, and goes on when its last group was copied from paper."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from navigator.ui.cover.card import INNER, Card, Typed
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import line
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

_ACROSS = 4


def groups(code: str) -> list[str]:
    """The code's letters and digits by four, the way it is read aloud and copied."""
    return re.findall(".{1,4}", re.sub(r"[^0-9A-Za-z]", "", code))


class RecoveryCodeCard(Card):
    """Holds the first account's name and passphrase until it may sign in."""

    def __init__(self, theme: Theme, code: str, name: str, passphrase: str) -> None:
        super().__init__(theme, "Your recovery code", "key-round", caption="It is shown this one time.")
        self._account = (name, passphrase)
        self._last = groups(code)[-1]
        words = "Write it down now. Keep it sealed with the supervisor or the privacy officer. It opens everything."
        self.add(Text(words, tone="text2", width=INNER), above=8)
        self.add(_code_panel(groups(code)), above=14)
        self._entry = line(tall=True, length=8)
        self._field = self.add_field("Type its last group from your paper", self._entry)
        self.add_main("I have it on paper")

    def typed(self) -> Typed | None:
        """Name and passphrase of the first account, once the last group was typed."""
        if self._entry.text().strip().casefold() != self._last.casefold():
            self._field.say("That is not the last group of the code above.")
            self._entry.setFocus()
            return None
        return self._account


def _code_panel(parts: list[str]) -> Panel:
    panel = Panel("well")
    panel.setAccessibleName("Recovery code: " + " ".join(parts))
    grid = QGridLayout(panel)
    grid.setContentsMargins(16, 16, 16, 16)
    grid.setVerticalSpacing(12)
    for place, part in enumerate(parts):
        text = Text(part, px=sizes.TITLE, weight=600)
        grid.addWidget(text, place // _ACROSS, place % _ACROSS, Qt.AlignmentFlag.AlignCenter)
    return panel
