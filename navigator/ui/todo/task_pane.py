"""The pane beside the list: what to do next about the chosen task, whom to call, and where it goes on."""

from datetime import datetime, tzinfo
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.follow_up import FollowUp, FollowUpState
from navigator.referrals.task import Matter, Task
from navigator.ui.find.fact_line import FactLine
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.todo.contact import SafeContact
from navigator.ui.todo.kept_words import KeptWords
from navigator.ui.todo.matters import NOBODY_YET, key_of, next_step, state_of, under_words
from navigator.ui.todo.number_line import NumberLine
from navigator.ui.todo.times import when_words
from navigator.ui.todo.tried_words import tries_words
from navigator.ui.widgets.button import Button, Variant
from navigator.ui.widgets.pill import StatePill
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

READ_ONLY = "Your role reads casework and does not write into it."
_EDGE = 20


class TaskPane(Panel):
    """`opened` gives the task that is to be gone on with, `asked` one whose call is to be made, `referred` one whose
    referral is wanted; `settled` when it was dealt with here."""

    opened = Signal(object)
    asked = Signal(object)
    referred = Signal(object)
    settled = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._desk, self._casework, self._theme, self._worker = desk, casework, theme, worker
        self._may_write = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self.task: Task | None = None
        self.kept: KeptWords | None = None
        self.open = Button(theme, "")
        self.ask: Button | None = None
        self._when = Text()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._foot)

    def show_task(self, task: Task | None) -> None:
        """Shows it; of what is shown already only the times go on."""
        now, zone = self._desk.clock(), self._desk.city.zone
        if task is not None and self.task is not None and key_of(task) == key_of(self.task):
            self.task = task
            self._tell_when(task, now, zone)
            return
        self.task = self.ask = self.kept = None
        try:
            body = self._body(task, now, zone) if task is not None else QWidget()
        except UserError:
            self._show(QWidget(), QWidget())
            raise
        self.task = task
        self._show(body, self._new_foot() if task is not None else QWidget())

    def forget(self) -> None:
        """What is shown is read anew the next time, if it is still there."""
        self.task = None

    def _body(self, task: Task, now: datetime, zone: tzinfo) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(_EDGE, 16, _EDGE, _EDGE)
        column.setSpacing(8)
        column.addWidget(Text(task.person or NOBODY_YET, px=sizes.TITLE, weight=700, wrap=True))
        if under_words(task):
            column.addWidget(Text(under_words(task), tone="text2", wrap=True))
        self._add_when(column, task, now, zone)
        column.addWidget(Text(next_step(task, now), px=sizes.NAME, weight=600, wrap=True))
        column.addSpacing(4)
        self._add_act(column, task)
        column.addStretch(1)
        return body

    def _add_when(self, column: QVBoxLayout, task: Task, now: datetime, zone: tzinfo) -> None:
        self._when = Text(tone="text2", wrap=True)
        self._tell_when(task, now, zone)
        row = QHBoxLayout()
        row.setSpacing(10)
        state = state_of(task, now)
        if state is not None:
            row.addWidget(StatePill(self._theme, *state), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._when, 1)
        column.addLayout(row)
        column.addSpacing(4)

    def _tell_when(self, task: Task, now: datetime, zone: tzinfo) -> None:
        self._when.setText(", ".join(part for part in when_words(task, now, zone) if part))

    def _add_act(self, column: QVBoxLayout, task: Task) -> None:
        about = self._about(task)
        if task.form is DraftKind.FOLLOW_UP and (about is None or about.state is not FollowUpState.DUE):
            self._add_kept_words(column, task)
        elif task.follow_up_id or task.matter is Matter.LOOP_OPEN:
            self._add_call(column, task, about)
        elif task.referral_id and task.matter not in _NO_CALL:
            column.addWidget(self._number(task))
        self.open = self._way_on(task)

    def _add_call(self, column: QVBoxLayout, task: Task, about: FollowUp | None) -> None:
        column.addWidget(SafeContact(self._theme, task))
        tried = tries_words(about, self._desk.clock(), self._desk.city.zone) if about is not None else ""
        if tried:
            column.addWidget(Text(tried, tone="text2", wrap=True))
        if not self._may_write:
            column.addWidget(Text(READ_ONLY, tone="text2", wrap=True))
            return
        words = "Write how it went" if about is not None else "Choose when to ask again"
        self.ask = Button(self._theme, words, "primary", icon="message-square", height=sizes.MAIN_ACTION)
        self.ask.clicked.connect(lambda: self.asked.emit(task))

    def _add_kept_words(self, column: QVBoxLayout, task: Task) -> None:
        kept = KeptWords(self._desk, self._casework, self._theme, self._worker, task)
        kept.dropped.connect(self._tell_settled)
        column.addWidget(kept)
        self.kept = kept

    def _about(self, task: Task) -> FollowUp | None:
        if not task.follow_up_id:
            return None
        follow_ups = self._casework.follow_ups.of(self._desk.actor, task.referral_id)
        return next((one for one in follow_ups if one.id == task.follow_up_id), None)

    def _way_on(self, task: Task) -> Button:
        """The filled button of the pane, or a quiet one beside the call that is to be made."""
        if self.ask is not None:
            button = Button(self._theme, _REFERRAL, "ghost", icon="phone-outgoing")
            button.clicked.connect(lambda: self.referred.emit(task))
            return button
        variant: Variant = "primary" if self._may_write or not task.follow_up_id else "secondary"
        words = _REFERRAL if task.follow_up_id else _WAYS_ON.get(task.matter, _REFERRAL)
        button = Button(self._theme, words, variant, height=sizes.MAIN_ACTION)
        button.clicked.connect(lambda: self.opened.emit(task))
        return button

    def _new_foot(self) -> QWidget:
        """What is done about it, always in sight."""
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        around = QVBoxLayout()
        around.setContentsMargins(_EDGE, 12, _EDGE, 12)
        around.setSpacing(8)
        for button in (self.ask, self.open, self.kept.throw_away if self.kept is not None else None):
            if button is not None:
                around.addWidget(button)
        column.addLayout(around)
        return foot

    def _show(self, body: QWidget, foot: QWidget) -> None:
        self._put_body(body)
        self._put_foot(foot)

    def _put_body(self, body: QWidget) -> None:
        """What stood there may be what just told of itself: it goes when it has done so."""
        before = self._scroll.takeWidget()
        self._scroll.setWidget(body)
        if before is not None:
            before.deleteLater()

    def _put_foot(self, foot: QWidget) -> None:
        self._column.replaceWidget(self._foot, foot)
        self._foot.hide()
        self._foot.deleteLater()
        self._foot = foot
        for before, after in pairwise(stop for stop in self._stops() if self.isAncestorOf(stop)):
            QWidget.setTabOrder(before, after)

    def _stops(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        if self.ask is not None:
            return (self.ask, self.open)
        return (self.kept.words, self.open, self.kept.throw_away) if self.kept is not None else ()

    def _tell_settled(self) -> None:
        self.forget()
        self.settled.emit()

    def _number(self, task: Task) -> QWidget:
        if task.number:
            return NumberLine(task.place, task.number)
        return FactLine(self._theme, "circle-question-mark", "No number of this place is known.", "unknown", carry=True)


_REFERRAL = "Open the referral"
_NO_CALL = frozenset({Matter.DRAFT, Matter.CONSENT})
"""Where the next step is not a call to the place."""
_WAYS_ON = {Matter.DRAFT: "Go on writing", Matter.VISIT_OPEN: "Open the visit"}
