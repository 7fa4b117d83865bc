"""One fact of the detail pane: an icon and words that may run over several lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text


class FactLine(QWidget):
    """The colour is the icon's; the words stay in the first ink unless they `carry` it too."""

    def __init__(self, theme: Theme, icon: str, words: str, tone: ColorRole = "text2", *, carry: bool = False) -> None:
        super().__init__()
        self.words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon(theme, icon, tone, 18), alignment=Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for line in words.split("\n"):
            lines.addWidget(Text(line, tone=tone if carry else "text", wrap=True))
        row.addLayout(lines, 1)
