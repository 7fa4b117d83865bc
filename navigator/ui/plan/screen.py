"""The plan of one visit: words on the left, the very pages on the right, and what came of printing them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.plan import Carry
from navigator.ui.paper.where import AskWhere
from navigator.ui.plan.pages_column import PagesColumn
from navigator.ui.plan.printing import Printing
from navigator.ui.plan.strip import Strip
from navigator.ui.plan.telling import Telling
from navigator.ui.plan.toolbar import Toolbar
from navigator.ui.plan.words_column import WordsColumn
from navigator.ui.plan.work import PlanWork
from navigator.ui.plan.written import Written
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.worker import Worker

_REFRESH_MS = 30_000
_WORDS, _PAGES = "Words", "Pages"
_LEAST_PAGES = 480


class PlanScreen(Panel):
    """`left` goes back to the list; `printed` when a copy of the plan has left."""

    left = Signal()
    visit_wanted = Signal()
    printed = Signal()

    def __init__(
        self,
        desk: Desk,
        casework: Casework,
        theme: Theme,
        worker: Worker,
        visit_id: str,
        *,
        ask: AskWhere,
        printers: Sequence[str],
    ) -> None:
        super().__init__("surface")
        self._desk, self.visit_id = desk, visit_id
        self._narrow: bool | None = None
        self.work = PlanWork(desk, casework, worker, visit_id, self)
        self.printing = Printing(desk, worker, self.work, ask, self)
        self.toolbar = Toolbar(theme, printers)
        self.strip = Strip(theme)
        self.telling = Telling(desk, casework, self.work, self.toolbar, self.strip)
        self.words = WordsColumn(theme, self._today)
        self.pages = PagesColumn(theme, desk)
        self.sides = Segments(theme, ((_WORDS, _WORDS), (_PAGES, _PAGES)), name="Words or pages")
        self._tick = QTimer(self, interval=_REFRESH_MS)
        self._lay_out()
        self._connect()
        self.telling.read()
        self._show_all()

    def refresh(self) -> None:
        """Reads anew; what was typed stays."""
        try:
            self.work.refresh()
            self.telling.read()
        except UserError as error:
            self.strip.warn(error.sentence)
            return
        self.words.show_news(self.work.opened.sentence)
        self.telling.standing()
        if self.work.outdated:
            self.telling.rest()

    def cover(self) -> None:
        self.work.cover()

    def take_focus(self) -> None:
        """Where one begins to read and write."""
        self.words.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        narrow = self.window().width() < sizes.RAIL_BELOW
        self.pages.setMinimumWidth(0 if narrow else max(_LEAST_PAGES, self.width() * 540 // 1096))
        self.pages.setMaximumWidth(self.width() if narrow else self.pages.minimumWidth())
        if narrow != self._narrow:
            self._narrow = narrow
            self.toolbar.set_narrow(narrow)
            self.pages.set_narrow(narrow)
            self._show_side(_WORDS)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self.refresh()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        super().hideEvent(event)
        self._tick.stop()
        self.cover()

    def _today(self) -> date:
        return self._desk.clock().astimezone(self._desk.city.zone).date()

    def _write(self, written: Written) -> None:
        self.work.write(written)
        self.telling.rest()
        self.telling.standing()

    def _answer(self, carry: Carry) -> None:
        self.work.answer(carry)
        self._show_carry()
        self.telling.rest()
        self.telling.standing()

    def _show_carry(self) -> None:
        words = self.work.written.words
        self.pages.carry.show_answer(words.carry, words.carry_at)

    def _show_all(self) -> None:
        """Everything anew, after it changed by other ways than typing."""
        self.words.show_written(self.work.written)
        self.words.show_news(self.work.opened.sentence)
        self._show_carry()
        self.telling.rest()
        self.telling.standing()

    def _show_side(self, side: object) -> None:
        """In a narrow window one of the two has all the room."""
        self.sides.choose(side)
        self.sides_row.setVisible(bool(self._narrow))
        self.words.setVisible(not self._narrow or side == _WORDS)
        self.pages.setVisible(not self._narrow or side == _PAGES)
        self._between.setVisible(not self._narrow)

    def _connect(self) -> None:
        self.toolbar.left.connect(self.left)
        self.toolbar.visit_wanted.connect(self.visit_wanted)
        self.telling.visit_wanted.connect(self.visit_wanted)
        self.toolbar.kept.connect(self.printing.keep)
        self.toolbar.release.saved.connect(self.printing.save_as_file)
        self.toolbar.release.printed.connect(self.printing.print)
        self.printing.began.connect(self.telling.begin)
        self.printing.ended.connect(self.telling.end)
        self.printing.released.connect(self.printed)
        self.printing.failed.connect(self.telling.fail)
        self.words.changed.connect(self._write)
        self.words.taken_in.connect(self.work.take_in)
        self.pages.answered.connect(self._answer)
        self.work.changed.connect(self._show_all)
        self.work.troubled.connect(self.telling.trouble)
        self.work.pages.made.connect(self.pages.show_pages)
        self.work.pages.refused.connect(self.pages.refuse)
        self.sides.chosen.connect(self._show_side)
        self._tick.timeout.connect(self.refresh)

    def _lay_out(self) -> None:
        self.sides_row = QWidget()
        sides = QHBoxLayout(self.sides_row)
        sides.setContentsMargins(24, 12, 20, 0)
        sides.addWidget(self.sides)
        sides.addStretch(1)
        self._between = Rule("down")
        row = QHBoxLayout()
        row.setSpacing(0)
        for widget, stretch in ((self.words, 1), (self._between, 0), (self.pages, 0)):
            row.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, Rule(), self.strip, self.sides_row):
            column.addWidget(part)
        column.addLayout(row, 1)
