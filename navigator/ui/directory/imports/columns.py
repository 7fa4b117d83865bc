"""What the columns of a table mean: one line for each heading, a choice for the line that is chosen (S-08)."""

from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.targets import OTHER, TARGETS
from navigator.ui.directory.imports.column_pane import ColumnPane
from navigator.ui.directory.imports.opening import Opened
from navigator.ui.ports import Desk
from navigator.ui.rows.table import Cell, Column, TableRow
from navigator.ui.rows.table_list import TableList
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble, line
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

COLUMNS = (Column("Column of the file"), Column("First values", 140), Column("Becomes", 150))
_NO_NAME = "No column is the name yet. Choose the column that holds the names of the places."
_TWICE = "Two columns are “{label}”: {first} and {second}. One can be."
_WORDS = (
    "Navigator guessed what the columns mean. Look them through and put right what is wrong. "
    "What has no field stays with the record as another property: nothing is lost."
)


class ColumnsScreen(Panel):
    """`tried` gives the file as Opened, with the columns as a person left them; `left` leads back."""

    tried = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._opened: Opened | None = None
        self._name = Text("", px=sizes.TITLE, weight=700, wrap=True)
        self.table = TableList(theme, COLUMNS, name="Columns of the file")
        self.pane = ColumnPane(desk, theme, worker)
        self.keep_as = line(length=80)
        self._keep_field = Field(theme, "Keep these columns for the next file, as", self.keep_as)
        self.trouble = Trouble(theme)
        self.go = Button(theme, "See what would change", "primary", icon="check", height=sizes.MAIN_ACTION)
        self.leave = Button(theme, "Leave everything as it is", height=sizes.MAIN_ACTION)
        self._lay_out()
        self.table.chosen.connect(self._show_column)
        self.table.opened.connect(self._enter)
        self.pane.meant.connect(self._set_target)
        self.pane.valued.connect(self._set_value)
        self.go.clicked.connect(self._go)
        self.leave.clicked.connect(self.left)

    @property
    def mapping(self) -> ColumnMapping | None:
        return self._opened.mapping if self._opened else None

    def show_table(self, opened: Opened) -> None:
        self._opened = opened
        self._name.setText(opened.name)
        self.keep_as.setText(opened.kept_as or opened.paths[0].name.split(".")[0])
        self.say("")
        self._refresh()
        self.table.choose_first()

    def say(self, sentence: str) -> None:
        self.trouble.say(sentence)

    def _refresh(self) -> None:
        opened = self._opened
        if opened is not None and opened.mapping is not None:
            self.table.show_rows([_row(opened, heading) for heading in opened.headings])

    def _show_column(self, heading: object | None) -> None:
        opened = self._opened
        if opened is None or opened.mapping is None or heading is None:
            return
        values = (opened.values or {}).get(str(heading), ())
        self.pane.show_column(str(heading), values, opened.mapping)

    def _enter(self, _heading: object) -> None:
        if self.pane.target is not None:
            self.pane.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_target(self, heading: str, target: str) -> None:
        mapping = self.mapping
        if mapping is not None:
            self._take(replace(mapping, columns=MappingProxyType(dict(mapping.columns) | {heading: target})))

    def _set_value(self, value: str, code: str) -> None:
        mapping = self.mapping
        if mapping is not None:
            known = {word: kind for word, kind in mapping.categories.items() if word != value.lower()}
            self._take(replace(mapping, categories=MappingProxyType(known | ({value.lower(): code} if code else {}))))

    def _take(self, mapping: ColumnMapping) -> None:
        if self._opened is not None:
            self._opened = replace(self._opened, mapping=mapping)
            self.say("")
            self._refresh()

    def _go(self) -> None:
        opened, mapping = self._opened, self.mapping
        if opened is None or mapping is None:
            return
        wrong = _wrong(mapping)
        if wrong:
            self.say(wrong)
            return
        self._opened = replace(opened, kept_as=self.keep_as.text().strip())
        self.tried.emit(self._opened)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(20, 16, 20, 10)
        head.setSpacing(6)
        head.addWidget(self._name)
        head.addWidget(Text(_WORDS, tone="text2", wrap=True))
        room = QHBoxLayout()
        room.setSpacing(0)
        room.addWidget(self.table, 1)
        room.addWidget(Rule("down"))
        self.pane.setFixedWidth(sizes.PANE_NARROW)
        room.addWidget(self.pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(room, 1)
        column.addWidget(self._foot())
        self.setFocusProxy(self.table)

    def _foot(self) -> QWidget:
        foot = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._keep_field, 1)
        for button in (self.go, self.leave):
            buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignBottom)
        around = QVBoxLayout()
        around.setContentsMargins(20, 10, 20, 12)
        around.setSpacing(8)
        around.addWidget(self.trouble)
        around.addLayout(buttons)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(around)
        return foot


def _row(opened: Opened, heading: str) -> TableRow:
    target = opened.mapping.target(heading) if opened.mapping else OTHER
    values = ", ".join((opened.values or {}).get(heading, ())[:3])
    becomes = Cell(TARGETS[target].label, "check" if target != OTHER else "", "accent", "text", 500)
    if target == OTHER:
        becomes = Cell("Other property")
    return TableRow(heading, (Cell(heading, ink="text", weight=600), Cell(" ".join(values.split())), becomes))


def _wrong(mapping: ColumnMapping) -> str:
    """Why these columns cannot be read so, or ""."""
    if not mapping.headings("name") and not mapping.headings("organization"):
        return _NO_NAME
    for key, target in TARGETS.items():
        twins = mapping.headings(key)
        if len(twins) > 1 and not target.many:
            return _TWICE.format(label=target.label, first=twins[0], second=twins[1])
    return ""
