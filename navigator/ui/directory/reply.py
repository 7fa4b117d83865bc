"""A few words back to whoever proposed something, in the place of the buttons of the foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.directory.acts import Acts
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field


class Reply(QWidget):
    """`given` gives the words, `left` goes back, `typed` at each change. Without words it refuses, by `refusal`."""

    given = Signal(str)
    left = Signal()
    typed = Signal()

    def __init__(self, theme: Theme, label: str, act: str, refusal: str, *, danger: bool = False) -> None:
        super().__init__()
        self._refusal = refusal
        self.words = area(lines=3, length=1000)
        self.act = Button(theme, act, "danger" if danger else "primary")
        self.back = Button(theme, "Back")
        self._field = Field(theme, label, self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._field)
        self._acts = Acts((self.act, self.back))
        column.addWidget(self._acts)
        self.words.textChanged.connect(self._note)
        self.act.clicked.connect(self._give)
        self.back.clicked.connect(self.left)

    @property
    def trouble(self) -> str:
        return self._field.trouble

    def begin(self, words: str) -> None:
        """With what was typed before; tells nobody."""
        self.words.blockSignals(True)
        self.words.setPlainText(words)
        self.words.blockSignals(False)
        self._field.say("")
        self._acts.arrange()

    def _note(self) -> None:
        self._field.say("")
        self.typed.emit()

    def _give(self) -> None:
        words = self.words.toPlainText().strip()
        if words:
            self.given.emit(words)
        else:
            self._field.say(self._refusal)
            self.words.setFocus()
