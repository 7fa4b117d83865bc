"""What such forms share beyond those of a referral: words of several lines, one of many, boxes to tick."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from navigator.ui.referrals.forms.form import Form
from navigator.ui.sheets.ticks import Ticks
from navigator.ui.widgets.area import area
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.field import Field

_CHOOSE = "Choose one"


class WideForm(Form):
    """Ctrl+S saves from anywhere; Enter writes a new line in an area."""

    def add_area(self, name: str, label: str, *, hint: str = "", lines: int = 3, length: int = 1000) -> QPlainTextEdit:
        entry = area(lines=lines, length=length)
        self.keep_field(name, entry.toPlainText, entry.setPlainText)
        entry.textChanged.connect(self.tell_typed)
        self._add(name, Field(self.theme, label, entry, hint=hint), wide=True)
        return entry

    def add_select(self, name: str, label: str, options: Sequence[tuple[str, str]]) -> Select:
        """One of many, none from the start; its data is kept in the draft."""
        entry = Select(self.theme)
        entry.addItem(_CHOOSE, "")
        for value, words in options:
            entry.addItem(words, value)
        entry.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        entry.setMinimumContentsLength(20)
        self.keep_field(
            name,
            lambda: str(entry.currentData() or ""),
            lambda text: entry.setCurrentIndex(max(0, entry.findData(text))),
        )
        entry.currentIndexChanged.connect(self.tell_typed)
        self._add(name, Field(self.theme, label, entry), wide=True)
        return entry

    def add_ticks[E: StrEnum](self, name: str, label: str, options: Sequence[E], *, hint: str = "") -> Ticks[E]:
        entry = Ticks(self.theme, options)
        self.keep_field(name, lambda: entry.text, entry.put_text)
        entry.changed.connect(self.tell_typed)
        self._add(name, Field(self.theme, label, entry, hint=hint), wide=True)
        self._inputs[-1:] = entry.boxes.values()
        return entry

    def add_wide(self, entry: QWidget) -> None:
        """An input without a label of its own, across the form."""
        self._grid.addWidget(entry, self._row(wide=True), 0, 1, 2)
        self._places += 2
        self._inputs.append(entry)

    def _move_on(self, entry: QWidget) -> None:
        """Enter goes to the next input that is shown, and from the last one saves."""
        shown = [one for one in self._inputs if one.isVisibleTo(self)]
        place = next((at for at, one in enumerate(shown) if one is entry or one.isAncestorOf(entry)), 0)
        if shown[place + 1 :]:
            shown[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.saved.emit()
