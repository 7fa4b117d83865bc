"""The page "To do": everything owed now, the most urgent first, and what to do about the chosen one (R-09)."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.draft import DraftKind
from navigator.referrals.task import Task
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.follow_up.screen import FollowUpScreen
from navigator.ui.ports import Desk
from navigator.ui.records.record_list import RecordList
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.todo.matters import groups_of, key_of
from navigator.ui.todo.nothing_waiting import NothingWaiting
from navigator.ui.todo.presence import Presence
from navigator.ui.todo.reading import Reading
from navigator.ui.todo.task_pane import TaskPane
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_REFRESH_MS = 30_000
_PANE_LEAST, _PANE_MOST = 372, 424


class TodoPage(Panel):
    """`counted` gives how many tasks there are; the other signals ask for the page where a task goes on."""

    visit_wanted = Signal()
    visit_chosen = Signal(str)
    referral_chosen = Signal(str)
    handoff_chosen = Signal(str)
    plan_chosen = Signal(str)
    counted = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        if desk.casework is None:
            raise ValueError("the page needs casework")
        self._desk, self._theme, self._worker, self._casework = desk, theme, worker, desk.casework
        self.call: FollowUpScreen | None = None
        self._may_write = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self._tasks: dict[str, Task] = {}
        self._was_read = self._focus_waits = False
        self.start = PromptButton(theme, "Start a visit", "primary", icon="plus", shortcut="Ctrl+N")
        self.records = RecordList(theme, name="To do", click_opens=False)
        self.pane = TaskPane(desk, desk.casework, theme, worker)
        self.empty = NothingWaiting(theme, may_start=self._may_write)
        self._trouble = Trouble(theme)
        self._reading = Reading(desk.casework.worklists, desk.actor, worker, self)
        self._presence = Presence(desk.clock, self)
        self._minute = QTimer(self, interval=_REFRESH_MS)
        self._lay_out()
        self._connect()

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def refresh(self) -> None:
        """Reads anew what is owed, behind the work of the page in front; the list is shown when it arrives.

        While a call or another page is in front only the count is told.
        """
        self._reading.ask()

    def cover(self) -> None:
        """The station locks: what is typed is kept."""
        if self.call is not None:
            self.call.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._reading.ask() if self._was_read else self._reading.read_now()
        self._presence.watch(self.window().windowHandle())
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._presence.rest()
        self._minute.stop()
        self._focus_waits = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        width = self.window().width()
        narrow = width < sizes.RAIL_BELOW
        self.pane.setFixedWidth(sizes.PANE_NARROW if narrow else max(_PANE_LEAST, min(_PANE_MOST, width * 380 // 1280)))
        for button in (self.start, self.empty.start):
            button.show_key(not narrow)

    def _lay_out(self) -> None:
        waiting = QWidget()
        row = QHBoxLayout(waiting)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.records, 1)
        row.addWidget(Rule("down"))
        row.addWidget(self.pane)
        self._waiting = waiting
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(waiting)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Rule())
        self._trouble.setContentsMargins(20, 10, 16, 10)
        column.addWidget(self._trouble)
        column.addWidget(room, 1)
        self._front = QStackedLayout(self)
        self._front.addWidget(self._list)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 16, 10)
        head.addStrut(sizes.CONTROL)
        head.addWidget(Text("To do", px=sizes.TITLE, weight=700))
        head.addStretch(1)
        head.addWidget(self.start)
        return head

    def _connect(self) -> None:
        self.records.chosen.connect(self._show_task)
        self.records.opened.connect(self._enter)
        self.pane.opened.connect(self._go_on)
        self.pane.asked.connect(self.ask)
        self.pane.referred.connect(lambda task: self.referral_chosen.emit(task.referral_id))
        self.pane.settled.connect(self._after_settling)
        for button in (self.start, self.empty.start):
            button.clicked.connect(self.visit_wanted)
        self._reading.came.connect(self._take)
        self._reading.failed.connect(self._tell_trouble)
        self._presence.came_back.connect(self.refresh)
        self._minute.timeout.connect(self._go_on_in_time)

    def _take(self, owed: Sequence[Task]) -> None:
        self.counted.emit(len(owed))
        if not self._list.isVisible():
            return
        self._was_read = True
        self._trouble.say("")
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._show_tasks(owed)
        if self._focus_waits or (had_focus and focused is not None and not focused.isVisible()):
            self._focus_waits = False
            self.setFocus()

    def _tell_trouble(self, sentence: str) -> None:
        self._focus_waits = False
        if self.isVisible():
            self._trouble.say(sentence)

    def _go_on_in_time(self) -> None:
        """At a screen that nobody attends the times go on, and nothing is read: nobody looks at whom it is about."""
        if self._presence.is_here:
            self.refresh()
        elif self._was_read:
            self._show_tasks(tuple(self._tasks.values()))

    def _show_tasks(self, tasks: Sequence[Task]) -> None:
        self._tasks = {key_of(task): task for task in tasks}
        self.records.show_groups(groups_of(tasks, self._desk.clock(), self._desk.city.zone))
        if self.records.current_key is None:
            self.records.choose_first()
        self._show_task(self.records.current_key)
        self._stack.setCurrentWidget(self._waiting if tasks else self.empty)
        self._offer_start(tasks)

    def _offer_start(self, tasks: Sequence[Task]) -> None:
        """One filled button: that of the chosen task, else the start of a visit."""
        self.start.setVisible(bool(tasks) and self._may_write)
        self.start.set_variant("secondary" if tasks else "primary")
        if self.call is None:
            self.setFocusProxy(self.records if tasks else self.empty.start)

    def _show_task(self, key: object | None) -> None:
        try:
            self.pane.show_task(self._tasks.get(str(key)))
        except UserError as error:
            self._trouble.say(error.sentence)

    def _enter(self, key: object) -> None:
        """Enter goes on at once; a follow-up goes on as a call."""
        self.pane.ask.click() if self.pane.ask is not None else self._go_on(self._tasks[str(key)])

    def ask(self, task: Task) -> None:
        """Shows the call about it in the place of the list."""
        try:
            call = FollowUpScreen(self._desk, self._casework, self._theme, self._worker, task)
        except UserError as error:
            self._trouble.say(error.sentence)
            return
        call.left.connect(self._close_call)
        call.written.connect(self._close_call)
        call.referral_chosen.connect(self._leave_for)
        self.call = call
        self._front.addWidget(call)
        self._front.setCurrentWidget(call)
        self.setFocusProxy(call)
        call.take_focus()

    def _close_call(self) -> None:
        """Back to the list, which is read anew: what was asked may be settled."""
        call, self.call = self.call, None
        if call is not None:
            self._front.setCurrentWidget(self._list)
            self._front.removeWidget(call)
            call.hide()
            call.deleteLater()
        self.pane.forget()
        self.setFocusProxy(self.records)
        self._after_settling()

    def _leave_for(self, referral_id: str) -> None:
        if self.call is not None and not self.call.flush():
            self._close_call()
            self.referral_chosen.emit(referral_id)

    def _go_on(self, task: Task) -> None:
        match task.form:
            case DraftKind.VISIT | None if not task.visit_id:
                self.visit_wanted.emit()
            case DraftKind.PLAN:
                self.plan_chosen.emit(task.visit_id)
            case DraftKind.HANDOFF:
                self.handoff_chosen.emit(task.referral_id)
            case _ if task.referral_id:
                self.referral_chosen.emit(task.referral_id)
            case _:
                self.visit_chosen.emit(task.visit_id)

    def _after_settling(self) -> None:
        """While the station is locked casework cannot be read; the page reads it when it is shown again."""
        if self.isVisible():
            self._focus_waits = True
            self.refresh()
