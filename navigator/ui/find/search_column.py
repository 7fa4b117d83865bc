"""The search itself: box, filters, and the results or what stands in their place."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.resources.places import Spot
from navigator.resources.search import Answer, Hit, Query
from navigator.resources.search.facets import Count
from navigator.ui.find.empty_state import EmptyState
from navigator.ui.find.filter_chips import FilterChips
from navigator.ui.find.left_out import LeftOut
from navigator.ui.find.plain_words import without_words
from navigator.ui.find.result_list import ResultList
from navigator.ui.find.result_row import Telling
from navigator.ui.find.result_rows import rows_of
from navigator.ui.find.search_box import TOO_LONG, SearchBox
from navigator.ui.find.tell_desk import TellDesk
from navigator.ui.find.way_on import nothing_found, secret_way, spellings, ways_on
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker

LIMIT = 50
"""Results listed at once; the last line says how many more there are."""
_WAYS_AFTER_MS = 120
"""Ways on are looked for when the hand rests: each is a search of its own."""


class SearchColumn(Panel):
    """Answers within the frame on the window's thread. `chosen` gives a Hit or None, `opened` asks to read it;
    `stationed` gives the ZIP or Spot where the station is said to be."""

    stationed = Signal(object)
    chosen = Signal(object)
    opened = Signal()

    def __init__(self, desk: Desk, theme: Theme, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._desk = desk
        self._answer: Answer | None = None
        self.telling = Telling(desk.clock(), desk.city.zone, desk.categories)
        self.box = SearchBox(theme)
        self.trouble, self.not_ready = Trouble(theme), Trouble(theme)
        self.chips = FilterChips(
            theme,
            desk.city,
            desk.categories,
            self._spots,
            self._count_options,
            places_station=may(desk.actor.role, Permission.EDIT),
        )
        self.results = ResultList(theme)
        self.left_out = LeftOut(theme)
        self.tell_desk = TellDesk(desk, theme, worker) if may(desk.actor.role, Permission.PROPOSE) else None
        self.empty = EmptyState(theme, desk.city, self.tell_desk)
        self._ways_soon = QTimer(self, singleShot=True, interval=_WAYS_AFTER_MS)
        self._lay_out()
        self._connect()

    @property
    def answer(self) -> Answer | None:
        """The answer that is shown."""
        return self._answer

    def search(self) -> None:
        """Answers the box and the filters; the first result is chosen."""
        self._show_answer(keep="")

    def refresh(self) -> None:
        """The same question, answered as of now: hours and ages move on. What was chosen stays chosen."""
        self._show_answer(keep=self._chosen_id())

    def clear(self) -> None:
        """Takes the words away; where there are none, the filters."""
        if self.box.text():
            self.box.clear()
        else:
            self.ask(Query())
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self, query: Query) -> None:
        """Shows and answers a query from elsewhere."""
        self.chips.show_query(query)
        self.box.setText(query.text)
        self.search()

    def cover(self) -> None:
        """Keeps what was written to the directory desk before the station locks."""
        if self.tell_desk is not None:
            self.tell_desk.cover()

    def set_narrow(self, narrow: bool) -> None:
        self.box.show_hint(not narrow)
        self.chips.shorten(narrow)

    def _connect(self) -> None:
        self.box.asked.connect(self._search_words)
        self.box.overfull.connect(self._say_too_long)
        self.box.moved.connect(self.results.step)
        self.box.opened.connect(self.opened)
        self.chips.changed.connect(self.search)
        self.chips.forgotten.connect(self._forget)
        self.chips.stationed.connect(self.stationed)
        self.results.chosen.connect(self._choose)
        self.results.opened.connect(self.opened)
        self.results.typed.connect(self.box.type_on)
        self.empty.taken.connect(self._take_way)
        if self.tell_desk is not None:
            self.tell_desk.left.connect(self.box.setFocus)
        self.left_out.taken.connect(self._take_way)
        self._ways_soon.timeout.connect(self._show_ways)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(20, 16, 16, 12)
        head.setSpacing(12)
        head.addWidget(self.box)
        head.addWidget(self.not_ready)
        head.addWidget(self.trouble)
        head.addWidget(self.chips)
        listed = QWidget()
        under = QVBoxLayout(listed)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.results, 1)
        under.addWidget(self.left_out)
        found = QWidget()
        self._found = QStackedLayout(found)
        self._found.addWidget(listed)
        self._found.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(found, 1)

    def _search_words(self) -> None:
        if len(self.box.text()) < self.box.maxLength():
            self.trouble.say("")
        self.search()

    def _say_too_long(self) -> None:
        self.trouble.say(TOO_LONG)

    def _query(self) -> Query:
        return replace(self.chips.query, text=self.box.text())

    def _show_answer(self, *, keep: str) -> None:
        query = self._query()
        self.telling = replace(self.telling, now=self._desk.clock())
        self._answer = self._desk.search.find(query, self.telling.now, limit=LIMIT)
        self.chips.show_understood(self._answer.understood)
        self._ways_soon.stop()
        self.results.show_rows(rows_of(self._answer, self.telling), keep)
        self.left_out.show_way(secret_way(self._answer))
        if self._answer.hits:
            self._found.setCurrentIndex(0)
        else:
            self.empty.show_nothing(nothing_found(query), query, spellings(self._answer))
            self._found.setCurrentWidget(self.empty)
            self._ways_soon.start()

    def _show_ways(self) -> None:
        if self._answer is not None and not self._answer.hits:
            self.empty.show_ways(ways_on(self._answer, self._count, self._desk.categories))

    def _take_way(self, query: Query) -> None:
        """The button that was pressed goes: the focus is where words are typed."""
        self.ask(query)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count_options(self) -> Mapping[str, Count]:
        return self._desk.search.facets(self._query(), self._desk.clock())

    def _spots(self, words: str) -> tuple[Spot, ...]:
        if words:
            return self._desk.search.spots(words, self._desk.clock())
        station = self._desk.keeping.station_place.spot(self._desk.actor)
        return (station,) if station else ()

    def _count(self, query: Query) -> int:
        return self._desk.search.count(query, self.telling.now)

    def _choose(self, entry_id: str) -> None:
        self.chosen.emit(self._hit(entry_id))

    def _hit(self, entry_id: str) -> Hit | None:
        hits = self._answer.hits if self._answer else ()
        return next((hit for hit in hits if hit.entry.id == entry_id), None)

    def _chosen_id(self) -> str:
        return self.results.chosen_id

    def _forget(self, words: str) -> None:
        """Takes words out of the text that were read as a filter and are not meant so."""
        self.box.setText(without_words(self.box.text(), words))
