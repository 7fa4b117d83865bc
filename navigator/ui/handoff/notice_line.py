"""A quiet line above the form: what was restored or taken in, and one thing that can be done about it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text


class NoticeLine(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._then: Callable[[], None] | None = None
        self._words = Text(tone="text2", wrap=True)
        self.button = Button(theme, "", "ghost", height=28)
        self.button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 8)
        row.setSpacing(8)
        row.addWidget(Icon(theme, "history", "text2", 18))
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.say("")

    @property
    def sentence(self) -> str:
        return self._words.text()

    def say(self, sentence: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """`then` is called when the button `action` is pressed; "" takes the line away."""
        self._then = then
        self._words.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.button.updateGeometry()
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def _act(self) -> None:
        if self._then is not None:
            self._then()
