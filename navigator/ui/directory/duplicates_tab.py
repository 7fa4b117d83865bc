"""The tab "Duplicates": pairs that may be one place, rows of imports that waited, and what was merged (S-05, S-08)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from navigator.resources.model import Entry
from navigator.resources.stewardship.pairs import Pair
from navigator.ui.directory.desk_tab import DeskTab
from navigator.ui.directory.empty import Empty
from navigator.ui.directory.merged_pane import MergedPane
from navigator.ui.directory.pair_pane import PairPane
from navigator.ui.directory.pair_words import merged_of, where
from navigator.ui.directory.twin_search import TwinSearch
from navigator.ui.ports import Desk
from navigator.ui.records.record_list import Record, RecordGroup, RecordList
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.worker import Worker

LOOK = "Look for duplicates"
_LIST, _LIST_NARROW = 360, 300
_PAIR, _MERGED = "pair", "merged"


@dataclass(frozen=True)
class Twins:
    """What the tab shows: pairs to settle, and each merged entry with the one that it was merged into."""

    pairs: tuple[Pair, ...] = ()
    merged: tuple[tuple[Entry, Entry | None], ...] = ()


class DuplicatesTab(DeskTab):
    """Two records take more room than one, so here the list is the narrow side."""

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self._twins, self._notice = Twins(), ""
        self.list = RecordList(theme, name="Duplicates", click_opens=False)
        self.pair, self.merged = PairPane(desk, theme, worker), MergedPane(desk, theme, worker)
        self.look = Button(theme, LOOK, icon="search")
        self.search = TwinSearch(desk, worker, self)
        self._panes = QStackedWidget()
        for pane in (self.pair, self.merged):
            self._panes.addWidget(pane)
        empty = Empty(
            theme,
            "No duplicates wait.",
            "Records that may be one place stand here, and rows of an import that could not be told apart.",
            LOOK,
        )
        self._lay_out(self.list, self._panes, empty, _foot(self.look), wide_pane=True)
        self._connect()

    def set_narrow(self, narrow: bool) -> None:
        self.list.setFixedWidth(_LIST_NARROW if narrow else _LIST)

    def cover(self) -> None:
        super().cover()
        self.search.stop()

    def _connect(self) -> None:
        self.list.chosen.connect(self._turn_to)
        self.list.opened.connect(self._enter)
        self.look.clicked.connect(self._search)
        self._empty.acted.connect(self._search)
        self.merged.told.connect(self._keep_notice)
        for pane in (self.pair, self.merged):
            self._follow(pane)
        self.search.advanced.connect(self._tell_progress)
        self.search.found.connect(self._tell_found)
        self.search.failed.connect(self._tell_failed)

    def _table(self) -> RecordList:
        return self.list

    def _pane(self) -> QWidget:
        return self._panes

    def _flush(self) -> str:
        return self.pair.flush()

    def _forget(self) -> None:
        self.pair.forget()
        self.merged.forget()

    def _press(self, _key: str) -> bool:
        return False

    def _reading(self) -> Callable[[], Twins]:
        duplicates, directory, actor = self._desk.keeping.duplicates, self._desk.directory, self._desk.actor
        return lambda: Twins(duplicates.pairs(actor), merged_of(directory.entries(actor)))

    def _take(self, answer: Twins) -> None:
        self._twins = answer
        self.counted.emit(len(answer.pairs))
        self.list.show_groups(_groups(answer))
        if self.list.current_key is None:
            self.list.choose_first()
        self._turn_to(self.list.current_key)
        self._show_face(is_empty=not (answer.pairs or answer.merged))
        if self._notice:
            self._trouble.say(self._notice)
            self._notice = ""

    def _show(self, key: object | None) -> None:
        before = self.pair.pair
        if not self._put(key) and before is not None:
            self.list.choose((_PAIR, before.id))

    def _put(self, key: object | None) -> bool:
        pair = next((one for one in self._twins.pairs if (_PAIR, one.id) == key), None)
        if pair is not None:
            self._panes.setCurrentWidget(self.pair)
            return self.pair.show_pair(pair)
        if self.pair.flush():
            return False
        self.pair.forget()
        entry, kept = next((both for both in self._twins.merged if (_MERGED, both[0].id) == key), (None, None))
        if entry is None:
            self.merged.forget()
        elif self.merged.entry != entry:
            self.merged.show_merged(entry, kept)
        self._panes.setCurrentWidget(self.merged)
        return True

    def _enter(self, _key: object) -> None:
        if self._panes.currentWidget() is self.pair:
            self.pair.take_focus()
        else:
            self.merged.take_focus()

    def _search(self) -> None:
        if self.search.is_running:
            self.search.stop()
        else:
            self._name_search("Stop")
            self.search.start()

    def _tell_progress(self, hundredths: int) -> None:
        self._name_search(f"Stop, {hundredths} %")

    def _tell_found(self, pairs: int) -> None:
        self._name_search(LOOK)
        self._notice = "" if pairs else "Nothing new was found. Pairs that you told apart are not brought up again."
        self.refresh()

    def _tell_failed(self, sentence: str) -> None:
        self._name_search(LOOK)
        self._trouble.say(sentence)

    def _name_search(self, words: str) -> None:
        for button in (self.look, self._empty.act):
            button.setText(words)
            button.updateGeometry()

    def _keep_notice(self, sentence: str) -> None:
        self._notice = sentence


def _groups(twins: Twins) -> tuple[RecordGroup, ...]:
    own = tuple(_pair(pair) for pair in twins.pairs if not pair.is_held)
    held = tuple(_pair(pair) for pair in twins.pairs if pair.is_held)
    merged = tuple(
        Record((_MERGED, one.id), one.name, f"into {kept.name}" if kept else "") for one, kept in twins.merged
    )
    return (
        RecordGroup("May be one place", own),
        RecordGroup("Held from imports", held),
        RecordGroup("Merged", merged),
    )


def _pair(pair: Pair) -> Record:
    one, other = pair.one.entry, pair.other.entry
    under = f"and {other.name}" if other.name != one.name else where(other)
    return Record((_PAIR, pair.id), one.name, under, f"{round(pair.score)}%")


def _foot(button: Button) -> QWidget:
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(20, 10, 20, 12)
    row.addWidget(button)
    row.addStretch(1)
    return foot
