"""One choice of a few, side by side: the chosen one is tinted, outlined, ticked and bold."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.segment import TICK, TICK_GAP, Segment

_LINE_GAP = 8


class Segments(QWidget):
    """`chosen` gives the value a person chose, None when it was un-chosen (`optional`: pressed once more).

    Tab enters once, arrow keys choose inside; what finds no room goes on in the next line.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[object, str]],
        *,
        name: str,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._optional = optional
        self._values = [value for value, _words in options]
        self.segments = tuple(Segment(theme, words, self) for _value, words in options)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for segment in self.segments:
            segment.setAccessibleDescription(name)
            segment.pressed_by_hand.connect(self._take)
            segment.stepped.connect(self._step)
        for before, after in pairwise(self.segments):
            QWidget.setTabOrder(before, after)
        self._let_tab_in()
        self._arrange()

    @property
    def value(self) -> object | None:
        """What is chosen, or None."""
        place = self._place()
        return None if place is None else self._values[place]

    def choose(self, value: object | None) -> None:
        """Shows `value` as chosen, None for nothing; tells nobody."""
        place = self._values.index(value) if value in self._values else None
        for at, segment in enumerate(self.segments):
            segment.setChecked(at == place)
        self._let_tab_in()
        self._arrange()

    def say(self, value: object, words: str) -> None:
        """Other words for an option, such as a new count."""
        self.segments[self._values.index(value)].say(words)
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line, with the tick that one of them may get."""
        widths = sum(segment.bare_width - 1 for segment in self.segments)
        return QSize(widths + 1 + TICK + TICK_GAP, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        widest = max((segment.bare_width for segment in self.segments), default=0)
        return QSize(widest + TICK + TICK_GAP, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _place(self) -> int | None:
        return next((at for at, segment in enumerate(self.segments) if segment.isChecked()), None)

    def _take(self, segment: Segment) -> None:
        if segment.isChecked() and not self._optional:
            return
        value = None if segment.isChecked() else self._values[self.segments.index(segment)]
        self.choose(value)
        if value is None:
            self._let_tab_in(segment)
        self.chosen.emit(value)

    def _step(self, segment: Segment, by: int) -> None:
        further = self.segments.index(segment) + by
        if 0 <= further < len(self.segments):
            self._take(self.segments[further])
            self.segments[further].setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_tab_in(self, wanted: Segment | None = None) -> None:
        """The chosen one, else the first, is where Tab arrives."""
        door = wanted or (self.segments[self._place() or 0] if self.segments else None)
        for segment in self.segments:
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if segment is door else Qt.FocusPolicy.ClickFocus)
        if door is not None:
            self.setFocusProxy(door)

    def _arrange(self) -> None:
        top = 0
        for line in self._lines():
            left = 0
            for segment in line:
                width = min(segment.sizeHint().width(), max(self.width(), segment.minimumSizeHint().width()))
                segment.setGeometry(left, top, width, sizes.CONTROL)
                segment.show_ends(first=segment is line[0], last=segment is line[-1])
                left += width - 1
            top += sizes.CONTROL + _LINE_GAP
        self.setFixedHeight(max(sizes.CONTROL, top - _LINE_GAP))
        for segment in self.segments:
            if segment.isChecked():
                segment.raise_()

    def _lines(self) -> Iterator[list[Segment]]:
        line: list[Segment] = []
        taken = 0
        for segment in self.segments:
            width = segment.sizeHint().width() - 1
            if line and taken + width + 1 > self.width():
                yield line
                line, taken = [], 0
            line.append(segment)
            taken += width
        if line:
            yield line
