"""A few places to choose from, one button each; gone where there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.resources.places import Spot
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button

MOST = 4
_WIDTH = 220
_ELIDE = Qt.TextElideMode.ElideRight


class SpotList(QWidget):
    """`chosen` gives the Spot. The focus that the list gets goes to its first button."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spots: tuple[Spot, ...] = ()
        self._buttons = [Button(theme, "", "ghost", icon="map-pin") for _ in range(MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for button in self._buttons:
            column.addWidget(button)
            button.clicked.connect(self._choose)
        self.setFocusProxy(self._buttons[0])
        self.show_spots(())

    @property
    def has_spots(self) -> bool:
        return bool(self._spots)

    def show_spots(self, spots: Sequence[Spot]) -> None:
        self._spots = tuple(spots[:MOST])
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._spots))
            if place < len(self._spots):
                words = self._spots[place].words
                button.setText(button.fontMetrics().elidedText(words, _ELIDE, _WIDTH))
                button.setAccessibleName(f"Near {words}")
        self.setVisible(self.has_spots)

    def _choose(self) -> None:
        sender = self.sender()
        place = next(place for place, button in enumerate(self._buttons) if button is sender)
        self.chosen.emit(self._spots[place])
