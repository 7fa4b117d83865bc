"""One column of a table: what stands in it, and what it means."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.targets import TARGETS
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pane import Pane
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.field import Field
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_SHOWN = 12
_MOST_VALUES = 40
_CATEGORY = "category"
_NO_KIND = "No kind of help"


class ColumnPane(Pane):
    """`meant` gives heading and target key; `valued` a value of a column of kinds, and the code it stands for or ""."""

    meant = Signal(str, str)
    valued = Signal(str, str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self.target: Select | None = None
        self._heading = ""
        self._values: tuple[str, ...] = ()
        self.kinds: dict[str, Select] = {}
        self._stand()

    def show_column(self, heading: str, values: Sequence[str], mapping: ColumnMapping) -> None:
        self._heading, self._values = heading, tuple(values)
        self.target = self._choice()
        for key, target in TARGETS.items():
            self.target.addItem(target.label, key)
        self.target.setCurrentIndex(self.target.findData(mapping.target(heading)))
        self.target.activated.connect(self._mean)
        body: list[QWidget] = [PaneHead(heading, ""), Field(self._theme, "Becomes", self.target)]
        self.kinds = {}
        if mapping.target(heading) == _CATEGORY:
            body += self._kinds_of(mapping)
        else:
            body += _samples(self._values)
        self.put(body)

    def _kinds_of(self, mapping: ColumnMapping) -> list[QWidget]:
        body: list[QWidget] = [Rule(), Text("Which kind of help each value is", weight=600, wrap=True)]
        for value in self._values[:_MOST_VALUES]:
            choice = self._choice()
            choice.addItem(_NO_KIND, "")
            for code, category in self._desk.categories.items():
                choice.addItem(category.name, code)
            choice.setCurrentIndex(max(0, choice.findData(mapping.categories.get(value.lower(), ""))))
            choice.setProperty("cell", value)
            choice.activated.connect(self._value)
            self.kinds[value] = choice
            body.append(Field(self._theme, value[:60], choice))
        return body

    def _choice(self) -> Select:
        """As wide as the pane, however long its longest words are."""
        choice = Select(self._theme)
        choice.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(8)
        return choice

    def _mean(self, _place: int) -> None:
        if self.target is not None:
            self.meant.emit(self._heading, str(self.target.currentData()))

    def _value(self, _place: int) -> None:
        choice = self.sender()
        if isinstance(choice, Select):
            self.valued.emit(str(choice.property("cell")), str(choice.currentData()))


def _samples(values: Sequence[str]) -> list[QWidget]:
    if not values:
        return [Text("Every cell that was looked at is empty.", tone="text2", wrap=True)]
    shown = [Text(value[:200], tone="text2", wrap=True) for value in values[:_SHOWN]]
    return [Rule(), Text("Some of its values", weight=600), *shown]
