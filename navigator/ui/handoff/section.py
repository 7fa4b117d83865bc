"""One group of the handoff: a head of its own, and its inputs under each other."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.handoff.entry import Entry
from navigator.ui.theme import sizes
from navigator.ui.widgets.text import Text

GAP = 8


class Section(QWidget):
    """`entries` are its inputs, in the order of the screen; `says` stands beside its head."""

    def __init__(self, title: str, parent: QWidget, *, says: str = "") -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Text(title, px=sizes.NAME, weight=600))
        head.addWidget(Text(says, tone="text2"), 1)
        self.column.addLayout(head)

    def add(self, *entries: Entry) -> None:
        for entry in entries:
            self.entries.append(entry)
            self.column.addWidget(entry.widget)
