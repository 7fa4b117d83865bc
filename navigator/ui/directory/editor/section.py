"""One part of the editor's form under a head of its own, and the inputs in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.directory.editor.inputs import Input
from navigator.ui.theme import sizes
from navigator.ui.widgets.text import Text


class Section(QWidget):
    """`inputs` stand in the order of the screen."""

    def __init__(self, title: str, why: str = "") -> None:
        super().__init__()
        self.title = title
        self.inputs: list[Input] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.column.addWidget(Text(title, px=sizes.NAME, weight=600))
        if why:
            self.column.addWidget(Text(why, tone="text2", wrap=True))

    def add(self, *inputs: Input) -> None:
        """One under the other."""
        for one in inputs:
            self.inputs.append(one)
            self.column.addWidget(one.field)

    def add_beside(self, *inputs: Input, stretch: Sequence[int] = ()) -> None:
        """In one line, with that much of its width each."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for place, one in enumerate(inputs):
            self.inputs.append(one)
            row.addWidget(one.field, stretch[place] if stretch else 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def add_group(self, title: str, *inputs: Input) -> None:
        """Short lines close together under a small head."""
        group = QVBoxLayout()
        group.setSpacing(6)
        group.addWidget(Text(title, tone="text2", weight=600))
        for one in inputs:
            self.inputs.append(one)
            group.addWidget(one.field)
        self.column.addLayout(group)
