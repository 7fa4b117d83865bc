"""A small window of boxes to tick, several at once, that stays open until it is left."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.ui.find.popup import Popup
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Check
from navigator.ui.widgets.text import Text

_MOST_HEIGHT = 420
_WIDTH = 320


Groups = Mapping[str, Sequence[tuple[str, str]]]
"""Boxes by title of their group: key and words of each."""


class TickPopup(Popup):
    """Boxes in titled groups; `ticked` gives the key of the box and whether it is on."""

    ticked = Signal(object, bool)

    def __init__(self, theme: Theme, title: str, groups: Groups, owner: QWidget) -> None:
        super().__init__(theme, title, owner)
        self._boxes: dict[str, Check] = {}
        inside = QWidget()
        inside.setProperty("surface", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 18, 10)
        column.setSpacing(8)
        for words, keys in groups.items():
            column.addWidget(Text(words, tone="text2", weight=600))
            for key, label in keys:
                column.addWidget(self._box(theme, key, label))
        self._scroll = _scrolling(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 6, 1, 6)
        around.addWidget(self._scroll)
        self._scroll.setFixedSize(_WIDTH, min(_MOST_HEIGHT, inside.sizeHint().height() + 2))

    def box(self, key: str) -> Check:
        return self._boxes[key]

    def tick(self, keys: frozenset[str]) -> None:
        """Shows which boxes are on, without telling."""
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in keys)
            box.blockSignals(False)
            box.update()

    def open_under(self, anchor: QWidget) -> None:
        self.open_at(anchor, next(iter(self._boxes.values())))

    def _box(self, theme: Theme, key: str, label: str) -> Check:
        box = Check(theme, label)
        box.toggled.connect(self._tell)
        self._boxes[key] = box
        return box

    def _tell(self, on: bool) -> None:
        key = next(key for key, box in self._boxes.items() if box is self.sender())
        self.ticked.emit(key, on)


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
