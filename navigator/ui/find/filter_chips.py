"""The filters above the results: toggles, kinds of help, the ZIP, and what the words were understood as."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Fact
from navigator.resources.places import Spot
from navigator.resources.search import Query, Understood
from navigator.resources.search.choices import OPEN_NOW
from navigator.ui.find import filters
from navigator.ui.find.chip_row import ChipRow
from navigator.ui.find.facet_popups import CountOptions, FacetPopups
from navigator.ui.find.filter_keys import others_on, times_on, with_tick, words_of
from navigator.ui.find.near_popup import FindSpots, NearPopup
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.chip import Chip


class FilterChips(QWidget):
    """Holds the query but for its text. `changed` when a filter was set or removed; `forgotten` gives the words
    of the text that are no longer wanted as a filter; `stationed` the place where the station is said to be."""

    changed = Signal()
    forgotten = Signal(str)
    stationed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        city: City,
        categories: Mapping[str, Category],
        find_spots: FindSpots,
        count_options: CountOptions,
        parent: QWidget | None = None,
        *,
        places_station: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme, self._categories = theme, categories
        self._query = Query()
        self._understood: tuple[Understood, ...] = ()
        self._short = False
        self._keys: dict[Chip, str] = {}
        self._ticked: dict[str, Chip] = {}
        self._read: dict[str, Chip] = {}
        self._row = ChipRow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self._make_chips()
        self.popups = FacetPopups(theme, categories, city.languages, count_options, self)
        self.popups.ticked.connect(self._tick)
        self.near_popup = NearPopup(theme, city.zips, city.name, find_spots, self, places_station=places_station)
        self.near_popup.placed.connect(self._place)
        self.near_popup.stationed.connect(self.stationed)
        self._refresh()

    @property
    def query(self) -> Query:
        """What is asked for by chips, with an empty text."""
        return self._query

    @property
    def shown(self) -> tuple[Chip, ...]:
        return self._row.shown

    def show_query(self, query: Query) -> None:
        """Takes over the filters of `query`, without telling."""
        query = replace(query, text="")
        if query != self._query:
            self._query = query
            self._refresh()

    def show_understood(self, understood: tuple[Understood, ...]) -> None:
        if understood != self._understood:
            self._understood = understood
            self._refresh()

    def shorten(self, short: bool) -> None:
        """Shorter words while the window is narrow."""
        if short != self._short:
            self._short = short
            self._refresh()

    def _make_chips(self) -> None:
        self._open, self._walk_in = (self._chip_of(key) for key in (OPEN_NOW, Fact.WALK_IN))
        self._kinds = Chip(self._theme, "Kind of help", trailing="chevron-down", parent=self._row)
        self._near = Chip(self._theme, "Near ZIP", trailing="chevron-down", parent=self._row)
        self._more = Chip(self._theme, "More", checkable=False, icon="plus", parent=self._row)
        for chip in (self._open, self._walk_in, self._kinds):
            chip.setProperty("yields", True)
        for chip in (self._kinds, self._near, self._more):
            chip.clicked.connect(self._open_popup)

    def _chip_of(self, key: str) -> Chip:
        """The chip that sets and removes one filter; made when it is first wanted."""
        if key not in self._ticked:
            chip = self._ticked[key] = Chip(self._theme, words_of(key), parent=self._row)
            chip.clicked.connect(self._tick_chip)
            self._keys[chip] = key
        return self._ticked[key]

    def _tick_chip(self, on: bool) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        read = self._read_as(chip.text())
        if read is not None and not on:
            self.forgotten.emit(read.words)
        self._tick(self._keys[chip], on)

    def _open_popup(self) -> None:
        """Opening is all a click does: what the chip says follows from the query."""
        self._refresh()
        if self.sender() is self._kinds:
            self.popups.open_under(self.popups.kinds, self._kinds, self._query)
        elif self.sender() is self._more:
            self.popups.open_under(self.popups.more, self._more, self._query)
        else:
            self.near_popup.show_place(self._query.near, self._query.within_miles)
            self.near_popup.open_under(self._near)

    def _tick(self, key: str, on: bool) -> None:
        self._set(with_tick(self._query, key, on))

    def _place(self, near: str | Spot | None, miles: float | None) -> None:
        self._set(replace(self._query, near=near, within_miles=miles))

    def _set(self, query: Query) -> None:
        self._query = query
        self._refresh()
        self.changed.emit()
        self.popups.refresh(query)

    def _refresh(self) -> None:
        query = self._query
        for chip, asked in ((self._open, query.open_now), (self._walk_in, query.walk_in)):
            chip.setChecked(asked or self._read_as(chip.text()) is not None)
        self._kinds.setText(filters.kinds_words(query, self._categories))
        self._kinds.setChecked(bool(query.categories))
        self._near.setText(filters.near_words(query, short=self._short))
        self._near.setChecked(query.near is not None)
        on = self._asked()
        chips = [self._open, self._walk_in, self._kinds, *self._readings(on), *on]
        if query.near or not self._place_is_read():
            chips.append(self._near)
        self._row.show_chips([*chips, self._more])

    def _asked(self) -> list[Chip]:
        """A chip for each filter that was chosen and has none yet."""
        chips = [self._chip_of(key) for key in (*times_on(self._query), *others_on(self._query))]
        others = [chip for chip in chips if chip not in (self._open, self._walk_in)]
        for chip in others:
            chip.setChecked(True)
        return others

    def _place_is_read(self) -> bool:
        return any(understood.filter.startswith(_PLACE_READ) for understood in self._understood)

    def _readings(self, on: list[Chip]) -> list[Chip]:
        """A chip for each filter that was read out of the words and has none yet; a click forgets those words."""
        shown = {chip.text() for chip in (self._open, self._walk_in, *on)}
        return [self._reading(understood) for understood in self._understood if understood.filter not in shown]

    def _read_as(self, words: str) -> Understood | None:
        return next((understood for understood in self._understood if understood.filter == words), None)

    def _reading(self, understood: Understood) -> Chip:
        if understood.filter not in self._read:
            chip = self._read[understood.filter] = Chip(self._theme, understood.filter, parent=self._row)
            chip.clicked.connect(self._forget)
        chip = self._read[understood.filter]
        chip.setChecked(True)
        chip.setToolTip(f"Understood from “{understood.words}”. Click to search without it.")
        return chip

    def _forget(self) -> None:
        chip = self.sender()
        read = self._read_as(chip.text()) if isinstance(chip, Chip) else None
        if read is not None:
            self.forgotten.emit(read.words)


_PLACE_READ = ("Near ", "Within ")
"""So a filter begins that was read out of a ZIP among the words."""
