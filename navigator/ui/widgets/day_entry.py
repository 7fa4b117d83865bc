"""A day as one types it, with the weekday and date that were understood inside the line."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.day_reading import read_day, say_day

NO_DAY = "This is no day. Write tomorrow, tue or 11/25."
PASSED = "{day} has passed. Choose today or a later day."
_INSET = 11
_GAP = 14


def day_trouble(words: str, today: date) -> str:
    """The sentence for words that are no day to come, else ""."""
    if not words.strip():
        return ""
    read = read_day(words, today)
    if read is None:
        return NO_DAY
    return "" if read >= today else PASSED.format(day=say_day(read, today))


class DayEntry(QLineEdit):
    """`typed` only by a person. When the line is left, what was understood takes the place of what was typed."""

    typed = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self.setMaxLength(40)
        self.setAccessibleName(name)
        self.textEdited.connect(self._tell)
        theme.changed.connect(self.update)

    @property
    def day(self) -> date | None:
        """None when the line is empty, unreadable, or tells a day that has passed."""
        read = read_day(self.text(), self._today())
        return read if read is not None and read >= self._today() else None

    @property
    def trouble(self) -> str:
        """The sentence for words that are no day to come, else ""."""
        return day_trouble(self.text(), self._today())

    def put(self, day: date | None, words: str = "") -> None:
        """Shows a day, or the words that stood there and were none."""
        self.setText(say_day(day, self._today()) if day is not None else words)
        self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        if self.day is not None:
            self.put(self.day)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        told = self._told()
        if not told:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font(sizes.HINT))
        painter.setPen(self._theme.color("text3"))
        room = self.rect().adjusted(_INSET, 0, -_INSET, 0)
        width = painter.fontMetrics().horizontalAdvance(told)
        if self.fontMetrics().horizontalAdvance(self.text()) + _GAP + width <= room.width():
            place = QRect(room.right() - width, room.top(), width + 1, room.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, told)

    def _told(self) -> str:
        """What was understood of other words than the date in full."""
        told = say_day(self.day, self._today()) if self.day is not None else ""
        return "" if told == self.text() else told

    def _tell(self) -> None:
        self.setAccessibleDescription(self._told() or self.trouble)
        self.typed.emit()
