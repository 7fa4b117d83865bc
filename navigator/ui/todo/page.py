"""The page "To do": everything owed now, the most urgent first, and what to do about the chosen one (R-09)."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.draft import DraftKind
from navigator.referrals.task import Matter, Task
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.ports import Desk
from navigator.ui.records.record_list import RecordList
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.todo.matters import groups_of, key_of
from navigator.ui.todo.nothing_waiting import NothingWaiting
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
    plan_chosen = Signal(str)
    counted = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        if desk.casework is None:
            raise ValueError("the page needs casework")
        self._desk, self._casework, self._worker = desk, desk.casework, worker
        self._may_write = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self._tasks: dict[str, Task] = {}
        self.start = PromptButton(theme, "Start a visit", "primary", icon="plus", shortcut="Ctrl+N")
        self.records = RecordList(theme, name="To do", click_opens=False)
        self.pane = TaskPane(desk, desk.casework, theme, worker)
        self.empty = NothingWaiting(theme, may_start=self._may_write)
        self._trouble = Trouble(theme)
        self._minute = QTimer(self, interval=_REFRESH_MS)
        self._lay_out()
        self._connect()

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def refresh(self) -> None:
        """Reads anew what is owed. What is being written about stays, even if another window settled it.

        While another page is in front only the count is taken, behind the work of that page.
        """
        if not self.isVisible():
            worklists, actor = self._casework.worklists, self._desk.actor
            self._worker.run(self, lambda: len(worklists.owed(actor)), self.counted.emit, _ignore)
            return
        try:
            owed = self._casework.worklists.owed(self._desk.actor)
        except UserError as error:
            self._trouble.say(error.sentence)
            return
        self._trouble.say("")
        self.counted.emit(len(owed))
        self._show_tasks(_with(owed, self.pane.task) if self.pane.has_words else owed)

    def cover(self) -> None:
        """The station locks: what is typed is kept."""
        self.pane.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.refresh()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._minute.stop()

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Rule())
        self._trouble.setContentsMargins(20, 10, 16, 10)
        column.addWidget(self._trouble)
        column.addWidget(room, 1)

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
        self.pane.settled.connect(self._after_settling)
        self.pane.looked.connect(self.refresh)
        for button in (self.start, self.empty.start):
            button.clicked.connect(self.visit_wanted)
        self._minute.timeout.connect(self.refresh)

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
        self.setFocusProxy(self.records if tasks else self.empty.start)

    def _show_task(self, key: object | None) -> None:
        try:
            self.pane.show_task(self._tasks.get(str(key)))
        except UserError as error:
            self._trouble.say(error.sentence)

    def _enter(self, key: object) -> None:
        """Enter goes on at once; a follow-up goes on in the pane."""
        task = self._tasks[str(key)]
        if task.matter is Matter.FOLLOW_UP:
            self.pane.take_focus()
        else:
            self._go_on(task)

    def _go_on(self, task: Task) -> None:
        match task.form:
            case DraftKind.VISIT | None if not task.visit_id:
                self.visit_wanted.emit()
            case DraftKind.PLAN:
                self.plan_chosen.emit(task.visit_id)
            case _ if task.referral_id:
                self.referral_chosen.emit(task.referral_id)
            case _:
                self.visit_chosen.emit(task.visit_id)

    def _after_settling(self) -> None:
        """While the station is locked casework cannot be read; the page reads it when it is shown again."""
        if self.isVisible():
            self.refresh()
            self.setFocus()


def _with(owed: Sequence[Task], typed_about: Task | None) -> Sequence[Task]:
    """`owed`, and the task that is being written about where it is gone from there."""
    if typed_about is None or key_of(typed_about) in map(key_of, owed):
        return owed
    order = list(Matter)
    return sorted((*owed, typed_about), key=lambda task: order.index(task.matter))


def _ignore(_error: UserError) -> None:
    """A count that cannot be taken now is taken when the page is opened."""
