"""The tab "Beds": who counts beds, chairs or slots, the oldest word first; a digit and Enter save a count (S-04)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from navigator.resources.ages import ago
from navigator.resources.stewardship.beds import BedLine
from navigator.ui.directory.beds_pane import KEYS, BedsPane, key_of
from navigator.ui.directory.desk_tab import DeskTab, foot_note
from navigator.ui.directory.empty import Empty
from navigator.ui.directory.room_words import free_words
from navigator.ui.ports import Desk
from navigator.ui.rows.table import Cell, Column, TableRow
from navigator.ui.rows.table_list import TableList
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker

COLUMNS = (Column("Service"), Column("Free", 120), Column("Told", 90), Column("Said by", 70))
NOTE = "Go to a row, press a digit, Enter saves. 0 is full, ? is not known."


class BedsTab(DeskTab):
    """Typing on the table goes into the pane; the row shows it as not saved."""

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self._beds: dict[object, BedLine] = {}
        self.table = TableList(theme, COLUMNS, name="Beds", keys=KEYS)
        self.pane = BedsPane(desk, theme, worker)
        empty = Empty(
            theme,
            "No service counts beds, chairs or slots.",
            "Services of a kind that counts them, such as shelters and detox, stand here.",
        )
        self._lay_out(self.table, self.pane, empty, foot_note(theme, NOTE))
        self.table.chosen.connect(self._turn_to)
        self.table.opened.connect(self._enter)
        self.table.keyed.connect(self.pane.press)
        self.pane.typed.connect(self._tell_typed)
        self._follow(self.pane)

    def show_entry(self, entry_id: str) -> None:
        """Chooses the first count of that entry."""
        key = next((key for key, bed in self._beds.items() if bed.entry_id == entry_id), None)
        if key is not None:
            self.table.choose(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc on the table takes away what is typed and not saved."""
        if event.key() == Qt.Key.Key_Escape and self.table.hasFocus() and self.pane.is_typed:
            self.pane.take_away()
        else:
            super().keyPressEvent(event)

    def _table(self) -> TableList:
        return self.table

    def _pane(self) -> QWidget:
        return self.pane

    def _flush(self) -> str:
        return self.pane.flush()

    def _press(self, key: str) -> bool:
        return self.pane.press(key)

    def _reading(self) -> Callable[[], tuple[BedLine, ...]]:
        due, actor = self._desk.keeping.due, self._desk.actor
        return lambda: due.beds(actor)

    def _take(self, answer: tuple[BedLine, ...]) -> None:
        self._beds = {key_of(bed): bed for bed in answer}
        self._fill()
        self._turn_to(self.table.current_key)
        self._show_face(is_empty=not answer)

    def _fill(self, typed: str = "") -> None:
        shown = key_of(self.pane.line) if self.pane.line is not None else None
        rows = [self._row(key, bed, typed if key == shown else "") for key, bed in self._beds.items()]
        self.table.show_rows(rows)

    def _row(self, key: object, bed: BedLine, typed: str) -> TableRow:
        name = Cell(bed.name, ink="text", weight=600)
        if typed:
            unsaved = Cell(f"{typed}, Enter saves", "pencil", "accent", "text", 600)
            return TableRow(key, (name, unsaved, self._age(bed), Cell(bed.said_by)))
        known = bed.available is not None
        words = free_words(bed.unit, bed.available, bed.maximum, bed.restriction)
        free = Cell(
            words, "bed-double" if known else "circle-question-mark", "text2" if known else "unknown", "text", 500
        )
        return TableRow(key, (name, free, self._age(bed), Cell(bed.said_by)))

    def _age(self, bed: BedLine) -> Cell:
        if bed.as_of is None:
            return Cell("never")
        words = ago(bed.as_of, self._desk.clock())
        if bed.is_old:
            return Cell(f"{words}, old", "clock", "closing", "closing", 500)
        return Cell(words)

    def _show(self, key: object | None) -> None:
        bed, before = self._beds.get(key), self.pane.line
        if bed is None:
            self.pane.forget()
        elif not self.pane.show_line(bed) and before is not None:
            self.table.choose(key_of(before))
        elif self.pane.line is not before:
            self._fill(self.pane.free.text())

    def _tell_typed(self, words: str) -> None:
        self._fill(words)

    def _enter(self, _key: object) -> None:
        if self.pane.is_typed:
            self.pane.save_it()
        else:
            self.pane.take_focus()
