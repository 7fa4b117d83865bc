"""What is read to the person before they choose, large enough to be read at arm's length."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

_WIDEST = 720


class ReadAloud(Panel):
    def __init__(self, theme: Theme) -> None:
        super().__init__("well")
        self.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(Text("Read this aloud", tone="text2", px=sizes.HINT))
        self.words = Text(px=sizes.NAME, wrap=True)
        column.addWidget(self.words)
        theme.changed.connect(self.update)

    def say(self, sentences: Sequence[str]) -> None:
        self.words.setText(" ".join(sentences))
