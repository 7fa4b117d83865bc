"""Why a referral cannot be started or shown, with what can be done instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text


class StartNotice(Panel):
    """`help_wanted` looks for another place, `left` goes to the list."""

    help_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.title = Text(px=sizes.TITLE, weight=600, wrap=True)
        self.words = Text(wrap=True)
        self.find_help = Button(theme, "Find another place", "primary", icon="search", height=sizes.MAIN_ACTION)
        self.all_referrals = Button(theme, "All referrals")
        self.find_help.clicked.connect(self.help_wanted)
        self.all_referrals.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.find_help)
        row.addWidget(self.all_referrals)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addStretch(1)

    def show_sentence(self, title: str, sentence: str, *, finds: bool) -> None:
        self.title.setText(title)
        self.words.setText(sentence)
        self.find_help.setVisible(finds)
        self.setAccessibleName(f"{title} {sentence}")

    def take_focus(self) -> None:
        target = self.all_referrals if self.find_help.isHidden() else self.find_help
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
