"""The well with what to say, and under it what to ask."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.referrals.script import Script
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text


class SayBox(Panel):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:  # noqa: ARG002 - as every widget is made
        super().__init__("well", parent)
        self.say = Text(px=sizes.NAME, wrap=True)
        self.asks = Text(tone="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(2)
        column.addWidget(Text("Say", tone="text2", weight=600))
        column.addWidget(self.say)
        column.addWidget(self.asks)

    def show_script(self, script: Script) -> None:
        self.say.setText(f"“{script.say}”")
        self.asks.setText(f"Ask too: {' '.join(script.asks)}" if script.asks else "")
        self.asks.setVisible(bool(script.asks))
        self.setAccessibleName(f"Say: {script.say} {self.asks.text()}".strip())
