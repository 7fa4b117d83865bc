"""The tray at the foot of the window: what is on paper, and the way to the handout."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.documents.handout import MOST
from navigator.resources.model import Entry
from navigator.ui.find.chip_row import ChipRow
from navigator.ui.find.paper_popup import PaperPopup
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.find.shortlist import Shortlist
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.chip import Chip
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text

ADVICE = f"Add up to {MOST} places with Ctrl+D, then print them on one handout."

_CHIP_CHARACTERS = 28
_BESIDE_CHIPS = 110
"""Margins and gaps of the tray that are not count, chips or button."""


class PaperTray(Panel):
    """`removed` gives the id of an entry to take off; `printed` asks for the handout."""

    removed = Signal(str)
    printed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._theme = theme
        self._narrow = False
        self._shortlist = Shortlist()
        self._chips: dict[str, Chip] = {}
        self._count = Text(weight=600)
        self._sentence = Text()
        self._row = ChipRow()
        self.show_button = Button(theme, "Show", "ghost")
        self.print_button = PromptButton(theme, "Print handout", icon="printer", shortcut="Ctrl+P")
        self.popup = PaperPopup(theme, self)
        self.popup.removed.connect(self.removed)
        self.show_button.clicked.connect(self._open_popup)
        self.print_button.clicked.connect(self.printed)
        self.setFixedHeight(sizes.TRAY)
        self._lay_out()
        self._refresh()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips of what is on paper, in their order; none while the tray is too narrow for them."""
        return self._row.shown if not self._row.isHidden() else ()

    @property
    def sentence(self) -> str:
        return self._sentence.text() if not self._sentence.isHidden() else ""

    def show_shortlist(self, shortlist: Shortlist) -> None:
        self._shortlist = shortlist
        self.popup.show_shortlist(shortlist)
        self._refresh()

    def say(self, sentence: str) -> None:
        """Says why something was not done; the next change takes it away."""
        self._row.hide()
        self.show_button.setVisible(bool(self._shortlist))
        self._tell(sentence, trouble=True)

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self.print_button.show_key(not narrow)
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(Icon(self._theme, "file-text", "text2", 20))
        row.addWidget(self._count)
        row.addSpacing(6)
        row.addWidget(self._row, 1)
        row.addWidget(self.show_button)
        row.addWidget(self._sentence)
        row.addStretch(0)
        row.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addWidget(inside, 1)

    def _refresh(self) -> None:
        self._count.setText(f"On paper: {len(self._shortlist)}")
        self._row.show_chips([self._chip(entry) for entry in self._shortlist.entries])
        spread = self._spread()
        self._row.setVisible(spread)
        self.show_button.setVisible(bool(self._shortlist) and not spread)
        self.print_button.setEnabled(bool(self._shortlist))
        self._tell("" if self._shortlist else ADVICE)

    def _tell(self, sentence: str, *, trouble: bool = False) -> None:
        self._sentence.setText(sentence)
        self._sentence.set_tone("closing" if trouble else "text2")
        self._sentence.setVisible(bool(sentence))

    def _spread(self) -> bool:
        """Whether there is room for a chip for each."""
        if self._narrow or not self._shortlist:
            return False
        chips = sum(self._chip(entry).sizeHint().width() + 8 for entry in self._shortlist.entries)
        beside = self.print_button.sizeHint().width() + self._count.sizeHint().width() + _BESIDE_CHIPS
        return chips + beside <= self.width()

    def _chip(self, entry: Entry) -> Chip:
        if entry.id not in self._chips:
            chip = Chip(self._theme, _shortened(entry.name), checkable=False, trailing="x", parent=self._row)
            chip.setAccessibleName(f"Take {entry.name} off the paper")
            chip.setToolTip(f"Take off: {entry.name}")
            chip.clicked.connect(self._remove)
            self._chips[entry.id] = chip
        return self._chips[entry.id]

    def _remove(self) -> None:
        for entry_id, chip in self._chips.items():
            if chip is self.sender():
                self.removed.emit(entry_id)
                return

    def _open_popup(self) -> None:
        self.popup.open_above(self.show_button)


def _shortened(name: str) -> str:
    return name if len(name) <= _CHIP_CHARACTERS else f"{name[: _CHIP_CHARACTERS - 1].rstrip()}…"
