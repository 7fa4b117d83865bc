"""An input of several lines: plain text of a limited length, and Tab moves on."""

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit

from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font

_FRAME = 2 * (8 + 1)
"""Padding and border of the style sheet, above and below."""
_NEARLY_FULL = 0.9
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def area(*, lines: int = 3, length: int = 2000) -> QPlainTextEdit:
    """An input as high as `lines`. It takes at most `length` characters by hand, and says so when it fills up."""
    return _Area(lines, length)


class _Area(QPlainTextEdit):
    """What is put in by the program is never cut, however long."""

    def __init__(self, lines: int, length: int) -> None:
        super().__init__()
        self._length = length
        self.setFont(font(sizes.BODY))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        margins = round(2 * self.document().documentMargin())
        spare = 1  # without it a scroll bar shows beside the last line
        self.setFixedHeight(lines * QFontMetrics(self.font()).lineSpacing() + margins + _FRAME + spare)
        self.textChanged.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        writes = event.key() in _ENTER or (event.text().isprintable() and not event.modifiers() & _COMMANDS)
        if writes and event.text() and not self._room():
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Pastes the words alone, as many as there is room for."""
        self.insertPlainText(source.text()[: self._room()])
        self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        written = len(self.toPlainText())
        if written >= _NEARLY_FULL * self._length:
            self._paint_count(f"{written} of {self._length} characters")

    def _room(self) -> int:
        """How many characters may still be written, over what is selected."""
        return max(0, self._length - len(self.toPlainText()) + len(self.textCursor().selectedText()))

    def _paint_count(self, words: str) -> None:
        small = font(sizes.HINT)
        width, height = QFontMetrics(small).horizontalAdvance(words) + 12, QFontMetrics(small).height() + 4
        room = self.viewport().rect()
        box = QRect(room.right() - width, room.bottom() - height, width, height)
        painter = QPainter(self.viewport())
        painter.fillRect(box, self.palette().base())
        painter.setFont(small)
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
