"""Asks before a record is signed: what that means, and that it cannot be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.signing import RecordKind
from navigator.ui.signing.signed import MEANS
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Text


class AskToSign(QWidget):
    """`agreed` signs, `left` does not."""

    agreed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, kind: RecordKind) -> None:
        super().__init__()
        self.sign = Button(theme, f"Sign this {kind.value}", icon="file-check")
        self.sign.setAccessibleDescription(MEANS[kind])
        self.back = Button(theme, "Not yet", "quiet")
        self.sign.clicked.connect(self.agreed)
        self.back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.sign)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(MEANS[kind], wrap=True))
        column.addLayout(buttons)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
