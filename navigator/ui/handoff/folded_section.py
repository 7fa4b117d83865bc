"""A group of the handoff that no warm one needs: folded away until it is wanted, its head tells what stands in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from navigator.ui.handoff.entry import Entry
from navigator.ui.handoff.section import GAP
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.fold_head import FoldHead
from navigator.ui.widgets.text import Text

_INSIDE = 12
_LEFT, _RIGHT = 11, 9
"""The left column has the wider choices."""
_WIDE = frozenset({"shared", "medicines", "medicines_unknown", "hold"})
"""They take a line of their own."""


class FoldedSection(QWidget):
    """`entries` are its inputs, in the order of the screen; `more` is said above them."""

    def __init__(self, theme: Theme, title: str, parent: QWidget, *entries: Entry) -> None:
        super().__init__(parent)
        self.head = FoldHead(theme, title)
        self.entries = list(entries)
        self._more, self._also = Text(tone="text2", wrap=True), ""
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(_INSIDE, 0, 0, 10)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self.head.toggled.connect(self._body.setVisible)
        self._body.hide()
        self.set_narrow(narrow=False)

    def open(self) -> None:
        self.head.setChecked(True)

    def say_more(self, words: str, also: str = "") -> None:
        """What is known of it from elsewhere; `also` is said of it in the head."""
        self._more.setText(words)
        self._more.setVisible(bool(words))
        self._also = also

    def tell(self) -> None:
        """The head says in one line what is written."""
        told = [f"{entry.input.accessibleName()}: {entry.told()}" for entry in self.entries if entry.words().strip()]
        self.head.show_words(" · ".join((*((self._also,) if self._also else ()), *told)))

    def set_narrow(self, narrow: bool) -> None:
        """Its inputs in one column, or in two."""
        while self._grid.count():
            self._grid.takeAt(0)
        self._grid.addWidget(self._more, 0, 0, 1, 2)
        place = 2
        for entry in self.entries:
            whole = narrow or entry.key in _WIDE
            place += place % 2 if whole else 0
            self._grid.addWidget(entry.widget, place // 2, place % 2, 1, 2 if whole else 1, Qt.AlignmentFlag.AlignTop)
            place += 2 if whole else 1
        self._grid.setColumnStretch(0, _LEFT)
        self._grid.setColumnStretch(1, _RIGHT)
