"""The small editor of "near": a ZIP or a place of the directory, and how far."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.places import Spot
from navigator.ui.find.filters import MILES, miles_words, place_words
from navigator.ui.find.popup import Popup
from navigator.ui.find.spot_list import SpotList
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.field import Field, line

_ANY = "Nearest first, any distance"
_USUAL_MILES = 5.0
FindSpots = Callable[[str], tuple[Spot, ...]]
"""Places of the directory that the words may mean, best first."""


class NearPopup(Popup):
    """`placed` gives the ZIP or Spot (None: the filter is removed) and the miles (None: any distance).

    What is no ZIP is looked for among the places of the directory, and before anything is typed the station itself is
    offered; nothing is chosen until a person chooses. `stationed` gives the ZIP or Spot where the station is.
    """

    placed = Signal(object, object)
    stationed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        zips: Collection[str],
        city_name: str,
        find_spots: FindSpots,
        owner: QWidget,
        *,
        places_station: bool = False,
    ) -> None:
        super().__init__(theme, "Near a ZIP or a place", owner)
        self._zips, self._city_name, self._find_spots = zips, city_name, find_spots
        self._spot: Spot | None = None
        self.zip = line(length=60)
        self.spots = SpotList(theme)
        self.miles = Select(theme)
        self._zip_field = Field(theme, "ZIP, or a place in the directory", self.zip)
        self._fill()
        self._lay_out(theme)
        self.station.setVisible(places_station)
        self.zip.returnPressed.connect(self._use)
        self.zip.textEdited.connect(self._suggest)
        self.spots.chosen.connect(self._take_spot)

    @property
    def trouble(self) -> str:
        return self._zip_field.trouble

    def show_place(self, near: str | Spot | None, miles: float | None) -> None:
        """Shows what is asked for now."""
        self._spot = near if isinstance(near, Spot) else None
        self.zip.setText(place_words(near or ""))
        self.spots.show_spots(() if near else self._find_spots(""))
        self.miles.setCurrentIndex(self.miles.findData(miles if near else _USUAL_MILES))
        self._zip_field.say("")
        self.remove.setVisible(near is not None)

    def open_under(self, anchor: QWidget) -> None:
        self.open_at(anchor, self.zip)
        self.zip.selectAll()

    def _fill(self) -> None:
        for miles in MILES:
            self.miles.addItem(f"Within {miles_words(miles)}", miles)
        self.miles.addItem(_ANY, None)

    def _lay_out(self, theme: Theme) -> None:
        self._apply = Button(theme, "Show what is near")
        self.remove = Button(theme, "Remove", "ghost")
        self.station = Button(theme, "Our station is here", "ghost", icon="house")
        self.station.clicked.connect(self._place_station)
        self._apply.clicked.connect(self._use)
        self.remove.clicked.connect(self._take_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._apply)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._zip_field)
        column.addWidget(self.spots)
        column.addWidget(Field(theme, "How far", self.miles))
        column.addLayout(buttons)
        column.addWidget(self.station)
        self.setFixedWidth(300)

    def _suggest(self, typed: str) -> None:
        self._spot = None
        words = typed.strip()
        self.spots.show_spots(() if words.isdecimal() else self._find_spots(words))
        self._zip_field.say("")
        self.fit()

    def _take_spot(self, spot: Spot) -> None:
        self._spot = spot
        self.zip.setText(spot.words)
        self._use()

    def _use(self) -> None:
        near = self._asked()
        if near is not None:
            self.close_up()
            self.placed.emit(near, self.miles.currentData())

    def _place_station(self) -> None:
        near = self._asked()
        if near is not None:
            self.stationed.emit(near)
            self.close_up()
            self.placed.emit(near, self.miles.currentData())

    def _asked(self) -> str | Spot | None:
        """The place that is asked for; None when there is none, which is then said."""
        typed = self.zip.text().strip()
        if self._spot is not None or typed in self._zips:
            return self._spot or typed
        if self.spots.has_spots:
            self.spots.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        self._zip_field.say(self._unknown_zip())
        self.fit()
        self.zip.setFocus()
        return None

    def _unknown_zip(self) -> str:
        example = next(iter(self._zips), "")
        return f"Navigator knows no such ZIP or place in {self._city_name}. Type five digits, such as {example}."

    def _take_away(self) -> None:
        self.close_up()
        self.placed.emit(None, None)
