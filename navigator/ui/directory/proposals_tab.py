"""The tab "Proposals": what those who see the services reported, those that wait for the desk first (S-07)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from navigator.resources.ages import ago
from navigator.resources.stewardship.proposal import Proposal
from navigator.resources.stewardship.reported import ProposalState
from navigator.ui.directory.desk_tab import DeskTab
from navigator.ui.directory.due_words import listed
from navigator.ui.directory.empty import Empty
from navigator.ui.directory.proposal_pane import ProposalPane
from navigator.ui.ports import Desk
from navigator.ui.rows.table import Cell, Column, TableRow
from navigator.ui.rows.table_list import TableList
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker

COLUMNS = (Column("Service"), Column("State"), Column("From", 96), Column("Look at", 80))
WORDS_ALONE = "Words to the desk"


class ProposalsTab(DeskTab):
    """One row for each proposal that is not settled."""

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self._proposals: dict[object, Proposal] = {}
        self.table = TableList(theme, COLUMNS, name="Proposals")
        self.pane = ProposalPane(desk, theme, worker)
        empty = Empty(
            theme,
            "No proposal waits.",
            "What clinicians report in Find help with “Report a change…” stands here until you settle it.",
        )
        self._lay_out(self.table, self.pane, empty)
        self.table.chosen.connect(self._turn_to)
        self.table.opened.connect(self._enter)
        self._follow(self.pane)

    def _table(self) -> TableList:
        return self.table

    def _pane(self) -> QWidget:
        return self.pane

    def _flush(self) -> str:
        return self.pane.flush()

    def _press(self, _key: str) -> bool:
        return False

    def _reading(self) -> Callable[[], tuple[Proposal, ...]]:
        proposals, actor = self._desk.keeping.proposals, self._desk.actor
        return lambda: proposals.waiting(actor)

    def _take(self, answer: tuple[Proposal, ...]) -> None:
        self._proposals = {one.id: one for one in answer}
        self.counted.emit(len(answer))
        self.table.show_rows([self._row(one) for one in answer])
        self._turn_to(self.table.current_key)
        self._show_face(is_empty=not answer)

    def _show(self, key: object | None) -> None:
        proposal, before = self._proposals.get(key), self.pane.proposal
        if proposal is None:
            self.pane.forget()
        elif not self.pane.show_proposal(proposal) and before is not None:
            self.table.choose(before.id)

    def _enter(self, _key: object) -> None:
        self.pane.take_focus()

    def _row(self, proposal: Proposal) -> TableRow:
        asked = proposal.state is ProposalState.ASKED
        name = Cell(proposal.name or WORDS_ALONE, ink="text", weight=600)
        if asked:
            state = Cell("Asked back", "hourglass", "closing", "text", 500)
        elif proposal.entry_id is None:
            state = Cell("New service" if proposal.fields else "Words", "plus", "accent", "text", 500)
        else:
            state = Cell("Proposal", "message-square", "accent", "text", 500)
        told = Cell(f"{proposal.by}, {ago(proposal.at, self._desk.clock())}")
        return TableRow(proposal.id, (name, state, told, Cell(listed([one.label for one in proposal.fields]))))
