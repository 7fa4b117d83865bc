"""One quiet line in its place: an icon, a sentence, and the one thing that can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text


class ActLine(QWidget):
    """Takes no room while there is nothing to say; `acted` when its act is pressed."""

    acted = Signal()

    def __init__(self, theme: Theme, icon: str = "info", act: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text(wrap=True)
        self._icon = Icon(theme, icon, "text2", 18)
        self.act = Button(theme, act, "ghost")
        self.act.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.act)
        self.act.setVisible(bool(act))
        self.hide()

    @property
    def sentence(self) -> str:
        return self._words.text()

    def say(self, sentence: str) -> None:
        """Shows the sentence and lets a screen reader say it; an empty one takes the line away."""
        if sentence == self.sentence:
            return
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_sign(self, icon: str, tone: ColorRole) -> None:
        self._icon.show_icon(icon, tone)

    def offer(self, act: str) -> None:
        """What can be done about it; "" for nothing."""
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self.act.updateGeometry()
