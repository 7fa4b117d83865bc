"""A box to tick with how many places it would find at the right, and dimmed words where it would find none."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.resources.search.facets import Count
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Check

_GAP = 12


def count_words(count: Count) -> str:
    """ "12", "12 · ask 30" where 30 do not say, "ask 30" where none is known to fit (S-02)."""
    if not count.ask:
        return f"{count.fits:,}"
    ask = f"ask {count.ask:,}"
    return f"{count.fits:,} · {ask}" if count.fits else ask


class CountedCheck(Check):
    """The count is part of the accessible name; until one is given there is none."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, parent)
        self.count: Count | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    @property
    def is_empty(self) -> bool:
        """Whether ticking it would find nothing."""
        return self.count is not None and not (self.count.fits or self.count.ask)

    def show_count(self, count: Count | None) -> None:
        self.count = count
        self.setAccessibleName(self.text() if count is None else f"{self.text()}: {_spoken(count)}")
        self.updateGeometry()
        if self.property("dimmed") != self.is_empty:
            self.setProperty("dimmed", self.is_empty)
            self.style().unpolish(self)
            self.style().polish(self)
        self.update()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole line is pressed, the count too."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        size = super().sizeHint()
        return QSize(size.width() + self._count_width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.count is None:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font(sizes.BODY))
        painter.setPen(self._theme.color("text3" if self.is_empty else "text2"))
        room = QRect(0, 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count_words(self.count))

    def _count_width(self) -> int:
        words = count_words(self.count) if self.count else ""
        return QFontMetrics(self._theme.font(sizes.BODY)).horizontalAdvance(words) + _GAP


def _spoken(count: Count) -> str:
    fit = f"{count.fits:,} {'fits' if count.fits == 1 else 'fit'}"
    return f"{fit}, {count.ask:,} to ask" if count.ask else fit
