"""One thing that is missing: a link to where it is written, and under it the reason why it cannot be had."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.handoff import Needed
from navigator.ui.handoff.content import reason_key
from navigator.ui.handoff.entry import reason_entry
from navigator.ui.handoff.words import MISSING, WHY_NOT
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text


class MissingRow(QWidget):
    """`wanted` gives the Needed thing to write; `opened` when the reason is to be written instead."""

    wanted = Signal(object)
    opened = Signal()

    def __init__(self, theme: Theme, need: Needed, parent: QWidget) -> None:
        super().__init__(parent)
        self.reason = reason_entry(reason_key(need), WHY_NOT[need])
        self._icon = Icon(theme, "circle", "closing", 18)
        self.link = Button(theme, MISSING[need], "ghost", height=32)
        self.link.setAccessibleName(f"Missing: {MISSING[need]}. Write it")
        self.link.clicked.connect(lambda: self.wanted.emit(need))
        self.why = Button(theme, "or write why not", "quiet", height=32)
        self.why.setAccessibleName(f"{WHY_NOT[need]}: write the reason")
        self.why.clicked.connect(self._open)
        self._label = Text(WHY_NOT[need], tone="text2")
        self._lay_out()

    def show_need(self, *, there: bool, writable: bool) -> None:
        """A thing that is not there stays in the list, with or without its reason."""
        reason = bool(self.reason.words().strip())
        self._icon.show_icon("circle-minus" if reason else "circle", "text2" if reason else "closing")
        writes = reason or (self.reason.input.isVisibleTo(self) and not there)
        self._show_reason(writes)
        self.why.setVisible(writable and not writes)
        self.reason.input.setEnabled(writable)
        self.setVisible(not there)

    def put(self, reason: str) -> None:
        """Shows a reason that was written before, or the way to write one."""
        if reason != self.reason.words():
            self.reason.put(reason)
        self._show_reason(bool(reason))

    def _open(self) -> None:
        self._show_reason(True)
        self.why.hide()
        self.reason.input.setFocus()
        self.opened.emit()

    def _show_reason(self, shows: bool) -> None:
        self._label.setVisible(shows)
        self.reason.input.setVisible(shows)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._icon)
        row.addWidget(self.link)
        row.addStretch(1)
        row.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._label)
        column.addWidget(self.reason.input)
        self._show_reason(False)
