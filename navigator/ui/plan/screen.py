"""The plan of one visit: words on the left, the very pages on the right, and what came of printing them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.plan import Carry
from navigator.ui.paper.where import AskWhere
from navigator.ui.plan.carry_question import CarryQuestion
from navigator.ui.plan.gate import Gate
from navigator.ui.plan.pages_column import PagesColumn
from navigator.ui.plan.printing import Printing
from navigator.ui.plan.step_trouble import StepTrouble
from navigator.ui.plan.strip import Strip
from navigator.ui.plan.telling import Telling
from navigator.ui.plan.toolbar import Toolbar
from navigator.ui.plan.two_sides import WORDS, TwoSides
from navigator.ui.plan.words_column import WordsColumn
from navigator.ui.plan.work import PlanWork
from navigator.ui.plan.written import Written
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.worker import Worker

_REFRESH_MS = 30_000


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
        self.work = PlanWork(desk, casework, worker, visit_id, self)
        self.toolbar = Toolbar(theme, printers)
        self.strip = Strip(theme)
        self.telling = Telling(desk, self.work, self.toolbar, self.strip)
        self.words = WordsColumn(theme, self._today)
        self.pages = PagesColumn(theme)
        self.carry = CarryQuestion(theme, desk)
        self.sides = TwoSides(theme, self.words, self.pages, self.carry)
        gate = Gate(self._today, self.carry, self._show_trouble)
        self.printing = Printing(desk, worker, self.work, gate, ask, self)
        self._tick = QTimer(self, interval=_REFRESH_MS)
        self._lay_out()
        self._connect()
        self._show_all()

    def refresh(self) -> None:
        """Looks for what changed; what was typed stays."""
        try:
            self.work.refresh()
        except UserError as error:
            self.telling.unread(error.sentence)
            return
        self.words.show_news(self.work.opened.sentence)
        self.telling.unread("")

    def may_leave(self) -> bool:
        """Whether what was typed is on the disk, so that the plan can be closed; else says why it stays."""
        trouble = self.work.keep()
        if trouble:
            self.telling.stay(trouble)
        return not trouble

    def cover(self) -> None:
        self.work.cover()

    def take_focus(self) -> None:
        """Where one begins to read and write."""
        self.words.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        narrow = self.window().width() < sizes.RAIL_BELOW
        if self.sides.fit(self.width(), narrow=narrow):
            self.toolbar.set_narrow(narrow)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self.work.keep()
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

    def _take_in(self) -> None:
        self.work.take_in()
        self.telling.rest()

    def _end(self, sentence: str) -> None:
        """Behind the cover nothing is read: the papers that have left are, once the page is shown again."""
        self.telling.end(sentence)
        if self.isVisible():
            self.refresh()

    def _answer(self, carry: Carry) -> None:
        self.work.answer(carry)
        self._show_carry()
        self.telling.rest()

    def _show_carry(self) -> None:
        words = self.work.written.words
        self.carry.show_answer(words.carry, words.carry_at)

    def _show_all(self) -> None:
        """Everything anew, after it changed by other ways than typing."""
        self.words.show_written(self.work.written)
        self.words.show_news(self.work.opened.sentence)
        self._show_carry()
        self.telling.look()

    def _show_trouble(self, trouble: StepTrouble) -> None:
        self.sides.show_side(WORDS)
        self.words.show_trouble(trouble)

    def _connect(self) -> None:
        self.toolbar.left.connect(self.left)
        self.toolbar.visit_wanted.connect(self.visit_wanted)
        self.telling.visit_wanted.connect(self.visit_wanted)
        self.toolbar.kept.connect(self.printing.keep)
        self.toolbar.release.saved.connect(self.printing.save_as_file)
        self.toolbar.release.printed.connect(self.printing.print)
        self.printing.began.connect(self.telling.begin)
        self.printing.ended.connect(self._end)
        self.printing.released.connect(self.printed)
        self.printing.failed.connect(self.telling.fail)
        self.words.changed.connect(self._write)
        self.words.taken_in.connect(self._take_in)
        self.carry.answered.connect(self._answer)
        self.work.changed.connect(self._show_all)
        self.work.troubled.connect(self.telling.trouble)
        self.work.pages.made.connect(self.pages.show_pages)
        self.work.pages.refused.connect(self.pages.refuse)
        self._tick.timeout.connect(self.refresh)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, Rule(), self.strip):
            column.addWidget(part)
        column.addWidget(self.sides, 1)
