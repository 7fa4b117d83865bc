"""One field of two records that may be one: both values side by side, and which one stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from navigator.resources.fields import Difference, Value, label_of
from navigator.ui.directory.choice_cell import ChoiceCell
from navigator.ui.directory.difference_view import value_words
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

EMPTY = "Empty"


class FieldChoice(QWidget):
    """The value that is there stands by itself, of two the one at the left. `changed` when a person chose."""

    changed = Signal()

    def __init__(self, theme: Theme, difference: Difference, names: tuple[str, str]) -> None:
        super().__init__()
        self.difference = difference
        label = label_of(difference.field)
        self.cells = tuple(
            ChoiceCell(theme, words, f"{label}: {words}. From {name}")
            for words, name in zip(map(self._words, (difference.before, difference.after)), names, strict=True)
        )
        for place, cell in enumerate(self.cells):
            cell.picked.connect(lambda place=place: self._pick(place))
            cell.stepped.connect(lambda place=place: self._pick(1 - place))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.addWidget(Text(label, weight=600, wrap=True), 0, 0, 1, 2)
        for place, cell in enumerate(self.cells):
            grid.addWidget(cell, 1, place)
            grid.setColumnStretch(place, 1)
        self.choose(takes_other=difference.before is None)

    @property
    def takes_other(self) -> bool:
        """Whether the value at the right stands."""
        return self.cells[1].isChecked()

    @property
    def value(self) -> Value:
        return self.difference.after if self.takes_other else self.difference.before

    def choose(self, *, takes_other: bool) -> None:
        """Tab enters at the one that stands; tells nobody."""
        for place, cell in enumerate(self.cells):
            stands = takes_other is bool(place)
            cell.setChecked(stands)
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stands else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.cells[takes_other])

    def _pick(self, place: int) -> None:
        self.choose(takes_other=bool(place))
        self.cells[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _words(self, value: Value) -> str:
        return EMPTY if value is None else value_words(self.difference.field, value)
