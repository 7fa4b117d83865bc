"""What is on paper as a small list above the tray, for windows too narrow for chips."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.model import Entry
from navigator.ui.find.popup import Popup
from navigator.ui.find.shortlist import Shortlist
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Text

_WIDTH = 400


class PaperPopup(Popup):
    """Names with a button each; `removed` gives the id of the entry to take off."""

    removed = Signal(str)

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(theme, "On paper", owner)
        self._theme = theme
        self._buttons: dict[Button, str] = {}
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 10, 10)
        self._column.setSpacing(4)
        self.setFixedWidth(_WIDTH)

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(self._buttons)

    def show_shortlist(self, shortlist: Shortlist) -> None:
        """The new lines come before the old ones go, so that the focus never leaves and closes the list."""
        old = self._lines
        self._buttons.clear()
        self._lines = [self._line(entry) for entry in shortlist.entries]
        for line in self._lines:
            self._column.addWidget(line)
        if self.isVisible() and self.buttons:
            self.buttons[0].setFocus()
        for line in old:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.fit()
        if not shortlist:
            self.hide()

    def open_above(self, anchor: QWidget) -> None:
        self.open_at(anchor, self.buttons[0])

    def _line(self, entry: Entry) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        remove = Button(self._theme, "Take off", "ghost")
        remove.setAccessibleName(f"Take {entry.name} off the paper")
        remove.clicked.connect(self._remove)
        self._buttons[remove] = entry.id
        row.addWidget(Text(entry.name, weight=500, wrap=True), 1)
        row.addWidget(remove)
        return line

    def _remove(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.removed.emit(self._buttons[button])
