"""The search box: typed into from anywhere on the page, answered at most once per turn of the event loop."""

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.key_hint import KeyHint

MOST_CHARACTERS = 200
TOO_LONG = f"Only the first {MOST_CHARACTERS} characters are searched."

_OF_THE_PAGE = (Qt.Key.Key_D, Qt.Key.Key_K)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class SearchBox(QLineEdit):
    """`asked` when the words changed, `moved` by arrow keys, `opened` by Enter, `overfull` when words were cut off."""

    asked = Signal()
    moved = Signal(int)
    opened = Signal()
    overfull = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Search for help")
        self.setPlaceholderText("What is needed, in any words")
        self.setMaxLength(MOST_CHARACTERS)
        self.setFont(theme.font(sizes.NAME))
        self.setProperty("tall", True)
        self.setProperty("ringRadius", sizes.RADIUS_ROW)
        self._icon = Icon(theme, "search", "text2", 20, self)
        self._hint = KeyHint(theme, "Ctrl K", self)
        self._pending = QTimer(self, singleShot=True, interval=0)
        self._pending.timeout.connect(self.asked)
        self.textChanged.connect(self._ask_soon)
        self.inputRejected.connect(self.overfull)
        self.show_hint(True)

    def show_hint(self, shows: bool) -> None:
        self._hint.setVisible(shows)
        self.setTextMargins(30, 0, 66 if shows else 0, 0)

    def type_on(self, words: str) -> None:
        """Takes over what was typed while the focus was elsewhere."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.end(False)
        self.insert(words)

    def event(self, event: QEvent) -> bool:
        """Ctrl+D and Ctrl+K are the page's; on some systems a line edit would delete with them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_the_pages(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        middle = self.height() / 2
        self._icon.move(13, round(middle - self._icon.height() / 2))
        size = self._hint.sizeHint()
        self._hint.setGeometry(QRect(self.width() - 12 - size.width(), round(middle - size.height() / 2), 0, 0))
        self._hint.resize(size)

    def _ask_soon(self) -> None:
        """Restarting the timer drops the keystrokes that a newer one has overtaken."""
        self._pending.start()


def _is_the_pages(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _OF_THE_PAGE
