"""What was typed about a follow-up that was settled meanwhile: to be read, and thrown away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.task import Task
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

WORDS = "words"
"""The name of the note in the draft of every form of a follow-up."""
WHY = "This date was settled without it. Copy what still matters into the referral, then throw it away."


class KeptWords(QWidget):
    """`dropped` when it was thrown away."""

    dropped = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker, task: Task) -> None:
        super().__init__()
        self._desk, self._casework, self._worker, self._task = desk, casework, worker, task
        self.words = area(lines=4)
        self.words.setReadOnly(True)
        self.words.setPlainText(self._found())
        self.throw_away = Button(theme, "Throw away", "ghost", icon="trash-2")
        self.trouble = Trouble(theme)
        self.throw_away.clicked.connect(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(WHY, tone="text2", wrap=True))
        column.addWidget(Field(theme, "What you typed", self.words))
        column.addWidget(self.trouble)

    def _found(self) -> str:
        draft = self._casework.drafts.find(self._desk.actor, DraftKind.FOLLOW_UP, self._task.follow_up_id)
        return draft.content.get(WORDS, "") if draft is not None else ""

    def _drop(self) -> None:
        self.throw_away.setEnabled(False)
        drafts, actor, subject = self._casework.drafts, self._desk.actor, self._task.follow_up_id
        self._worker.run(self, lambda: drafts.drop(actor, DraftKind.FOLLOW_UP, subject), self._tell, self._refuse)

    def _tell(self, _nothing: None) -> None:
        self.dropped.emit()

    def _refuse(self, error: UserError) -> None:
        self.throw_away.setEnabled(True)
        self.trouble.say(error.sentence)
