"""The tab "Due today": every entry that wants something, the most urgent first, and what to do about the chosen one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from navigator.resources.ages import ago
from navigator.resources.stewardship.due import Due
from navigator.resources.stewardship.reasons import Why
from navigator.ui.directory.desk_tab import DeskTab, foot_note
from navigator.ui.directory.due_panes import DuePanes, Owed
from navigator.ui.directory.due_words import face_of, look_at
from navigator.ui.directory.empty import Empty
from navigator.ui.find import remarks
from navigator.ui.ports import Desk
from navigator.ui.rows.table import Cell, Column, TableRow
from navigator.ui.rows.table_list import TableList
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker

COLUMNS = (Column("Service"), Column("Why"), Column("Since", 96), Column("Look at", 80))
KEYS = "0123456789?\b"
NOTE = "Overdue services sort lower in search and say so. None is hidden."


class DueTab(DeskTab):
    """A digit on the table or in the pane is an outcome; afterwards the next one is chosen."""

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self._owed = Owed()
        self._due: dict[object, Due] = {}
        self._shown: object | None = None
        self._asked_for = ""
        self.table = TableList(theme, COLUMNS, name="Due today", keys=KEYS)
        self.panes = DuePanes(desk, theme, worker)
        empty = Empty(
            theme,
            "Nothing is due today.",
            "Checks, proposals, old beds and alerts that end stand here on their day.",
        )
        self._lay_out(self.table, self.panes, empty, foot_note(theme, NOTE))
        self.table.chosen.connect(self._turn_to)
        self.table.opened.connect(self._enter)
        self.table.keyed.connect(self.panes.press)
        self._follow(self.panes)
        self.panes.change_wanted.connect(self.record_wanted)

    def note_edited(self, entry_id: str) -> None:
        """The record that was checked has been edited: the check goes on."""
        self._try(lambda: self.panes.check.note_edited(entry_id))

    def check_entry(self, entry_id: str) -> None:
        """Shows the script for an entry, due or not, until another row is chosen."""
        self.table.choose(entry_id)
        self._asked_for = entry_id
        if self._try(self._show_asked_for):
            self.panes.take_focus()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.panes.set_narrow(narrow)

    def _table(self) -> TableList:
        return self.table

    def _pane(self) -> QWidget:
        return self.panes

    def _flush(self) -> str:
        return self.panes.flush()

    def _press(self, key: str) -> bool:
        return self.panes.press(key)

    def _reading(self) -> Callable[[], Owed]:
        keeping, actor = self._desk.keeping, self._desk.actor

        def read() -> Owed:
            due = keeping.due.due(actor)
            wanted = {one.why for one in due}
            return Owed(
                due,
                keeping.proposals.waiting(actor) if Why.PROPOSAL in wanted else (),
                keeping.due.beds(actor) if Why.BEDS_OLD in wanted else (),
                keeping.secrecy.waiting(actor) if Why.TEXT_WAITS in wanted else (),
            )

        return read

    def _take(self, answer: Owed) -> None:
        self._owed = answer
        self._due = {one.entry_id: one for one in answer.due}
        self.counted.emit(len(answer.due))
        self.table.show_rows([self._row(one) for one in answer.due])
        if not (self._is_asked_for() and self._try(self._show_asked_for)):
            self._turn_to(self.table.current_key)
        self._show_face(is_empty=not answer.due and not self._is_asked_for())

    def _row(self, due: Due) -> TableRow:
        face = face_of(due.why)
        name = Cell(due.name, ink="text", weight=600)
        why = Cell(face.words, face.icon, face.tone, "text", 500)
        return TableRow(due.entry_id, (name, why, Cell(self._since(due)), Cell(look_at(due))))

    def _since(self, due: Due) -> str:
        """Since when; of a proposal also by whom."""
        age = ago(due.since, self._desk.clock()) if due.since is not None else "never"
        if due.why is not Why.PROPOSAL:
            return age
        by = next((one.by for one in self._owed.proposals if one.entry_id == due.entry_id), "")
        return f"{by}, {age}" if by else age

    def _is_asked_for(self) -> bool:
        """Whether a check that somebody asked for is still under way."""
        due = self.panes.check.due
        return bool(self._asked_for) and due is not None and due.entry_id == self._asked_for

    def _show_asked_for(self) -> bool:
        listed = self._due.get(self._asked_for)
        entry = self._desk.directory.entry(self._desk.actor, self._asked_for)
        words = remarks.checked(entry, self._desk.clock(), self._desk.city.zone).words
        return self.panes.show_check(listed or Due(self._asked_for, entry.name, Why.DUE, None, words, ()))

    def _show(self, key: object | None) -> None:
        self._asked_for = ""
        if self.panes.show_due(self._due.get(key), self._owed):
            self._shown = key
        elif self._shown in self._due:
            self.table.choose(self._shown)

    def _after(self, entries: object) -> None:
        """After a check that somebody asked for, the row that was chosen before is still to be done."""
        if self._asked_for:
            self._asked_for = ""
            self._go_on(entries)
        else:
            super()._after(entries)

    def _enter(self, _key: object) -> None:
        """Enter goes into the pane, unless a count of beds is typed: that is saved."""
        if self.panes.currentWidget() is self.panes.beds and self.panes.beds.is_typed:
            self.panes.beds.save_it()
        else:
            self.panes.take_focus()
