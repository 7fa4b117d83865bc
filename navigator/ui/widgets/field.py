"""A labelled input with the sentence that says what is wrong with it underneath."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text


class Trouble(QWidget):
    """One sentence with a mark before it; takes no room while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text(tone="closing", weight=500, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(theme, "info", "closing", 18), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Shows the sentence; an empty one takes it away."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self._fit()
        if sentence:
            self._alert()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _alert(self) -> None:
        """Lets a screen reader say it at once; what that takes is imported when there is something to say."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _fit(self) -> None:
        """Takes the height that the sentence needs in the width there is."""
        if self._words.text():
            self._words.setMinimumHeight(0)  # else the height for a width never falls under that of a narrower one
            self._words.setMinimumHeight(self._words.heightForWidth(self._words.width()))


class Field(QWidget):
    """Label, input, and its trouble. The label is also the input's accessible name, the trouble its description."""

    def __init__(
        self, theme: Theme, label: str, entry: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        self._hint = hint
        self._trouble = Trouble(theme)
        name = Text(label, weight=600)
        name.setBuddy(entry)
        entry.setAccessibleName(label)
        entry.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(name)
        column.addSpacing(6)
        column.addWidget(entry)
        if hint:
            column.addSpacing(6)
            column.addWidget(Text(hint, tone="text3", px=sizes.HINT, wrap=True))
        self._gap = 13
        column.addWidget(self._trouble)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def say(self, sentence: str) -> None:
        """Shows what is wrong under the input; an empty sentence takes it away."""
        self._trouble.setContentsMargins(0, self._gap if sentence else 0, 0, 0)
        self._trouble.say(sentence)
        self.entry.setAccessibleDescription(sentence or self._hint)


_LONGEST_SECRET = 1000


def line(*, secret: bool = False, tall: bool = False, length: int = 200) -> QLineEdit:
    """A line of input; `tall` is that of a main action.

    It takes at most `length` characters. A `secret` shows dots and takes the same many everywhere, so that what
    was chosen in one place is not cut short in another.
    """
    entry = QLineEdit()
    entry.setMaxLength(_LONGEST_SECRET if secret else length)
    if secret:
        entry.setEchoMode(QLineEdit.EchoMode.Password)
        entry.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
    if tall:
        entry.setProperty("tall", True)
    return entry
