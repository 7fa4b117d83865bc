"""The kinds of help of a service: those it has as chips, and a list to tick for the others."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.resources.categories import Category
from navigator.ui.directory.editor.content import lines_of
from navigator.ui.find.chip_row import ChipRow
from navigator.ui.find.tick_popup import TickPopup
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.chip import Chip


class Kinds(QWidget):
    """`changed` by a person's hand. A chip takes its kind away; codes that this program does not know stay."""

    changed = Signal()

    def __init__(self, theme: Theme, categories: Mapping[str, Category]) -> None:
        super().__init__()
        self._theme, self._categories = theme, categories
        self._codes: tuple[str, ...] = ()
        self._chips: dict[str, Chip] = {}
        self.choose = Chip(theme, "Choose kinds", checkable=False, icon="plus")
        pairs = {"Kinds of help": [(code, one.name) for code, one in categories.items()]}
        self.popup = TickPopup(theme, "Kinds of help", pairs, self)
        self.popup.ticked.connect(self._tick)
        self.choose.clicked.connect(self._open)
        self._row = ChipRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self._show()

    def words(self) -> str:
        return "\n".join(self._codes)

    def put(self, text: str) -> None:
        if lines_of(text) != self._codes:
            self._codes = lines_of(text)
            self._show()

    def close_up(self) -> None:
        self.popup.hide()

    def chip(self, code: str) -> Chip:
        """The chip of a kind that was chosen once."""
        return self._chips[code]

    def _open(self) -> None:
        self.popup.open_under(self.choose)

    def _show(self) -> None:
        for code in self._codes:
            if code not in self._chips:
                self._chips[code] = self._new_chip(code)
        self._row.show_chips([self.choose, *(self._chips[code] for code in self._codes)])
        self.popup.tick(frozenset(self._codes))

    def _new_chip(self, code: str) -> Chip:
        name = self._categories[code].name if code in self._categories else code
        chip = Chip(self._theme, name, checkable=False, trailing="x")
        chip.setAccessibleName(f"Take away: {name}")
        chip.clicked.connect(lambda: self._tick(code, on=False))
        return chip

    def _tick(self, code: str, on: bool) -> None:
        left = [one for one in self._codes if one != code]
        self._codes = (*left, code) if on else tuple(left)
        focused = code in self._chips and self._chips[code].hasFocus()
        self._show()
        if focused:
            self.choose.setFocus()
        self.changed.emit()
