"""What stands on the page when nothing is owed: that it is so, why, and the way on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

WHY = "Bed holds, missing answers, follow-ups and unfinished visits stand here when they are due."


class NothingWaiting(QWidget):
    def __init__(self, theme: Theme, *, may_start: bool) -> None:
        super().__init__()
        self.start = PromptButton(theme, "Start a visit", "primary", icon="plus", shortcut="Ctrl+N")
        if not may_start:
            self.start.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 20, 20)
        column.setSpacing(8)
        column.addWidget(Text("Nothing is waiting.", px=sizes.NAME, weight=600))
        column.addWidget(Text(WHY, tone="text2", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.start, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
