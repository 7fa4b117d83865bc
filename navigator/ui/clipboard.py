"""The clipboard: what was copied out of this window is taken back when it locks or closes (P-03)."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from navigator.resources.model import Phone


def copy_number(phone: Phone) -> None:
    """Copies a number of the directory. Nothing about a person may ever go this way (P-06)."""
    QGuiApplication.clipboard().setText(phone.number)


class Copies(QObject):
    """Remembers what went onto the clipboard while this window was in front: by a button, or by a field's own Ctrl+C.

    What another program puts there later is not touched.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._copied = ""
        QGuiApplication.clipboard().dataChanged.connect(self._remember)

    def take_back(self) -> None:
        """Empties the clipboard, and on X11 the selection, of what came out of this window."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() or (self._copied and clipboard.text() == self._copied):
            clipboard.clear()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self._copied = ""

    def _remember(self) -> None:
        if QGuiApplication.focusWindow() is not None:
            self._copied = QGuiApplication.clipboard().text()
