"""The form of an addendum: what is added and why, kept as one types."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.addenda import LONGEST, lacks_of
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble, line


class AddendumForm(QWidget):
    """`typed` at each change, `sent` when it may be added, `left` goes back and keeps what is typed."""

    typed = Signal()
    sent = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words, self.reason = area(lines=2, length=LONGEST), line(length=500)
        self.add = Button(theme, "Add it", icon="plus")
        self.back = Button(theme, "Not now", "quiet")
        self.trouble = Trouble(theme)
        self.words.textChanged.connect(self._hear)
        self.reason.textChanged.connect(self._hear)
        self.reason.returnPressed.connect(self._send)
        self.add.clicked.connect(self._send)
        self.back.clicked.connect(self.left)
        self._lay_out(theme)

    @property
    def content(self) -> Mapping[str, str]:
        """As the draft keeps it."""
        told = {"words": self.words.toPlainText(), "reason": self.reason.text()}
        return {name: text for name, text in told.items() if text}

    def put(self, content: Mapping[str, str]) -> None:
        """Fills it in and tells nobody."""
        blocked = self.blockSignals(True)
        self.words.setPlainText(content.get("words", ""))
        self.reason.setText(content.get("reason", ""))
        self.trouble.say("")
        self.blockSignals(blocked)

    def take_focus(self) -> None:
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _hear(self) -> None:
        self.trouble.say("")
        self.typed.emit()

    def _send(self) -> None:
        lacks = lacks_of(self.words.toPlainText(), self.reason.text())
        self.trouble.say(lacks)
        if not lacks:
            self.sent.emit()
        elif not self.words.toPlainText().strip():
            self.take_focus()
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Field(theme, "What is added", self.words))
        column.addWidget(Field(theme, "Why it is added", self.reason))
        column.addWidget(self.trouble)
        column.addLayout(buttons)
