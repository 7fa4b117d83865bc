"""What one does for the directory from the card of a place: report a change, tell beds, answer the desk, edit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.visit import Visit
from navigator.resources.eligibility import judge
from navigator.resources.model import Entry
from navigator.resources.need import Need
from navigator.resources.search import Hit
from navigator.resources.stewardship.proposal import Proposal
from navigator.resources.stewardship.reported import ProposalState
from navigator.ui.directory.propose_panel import ProposePanel
from navigator.ui.find.aside import Aside
from navigator.ui.find.beds_popup import BedsPopup
from navigator.ui.find.detail_pane import DetailPane
from navigator.ui.find.result_row import Telling
from navigator.ui.find.visit_need import need_of
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from navigator.ui.writes import Writes


class DirectorySide(QWidget):
    """The detail pane, and in its place the report of a change.

    `changed` gives the entries as they are now; `edit_wanted` the id of the entry to edit; `asked` when what the desk
    asked was read anew; `refused` why something was not written that is no longer in front.
    """

    changed = Signal(object)
    edit_wanted = Signal(str)
    asked = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker, pane: DetailPane) -> None:
        super().__init__()
        self._desk, self._worker, self._pane = desk, worker, pane
        self._entry: Entry | None = None
        self._need: Need | None = None
        self._questions: dict[str, Proposal] = {}
        self._writes = Writes(worker, self)
        self._proposes = may(desk.actor.role, Permission.PROPOSE)
        self.report = ProposePanel(desk, theme, worker)
        self.beds = BedsPopup(theme, desk.actor.name, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(pane)
        self._stack.addWidget(self.report)
        self._connect()

    def aside_of(self, hit: Hit) -> Aside:
        """What stands on the card besides the place."""
        self._entry = hit.entry
        verdict = judge(hit.entry, self._need) if self._need is not None else None
        return Aside(verdict if verdict and verdict.rules else None, self._questions.get(hit.entry.id))

    def show_visit(self, visit: Visit | None) -> None:
        """What is known of the person is held here and nowhere else (S-02)."""
        today = self._desk.clock().astimezone(self._desk.city.zone).date()
        self._need = need_of(visit, today) if visit is not None else None

    def read_questions(self) -> None:
        """What the desk asked back about one's own reports."""
        if self._proposes:
            read = partial(self._desk.keeping.proposals.mine, self._desk.actor)
            self._worker.run(self, read, self._take_questions, _let_be)

    def show_card(self) -> None:
        """Another place was chosen: what is typed on the one before is kept."""
        if self._stack.currentWidget() is not self._pane:
            self.report.cover()
            self._stack.setCurrentWidget(self._pane)

    def take_changes(self, entries: Sequence[Entry]) -> None:
        """A report on a place that became secret meanwhile is not gone on with (S-13)."""
        if any(self.report.drops(entry) for entry in entries):
            self.show_card()

    def cover(self) -> None:
        self.beds.hide()
        self.report.cover()

    def _connect(self) -> None:
        self._pane.report_wanted.connect(self._report)
        self._pane.answer_wanted.connect(self._answer)
        self._pane.beds_wanted.connect(self._ask_beds)
        self._pane.edit_wanted.connect(self._edit)
        self.report.left.connect(self._leave_report)
        self.report.reported.connect(self._take_report)
        self.report.refused.connect(self.refused)
        self.beds.told.connect(self._tell_beds)

    def _report(self) -> None:
        if self._entry is not None:
            self._stack.setCurrentWidget(self.report)
            self.report.show_entry(self._entry)

    def _answer(self) -> None:
        question = self._questions.get(self._entry.id) if self._entry is not None else None
        if self._entry is not None and question is not None:
            self._stack.setCurrentWidget(self.report)
            self.report.show_question(self._entry, question)

    def _leave_report(self) -> None:
        self.show_card()
        self._pane.report.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_report(self, entries: tuple[Entry, ...]) -> None:
        self.changed.emit(entries)
        self.read_questions()

    def _ask_beds(self, digit: str) -> None:
        if self._entry is not None:
            unit = Telling(self._desk.clock(), self._desk.city.zone, self._desk.categories).unit(self._entry)
            self.beds.open_for(self._entry, unit or "bed", digit, self._pane.beds)
            self.beds.set_locked(self._writes.on_its_way(self._entry.id))

    def _tell_beds(self, entry_id: str) -> None:
        capacity = self.beds.capacity(self._desk.clock())
        tell = partial(self._desk.directory.report_capacity, self._desk.actor, entry_id, capacity)
        took, refused = partial(self._take_beds, entry_id), partial(self._refuse_beds, entry_id, self.beds.name)
        if self._writes.run(entry_id, tell, took, refused):
            self.beds.set_locked(True)

    def _take_beds(self, entry_id: str, entry: Entry) -> None:
        self.beds.tell_saved(entry_id)
        self.changed.emit((entry,))

    def _refuse_beds(self, entry_id: str, name: str, error: UserError) -> None:
        if not self.beds.tell_refusal(entry_id, error.sentence):
            self.refused.emit(f"{name}: {error.sentence}")

    def _edit(self) -> None:
        if self._entry is not None:
            self.edit_wanted.emit(self._entry.id)

    def _take_questions(self, mine: tuple[Proposal, ...]) -> None:
        found = {one.entry_id: one for one in mine if one.state is ProposalState.ASKED and one.entry_id}
        if found != self._questions:
            self._questions = found
            self.asked.emit()


def _let_be(_error: UserError) -> None:
    """The card is whole without it."""
