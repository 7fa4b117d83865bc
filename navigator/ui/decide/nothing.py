"""What stands on the page when nothing waits for a decision."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

WHY = (
    "Requests of the police, people who ask for their record, and consents of minors whose signer is not settled stand"
    " here until somebody other than their author decides."
)


class NothingToDecide(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 20, 20)
        column.setSpacing(8)
        column.addWidget(Text("Nothing waits for a decision.", px=sizes.NAME, weight=600))
        column.addWidget(Text(WHY, tone="text2", wrap=True))
        column.addStretch(1)
        theme.changed.connect(self.update)
