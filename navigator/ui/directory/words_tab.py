"""The tab "Words": what people type and what the directory calls it, shipped and the team's own (S-12)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from navigator.access import Actor
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind
from navigator.resources.stewardship.word_groups import Listed, matching
from navigator.resources.stewardship.words import Words
from navigator.resources.vocabulary import Group, Kind, Vocabulary
from navigator.ui.directory.desk_tab import DeskTab
from navigator.ui.directory.empty import Empty
from navigator.ui.directory.words_foot import WordsFoot
from navigator.ui.directory.words_head import WordsHead
from navigator.ui.directory.words_pane import WordsPane, Written
from navigator.ui.directory.words_told import row_of
from navigator.ui.ports import Desk
from navigator.ui.rows.table import Column
from navigator.ui.rows.table_list import TableList
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from navigator.ui.writes import Writes

COLUMNS = (Column("People type"), Column("The directory calls it", 170), Column("", 96))
_BLANK = Listed(Group(Kind.MEANS, ()))


@dataclass(frozen=True)
class Shelf:
    """All groups, of which ones something is typed and not saved, and what search is to understand."""

    groups: tuple[Listed, ...]
    typed: frozenset[str]
    vocabulary: Vocabulary


class WordsTab(DeskTab):
    """`spoke` gives the vocabulary whenever search is to understand other words."""

    spoke = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self._groups: dict[object, Listed] = {}
        self._typed: frozenset[str] = frozenset()
        self._wanted: str | None = None
        self._heard: Vocabulary | None = None
        self._writes = Writes(worker, self)
        self.head, self.foot = WordsHead(theme), WordsFoot(theme)
        self.table = TableList(theme, COLUMNS, name="Words")
        self.pane = WordsPane(desk, theme, worker)
        self.none = Empty(
            theme,
            "No words like these.",
            "Neither what people type nor what the directory calls it has them.",
            "Add them",
        )
        self._lists = QStackedWidget()
        for face in (self.table, self.none):
            self._lists.addWidget(face)
        self._lay_out(self._left(), self.pane, Empty(theme, "No words are here.", ""), self.foot)
        self._show_face(is_empty=False)
        self._connect()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete on the table removes words of the team's own."""
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.pane.remove_it()
        else:
            super().keyPressEvent(event)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.head.add.show_key(not narrow)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._lists, 1)
        return left

    def _connect(self) -> None:
        self.table.chosen.connect(self._turn_to)
        self.table.opened.connect(self._enter)
        self.head.line.textChanged.connect(self._fill)
        self.head.left.connect(self._leave_find)
        self.head.add.clicked.connect(self._add)
        self.none.acted.connect(self._add_found)
        self.foot.wanted_back.connect(self._put_back)
        self._follow(self.pane)

    def _table(self) -> TableList:
        return self.table

    def _pane(self) -> QWidget:
        return self.pane

    def _flush(self) -> str:
        return self.pane.flush()

    def _press(self, _key: str) -> bool:
        return False

    def _first(self) -> QWidget:
        return self.table if self._lists.currentWidget() is self.table else self.head.line

    def _reading(self) -> Callable[[], Shelf]:
        words, drafts, actor = self._desk.keeping.words, self._desk.keeping.drafts, self._desk.actor

        def read() -> Shelf:
            typed = (draft.subject for draft in drafts.mine(actor) if draft.kind is DeskDraftKind.WORDS)
            return Shelf(words.groups(actor), frozenset(typed), words.vocabulary(actor))

        return read

    def _take(self, answer: Shelf) -> None:
        if self._heard is not None:  # a parcel or another window may have brought words
            self._speak(answer.vocabulary)
        self._heard = answer.vocabulary
        is_adding = NEW in answer.typed or self._shown == NEW or self._wanted == NEW
        groups = (_BLANK, *answer.groups) if is_adding else answer.groups
        self._groups, self._typed = {one.ref: one for one in groups}, answer.typed
        self._fill()
        if self._wanted is not None and self.table.choose(self._wanted):
            self._wanted = None
        self._turn_to(self.table.current_key)

    @property
    def _shown(self) -> str:
        return self.pane.listed.ref if self.pane.listed is not None else ""

    def _fill(self) -> None:
        """The rows in which the words stand that are looked for; new ones always."""
        found = matching(self._groups.values(), self.head.line.text())
        new = [one for one in self._groups.values() if one.ref == NEW and one not in found]
        rows = [row_of(one, is_typed=one.ref in self._typed) for one in (*new, *found)]
        self._lists.setCurrentWidget(self.table if rows else self.none)
        self.table.show_rows(rows)

    def _show(self, key: object | None) -> None:
        one, before = self._groups.get(key), self.pane.listed
        if one is None:
            self.pane.forget()
        elif not self.pane.show_group(one) and before is not None:
            self.table.choose(before.ref)

    def _enter(self, _key: object) -> None:
        self.pane.take_focus()

    def _leave_find(self) -> None:
        if self.table.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        """A blank group, or the one that was begun before."""
        self.head.line.clear()
        if NEW not in self._groups:
            self._groups = {NEW: _BLANK, **self._groups}
            self._fill()
        self.table.choose(NEW)
        self.pane.take_focus()

    def _add_found(self) -> None:
        """What was looked for and is not there begins the new group."""
        words = self.head.line.text().strip()
        self._add()
        if not self.pane.is_typed:
            self.pane.say.setPlainText(words)
            self.pane.say.selectAll()

    def _after(self, written: object) -> None:
        """The group that was saved stays chosen."""
        if isinstance(written, Written) and not written.is_removed:
            self._wanted = written.listed.ref
        focused = self.window().focusWidget()
        if focused is not None and (focused is self.pane or self.pane.isAncestorOf(focused)):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_on(written)

    def _go_on(self, written: object) -> None:
        if isinstance(written, Written):
            self._tell_removed(written)
            self._speak(written.vocabulary)
        self.refresh()

    def _speak(self, vocabulary: Vocabulary) -> None:
        if vocabulary != self._heard:
            self._heard = vocabulary
            self.spoke.emit(vocabulary)

    def _tell_removed(self, written: Written) -> None:
        """The newest removal can be undone until it is."""
        removed = self.foot.removed
        if written.is_removed:
            self.foot.show_removed(written.listed)
        elif removed is not None and removed.ref == written.listed.ref:
            self.foot.show_removed(None)

    def _put_back(self, one: Listed) -> None:
        work = partial(_written, self._desk.keeping.words, self._desk.actor, one)
        self._writes.run(one.ref, work, self._after, self._failed)


def _written(words: Words, actor: Actor, one: Listed) -> Written:
    return Written(words.put(actor, one), words.vocabulary(actor))
