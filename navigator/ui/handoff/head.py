"""The head of the handoff screen: the way back, to whom the person goes, who it is, and how to talk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Elided


class Head(QWidget):
    """`left` when the way back is taken."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back = Button(theme, "Back to call", "ghost", icon="arrow-left")
        self.back.setAccessibleName("Back to the call")
        self.back.setToolTip("Back to the call (Esc)")
        self.back.clicked.connect(self.left)
        self.title = Elided(px=sizes.TITLE, weight=700)
        self.person = Elided(tone="text2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.person)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 20, 8)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addLayout(words, 1)

    def show_names(self, place: str, person: str, language: str) -> None:
        self.title.setText(f"Handoff to \u2068{place}\u2069" if place else "Handoff")
        self.person.setText(" · ".join(part for part in (f"\u2068{person}\u2069" if person else "", language) if part))
