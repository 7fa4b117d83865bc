"""The strip under a record: not signed and how to sign it, or who signed it, and what was added since (P-17)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.signing import RecordKind
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.ports import Desk
from navigator.ui.signing.added_list import AddedList
from navigator.ui.signing.addendum_form import AddendumForm
from navigator.ui.signing.ask import AskToSign
from navigator.ui.signing.signed import Signed, signed_words
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

NOT_SIGNED = "Not signed. It can still be changed."
NOT_INTACT = "What stands here is not what was signed. Tell the supervisor."
_EDGE = 20


class SigningStrip(QWidget):
    """`signed` once the record was signed, `added` after an addendum: what stands there is to be read again."""

    signed = Signal()
    added = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker, kind: RecordKind) -> None:
        super().__init__()
        self._desk, self._casework, self._worker, self._kind = desk, casework, worker, kind
        self._subject, self._seen, self._busy = "", 0, False
        self._keeper: DraftKeeper | None = None
        self._icon = Icon(theme, "pencil", "text2", 18)
        self.state = Text(weight=500, wrap=True)
        self.sign = Button(theme, "Sign", icon="file-check")
        self.write = Button(theme, "Add an addendum", icon="plus")
        self.ask, self.form, self.list = AskToSign(theme, kind), AddendumForm(theme), AddedList()
        self.trouble = Trouble(theme)
        self._lay_out()
        self._connect()

    def show_record(self, subject_id: str, seen: int, signed: Signed, *, can_sign: bool, can_add: bool) -> None:
        """`seen` is the revision that a signature would be of; `can_sign`: all of it is saved, and it has ended."""
        if subject_id != self._subject:
            self.flush()
            self._take_up(subject_id)
        self._seen = seen
        now, zone = self._desk.clock(), self._desk.city.zone
        signature = signed.signature
        self._icon.show_icon("file-check" if signature else "pencil", "open" if signature else "text2")
        self.state.setText(signed_words(signature, now, zone) if signature else NOT_SIGNED)
        self.trouble.say("" if signature is None or signature.intact else NOT_INTACT)
        self.ask.setVisible(self.ask.isVisibleTo(self) and can_sign and signature is None)
        self.sign.setVisible(can_sign and signature is None and not self.ask.isVisibleTo(self))
        self.form.setVisible(can_add and signature is not None and self.form.isVisibleTo(self))
        self.write.setVisible(can_add and signature is not None and not self.form.isVisibleTo(self))
        self.list.show_addenda(signed.addenda, now, zone)
        self.setVisible(signature is not None or can_sign)

    def write_addendum(self, words: str) -> None:
        """Opens the form, with `words` under what stands in it already."""
        try:
            self._restore()
        except UserError as error:
            self.trouble.say(error.sentence)
            return
        if words:
            before = self.form.words.toPlainText().strip()
            self.form.words.setPlainText("\n".join(part for part in (before, words) if part))
        self.form.show()
        self.write.hide()
        self.form.take_focus()

    def flush(self) -> str:
        """Keeps what is typed; why that could not be done, or ""."""
        return self._keeper.flush() if self._keeper is not None and self.form.content else ""

    def _take_up(self, subject_id: str) -> None:
        self._subject = subject_id
        if self._keeper is not None:
            self._keeper.deleteLater()
        self._keeper = DraftKeeper(
            self._casework.drafts, self._desk.actor, self._worker, DraftKind.ADDENDUM, subject_id, parent=self
        )
        self._keeper.troubled.connect(self.trouble.say)
        self.trouble.say("")
        self.ask.hide()
        self.form.put({})
        self.form.hide()

    def _restore(self) -> None:
        """What was typed before and not added yet."""
        if self._keeper is not None and not self.form.content:
            self.form.put(self._keeper.found())

    def _keep(self) -> None:
        if self._keeper is None:
            return
        if self.form.content:
            self._keeper.typed(self.form.content)
        else:
            self._keeper.drop()

    def _open_ask(self) -> None:
        self.sign.hide()
        self.ask.show()
        self.ask.sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_ask(self) -> None:
        self.ask.hide()
        self.sign.show()
        self.sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_form(self) -> None:
        self.write_addendum("")

    def _leave_form(self) -> None:
        if self.flush():
            return
        self.form.hide()
        self.write.show()
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign(self) -> None:
        if self._busy:
            return
        self._busy = True
        actor, subject, seen = self._desk.actor, self._subject, self._seen
        self._worker.run(
            self,
            lambda: self._casework.signing.sign(actor, self._kind, subject, seen),
            lambda _signature: self._tell_signed(),
            self._refuse,
        )

    def _add(self) -> None:
        if self._busy or self._keeper is None:
            return
        self._busy = True
        mark = self._keeper.mark()
        actor, subject, told = self._desk.actor, self._subject, self.form.content
        words, reason = told["words"], told["reason"]
        self._worker.run(
            self,
            lambda: self._casework.addenda.add(actor, self._kind, subject, words, reason),
            lambda _addendum: self._tell_added(mark),
            self._refuse,
        )

    def _tell_signed(self) -> None:
        self._busy = False
        self.trouble.say("")
        self.ask.hide()
        self.signed.emit()

    def _tell_added(self, mark: int) -> None:
        self._busy = False
        self.trouble.say("")
        if self._keeper is not None:
            self._keeper.forget(mark)
        self.form.put({})
        self.form.hide()
        self.added.emit()
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: UserError) -> None:
        self._busy = False
        self.trouble.say(error.sentence)

    def _connect(self) -> None:
        self.sign.clicked.connect(self._open_ask)
        self.ask.agreed.connect(self._sign)
        self.ask.left.connect(self._leave_ask)
        self.write.clicked.connect(self._open_form)
        self.form.typed.connect(self._keep)
        self.form.sent.connect(self._add)
        self.form.left.connect(self._leave_form)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.state, 1)
        row.addWidget(self.sign)
        row.addWidget(self.write)
        inside = QVBoxLayout()
        inside.setContentsMargins(_EDGE, 6, _EDGE, 6)
        inside.setSpacing(8)
        inside.addLayout(row)
        inside.addWidget(self.list)
        for widget in (self.ask, self.form, self.trouble):
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(inside)
        self.hide()
