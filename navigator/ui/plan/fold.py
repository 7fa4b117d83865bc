"""A field of several lines that is folded away until it is wanted; folded, it tells what stands in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.fold_head import FoldHead
from navigator.ui.widgets.text import Text


class Fold(QWidget):
    """`changed` gives the words at each key."""

    changed = Signal(str)

    def __init__(self, theme: Theme, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = FoldHead(theme, title)
        self.hint = Text(hint, tone="text3", px=sizes.HINT, wrap=True)
        self.entry = area(lines=3, length=2000)
        self.entry.setAccessibleName(title)
        self.entry.setAccessibleDescription(hint)
        self.head.toggled.connect(self._open)
        self.entry.textChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.head, self.hint, self.entry):
            column.addWidget(widget)
        self._open(False)

    def show_words(self, words: str) -> None:
        self.entry.blockSignals(True)
        self.entry.setPlainText(words)
        self.entry.blockSignals(False)
        self.head.show_words(words)

    def _open(self, opened: bool) -> None:
        self.hint.setVisible(opened)
        self.entry.setVisible(opened)
        if opened:
            self.entry.setFocus()

    def _tell(self) -> None:
        words = self.entry.toPlainText()
        self.head.show_words(words)
        self.changed.emit(words)
