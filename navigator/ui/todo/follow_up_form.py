"""One try to ask how it went: a note, and the three ways it can end, each written down at once."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.follow_up import ATTEMPTS, Attempt, FollowUp, Reached
from navigator.referrals.task import Task
from navigator.ui.clock_words import moment_words
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.todo.contact import SafeContact
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

READ_ONLY = "Your role reads casework and does not write into it."
WORDS = "words"
"""The name of the note in the draft."""
_OUTCOMES = (
    (Reached.PERSON, "Reached the person", "user-round"),
    (Reached.PROVIDER, "Reached the provider", "house"),
    (Reached.NOBODY, "Nobody answered", "phone-missed"),
)


class FollowUpForm(QWidget):
    """`settled` when a try was written down; `looked` asks to read the list again after it could not be.

    `acts` are its buttons, which stand where they are always in sight.
    """

    settled = Signal()
    looked = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker, task: Task) -> None:
        super().__init__()
        self._desk, self._casework, self._worker, self._task = desk, casework, worker, task
        self._may_write = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self._keeper: DraftKeeper | None = None
        self._mark = 0
        self.note = area(lines=2, length=600)
        self.outcomes = tuple(self._outcome(theme, *outcome) for outcome in _OUTCOMES)
        self.again = Button(theme, "Look again", "ghost", icon="undo-2")
        self._trouble = Trouble(theme)
        self.acts = self._acts()
        self._lay_out(theme)
        self.again.clicked.connect(self.looked)
        if self._may_write:
            self._keep_typing()

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    @property
    def has_words(self) -> bool:
        return bool(self.note.toPlainText().strip())

    def flush(self) -> str:
        """Keeps what is typed, at once; why that could not be done, which is said here too, or ""."""
        return self._keeper.flush() if self._keeper is not None else ""

    def _outcome(self, theme: Theme, reached: Reached, words: str, icon: str) -> Button:
        first = reached is Reached.PERSON
        height = sizes.MAIN_ACTION if first else sizes.CONTROL
        button = Button(theme, words, "primary" if first else "secondary", icon=icon, height=height)
        button.clicked.connect(lambda: self._write(reached))
        return button

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SafeContact(theme, self._task))
        tries = self._tries()
        if tries:
            column.addWidget(Text(tries, tone="text2", wrap=True))
        column.addSpacing(4)
        if self._may_write:
            column.addWidget(Field(theme, "Note, if there is one", self.note))
        else:
            self.note.setParent(self)
            self.note.hide()

    def _acts(self) -> QWidget:
        acts = QWidget()
        column = QVBoxLayout(acts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        shown = self.outcomes if self._may_write else (Text(READ_ONLY, tone="text2", wrap=True),)
        for widget in (self._trouble, self.again, *shown):
            column.addWidget(widget)
        self.again.hide()
        return acts

    def _tries(self) -> str:
        follow_ups = self._casework.follow_ups.of(self._desk.actor, self._task.referral_id)
        this = next((one for one in follow_ups if one.id == self._task.follow_up_id), None)
        return tries_words(this, self._desk.clock(), self._desk.city.zone) if this is not None else ""

    def _keep_typing(self) -> None:
        desk, subject = self._desk, self._task.follow_up_id
        keeper = DraftKeeper(self._casework.drafts, desk.actor, self._worker, DraftKind.FOLLOW_UP, subject, self)
        self.note.setPlainText(keeper.found().get(WORDS, ""))
        self.note.textChanged.connect(self._typed)
        keeper.troubled.connect(self._trouble.say)
        self._keeper = keeper

    def _typed(self) -> None:
        if self._keeper is None:
            return
        if self.has_words:
            self._keeper.typed({WORDS: self.note.toPlainText()})
        else:
            self._keeper.drop()

    def _write(self, reached: Reached) -> None:
        self._mark = self._keeper.mark() if self._keeper is not None else 0
        self._rest(busy=True)
        words, task, actor = self.note.toPlainText(), self._task, self._desk.actor
        attempt = self._casework.follow_ups.attempt
        self._worker.run(self, lambda: attempt(actor, task.follow_up_id, reached, words), self._written, self._refused)

    def _written(self, _follow_up: FollowUp) -> None:
        if self._keeper is not None:
            self._keeper.forget(self._mark)
        self.note.blockSignals(True)
        self.note.clear()
        self.settled.emit()

    def _refused(self, error: UserError) -> None:
        self._rest(busy=False)
        self._trouble.say(error.sentence)
        self.again.show()

    def _rest(self, *, busy: bool) -> None:
        """Nothing can be pressed or typed while it is written."""
        self._trouble.say("")
        self.again.hide()
        self.note.setReadOnly(busy)
        for button in self.outcomes:
            button.setEnabled(not busy)


def tries_words(follow_up: FollowUp, now: datetime, zone: tzinfo) -> str:
    """What was tried on this date so far, and what the next try at nobody means."""
    tries = follow_up.attempts
    if not tries:
        return ""
    last = f"Tried {_times(tries)}. Last: {moment_words(tries[-1].at, now, zone)}, nobody answered."
    if len(tries) == ATTEMPTS - 1:
        return f"{last} One more without an answer ends this follow-up."
    return last


def _times(tries: Sequence[Attempt]) -> str:
    return "once" if len(tries) == 1 else f"{len(tries)} times"
