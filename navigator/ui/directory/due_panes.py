"""The pane beside what is due: the one that fits the reason of the chosen entry."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from navigator.resources.stewardship.beds import BedLine
from navigator.resources.stewardship.due import Due
from navigator.resources.stewardship.proposal import Proposal
from navigator.resources.stewardship.quarantine import Waiting
from navigator.resources.stewardship.reasons import Why
from navigator.ui.directory.alert_pane import AlertPane
from navigator.ui.directory.beds_pane import BedsPane
from navigator.ui.directory.check_pane import CheckPane
from navigator.ui.directory.proposal_pane import ProposalPane
from navigator.ui.directory.text_pane import TextPane
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker

type _Fitting = CheckPane | ProposalPane | BedsPane | AlertPane | TextPane


@dataclass(frozen=True)
class Owed:
    """What is due, and what the panes of some of it need."""

    due: tuple[Due, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    beds: tuple[BedLine, ...] = ()
    texts: tuple[Waiting, ...] = ()


class DuePanes(QStackedWidget):
    """`settled`, `went_on` and `refused` as of a pane; where more of the same entry may wait it went on.

    `change_wanted` gives the entry that is to be edited.
    """

    settled = Signal(object)
    went_on = Signal(object)
    refused = Signal(str)
    change_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self.check = CheckPane(desk, theme, worker)
        self.proposal = ProposalPane(desk, theme, worker)
        self.beds = BedsPane(desk, theme, worker)
        self.alert = AlertPane(desk, theme, worker)
        self.texts = TextPane(desk, theme, worker)
        self.check.change_wanted.connect(self.change_wanted)
        for pane in self._panes():
            pane.settled.connect(self.went_on if pane is self.texts else self.settled)
            pane.went_on.connect(self.went_on)
            pane.refused.connect(self.refused)
            self.addWidget(pane)

    def show_due(self, due: Due | None, owed: Owed) -> bool:
        """Shows the pane for it. False where what is typed about the one before cannot be kept: that one stays."""
        if due is None:
            self.forget()
            return True
        if self.flush():
            return False
        pane, shown = self._fitting(due, owed)
        if shown:
            self._leave_others(pane)
            self.setCurrentWidget(pane)
        return shown

    def show_check(self, due: Due) -> bool:
        """Shows the telephone script, whatever else the entry wants."""
        if self.flush():
            return False
        shown = self.check.show_due(due)
        if shown:
            self._leave_others(self.check)
            self.setCurrentWidget(self.check)
        return shown

    def forget(self) -> None:
        for pane in self._panes():
            pane.forget()

    def flush(self) -> str:
        return next((said for pane in self._panes() if (said := pane.flush())), "")

    def press(self, key: str) -> bool:
        pane = self.currentWidget()
        return isinstance(pane, CheckPane | BedsPane) and pane.press(key)

    def take_focus(self) -> None:
        next(pane for pane in self._panes() if pane is self.currentWidget()).take_focus()

    def set_narrow(self, narrow: bool) -> None:
        self.check.set_narrow(narrow)

    def _fitting(self, due: Due, owed: Owed) -> tuple[_Fitting, bool]:
        proposal = next((one for one in owed.proposals if one.entry_id == due.entry_id), None)
        bed = next((one for one in owed.beds if one.entry_id == due.entry_id), None)
        texts = tuple(one for one in owed.texts if one.entry_id == due.entry_id)
        if due.why is Why.PROPOSAL and proposal is not None:
            return self.proposal, self.proposal.show_proposal(proposal)
        if due.why is Why.BEDS_OLD and bed is not None:
            return self.beds, self.beds.show_line(bed)
        if due.why is Why.ALERT_ENDS:
            return self.alert, self.alert.show_entry(due.entry_id)
        if due.why is Why.TEXT_WAITS and texts:
            return self.texts, self.texts.show_texts(texts)
        return self.check, self.check.show_due(due)

    def _leave_others(self, shown: _Fitting) -> None:
        for pane in self._panes():
            if pane is not shown:
                pane.forget()

    def _panes(self) -> Sequence[_Fitting]:
        return (self.check, self.proposal, self.beds, self.alert, self.texts)
