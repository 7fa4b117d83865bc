"""Boxes to tick under one label, in two columns: what may be told."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Check

_BETWEEN = "; "


def joined(ticked: Sequence[StrEnum]) -> str:
    """For drafts; `parted` takes it back."""
    return _BETWEEN.join(ticked)


def parted[E: StrEnum](kind: type[E], text: str) -> tuple[E, ...]:
    """In the order of the boxes; what is no value of `kind` is left out."""
    chosen = set(text.split(_BETWEEN))
    return tuple(one for one in kind if one.value in chosen)


class Ticks[E: StrEnum](QWidget):
    """None is ticked from the start. `changed` at each tick."""

    changed = Signal()

    def __init__(self, theme: Theme, options: Sequence[E]) -> None:
        super().__init__()
        self.boxes: dict[E, Check] = {one: Check(theme, f"{one[:1].upper()}{one[1:]}") for one in options}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
            box.toggled.connect(self.changed)
        self.setFocusProxy(next(iter(self.boxes.values())))

    @property
    def ticked(self) -> tuple[E, ...]:
        return tuple(one for one, box in self.boxes.items() if box.isChecked())

    @property
    def text(self) -> str:
        """For drafts."""
        return joined(self.ticked)

    def put_text(self, text: str) -> None:
        chosen = set(text.split(_BETWEEN))
        for one, box in self.boxes.items():
            box.setChecked(one.value in chosen)
