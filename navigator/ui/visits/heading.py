"""The line above a screen: back to the list, a title, and one quiet remark with its action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Elided


class Heading(Panel):
    """`left` goes back, `acted` takes the action of the remark; `back` says where to, unless to the visits.
    `person` stays hidden where there is no person yet."""

    left = Signal()
    acted = Signal()

    def __init__(self, theme: Theme, title: str = "", back: str = "") -> None:
        super().__init__("surface")
        self.title = Elided(title, px=sizes.TITLE, weight=600)
        self.under = Elided(tone="text2")
        self.under.hide()
        self._remark = Elided(tone="text2")
        self._action = Button(theme, "Start over", "ghost", icon="undo-2")
        self.person = Button(theme, "About this person", "ghost", icon="user-round")
        self.person.hide()
        way = Button(theme, back or "Visits", "quiet", icon="arrow-left")
        way.setAccessibleName(back or "Back to the visits")
        way.clicked.connect(self.left)
        self._action.clicked.connect(self.acted)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(way, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.setContentsMargins(0, 4, 0, 4)
        words.addWidget(self.title)
        words.addWidget(self.under)
        row.addLayout(words, 3)
        row.addWidget(self._remark, 2)
        row.addWidget(self._action, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.person, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule())
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.remark("")

    @property
    def remarked(self) -> str:
        return self._remark.text()

    def remark(self, words: str) -> None:
        """Shows the remark with "Start over"; an empty one takes both away."""
        self._remark.setText(words)
        self._remark.setVisible(bool(words))
        self._action.setVisible(bool(words))

    def say_under(self, words: str) -> None:
        self.under.setText(words)
        self.under.setVisible(bool(words))
