"""Tells the directory desk what was looked for and is not listed: the words, for editing, sent as a proposal (S-07).

Nothing that was typed into the search is kept by itself: only what somebody writes here is, as a draft.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.resources.model import Entry
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind
from navigator.ui.directory.form_draft import FormDraft
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker
from navigator.ui.writes import Writes

SENT = "Sent to the directory desk."
NO_PERSON = "Do not write anything about the person."
BEFORE = "You wrote this before and did not send it."
NOTHING_SAID = "Write what is missing."
_WORDS = "words"


class TellDesk(QWidget):
    """`left` when it is sent and the focus can go on, `sent` gives the entries that changed, which are none.

    `refused` says why it was not sent where the form is no longer in sight; what was written is kept.
    """

    left = Signal()
    sent = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self._desk, self._worker = desk, worker
        self._offered, self._is_typed = "", False
        self._draft: FormDraft | None = None
        self._writes = Writes(worker, self)
        self.setProperty("ownRing", True)
        self.open = Button(theme, "Tell the directory desk", icon="message-square")
        self.words = area(lines=3, length=1000)
        self.send, self.never_mind = Button(theme, "Send", "primary"), Button(theme, "Never mind", "ghost")
        self.trouble, self._before = Trouble(theme), Text(BEFORE, tone="text2", wrap=True)
        self._lay_out(theme)
        self._connect()
        self._show(self._asking)

    @property
    def told(self) -> str:
        """The sentence of success while it is shown."""
        return "" if self._said.isHidden() else SENT

    def offer(self, words: str) -> None:
        """What was searched for in vain. What somebody has written meanwhile stays."""
        if words.strip() != self._offered:
            self._offered = words.strip()
            if not self._is_typed and not self._is_on_its_way:
                self._show(self._asking)

    def cover(self) -> None:
        """Keeps what was written before the station locks."""
        if self._draft is not None:
            self._draft.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes the form and keeps what was written."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.cover()
            self._leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.cover()

    @property
    def is_open(self) -> bool:
        return not self._form.isHidden()

    @property
    def _is_on_its_way(self) -> bool:
        return self._writes.on_its_way(NEW)

    def _open(self) -> None:
        written = self._found()
        self._put(written or self._offered)
        self._is_typed = bool(written)
        self._before.setVisible(bool(written))
        self.trouble.say("")
        self._show(self._form)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, words: str) -> None:
        self.words.blockSignals(True)
        self.words.setPlainText(words)
        self.words.blockSignals(False)
        self.words.moveCursor(QTextCursor.MoveOperation.End)

    def _found(self) -> str:
        if self._draft is None:
            kind = DeskDraftKind.PROPOSAL
            self._draft = FormDraft(self._desk, self._worker, kind, NEW, self._content, self)
            self._draft.troubled.connect(self.trouble.say)
        try:
            return self._draft.found().get(_WORDS, "")
        except UserError as error:
            self.trouble.say(error.sentence)
            return ""

    def _content(self) -> Mapping[str, str]:
        words = self.words.toPlainText()
        return {_WORDS: words} if words.strip() else {}

    def _note(self) -> None:
        self._is_typed = True
        if self._draft is not None:
            self._draft.note()

    def _send(self) -> None:
        words = self.words.toPlainText().strip()
        self.trouble.say("" if words else NOTHING_SAID)
        if words:
            propose = partial(self._desk.keeping.proposals.propose, self._desk.actor, None, {}, words)
            if self._writes.run(NEW, propose, self._take, self._refuse):
                self._rest()

    def _take(self, entries: tuple[Entry, ...]) -> None:
        self._drop()
        self._lock(False)
        self._show(self._said)
        if self.hasFocus():
            self.left.emit()
        self.sent.emit(entries)

    def _refuse(self, error: UserError) -> None:
        self._lock(False)
        self.trouble.say(error.sentence)
        if self.hasFocus():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.isVisible():
            self.refused.emit(error.sentence)

    def _never_mind(self) -> None:
        self._drop()
        self._leave()

    def _drop(self) -> None:
        if self._draft is not None:
            self._draft.drop()
        self._put("")
        self._is_typed = False

    def _leave(self) -> None:
        self._show(self._asking)
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        """Qt would hand the focus on to anything when what has it rests."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lock(True)

    def _lock(self, locked: bool) -> None:
        for widget in (self.words, self.send, self.never_mind):
            widget.setEnabled(not locked)

    def _show(self, shown: QWidget) -> None:
        for part in (self._asking, self._form, self._said):
            part.setVisible(part is shown)

    def _connect(self) -> None:
        self.open.clicked.connect(self._open)
        self.send.clicked.connect(self._send)
        self.never_mind.clicked.connect(self._never_mind)
        self.words.textChanged.connect(self._note)

    def _lay_out(self, theme: Theme) -> None:
        self._asking, self._form, self._said = QWidget(), QWidget(), QWidget()
        asking = QVBoxLayout(self._asking)
        asking.addWidget(Text("Should it be in the directory?", weight=600))
        asking.addWidget(self.open, alignment=Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.send)
        buttons.addWidget(self.never_mind)
        buttons.addStretch(1)
        form = QVBoxLayout(self._form)
        form.addWidget(Field(theme, "What is missing?", self.words, hint=NO_PERSON))
        form.addWidget(self._before)
        form.addWidget(self.trouble)
        form.addLayout(buttons)
        said = QHBoxLayout(self._said)
        said.addWidget(Icon(theme, "circle-check", "open", 20))
        said.addWidget(Text(SENT, weight=600), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part, layout in ((self._asking, asking), (self._form, form), (self._said, said)):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(10)
            column.addWidget(part)
