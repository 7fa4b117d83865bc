"""The search itself: box, filters, and the results or what stands in their place."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.resources.places import Spot
from navigator.resources.search import Answer, Hit, Query
from navigator.ui.find.empty_state import EmptyState
from navigator.ui.find.filter_chips import FilterChips
from navigator.ui.find.result_list import ResultList
from navigator.ui.find.result_row import Telling, rows_of
from navigator.ui.find.search_box import TOO_LONG, SearchBox
from navigator.ui.find.way_on import way_on
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel

LIMIT = 50
"""Results listed at once; the last line says how many more there are."""


class SearchColumn(Panel):
    """Answers within the frame on the window's thread. `chosen` gives a Hit or None, `opened` asks to read it;
    `stationed` gives the ZIP or Spot where the station is said to be."""

    stationed = Signal(object)
    chosen = Signal(object)
    opened = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._desk = desk
        self._answer: Answer | None = None
        self.telling = Telling(desk.clock(), desk.city.zone, desk.categories)
        self.box = SearchBox(theme)
        self.trouble = Trouble(theme)
        self.chips = FilterChips(
            theme, desk.city, desk.categories, self._spots, places_station=may(desk.actor.role, Permission.EDIT)
        )
        self.results = ResultList(theme)
        self.empty = EmptyState(theme)
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
        self.empty.taken.connect(self.ask)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(20, 16, 16, 12)
        head.setSpacing(12)
        head.addWidget(self.box)
        head.addWidget(self.trouble)
        head.addWidget(self.chips)
        found = QWidget()
        self._found = QStackedLayout(found)
        self._found.addWidget(self.results)
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
        if self._answer.hits:
            self._found.setCurrentWidget(self.results)
        else:
            self.empty.show_way(way_on(query, self._count, self._desk.city, self._desk.categories))
            self._found.setCurrentWidget(self.empty)
        self.results.show_rows(rows_of(self._answer, self.telling), keep)

    def _spots(self, words: str) -> tuple[Spot, ...]:
        if words:
            return self._desk.search.spots(words, self._desk.clock())
        station = self._desk.keeping.station_place.spot(self._desk.actor)
        return (station,) if station else ()

    def _count(self, query: Query) -> int:
        return self._desk.search.find(query, self.telling.now, limit=1).total

    def _choose(self, entry_id: str) -> None:
        self.chosen.emit(self._hit(entry_id))

    def _hit(self, entry_id: str) -> Hit | None:
        hits = self._answer.hits if self._answer else ()
        return next((hit for hit in hits if hit.entry.id == entry_id), None)

    def _chosen_id(self) -> str:
        return self.results.chosen_id

    def _forget(self, words: str) -> None:
        """Takes words out of the text that were read as a filter and are not meant so."""
        text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", self.box.text(), count=1, flags=re.IGNORECASE)
        self.box.setText(re.sub(r"[\s,]*,[\s,]*", ", ", re.sub(r"\s+", " ", text)).strip(" ,"))
