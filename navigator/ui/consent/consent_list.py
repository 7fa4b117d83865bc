"""The consents of a person, newest first: whom, what, until when, and how to take one back (P-10)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.consent import SavedConsent
from navigator.referrals.draft import DraftKind
from navigator.referrals.saved_consents import EndedBy
from navigator.ui.consent.consent_row import ConsentRow
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

NONE = "This person has agreed to nothing yet."


class ConsentList(QWidget):
    """`wanted` asks for a new one, `changed` when one was ended."""

    wanted = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker, person_id: str) -> None:
        super().__init__()
        self._desk, self._casework, self._theme, self._worker = desk, casework, theme, worker
        self._person_id = person_id
        self._writes = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self.rows: tuple[ConsentRow, ...] = ()
        self.add = Button(theme, "Record a consent", icon="plus")
        self.add.setVisible(self._writes)
        self.none = Text(NONE, tone="text2", wrap=True)
        self.trouble = Trouble(theme)
        self._column = QVBoxLayout()
        self._lay_out()
        self.add.clicked.connect(self.wanted)
        self.refresh()

    def refresh(self) -> None:
        """Reads them again; what is typed is kept and stands there again."""
        if self.flush():
            return
        try:
            found = self._casework.consents.of_person(self._desk.actor, self._person_id)
        except UserError as error:
            self.trouble.say(error.sentence)
            return
        self._show(found)

    def flush(self) -> str:
        """Keeps what is typed; why that could not be done, or ""."""
        said = [row.keeper.flush() for row in self.rows if row.keeper is not None]
        return next((sentence for sentence in said if sentence), "")

    def _show(self, found: Sequence[SavedConsent]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = tuple(ConsentRow(self._desk, self._theme, saved) for saved in found)
        for row in self.rows:
            self._column.addWidget(row)
            self._connect(row)
        self.none.setVisible(not self.rows)

    def _connect(self, row: ConsentRow) -> None:
        row.asked.connect(lambda: self._say_rests(row))
        row.ended.connect(lambda: self._end(row))
        if self._writes and not row.is_over:
            drafts, actor = self._casework.drafts, self._desk.actor
            keeper = DraftKeeper(drafts, actor, self._worker, DraftKind.CONSENT, row.saved.id, row)
            keeper.troubled.connect(self.trouble.say)
            row.take_up(keeper)

    def _say_rests(self, row: ConsentRow) -> None:
        try:
            touched = self._casework.consents.touched(self._desk.actor, row.saved.id)
        except UserError as error:
            self.trouble.say(error.sentence)
            return
        row.say_rests([referral.snapshot.name for referral in touched])

    def _end(self, row: ConsentRow) -> None:
        if row.keeper is None or not self.isEnabled():
            return
        keeper, words, consents = row.keeper, row.words.text().strip(), self._casework.consents
        end = consents.revoke if row.how is EndedBy.TAKEN_BACK else consents.came_about
        mark = keeper.mark()
        self.setEnabled(False)

        def tell(_saved: SavedConsent) -> None:
            keeper.forget(mark)
            self._tell()

        self._worker.run(self, lambda: end(self._desk.actor, row.saved.id, words), tell, self._refuse)

    def _tell(self) -> None:
        self.setEnabled(True)
        self.trouble.say("")
        self.refresh()
        self.changed.emit()

    def _refuse(self, error: UserError) -> None:
        self.setEnabled(True)
        self.trouble.say(error.sentence)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.none, 1)
        head.addStretch(1)
        head.addWidget(self.add)
        self._column.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addLayout(self._column)
        column.addStretch(1)
