"""A clinician reports what is wrong with a listed place: few keys, at night, in a car (S-07)."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.resources.model import Entry
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.proposal import Proposal
from navigator.ui.directory.form_draft import FormDraft
from navigator.ui.directory.propose_draft import from_draft, to_draft
from navigator.ui.directory.propose_form import ProposeForm
from navigator.ui.directory.propose_values import Typed, What, all_proposed, first_trouble, saw, together
from navigator.ui.directory.told_page import ToldPage
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.worker import Worker
from navigator.ui.writes import Writes

REPORTED = "Reported. It shows beside the old one, not checked, until the directory desk settles it."
TOLD = "Told to the directory desk. Nothing changes until they have looked at it."
ANSWERED = "Answered. The directory desk reads it next."
STILL_THERE = "What you wrote is still there, under “Report a change…”."
NO_ANSWER = "Write your answer."


class ProposePanel(Panel):
    """`left` when the way back is taken, with what is typed kept; `reported` gives the entries as they show now.

    `refused` says why a report that is no longer in front was not sent; it is kept as a draft.
    """

    left = Signal()
    reported = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._desk, self._worker = desk, worker
        self._entry: Entry | None = None
        self._asked: Proposal | None = None
        self._draft: FormDraft | None = None
        self._writes = Writes(worker, self)
        self.setProperty("ownRing", True)
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
            self.form.put(from_draft(found))
        self._begin()

    def show_question(self, entry: Entry, proposal: Proposal) -> None:
        """The desk asked something about a report on that place: the answer to it."""
        self._show(entry, proposal, proposal.id)
        self.form.show_question(entry, proposal)
        self.form.words.setPlainText(self._found().get("words", ""))
        self._begin()

    def drops(self, entry: Entry) -> bool:
        """Whether it was about this entry, which is secret now: then nothing that is typed is kept (S-13)."""
        before, draft = self._entry, self._draft
        if before is None or draft is None or before.id != entry.id or before.confidential or not entry.confidential:
            return False
        self._entry = self._draft = None
        draft.drop()
        self.form.clear()
        return True

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
        if self._draft is not None and not self._writes.on_its_way(self._draft.subject):
            self._draft.deleteLater()
        self._entry, self._asked = entry, asked
        self._draft = FormDraft(self._desk, self._worker, DeskDraftKind.PROPOSAL, subject, self._content, self)
        self._draft.troubled.connect(self.form.say)
        self.form.show()
        self.told.hide()

    def _begin(self) -> None:
        """What is on its way already can be looked at."""
        locked = self._draft is not None and self._writes.on_its_way(self._draft.subject)
        self.form.set_locked(locked)
        if locked:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.take_focus()

    def _found(self) -> Mapping[str, str]:
        try:
            return self._draft.found() if self._draft is not None else {}
        except UserError as error:
            self.form.say(error.sentence)
            return {}

    def _content(self) -> Mapping[str, str]:
        return to_draft(self.form.typed)

    def _note(self) -> None:
        if self._draft is not None:
            self._draft.note()

    def _send(self) -> None:
        entry, draft, typed = self._entry, self._draft, self.form.typed
        if entry is None or draft is None or self._writes.on_its_way(draft.subject):
            return
        what, trouble = self._trouble(typed)
        self.form.show_trouble(what, trouble)
        self.form.say("")
        if not trouble:
            self.cover()
            self._rest()
            work = self._work(entry, typed)
            self._writes.run(draft.subject, work, partial(self._sent, draft), partial(self._refuse, draft, entry))

    def _rest(self) -> None:
        """Qt would hand the focus on to anything when what has it rests."""
        if self._has_focus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.set_locked(True)

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _trouble(self, typed: tuple[Typed, ...]) -> tuple[What, str]:
        if self._asked is not None:
            return What.OTHER, "" if typed[0].words.strip() else NO_ANSWER
        return first_trouble(typed, self._today())

    def _work(self, entry: Entry, typed: tuple[Typed, ...]) -> Callable[[], tuple[tuple[Entry, ...], str]]:
        proposals, actor, asked = self._desk.keeping.proposals, self._desk.actor, self._asked
        values, words = all_proposed(entry, typed, self._today()), typed[0].words.strip()
        at_once = not {What.PHONE, What.HOURS, What.CLOSED}.isdisjoint(together(typed))

        def work() -> tuple[tuple[Entry, ...], str]:
            if asked is not None:
                return proposals.answer(actor, asked.id, words), ANSWERED
            entries = proposals.propose(actor, entry.id, values, words, saw(entry, values))
            return entries, REPORTED if at_once else TOLD

        return work

    def _sent(self, draft: FormDraft, told: tuple[tuple[Entry, ...], str]) -> None:
        """Somebody may have gone on to another place: what is typed there stays."""
        entries, sentence = told
        draft.drop()
        if self._is_in_front(draft):
            had_focus = self._has_focus()
            self.form.clear()
            self.form.hide()
            self.told.say(sentence)
            if had_focus:
                self.told.back.setFocus(Qt.FocusReason.OtherFocusReason)
        if draft is not self._draft:
            draft.deleteLater()
        self.reported.emit(entries)

    def _refuse(self, draft: FormDraft, entry: Entry, error: UserError) -> None:
        if self._is_in_front(draft):
            self.form.set_locked(False)
            self.form.say(error.sentence)
            if self.hasFocus():
                self.form.take_focus()
        if not self.isVisible() or not self._is_in_front(draft):
            self.refused.emit(f"{entry.name}: {error.sentence} {STILL_THERE}")

    def _is_in_front(self, draft: FormDraft) -> bool:
        return self._draft is not None and self._draft.subject == draft.subject

    def _leave(self) -> None:
        self.cover()
        self.left.emit()

    def _today(self) -> date:
        return self._desk.clock().astimezone(self._desk.city.zone).date()


def _beside_rule(panel: QWidget, column: QVBoxLayout) -> None:
    row = QHBoxLayout(panel)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(Rule("down"))
    row.addLayout(column, 1)
