"""The page "For you to decide": what waits for a second person, and the words with which it is decided (P-11, P-24)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import BadInput
from navigator.referrals.decisions import Decision
from navigator.referrals.request import PoliceRequest, SavedRequest
from navigator.ui.decide.decision_pane import DecisionPane
from navigator.ui.decide.nothing import NothingToDecide
from navigator.ui.decide.part2_pane import Part2Pane
from navigator.ui.decide.rows import groups_of
from navigator.ui.decide.screens import tell_screen
from navigator.ui.ports import Desk
from navigator.ui.records.record_list import RecordList
from navigator.ui.sheets.reading import Reading
from navigator.ui.sheets.sheet import Sheet
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

NO_CASEWORK = "Casework is not open on this account, so nothing can be decided."
_PANE_LEAST, _PANE_MOST = 400, 480


class DecidePage(Panel):
    """`counted` gives how many wait for a decision."""

    counted = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        if desk.casework is None:
            raise BadInput(NO_CASEWORK)
        self._desk, self._theme, self._worker, self._casework = desk, theme, worker, desk.casework
        self._writes = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self._decisions: dict[str, Decision] = {}
        self.sheet: Sheet | None = None
        self.records = RecordList(theme, name="For you to decide", click_opens=False)
        self.pane = DecisionPane(desk, desk.casework, theme, worker, writes=self._writes)
        self.part2 = Part2Pane(desk, desk.casework, theme, worker)
        self.setting = Button(theme, "42 CFR Part 2", "ghost", icon="shield")
        self.empty = NothingToDecide(theme)
        self._trouble = Trouble(theme)
        self._reading: Reading[tuple[Decision, ...]] = Reading(worker, self)
        self._lay_out()
        self._connect()

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def refresh(self) -> None:
        """Reads anew what waits, behind the work of the page."""
        actor, decisions = self._desk.actor, self._casework.decisions
        self._reading.ask(lambda: decisions.waiting(actor))

    def cover(self) -> None:
        """The station locks: what is typed is kept."""
        self.pane.flush()
        if self.sheet is not None:
            self.sheet.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        width = max(_PANE_LEAST, min(_PANE_MOST, self.window().width() * 420 // 1280))
        for pane in (self.pane, self.part2):
            pane.setFixedWidth(width)

    def _show(self, found: Sequence[Decision]) -> None:
        self._trouble.say("")
        self._decisions = {decision.id: decision for decision in found}
        now, zone = self._desk.clock(), self._desk.city.zone
        self.records.show_groups(groups_of(found, now, zone))
        self._stack.setCurrentWidget(self.records if found else self.empty)
        self.setFocusProxy(self.records if found else self.setting)
        if self.records.current_key is None:
            self.records.choose_first()
        self.pane.show_decision(self._decisions.get(str(self.records.current_key)))
        self._show_side()
        self.counted.emit(len(found))

    def _choose(self, key: object) -> None:
        self.part2.hide()
        self.pane.show_decision(self._decisions.get(str(key)))
        self._show_side()

    def _show_side(self) -> None:
        self.pane.setVisible(self.part2.isHidden() and self.pane.decision is not None)

    def _open_setting(self) -> None:
        self.part2.setVisible(self.part2.isHidden())
        if self.part2.isVisible():
            self.part2.refresh()
            self.part2.take_focus()
        self._show_side()

    def _decided(self) -> None:
        self.pane.show_decision(None)
        self.refresh()
        self.records.setFocus()

    def _tell(self, saved: SavedRequest) -> None:
        if not isinstance(saved.request, PoliceRequest):
            return
        sheet = tell_screen(self._desk, self._casework, self._theme, self._worker, saved, saved.request)
        sheet.left.connect(self._close_sheet)
        sheet.saved.connect(self._close_sheet)
        self.sheet = sheet
        self._front.addWidget(sheet)
        self._front.setCurrentWidget(sheet)
        sheet.take_focus()

    def _close_sheet(self, _saved: object = None) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.flush()
            self._front.setCurrentWidget(self._list)
            self._front.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        self.pane.show_decision(None)
        self.refresh()

    def _connect(self) -> None:
        self.records.chosen.connect(self._choose)
        self.records.opened.connect(lambda _key: self.pane.take_focus())
        self.pane.decided.connect(self._decided)
        self.pane.stale.connect(self.refresh)
        self.pane.tell_wanted.connect(self._tell)
        self.setting.clicked.connect(self._open_setting)
        self.part2.left.connect(self._open_setting)
        self.part2.changed.connect(self.refresh)
        self._reading.came.connect(self._show)
        self._reading.failed.connect(self._trouble.say)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 16, 10)
        head.addStrut(sizes.CONTROL)
        head.addWidget(Text("For you to decide", px=sizes.TITLE, weight=700), 1)
        head.addWidget(self.setting)
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.records)
        row = QHBoxLayout()
        row.setSpacing(0)
        for widget, stretch in ((room, 1), (Rule("down"), 0), (self.pane, 0), (self.part2, 0)):
            row.addWidget(widget, stretch)
        self.part2.hide()
        self.pane.hide()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        self._trouble.setContentsMargins(20, 10, 16, 10)
        column.addWidget(self._trouble)
        column.addLayout(row, 1)
        self._front = QStackedLayout(self)
        self._front.addWidget(self._list)
