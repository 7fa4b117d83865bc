"""More: the other steps of a referral, as a list in the place of the outcomes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.referrals.moves import Move
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Text


class MoreMenu(QWidget):
    """`chosen` gives the key of a Move, `left` goes back."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, moves: Sequence[Move], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("More steps")
        back = Button(theme, "Back", "quiet", icon="arrow-left")
        back.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(Text("What else happened?", px=sizes.NAME, weight=600), 1)
        head.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        self.buttons: dict[str, Button] = {}
        for move in moves:
            column.addLayout(self._line(theme, move))

    def take_focus(self) -> None:
        first = next((button for button in self.buttons.values() if button.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _line(self, theme: Theme, move: Move) -> QHBoxLayout:
        button = Button(theme, move.words, icon=move.icon)
        button.setEnabled(not move.why_not)
        button.setAccessibleDescription(move.why_not)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(move.key))
        self.buttons[move.key] = button
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(button)
        row.addWidget(Text(move.why_not, tone="text2", wrap=True), 1)
        return row
