"""The clipboard: a telephone number goes there on request, and leaves it when the window locks (P-03)."""

from PySide6.QtGui import QGuiApplication

from navigator.resources.model import Phone


class CopiedNumber:
    """Remembers what this window put on the clipboard, so that only that is taken away again."""

    def __init__(self) -> None:
        self._copied = ""

    def copy(self, phone: Phone) -> None:
        """Copies a number of the directory. Nothing about a person may ever go this way (P-06)."""
        self._copied = phone.number
        QGuiApplication.clipboard().setText(phone.number)

    def clear(self) -> None:
        """Empties the clipboard if it still holds the number; what a person copied since is theirs."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""
