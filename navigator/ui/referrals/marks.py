"""What adds a criterion of the meter in its place: how the person took part, and who read it back (R-11)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.handoff_groups import Part
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble, line
from navigator.ui.widgets.segments import Segments

_PARTS = ((Part.PRESENT, "Was present"), (Part.SPOKE, "Spoke"), (Part.CONSENTED, "Agreed"))


class PartChoice(QWidget):
    """`chosen` gives a Part, at one click; `left` on Esc."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = Segments(theme, _PARTS, name="How did the person take part?")
        self.segments.chosen.connect(self.chosen)
        self._trouble = Trouble(theme)
        self.setFocusProxy(self.segments)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 0, 0, 6)
        column.setSpacing(6)
        column.addWidget(self.segments)
        column.addWidget(self._trouble)

    def refuse(self, sentence: str) -> None:
        """Says why it was not saved; nothing is chosen any more."""
        self.segments.choose(None)
        self._trouble.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReadBack(QWidget):
    """`told` gives who read it back, by Enter or the button; `left` on Esc."""

    told = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, acceptor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = line()
        self.entry.setText(acceptor)
        self.entry.selectAll()
        self.field = Field(theme, "Read back by", self.entry)
        self.entry.returnPressed.connect(self._tell)
        self.setFocusProxy(self.entry)
        save = Button(theme, "Save")
        save.setAccessibleName("Save who read it back")
        save.clicked.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(30, 0, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(save, alignment=Qt.AlignmentFlag.AlignBottom)

    def refuse(self, sentence: str) -> None:
        self.field.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.entry.text().strip():
            self.told.emit(self.entry.text().strip())
        else:
            self.field.say("Write who repeated it to you.")
