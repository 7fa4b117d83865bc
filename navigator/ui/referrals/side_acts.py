"""What is added to the handoff in the right pane of the call screen, and saved at once."""

from PySide6.QtCore import QObject, Signal

from navigator.referrals.handoff import Handoff
from navigator.ui.referrals.call_acts import CallActs
from navigator.ui.referrals.call_board import CallBoard

ONE_MOMENT = "Something else is being saved. Choose it once more."


class SideActs(QObject):
    """`handed` once it is saved."""

    handed = Signal()

    def __init__(self, board: CallBoard, acts: CallActs) -> None:
        super().__init__(board)
        self._board, self._acts = board, acts
        board.side.told.connect(self._save)
        acts.handed.connect(self._take)

    def _save(self, handoff: Handoff) -> None:
        situation = self._board.situation
        if situation is not None and not self._acts.save_handoff(situation, handoff):
            self._board.side.refuse(ONE_MOMENT)

    def _take(self, _saved: object) -> None:
        self._board.side.close_editor()
        self.handed.emit()
