"""An input under its label, with what is so of it at the label's right: changed, or when it was last confirmed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Elided, Text

CHANGED = "changed"


class Mark(Elided):
    """ "changed" in the accent, else quietly when the field was last confirmed."""

    def __init__(self) -> None:
        super().__init__(tone="text3", px=sizes.HINT)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_mark(self, confirmed: str, *, changed: bool) -> None:
        words = CHANGED if changed else confirmed
        if words != self.text():
            self.setText(words)
            self._show_tone("accent" if changed else "text3")

    def _show_tone(self, tone: ColorRole) -> None:
        if self.property("tone") != tone:
            self.set_tone(tone)


class MarkedField(QWidget):
    """The label is also the input's accessible name, the trouble or the hint its description."""

    def __init__(self, theme: Theme, label: str, entry: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.entry, self._hint = entry, hint
        self.mark = Mark()
        self._trouble = Trouble(theme)
        name = Text(label, weight=600)
        name.setBuddy(entry)
        entry.setAccessibleName(label)
        entry.setAccessibleDescription(hint)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(name)
        head.addWidget(self.mark, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(entry)
        if hint:
            column.addWidget(Text(hint, tone="text3", px=sizes.HINT, wrap=True))
        column.addWidget(self._trouble)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def say(self, sentence: str) -> None:
        """Shows what is wrong under the input; an empty sentence takes it away."""
        if sentence != self.trouble:
            self._trouble.say(sentence)
            self.entry.setAccessibleDescription(sentence or self._hint)


class FactField(QWidget):
    """One fact in one line: its label, its mark, and the answers at the right."""

    def __init__(self, label: str, entry: QWidget) -> None:
        super().__init__()
        self.entry = entry
        self.mark = Mark()
        self._label = Text(label, tone="text2")
        self._known = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.mark, 1)
        row.addWidget(entry)

    def show_known(self, known: bool) -> None:
        """What is known stands out among what is not."""
        if known != self._known:
            self._known = known
            self._label.setFont(font(sizes.BODY, 600 if known else 400))
            self._label.set_tone("text" if known else "text2")

    @property
    def trouble(self) -> str:
        return ""

    def say(self, _sentence: str) -> None:
        """Nothing can be wrong with it."""
