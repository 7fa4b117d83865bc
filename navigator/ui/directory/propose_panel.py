"""A clinician reports what is wrong with a listed place: few keys, at night, in a car (S-07)."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.resources.model import Entry
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.proposal import Proposal
from navigator.ui.directory.form_draft import FormDraft
from navigator.ui.directory.propose_form import ProposeForm
from navigator.ui.directory.propose_values import Closed, Typed, What, proposed, saw, trouble_of
from navigator.ui.directory.told_page import ToldPage
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.worker import Worker

REPORTED = "Reported. It shows beside the old one, not checked, until the directory desk settles it."
TOLD = "Told to the directory desk. Nothing changes until they have looked at it."
ANSWERED = "Answered. The directory desk reads it next."
NO_ANSWER = "Write your answer."


class ProposePanel(Panel):
    """`left` when the way back is taken, with what is typed kept; `reported` gives the entries as they show now."""

    left = Signal()
    reported = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._desk, self._worker = desk, worker
        self._entry: Entry | None = None
        self._asked: Proposal | None = None
        self._draft: FormDraft | None = None
        self._busy = False
        self.form = ProposeForm(theme, self._today)
        self.told = ToldPage(theme, "Back to the place")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.told)
        _beside_rule(self, column)
        self.form.changed.connect(self._note)
        self.form.sent.connect(self._send)
        self.form.left.connect(self._leave)
        self.told.left.connect(self._leave)

    def show_entry(self, entry: Entry) -> None:
        """A report on that place, with what was typed on it before."""
        self._show(entry, None, entry.id)
        self.form.show_entry(entry)
        found = self._found()
        if found:
            self.form.put(_typed(found))
        self.form.take_focus()

    def show_question(self, entry: Entry, proposal: Proposal) -> None:
        """The desk asked something about a report on that place: the answer to it."""
        self._show(entry, proposal, proposal.id)
        self.form.show_question(entry, proposal)
        self.form.words.setPlainText(self._found().get("words", ""))
        self.form.take_focus()

    def cover(self) -> None:
        """Keeps what was typed before the station locks."""
        if self._draft is not None:
            self._draft.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back; no other key goes on to the page behind."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.text().isdecimal():
            self.form.choose_place(int(event.text()))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.cover()

    def _show(self, entry: Entry, asked: Proposal | None, subject: str) -> None:
        self.cover()
        self._entry, self._asked, self._busy = entry, asked, False
        self._draft = FormDraft(self._desk, self._worker, DeskDraftKind.PROPOSAL, subject, self._content, self)
        self._draft.troubled.connect(self.form.say)
        self.form.show()
        self.told.hide()

    def _found(self) -> Mapping[str, str]:
        try:
            return self._draft.found() if self._draft is not None else {}
        except UserError as error:
            self.form.say(error.sentence)
            return {}

    def _content(self) -> Mapping[str, str]:
        typed = self.form.typed
        kept = {"new": typed.new, "more": typed.more, "words": typed.words}
        if not any(text.strip() for text in kept.values()):
            return {}
        return {**kept, "what": typed.what.name, "place": str(typed.place), "closed": typed.closed.name}

    def _note(self) -> None:
        if self._draft is not None:
            self._draft.note()

    def _send(self) -> None:
        entry, typed = self._entry, self.form.typed
        if entry is None or self._busy:
            return
        trouble = self._trouble(typed)
        self.form.say_of_value(trouble)
        self.form.say("")
        if not trouble:
            self._busy = True
            self.cover()
            self._worker.run(self, self._work(entry, typed), self._tell_sent, self._refuse)

    def _trouble(self, typed: Typed) -> str:
        if self._asked is not None:
            return "" if typed.words.strip() else NO_ANSWER
        return trouble_of(typed, self._today())

    def _work(self, entry: Entry, typed: Typed) -> Callable[[], tuple[tuple[Entry, ...], str]]:
        proposals, actor, asked = self._desk.keeping.proposals, self._desk.actor, self._asked
        values, words = proposed(entry, typed, self._today()), typed.words.strip()

        def work() -> tuple[tuple[Entry, ...], str]:
            if asked is not None:
                return proposals.answer(actor, asked.id, words), ANSWERED
            entries = proposals.propose(actor, entry.id, values, words, saw(entry, values))
            at_once = typed.what in (What.PHONE, What.HOURS, What.CLOSED) and bool(values)
            return entries, REPORTED if at_once else TOLD

        return work

    def _tell_sent(self, told: tuple[tuple[Entry, ...], str]) -> None:
        entries, sentence = told
        self._busy = False
        if self._draft is not None:
            self._draft.drop()
        self.form.clear()
        self.form.hide()
        self.told.say(sentence)
        self.reported.emit(entries)

    def _refuse(self, error: UserError) -> None:
        self._busy = False
        self.form.say(error.sentence)

    def _leave(self) -> None:
        self.cover()
        self.left.emit()

    def _today(self) -> date:
        return self._desk.clock().astimezone(self._desk.city.zone).date()


def _typed(content: Mapping[str, str]) -> Typed:
    what = What.__members__.get(content.get("what", ""), What.OTHER)
    closed = Closed.__members__.get(content.get("closed", ""), Closed.FOR_GOOD)
    place = content.get("place", "0")
    return Typed(
        what,
        content.get("new", ""),
        content.get("more", ""),
        int(place) if place.isdecimal() else 0,
        closed,
        content.get("words", ""),
    )


def _beside_rule(panel: QWidget, column: QVBoxLayout) -> None:
    row = QHBoxLayout(panel)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(Rule("down"))
    row.addLayout(column, 1)
