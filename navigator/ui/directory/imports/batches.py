"""The imports that were applied: which list, when, what came of it, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.resources.ages import ago
from navigator.resources.importing.verdicts import Batch
from navigator.ui.directory.desk_tab import DeskTab
from navigator.ui.directory.empty import Empty
from navigator.ui.directory.imports.batch_pane import BatchPane
from navigator.ui.directory.imports.report_words import batch_words
from navigator.ui.ports import Desk
from navigator.ui.rows.table import Cell, Column, TableRow
from navigator.ui.rows.table_list import TableList
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

COLUMNS = (Column("File"), Column("When"), Column("By", 90), Column("What came of it", 120))


class Batches(DeskTab):
    """`file_wanted` asks to bring a file in, `parcel_wanted` to receive one, `giving_wanted` to give the directory
    away, `undo_wanted` to take the import of that id back."""

    file_wanted = Signal()
    parcel_wanted = Signal()
    giving_wanted = Signal()
    undo_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self._batches: dict[object, Batch] = {}
        self.table = TableList(theme, COLUMNS, name="Imports")
        self.pane = BatchPane(desk, theme, worker)
        self.bring_in = Button(theme, "Bring in a file…", "primary", icon="upload")
        self.receive = Button(theme, "Receive a parcel…", icon="package-open")
        self.give = Button(theme, "Give away…", icon="download")
        self._done = Text("", weight=600, wrap=True)
        self._done.setContentsMargins(20, 8, 16, 4)
        self._refusal = Trouble(theme)
        self._refusal.setContentsMargins(20, 8, 16, 4)
        empty = Empty(
            theme,
            "Nothing was imported yet.",
            "Bring in what your city has: HSDS, iCarol, VisionLink, SAMHSA, or any table. "
            "Navigator first shows what would change. Nothing is written until you say so.",
        )
        self._lay_out(self.table, self.pane, empty)
        self._put_bar()
        self._connect()

    def say(self, sentence: str) -> None:
        """Why something could not be done, above the list; "" takes it away."""
        self._done.hide()
        self._refusal.say(sentence)

    @property
    def refusal(self) -> str:
        return self._refusal.sentence

    def tell(self, words: str) -> None:
        """What was done, above the list."""
        self._refusal.say("")
        self._done.setText(words)
        self._done.show()

    def _put_bar(self) -> None:
        """The buttons stand over table and empty page alike; who may not import sees the list alone."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 12, 16, 4)
        row.setSpacing(8)
        for button in (self.bring_in, self.receive, self.give):
            row.addWidget(button)
        row.addStretch(1)
        if not may(self._desk.actor.role, Permission.IMPORT):
            bar.hide()
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, bar)
            layout.insertWidget(1, self._done)
            layout.insertWidget(2, self._refusal)
        self._done.hide()

    def _connect(self) -> None:
        self.bring_in.clicked.connect(self.file_wanted)
        self.receive.clicked.connect(self.parcel_wanted)
        self.give.clicked.connect(self.giving_wanted)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._enter)
        self.pane.undo_wanted.connect(self.undo_wanted)

    def _table(self) -> TableList:
        return self.table

    def _pane(self) -> QWidget:
        return self.pane

    def _flush(self) -> str:
        return ""

    def _press(self, _key: str) -> bool:
        return False

    def _first(self) -> QWidget:
        return self.table if self._batches else self.bring_in

    def _reading(self) -> Callable[[], tuple[Batch, ...]]:
        imports, actor = self._desk.keeping.imports, self._desk.actor
        return lambda: imports.batches(actor)

    def _take(self, answer: tuple[Batch, ...]) -> None:
        self._batches = {one.id: one for one in answer}
        self.table.show_rows([self._row(one) for one in answer])
        self._show(self.table.current_key)
        self._show_face(is_empty=not answer)

    def _show(self, key: object | None) -> None:
        batch = self._batches.get(key)
        if batch is None:
            self.pane.forget()
        else:
            self.pane.show_batch(batch)

    def _enter(self, _key: object) -> None:
        self.pane.take_focus()

    def _row(self, batch: Batch) -> TableRow:
        name = Cell(batch.file_name, ink="text", weight=600)
        when = Cell(ago(batch.at, self._desk.clock()))
        return TableRow(batch.id, (name, when, Cell(batch.by), Cell(batch_words(batch))))
