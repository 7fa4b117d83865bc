"""Looking through a file before anything is written: what is new, what changes, what is doubtful, what is bad."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.importing.prepared import Prepared
from navigator.resources.importing.verdicts import Item, Verdict
from navigator.ui.directory.imports.look_foot import LookFoot
from navigator.ui.directory.imports.look_head import LookHead
from navigator.ui.directory.imports.look_pane import LookPane
from navigator.ui.directory.imports.report_words import MEANING, VERDICTS, count_of
from navigator.ui.ports import Desk
from navigator.ui.rows.table import Cell, Column, TableRow
from navigator.ui.rows.table_list import TableList
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

SHOWN = 300
"""Rows listed at once; a button brings the next."""
COLUMNS = (Column("Row"), Column("What changes", 160))
_PANE = 424


class LookThrough(Panel):
    """`taken` asks to bring it in (True: past the bad rows), `left` to leave everything as it is."""

    taken = Signal(bool)
    left = Signal()

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._prepared: Prepared | None = None
        self._verdict = Verdict.NEW
        self._items: list[Item] = []
        self.head = LookHead(theme)
        self.meaning = Text("", tone="text2", wrap=True)
        self.table = TableList(theme, (Column("Service"), *COLUMNS), name="Rows of the file")
        self.more = Button(theme, "", "ghost")
        self.pane = LookPane(desk, theme, worker)
        self.foot = LookFoot(theme)
        self._lay_out()
        self._connect()

    @property
    def prepared(self) -> Prepared | None:
        return self._prepared

    def show_prepared(self, prepared: Prepared) -> None:
        """Shows the file with the first verdict that has rows in front."""
        self._prepared = prepared
        report = prepared.report
        self.head.show_report(report)
        self.foot.show_report(report)
        first = next((verdict for verdict in _FIRST if count_of(report, verdict)), Verdict.UNCHANGED)
        self.head.verdicts.choose(first)
        self._show_verdict(first)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The file is no longer held in memory."""
        self._prepared = None
        self._items = []
        self.table.show_rows(())
        self.pane.clear()

    def set_narrow(self, narrow: bool) -> None:
        self.pane.setFixedWidth(sizes.PANE_NARROW if narrow else _PANE)

    def say(self, sentence: str) -> None:
        """Why it could not be brought in; what was looked through stays."""
        self.foot.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and not self.table.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(20, 0, 20, 4)
        above.addWidget(self.meaning)
        left.addLayout(above)
        left.addWidget(self.table, 1)
        left.addWidget(self.more)
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(Rule("down"))
        row.addWidget(self.pane)
        self.pane.setFixedWidth(_PANE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(room, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.head.verdicts.chosen.connect(self._show_verdict)
        self.table.chosen.connect(self._show_item)
        self.more.clicked.connect(self._show_more)
        self.foot.taken.connect(self.taken)
        self.foot.left.connect(self.left)

    def _show_verdict(self, verdict: object) -> None:
        if self._prepared is None or not isinstance(verdict, Verdict):
            return
        self._verdict, self._items = verdict, []
        self.meaning.setText(MEANING[verdict])
        self._show_more()

    def _show_more(self) -> None:
        if self._prepared is None:
            return
        self._items += self._prepared.items(self._verdict, len(self._items), SHOWN)
        rest = count_of(self._prepared.report, self._verdict) - len(self._items)
        self.more.setVisible(rest > 0)
        self.more.setText(f"Show {min(rest, SHOWN):,} more of {rest:,}")
        self.table.show_rows([_row(place, item) for place, item in enumerate(self._items)])
        if not self._items:
            self.pane.show_nothing(f"No row is {VERDICTS[self._verdict].lower()}.")

    def _show_item(self, place: object | None) -> None:
        if isinstance(place, int) and place < len(self._items):
            self.pane.show_item(self._items[place])


_FIRST = (Verdict.CHANGED, Verdict.NEW, Verdict.HELD, Verdict.GONE)


def _row(place: int, item: Item) -> TableRow:
    name = Cell(item.name or "No name", ink="text", weight=600)
    return TableRow(place, (name, Cell(f"{item.row:,}" if item.row else ""), Cell(_changes(item))))


def _changes(item: Item) -> str:
    from_here = f"{len(item.protected)} stay" if item.protected else ""
    if item.verdict is Verdict.HELD:
        return f"{item.score:.0f} of 100 alike"
    fields = f"{len(item.differences)} field{'s' if len(item.differences) != 1 else ''}" if item.differences else ""
    secret = "kept secret" if item.hides else ""
    return ", ".join(part for part in (fields, from_here, secret) if part)
