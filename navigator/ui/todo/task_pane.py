"""The pane beside the list: what to do next about the chosen task, whom to call, and where it goes on."""

from datetime import datetime, tzinfo
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.follow_up import FollowUpState
from navigator.referrals.task import Matter, Task
from navigator.ui.find.fact_line import FactLine
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.todo.follow_up_form import FollowUpForm
from navigator.ui.todo.kept_words import KeptWords
from navigator.ui.todo.matters import NOBODY_YET, key_of, next_step, state_of, under_words
from navigator.ui.todo.number_line import NumberLine
from navigator.ui.todo.times import when_words
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.pill import StatePill
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_EDGE = 20


class TaskPane(Panel):
    """`opened` gives the task that is to be gone on with; `settled` when it was dealt with here, `looked` asks to read
    the list again."""

    opened = Signal(object)
    settled = Signal()
    looked = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._desk, self._casework, self._theme, self._worker = desk, casework, theme, worker
        self.task: Task | None = None
        self.form: FollowUpForm | None = None
        self.kept: KeptWords | None = None
        self.open = Button(theme, "")
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

    def show_task(self, task: Task | None) -> bool:
        """Shows it; what is shown already keeps what is typed into it, and only its times go on.

        False where what is typed about the task before cannot be kept: that one stays and says why.
        """
        now, zone = self._desk.clock(), self._desk.city.zone
        if task is not None and self.task is not None and key_of(task) == key_of(self.task):
            self.task = task
            self._tell_when(task, now, zone)
            return True
        if self.flush():
            return False
        self.task = self.form = self.kept = None
        try:
            body = self._body(task, now, zone) if task is not None else QWidget()
        except UserError:
            self._show(QWidget(), QWidget())
            raise
        self.task = task
        self._show(body, self._new_foot() if task is not None else QWidget())
        return True

    @property
    def has_words(self) -> bool:
        """Whether something is typed that is not saved."""
        return self.form is not None and self.form.has_words

    def flush(self) -> str:
        """Keeps what is typed; why that could not be done, or ""."""
        return self.form.flush() if self.form is not None else ""

    def take_focus(self) -> None:
        if self.form is not None:
            self._scroll.ensureWidgetVisible(self.form.note)
        target = self.form.note if self.form is not None else self.open
        target.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if task.form is DraftKind.FOLLOW_UP and not self._is_due(task):
            self._add_kept_words(column, task)
        elif task.follow_up_id:
            self._add_form(column, task)
        elif task.referral_id and task.matter is not Matter.DRAFT:
            column.addWidget(self._number(task))
        self.open = self._way_on(task)
        if self.form is not None:
            column.addWidget(self.open, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_form(self, column: QVBoxLayout, task: Task) -> None:
        form = FollowUpForm(self._desk, self._casework, self._theme, self._worker, task)
        form.settled.connect(self._forget)
        form.looked.connect(self.looked)
        column.addWidget(form)
        self.form = form

    def _add_kept_words(self, column: QVBoxLayout, task: Task) -> None:
        kept = KeptWords(self._desk, self._casework, self._theme, self._worker, task)
        kept.dropped.connect(self._forget)
        column.addWidget(kept)
        self.kept = kept

    def _is_due(self, task: Task) -> bool:
        follow_ups = self._casework.follow_ups.of(self._desk.actor, task.referral_id)
        return any(one.id == task.follow_up_id and one.state is FollowUpState.DUE for one in follow_ups)

    def _way_on(self, task: Task) -> Button:
        """The filled button of the pane, or a quiet one where the outcomes of a follow-up are filled."""
        words = _REFERRAL if task.follow_up_id else _WAYS_ON.get(task.matter, _REFERRAL)
        if self.form is not None:
            button = Button(self._theme, words, "ghost", icon="phone-outgoing")
        else:
            button = Button(self._theme, words, "primary", height=sizes.MAIN_ACTION)
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
        around.addWidget(self.form.acts if self.form is not None else self.open)
        if self.kept is not None:
            around.addWidget(self.kept.throw_away)
        column.addLayout(around)
        return foot

    def _show(self, body: QWidget, foot: QWidget) -> None:
        self._put_body(body)
        self._put_foot(foot)

    def _put_body(self, body: QWidget) -> None:
        """The form before may be the one that just told of itself: it goes when it has done so."""
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
        if self.form is not None:
            return (self.form.note, *self.form.outcomes, self.open)
        return (self.kept.words, self.open, self.kept.throw_away) if self.kept is not None else ()

    def _forget(self) -> None:
        """What was written is not shown again: the task is read anew, if it is still there."""
        self.task = None
        self.settled.emit()

    def _number(self, task: Task) -> QWidget:
        if task.number:
            return NumberLine(task.place, task.number)
        return FactLine(self._theme, "circle-question-mark", "No number of this place is known.", "unknown", carry=True)


_REFERRAL = "Open the referral"
_WAYS_ON = {Matter.DRAFT: "Go on writing", Matter.VISIT_OPEN: "Open the visit"}
