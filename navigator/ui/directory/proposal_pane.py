"""One proposal: who, when and in which words, what differs, and what the desk makes of it (S-07)."""

import json
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.model import Outcome
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.proposal import Proposal
from navigator.ui.directory.check_form import CheckForm
from navigator.ui.directory.difference_view import DifferenceView
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pane import Pane
from navigator.ui.directory.proposal_foot import ProposalFoot
from navigator.ui.directory.proposal_words import (
    differences_of,
    first_name,
    notes_of,
    proposed_by,
    standing,
)
from navigator.ui.find.fact_line import FactLine
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

NEW_SERVICE = "A new service. Taking it adds it to the directory."
WORDS_ALONE = "Words to the desk; nothing is to be changed by them alone."
_TICKED, _QUESTION, _REASON = "ticked", "question", "reason"


class ProposalPane(Pane):
    """`settled` by a proposal that was taken, asked back or turned down."""

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self.proposal: Proposal | None = None
        self.differences = DifferenceView(theme)
        self.form = CheckForm(theme, lambda: self._today, optional=True)
        self.foot = ProposalFoot(theme)
        self._stand((self.differences, Rule(), self.form), (self.foot,))
        self._connect()

    def show_proposal(self, proposal: Proposal) -> bool:
        """Shows it; what is shown already stays. False where what is typed about the one before cannot be kept."""
        if proposal == self.proposal:
            return True
        if self.flush():
            return False
        self.proposal = proposal
        self._fill(proposal)
        return True

    def take_focus(self) -> None:
        ticks = self.differences.ticks
        (ticks[0] if ticks else self.form.method).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, proposal: Proposal) -> None:
        found = self._begin_draft(DeskDraftKind.CHECK, proposal.id, self._content)
        chosen = json.loads(found[_TICKED]) if _TICKED in found else _unmoved(proposal)
        self.differences.show_differences(differences_of(proposal), chosen=chosen, notes=notes_of(proposal))
        self.differences.setVisible(bool(proposal.fields))
        self.form.begin(self._next_due(proposal), found)
        self.foot.begin(first_name(proposal), found.get(_QUESTION, ""), found.get(_REASON, ""))
        self._count()
        self.put(self._words_of(proposal), (*self.differences.ticks, *self.form.stops, *self.foot.stops))

    def _connect(self) -> None:
        self.differences.ticked.connect(self._note_ticks)
        self.form.typed.connect(self._note)
        self.foot.typed.connect(self._note)
        self.foot.taken.connect(self._take)
        self.foot.asked.connect(self._ask)
        self.foot.turned_down.connect(self._turn_down)

    def _words_of(self, proposal: Proposal) -> list[QWidget]:
        now, zone = self._desk.clock(), self._desk.city.zone
        told: list[QWidget] = [PaneHead(_name(proposal), proposed_by(proposal, now, zone))]
        if proposal.words:
            told.append(_well(self._theme, proposal.words))
        if proposal.answer:
            told.append(FactLine(self._theme, "message-square", f"The desk: {proposal.answer}"))
        if standing(proposal):
            told.append(FactLine(self._theme, "hourglass", standing(proposal), "closing"))
        if proposal.entry_id is None:
            told.append(FactLine(self._theme, "plus", NEW_SERVICE if proposal.fields else WORDS_ALONE))
        return told

    def _next_due(self, proposal: Proposal) -> date | None:
        """Of the entry; a new service has a day once it is there."""
        if proposal.entry_id is None:
            return None
        entry = self._desk.directory.entry(self._desk.actor, proposal.entry_id)
        return self._desk.keeping.checks.next_due_of(self._desk.actor, entry)

    def _take(self) -> None:
        proposal, chosen = self.proposal, self.differences.chosen
        if proposal is None or (self.form.is_checked and self.form.refuses(Outcome.CHANGED)):
            return
        check = self.form.check(Outcome.CHANGED, fields=chosen)
        over = {one.field: one.current for one in proposal.fields if one.moved and one.field in chosen}
        proposals, actor = self._desk.keeping.proposals, self._desk.actor
        self._write(_name(proposal), lambda: proposals.take(actor, proposal.id, chosen, check, over))

    def _ask(self, words: str) -> None:
        proposal, proposals, actor = self.proposal, self._desk.keeping.proposals, self._desk.actor
        if proposal is not None:
            self._write(_name(proposal), lambda: proposals.ask(actor, proposal.id, words))

    def _turn_down(self, words: str) -> None:
        proposal, proposals, actor = self.proposal, self._desk.keeping.proposals, self._desk.actor
        if proposal is not None:
            self._write(_name(proposal), lambda: proposals.turn_down(actor, proposal.id, words))

    def _let_go(self) -> None:
        super()._let_go()
        self.proposal = None

    def _lock(self, *, locked: bool) -> None:
        self.differences.set_locked(locked)
        self.form.set_locked(locked)
        self.foot.set_locked(locked)

    def _note_ticks(self) -> None:
        self._count()
        self._note()

    def _count(self) -> None:
        self.foot.show_count(len(self.differences.chosen), len(self.differences.rows))

    def _troubled(self, sentence: str) -> None:
        self.foot.say(sentence)

    def _content(self) -> Mapping[str, str]:
        unmoved = _unmoved(self.proposal) if self.proposal is not None else []
        chosen = list(self.differences.chosen)
        typed = {
            _QUESTION: self.foot.question.words.toPlainText(),
            _REASON: self.foot.reason.words.toPlainText(),
            _TICKED: json.dumps(chosen) if chosen != unmoved else "",
        }
        return dict(self.form.content()) | {key: text for key, text in typed.items() if text}


def _unmoved(proposal: Proposal) -> list[str]:
    """What is ticked at first: what nobody has changed since."""
    return [one.field for one in proposal.fields if not one.moved]


def _name(proposal: Proposal) -> str:
    return proposal.name or "Words to the desk"


def _well(theme: Theme, words: str) -> QWidget:
    """What its author wrote, in quotation marks."""
    well = Panel("well")
    row = QHBoxLayout(well)
    row.setContentsMargins(12, 11, 14, 11)
    row.setSpacing(10)
    row.addWidget(Icon(theme, "message-square", "text2", 18), alignment=Qt.AlignmentFlag.AlignVCenter)
    column = QVBoxLayout()
    column.addWidget(Text(f"“{words}”", wrap=True))
    row.addLayout(column, 1)
    return well
