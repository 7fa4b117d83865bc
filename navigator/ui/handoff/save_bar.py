"""The bar under the form, always there: whether it is saved, what stood in the way, and "Save handoff"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text


class SaveBar(QWidget):
    """`saved` asks to save, `look_wanted` to look at what somebody else saved meanwhile."""

    saved = Signal()
    look_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._of_save = self._of_draft = ""
        self._icon = Icon(theme, "pencil", "text2", 18)
        self._state = Text(tone="text2", weight=500, wrap=True)
        self._trouble = Trouble(theme)
        self.look = Button(theme, "Look again")
        self.look.clicked.connect(self.look_wanted)
        self.save = PromptButton(
            theme, "Save handoff", "primary", icon="save", shortcut="Ctrl+S", height=sizes.MAIN_ACTION
        )
        self.save.clicked.connect(self.saved)
        self._lay_out()
        self.say("")

    @property
    def state(self) -> str:
        return self._state.text()

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def show_state(self, words: str, *, saved: bool) -> None:
        self._icon.show_icon("circle-check" if saved else "pencil", "open" if saved else "text2")
        self._state.setText(words)

    def say(self, sentence: str, *, look: bool = False) -> None:
        """What stands in the way of saving, in place of the state; "" takes it away."""
        self._of_save = sentence
        self.look.setVisible(look)
        self._show()

    def say_of_draft(self, sentence: str) -> None:
        """That what is typed cannot be kept; what stands in the way of saving goes before it."""
        self._of_draft = sentence
        self._show()

    def _show(self) -> None:
        sentence = self._of_save or self._of_draft
        if sentence != self.trouble:
            self._trouble.say(sentence)
        self._state.setVisible(not sentence)
        self._icon.setVisible(not sentence)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._state, 1)
        row.addWidget(self._trouble, 1)
        row.addWidget(self.look)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(row)
