"""The languages that are spoken there: the city's to tick, any other to write."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.directory.editor.content import lines_of
from navigator.ui.find.chip_row import ChipRow
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.chip import Chip
from navigator.ui.widgets.field import line


class Languages(QWidget):
    """`changed` by a person's hand."""

    changed = Signal()

    def __init__(self, theme: Theme, known: Sequence[str]) -> None:
        super().__init__()
        self.chips = {name: Chip(theme, name) for name in known}
        self.others = line()
        self.others.setAccessibleName("Other languages, with commas between")
        self.others.setPlaceholderText("Others, with commas between")
        self._order: tuple[str, ...] = ()
        self._row = ChipRow()
        self._row.show_chips(tuple(self.chips.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._row)
        column.addWidget(self.others)
        for name, chip in self.chips.items():
            chip.setAccessibleName(f"Language: {name}")
            chip.clicked.connect(self._hear)
        self.others.textEdited.connect(self._hear)

    def words(self) -> str:
        """In the order in which they came, then in that of the screen."""
        chosen = [name for name, chip in self.chips.items() if chip.isChecked()]
        chosen += [name.strip() for name in self.others.text().split(",") if name.strip()]
        place = {name: at for at, name in enumerate(self._order)}
        return "\n".join(sorted(dict.fromkeys(chosen), key=lambda name: place.get(name, len(place))))

    def put(self, text: str) -> None:
        self._order = lines_of(text)
        for name, chip in self.chips.items():
            chip.setChecked(name in self._order)
        others = ", ".join(name for name in self._order if name not in self.chips)
        if others != self.others.text():
            self.others.setText(others)
        self._row.arrange()

    def _hear(self) -> None:
        self._row.arrange()
        self.changed.emit()
