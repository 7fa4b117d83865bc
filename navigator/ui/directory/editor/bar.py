"""The bar under the editor: what is changed and not saved, what stood in the way, undo and save."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Elided

SAVED = "Saved. Editing is not checking."
_NAMED = 3


class EditorBar(QWidget):
    """`saved` asks to save, `undone` to put back what is saved, `look_wanted` to take in what somebody else saved,
    `check_wanted` for the form of a check."""

    saved = Signal()
    undone = Signal()
    look_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._of_save = self._of_draft = ""
        self._icon = Icon(theme, "pencil", "text2", 18)
        self._state = Elided(tone="text2", weight=500)
        self._trouble = Trouble(theme)
        self.check = Button(theme, "Check it now", "ghost")
        self.look = Button(theme, "Look again")
        self.undo = Button(theme, "Undo changes", icon="undo-2", height=sizes.MAIN_ACTION)
        self.save = PromptButton(theme, "Save", "primary", icon="save", shortcut="Ctrl+S", height=sizes.MAIN_ACTION)
        for button, signal in (
            (self.check, self.check_wanted),
            (self.look, self.look_wanted),
            (self.undo, self.undone),
            (self.save, self.saved),
        ):
            button.clicked.connect(signal)
        self.look.hide()
        self._lay_out()
        self._show()

    @property
    def state(self) -> str:
        return self._state.text()

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def show_state(self, changed: Sequence[str], *, just_saved: bool, busy: bool) -> None:
        """The labels of what was changed; a new save is told with what it is not."""
        calm = just_saved and not changed
        self._icon.show_icon("pencil" if changed else "circle-check", "open" if calm else "text2")
        self._state.setText("Saving" if busy else SAVED if calm else changed_words(changed))
        self.check.setVisible(calm)
        self.undo.setVisible(bool(changed))
        self.save.setEnabled(bool(changed) and not busy)

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
        row.addWidget(self._state)
        row.addWidget(self.check)
        row.addStretch(1)
        row.addWidget(self._trouble, 100, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.look, self.undo, self.save):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(row)


def changed_words(changed: Sequence[str]) -> str:
    """ "Nothing changed", "Not saved: Phone, Hours", "Not saved: Phone, Hours, Name and 2 more"."""
    if not changed:
        return "Nothing changed"
    more = len(changed) - _NAMED
    return f"Not saved: {', '.join(changed[:_NAMED])}" + (f" and {more} more" if more > 0 else "")
