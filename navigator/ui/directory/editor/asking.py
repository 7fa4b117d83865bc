"""A button for what cannot be undone: it says in its place exactly what will happen, and asks once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text


class Asking(QWidget):
    """`opened` when it says what will happen, `agreed` when a person said yes to that."""

    opened = Signal()
    agreed = Signal()

    def __init__(self, theme: Theme, action: str, yes: str, no: str = "Leave it", *, icon: str = "") -> None:
        super().__init__()
        self.ask = Button(theme, action, icon=icon)
        self.yes, self.no = Button(theme, yes, "danger"), Button(theme, no, "ghost")
        self.words = Text(wrap=True)
        self._well = Panel("well")
        self._lay_out()
        self.ask.clicked.connect(self._open)
        self.no.clicked.connect(self.close_up)
        self.yes.clicked.connect(self._agree)
        self._well.hide()

    @property
    def is_open(self) -> bool:
        return not self._well.isHidden()

    def explain(self, words: str) -> None:
        """What will happen, in full."""
        self.words.setText(words)
        self.yes.setAccessibleDescription(words)

    def close_up(self) -> None:
        had_focus = self._well.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._well.hide()
        self.ask.show()
        if had_focus:
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._well.show()
        self.ask.hide()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _agree(self) -> None:
        self.close_up()
        self.agreed.emit()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._well)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(10)
        inside.addWidget(self.words)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.ask, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._well)
