"""The head of the editor: the way back, whose record it is, and where a change reaches."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from navigator.resources.model import Entry
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Elided

NEW = "New service"
OPENING = "Opening…"


class Head(QWidget):
    """`left` when the way back is taken."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back = Button(theme, "Back", "ghost", icon="arrow-left")
        self.back.setToolTip("Back (Esc); what is typed is kept")
        self.back.clicked.connect(self.left)
        self.title = Elided(px=sizes.TITLE, weight=700)
        self.under = Elided(tone="text2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.under)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(10, 8, 20, 8)
        self.row.setSpacing(10)
        self.row.addWidget(self.back)
        self.row.addLayout(words, 1)

    def show_entry(self, entry: Entry, places: int) -> None:
        told = [entry.organization if entry.organization != entry.name else ""]
        if places > 1:
            told.append(f"{places} places: all but phone, hours and address changes at each of them")
        self.say(entry.name, " · ".join(part for part in told if part))

    def say(self, title: str, under: str = "") -> None:
        self.title.setText(title)
        self.under.setText(under)
        self.under.setVisible(bool(under))
