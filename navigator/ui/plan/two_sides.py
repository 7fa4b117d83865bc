"""Words and pages side by side, or in a narrow window in turns, with the question of carrying always in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.plan.carry_question import CarryQuestion
from navigator.ui.plan.pages_column import PagesColumn
from navigator.ui.plan.words_column import WordsColumn
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.surface import Panel, Rule

WORDS, PAGES = "Words", "Pages"
_LEAST_PAGES = 480


class TwoSides(QWidget):
    """The foot moves inside one grid, so that it keeps the focus while the window changes."""

    def __init__(self, theme: Theme, words: WordsColumn, pages: PagesColumn, carry: CarryQuestion) -> None:
        super().__init__()
        self._words, self._pages = words, pages
        self._narrow: bool | None = None
        self.choice = Segments(theme, ((WORDS, WORDS), (PAGES, PAGES)), name="Words or pages")
        self.choice.chosen.connect(self.show_side)
        self._row, self._between, self._foot = QWidget(), Rule("down"), Panel("canvas")
        self._grid = QGridLayout()
        self._lay_out(carry)

    def fit(self, width: int, *, narrow: bool) -> bool:
        """Shares the width; tells whether the window became narrow or wide just now."""
        least = max(_LEAST_PAGES, width * 540 // 1096)
        for side in (self._pages, self._foot):
            side.setMinimumWidth(0 if narrow else least)
            side.setMaximumWidth(width if narrow else least)
        turned, self._narrow = narrow != self._narrow, narrow
        if turned:
            self._turn(narrow)
        return turned

    def show_side(self, side: object) -> None:
        """In a narrow window one of the two has all the room."""
        self.choice.choose(side)
        self._row.setVisible(bool(self._narrow))
        self._words.setVisible(not self._narrow or side == WORDS)
        self._pages.setVisible(not self._narrow or side == PAGES)
        self._between.setVisible(not self._narrow)

    def _turn(self, narrow: bool) -> None:
        """The focus stays where it is; where that is not shown any more, it goes to the words."""
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self._pages.set_narrow(narrow)
        self._place(narrow)
        self.show_side(PAGES if focus is not None and self._pages.isAncestorOf(focus) else WORDS)
        if inside and focus is not None and focus.isVisibleTo(self):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        elif inside:
            self._words.take_focus()

    def _place(self, narrow: bool) -> None:
        """The question under the pages, or in a narrow window under whichever of the two is shown."""
        for widget in (self._words, self._between, self._pages, self._foot):
            self._grid.removeWidget(widget)
        left, columns = (0, 3) if narrow else (2, 1)
        self._grid.addWidget(self._words, 0, 0, *((1, 3) if narrow else (2, 1)))
        self._grid.addWidget(self._between, 0, 1, 2, 1)
        self._grid.addWidget(self._pages, 0, left, 1, columns)
        self._grid.addWidget(self._foot, 1, left, 1, columns)

    def _lay_out(self, carry: CarryQuestion) -> None:
        row = QHBoxLayout(self._row)
        row.setContentsMargins(24, 12, 20, 0)
        row.addWidget(self.choice)
        row.addStretch(1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(20, 8, 16, 12)
        foot.addWidget(carry)
        self._grid.setSpacing(0)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addLayout(self._grid, 1)
        self._place(narrow=False)
