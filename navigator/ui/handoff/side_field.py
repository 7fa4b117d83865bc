"""An input with its label at its left, and the sentence that says what is wrong with it underneath."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text

_LABEL = 96


class SideField(QWidget):
    """The input's accessible name is its `full` label, its description what is wrong."""

    def __init__(self, theme: Theme, label: str, entry: QWidget, *, full: str = "") -> None:
        super().__init__()
        self.entry = entry
        self._trouble = Trouble(theme)
        name = Text(label, weight=600)
        name.setBuddy(entry)
        name.setFixedWidth(_LABEL)
        name.setMinimumHeight(sizes.CONTROL)
        entry.setAccessibleName(full or label)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(entry, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._trouble)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def say(self, sentence: str) -> None:
        """Shows what is wrong under the input; an empty sentence takes it away."""
        if sentence != self.trouble:
            self._trouble.say(sentence)
            _told(self.entry).setAccessibleDescription(sentence)


def _told(entry: QWidget) -> QWidget:
    """What has the focus is what a screen reader tells."""
    return entry.focusProxy() or entry
