"""The addenda of a record, oldest first, as they stand under it."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.referrals.addenda import Addendum
from navigator.ui.signing.signed import addendum_words
from navigator.ui.widgets.text import Text

_HIGHEST = 168


class AddedList(QScrollArea):
    """Takes no room while there are none, and scrolls by itself where there are many."""

    def __init__(self) -> None:
        super().__init__()
        self._told: list[tuple[str, str, str]] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Addenda")
        self.hide()

    def show_addenda(self, addenda: Sequence[Addendum], now: datetime, zone: tzinfo) -> None:
        told = [addendum_words(addendum, now, zone) for addendum in addenda]
        if told == self._told:
            return
        self._told = told
        while item := self._column.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for head, words, reason in told:
            self._add(head, words, reason)
        self._column.addStretch(1)
        self.setVisible(bool(addenda))
        self._fit()

    def _add(self, head: str, words: str, reason: str) -> None:
        if self._column.count():
            self._column.addSpacing(6)
        self._column.addWidget(Text(head, weight=600, wrap=True))
        self._column.addWidget(Text(words, wrap=True))
        self._column.addWidget(Text(reason, tone="text2", wrap=True))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the addenda are, in the width that there is."""
        needed = max(1, self._column.heightForWidth(max(1, self.viewport().width())))
        self._inside.setMinimumHeight(needed)  # else it asks for the height of its words at their narrowest
        self.setFixedHeight(min(_HIGHEST, needed))
