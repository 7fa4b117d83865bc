"""The follow-up as a call: safe contact before the number, what was tried, and one key for what came of it (R-10)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.task import Task
from navigator.ui.follow_up.acts import work_of
from navigator.ui.follow_up.asked import Asked, read_asked
from navigator.ui.follow_up.contact_side import ContactSide
from navigator.ui.follow_up.forms import FORMS, AskForm
from navigator.ui.follow_up.head import Head
from navigator.ui.follow_up.loop_reason import loop_reason
from navigator.ui.follow_up.outcomes import Outcomes
from navigator.ui.follow_up.typed import Typing
from navigator.ui.ports import Desk
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.writing import Writing
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_EDGE = 24
_SIDE, _SIDE_NARROW = 400, sizes.PANE_NARROW


class FollowUpScreen(Panel):
    """`left` to go back, `written` when something was saved, `referral_chosen` gives the id of its referral."""

    left = Signal()
    written = Signal()
    referral_chosen = Signal(str)

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker, task: Task) -> None:
        """Raises a `UserError` where the referral is gone or casework is closed."""
        super().__init__("surface")
        self._desk, self._casework, self._theme, self.task = desk, casework, theme, task
        self.asked: Asked = read_asked(desk, casework, task.referral_id, task.follow_up_id)
        self.form: AskForm | None = None
        self._mark = 0
        self._writing = Writing(worker, self)
        subject = self.asked.about.id if self.asked.about is not None else task.referral_id
        self._typing = Typing(desk, casework, worker, subject, self)
        self.head = Head(theme, self.asked, task)
        self.side = ContactSide(theme, task, self.asked)
        self.outcomes = Outcomes(theme, self.asked)
        self._trouble = Trouble(theme)
        self._lay_out()
        self.head.left.connect(self._leave)
        self.head.referral_wanted.connect(lambda: self.referral_chosen.emit(task.referral_id))
        self.outcomes.chosen.connect(self.choose)
        self._typing.troubled.connect(self._trouble.say)
        self.choose(self._typing.key if self.asked.about is not None else "later")

    @property
    def trouble(self) -> str:
        return self._trouble.sentence or (self.form.trouble if self.form is not None else "")

    def choose(self, key: str) -> None:
        """Opens the form of that key with what was typed before; "" shows the outcomes."""
        self._drop_form()
        allowed = key in self.outcomes.buttons or self.asked.about is None
        form = FORMS[key](Setting(self._theme, self._desk.clock, self._desk.city.zone)) if key and allowed else None
        self.outcomes.setVisible(form is None)
        self.form = form
        if form is None:
            return
        form.settle()
        form.put(self._typing.fields)
        form.back.setVisible(self.asked.about is not None)
        form.typed.connect(lambda: self._typing.keep(form.key, form.contents()))
        form.left.connect(self._back)
        form.saved.connect(self._save)
        self._acting.addWidget(form)
        form.show()
        self.take_focus()

    def take_focus(self) -> None:
        (self.form or self.outcomes).take_focus()

    def flush(self) -> str:
        """Keeps what is typed at once; why that could not be done, or ""."""
        return self._typing.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.side.setFixedWidth(_SIDE_NARROW if self.window().width() < sizes.RAIL_BELOW else _SIDE)

    def _lay_out(self) -> None:
        body = QWidget()
        self._acting = QVBoxLayout(body)
        self._acting.setContentsMargins(_EDGE, 16, _EDGE, _EDGE)
        self._acting.setSpacing(12)
        self._acting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._acting.addWidget(Text(loop_reason(self.asked), tone="text2", wrap=True))
        self._acting.addWidget(self._trouble)
        self._acting.addWidget(self.outcomes)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(Rule("down"))
        row.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Rule())
        column.addLayout(row, 1)

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self._acting.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _back(self) -> None:
        """What was typed stays for the next form."""
        if self.asked.about is None:
            self._leave()
            return
        self._typing.put_away()
        self.choose("")
        self.take_focus()

    def _leave(self) -> None:
        if not self._writing.busy and not self.flush():
            self.left.emit()

    def _save(self) -> None:
        form = self.form
        if form is None:
            return
        wrong = form.wrong()
        if wrong is not None:
            form.correct(wrong)
            return
        work = work_of(form.act(), self._casework.follow_ups, self._desk.actor, self.asked)
        self._mark = self._typing.mark()
        if self._writing.run(work, self._written, self._refused):
            form.setEnabled(False)

    def _written(self, _result: object) -> None:
        self._typing.forget(self._mark)
        self.written.emit()

    def _refused(self, error: UserError) -> None:
        if self.form is not None:
            self.form.setEnabled(True)
            self.form.refuse(error.sentence)
            self.form.take_focus()
