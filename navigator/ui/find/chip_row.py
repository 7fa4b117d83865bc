"""Lays chips out in a row; some that are off step aside when there is no room for all."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.widgets.chip import Chip

_GAP = 6
_LINE_GAP = 8


class ChipRow(QWidget):
    """A chip with the property `yields` is hidden while it is off and the line is full: "More" offers it too.
    What still finds no room goes on in the next line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: tuple[Chip, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(sizes.CHIP)

    @property
    def shown(self) -> tuple[Chip, ...]:
        return tuple(chip for chip in self._chips if not chip.isHidden())

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Shows these in this order."""
        self._chips = tuple(chips)
        for other in self.findChildren(Chip):
            if other not in self._chips:
                other.hide()
        for chip in chips:
            chip.setParent(self)
        for before, after in pairwise(self._chips):
            QWidget.setTabOrder(before, after)
        self.arrange()

    def arrange(self) -> None:
        """Places the chips anew; to be called when one has changed its words or its state."""
        fitting = self._fitting()
        for chip in self._chips:
            chip.setVisible(chip in fitting)
        x = y = 0
        for chip in fitting:
            size = chip.sizeHint()
            if x and x + size.width() > self.width():
                x, y = 0, y + sizes.CHIP + _LINE_GAP
            chip.setGeometry(x, y, size.width(), size.height())
            x += size.width() + _GAP
        self.setFixedHeight(y + sizes.CHIP)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self.arrange()

    def _fitting(self) -> list[Chip]:
        """All chips, less those that yield, from the last, until the rest fits into one line."""
        fitting = list(self._chips)
        for chip in reversed(self._chips):
            if _width(fitting) <= self.width():
                break
            if chip.property("yields") and not chip.isChecked():
                fitting.remove(chip)
        return fitting


def _width(chips: Sequence[Chip]) -> int:
    return sum(chip.sizeHint().width() + _GAP for chip in chips) - _GAP
