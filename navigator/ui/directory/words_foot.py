"""What stands under the table of words: what they do, or which ones were just removed and the way to put them back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from navigator.resources.stewardship.word_groups import Listed
from navigator.ui.directory.desk_tab import foot_note
from navigator.ui.directory.words_told import name_of
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Elided

NOTE = "Words that are saved count at once, in Find help too. Those of your team count before those that came."


class WordsFoot(QWidget):
    """`wanted_back` gives the group that was removed and shall stand again."""

    wanted_back = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._removed: Listed | None = None
        self.words, self.put_back = Elided(weight=500), Button(theme, "Put back", icon="undo-2")
        removed = QWidget()
        row = QHBoxLayout(removed)
        row.setContentsMargins(24, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(Icon(theme, "trash-2", "text2", 18))
        row.addWidget(self.words, 1)
        row.addWidget(self.put_back)
        self._note, self._told = foot_note(theme, NOTE), removed
        self._stack = QStackedLayout(self)
        for face in (self._note, self._told):
            self._stack.addWidget(face)
        self.put_back.clicked.connect(self._want_back)

    @property
    def removed(self) -> Listed | None:
        """What "Put back" would bring."""
        return self._removed

    def show_removed(self, one: Listed | None) -> None:
        """None: nothing was removed, or it stands again."""
        self._removed = one
        self.words.setText(f"“{name_of(one)}” was removed." if one is not None else "")
        self._stack.setCurrentWidget(self._note if one is None else self._told)

    def take_focus(self) -> None:
        self.put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want_back(self) -> None:
        if self._removed is not None:
            self.wanted_back.emit(self._removed)
