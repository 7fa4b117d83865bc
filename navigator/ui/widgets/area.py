"""An input of several lines: plain text of a limited length, and Tab moves on."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.widgets.text import Text

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
        self._height = lines * QFontMetrics(self.font()).lineSpacing() + margins + _FRAME + spare
        self.count = Text(tone="text3", px=sizes.HINT, parent=self)
        self.count.hide()
        self.setFixedHeight(self._height)
        self.textChanged.connect(self._say_count)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        writes = event.key() in _ENTER or (event.text().isprintable() and not event.modifiers() & _COMMANDS)
        if writes and event.text() and not self._room():
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Pastes the words alone, as many as there is room for."""
        self.insertPlainText(source.text()[: self._room()])
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place_count()

    def _room(self) -> int:
        """How many characters may still be written, over what is selected."""
        return max(0, self._length - len(self.toPlainText()) + len(self.textCursor().selectedText()))

    def _say_count(self) -> None:
        """Under the words, in room of its own that the input grows by: never over what is written."""
        written = len(self.toPlainText())
        full = written >= _NEARLY_FULL * self._length
        self.count.setText(f"{written} of {self._length} characters" if full else "")
        self.count.setVisible(full)
        room = self.count.sizeHint().height() if full else 0
        self.setViewportMargins(0, 0, 0, room)
        self.setFixedHeight(self._height + room)
        self._place_count()

    def _place_count(self) -> None:
        size, inside = self.count.sizeHint(), self.viewport().geometry()
        self.count.setGeometry(inside.right() - size.width(), inside.bottom() + 1, size.width(), size.height())
