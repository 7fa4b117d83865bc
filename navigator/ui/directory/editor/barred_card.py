"""The do-not-list (S-05): a provider that must never come in again, with the reason; what is listed stays listed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from navigator.ui.directory.editor.card import Card
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, line
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

WHAT_IT_IS = "A provider that must never be added again, by hand or by an import. This record itself stays."
NO_REASON = "Write the reason. Whoever tries to add it reads it."


class BarredCard(Card):
    """`barred` gives the reason; `unbarred` when it may be added again."""

    barred = Signal(str)
    unbarred = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Do-not-list")
        self._entry_id = ""
        self._words = Text(WHAT_IT_IS, tone="text2", wrap=True)
        self.ask = Button(theme, "Never add it again…", icon="ban")
        self.reason = line(length=300)
        self.put_on, self.leave = Button(theme, "Put on the list", "danger"), Button(theme, "Leave it", "ghost")
        self.take_off = Button(theme, "Take off the list")
        self._field = Field(theme, "Reason", self.reason)
        self._well = Panel("well")
        self._lay_out()
        self.ask.clicked.connect(self._open)
        self.leave.clicked.connect(self._close)
        self.put_on.clicked.connect(self._put_on)
        self.reason.returnPressed.connect(self._put_on)
        self.take_off.clicked.connect(self.unbarred)
        self.show_reason("")

    def show_entry(self, entry_id: str, reason: str) -> None:
        """What is typed about a record stays while that one is shown; it is never offered for another."""
        is_other = entry_id != self._entry_id
        if is_other:
            self.reason.clear()
        self._entry_id = entry_id
        if is_other or reason or self._well.isHidden():
            self.show_reason(reason)

    def show_reason(self, reason: str) -> None:
        """Why it is on the list; "" where it is not."""
        self.say("")
        self._field.say("")
        self._well.hide()
        self._words.setText(f"On the list: {reason}" if reason else WHAT_IT_IS)
        self.ask.setVisible(not reason)
        self.take_off.setVisible(bool(reason))

    def _open(self) -> None:
        self._well.show()
        self.ask.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._well.hide()
        self.ask.show()
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_on(self) -> None:
        reason = self.reason.text().strip()
        self._field.say("" if reason else NO_REASON)
        if reason:
            self.barred.emit(reason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.put_on)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._well)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(10)
        inside.addWidget(self._field)
        inside.addLayout(buttons)
        for button in (self.ask, self.take_off):
            button.hide()
        self.column.addWidget(self._words)
        self.column.addWidget(self.ask, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.take_off, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._well)
