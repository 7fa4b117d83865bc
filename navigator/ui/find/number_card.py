"""The number to dial, large and whole, with what it is for and a button that copies it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from navigator.resources.model import Entry, Phone
from navigator.ui.find.particulars import number_words
from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

_LEFT, _RIGHT, _GAP = 14, 4, 0
_SMALLER = (sizes.NUMBER, 28)
_SMALLEST = (28, 24, sizes.TITLE)
"""Sizes tried beside the button, then over it."""


class NumberCard(Panel):
    """`copied` gives the number that is to go on the clipboard."""

    copied = Signal(object)

    def __init__(self, theme: Theme, phone: Phone, parent: QWidget | None = None) -> None:
        super().__init__("well", parent)
        self._phone = phone
        self.number = Text(dialled(phone), px=sizes.NUMBER, weight=700)
        self.copy = Button(theme, "Copy", "ghost", icon="copy")
        self.copy.setAccessibleName(f"Copy {phone.number}")
        self.copy.clicked.connect(self._copy)
        self._words = Text(number_words(phone), tone="text2", wrap=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_LEFT, 8, _RIGHT, 10)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._arrange(copy_beside=True)
        if not self._words.text():
            self._words.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """The number is set as large as its line allows; it is never cut."""
        super().resizeEvent(event)
        room = self.width() - _LEFT - _RIGHT
        beside = room - self.copy.sizeHint().width() - _GAP
        fitting = next((px for px in _SMALLER if self._width(px) <= beside), None)
        self._arrange(copy_beside=fitting is not None)
        alone = next((px for px in _SMALLEST if self._width(px) <= room), sizes.NAME)
        self.number.setFont(font(fitting or alone, 700))

    def _width(self, px: int) -> int:
        return QFontMetrics(font(px, 700)).horizontalAdvance(self.number.text())

    def _arrange(self, *, copy_beside: bool) -> None:
        across = 1 if copy_beside else 2
        row = 0 if copy_beside else 1
        self._grid.addWidget(self.number, 0, 0, 1, across)
        self._grid.addWidget(self.copy, row, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(self._words, 1, 0, 1, 3 - across)

    def _copy(self) -> None:
        self.copied.emit(self._phone)
        self.copy.setText("Copied")
        self.copy.set_icon_name("check")


def other_numbers(entry: Entry) -> tuple[str, ...]:
    """The numbers beside the first, each with what it is for: "215-555-0143 · Nurses' station"."""
    others = (phone for phone in entry.phones if phone is not entry.first_phone)
    return tuple(" · ".join(part for part in (dialled(phone), number_words(phone)) if part) for phone in others)


def dialled(phone: Phone) -> str:
    """The number whole, with its extension."""
    return f"{phone.number} x{phone.extension}" if phone.extension else phone.number
