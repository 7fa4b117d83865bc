"""The small editor of "near": a ZIP and how far."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.find.filters import MILES, miles_words
from navigator.ui.find.popup import Popup
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.field import Field, line

_ANY = "Nearest first, any distance"
_USUAL_MILES = 5.0


class NearPopup(Popup):
    """`placed` gives the ZIP (None: the filter is removed) and the miles (None: any distance)."""

    placed = Signal(object, object)

    def __init__(self, theme: Theme, zips: Collection[str], city_name: str, owner: QWidget) -> None:
        super().__init__(theme, "Near a ZIP", owner)
        self._zips, self._city_name = zips, city_name
        self.zip = line(length=10)
        self.miles = Select(theme)
        self._zip_field = Field(theme, "ZIP", self.zip)
        self._fill()
        self._lay_out(theme)
        self.zip.returnPressed.connect(self._use)

    @property
    def trouble(self) -> str:
        return self._zip_field.trouble

    def show_place(self, near: str | None, miles: float | None) -> None:
        """Shows what is asked for now."""
        self.zip.setText(near or "")
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
        self._apply = Button(theme, "Show near this ZIP")
        self.remove = Button(theme, "Remove", "ghost")
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
        column.addWidget(Field(theme, "How far", self.miles))
        column.addLayout(buttons)
        self.setFixedWidth(300)

    def _use(self) -> None:
        code = self.zip.text().strip()
        if code not in self._zips:
            self._zip_field.say(self._unknown_zip())
            self.fit()
            self.zip.setFocus()
            return
        self.close_up()
        self.placed.emit(code, self.miles.currentData())

    def _unknown_zip(self) -> str:
        example = next(iter(self._zips), "")
        return f"Navigator does not know this ZIP in {self._city_name}. Type five digits, such as {example}."

    def _take_away(self) -> None:
        self.close_up()
        self.placed.emit(None, None)
