"""Saving from the call screen: what was typed waits on the disk until it is known that it was written."""

from PySide6.QtCore import QObject, Signal

from navigator.referrals.referral import Referral
from navigator.ui.ports import Desk
from navigator.ui.referrals.call_acts import CallActs
from navigator.ui.referrals.call_board import CallBoard
from navigator.ui.referrals.call_draft import Typing
from navigator.ui.referrals.forms.form import Form
from navigator.ui.referrals.forms.told import CallForm, StepForm, Told
from navigator.ui.referrals.logged import logged_call


class CallSaves(QObject):
    """`moved` gives the referral as it is by now, `refused` the sentence why it is as it was."""

    moved = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, board: CallBoard, acts: CallActs, typing: Typing) -> None:
        super().__init__(board)
        self._desk, self._board, self._acts, self._typing = desk, board, acts, typing
        acts.moved.connect(self._settle)
        acts.refused.connect(self._stay)
        acts.writing.begun.connect(board.hold)
        acts.writing.ended.connect(board.let_go_on)

    def save(self, form: Form) -> None:
        """Writes down what the form says, or says in it what cannot be read."""
        wrong = form.wrong()
        form.refuse("")
        if wrong is not None:
            self._board.reveal_part(form.correct(wrong))
        elif isinstance(form, CallForm):
            self.log(form.whole())
        elif isinstance(form, StepForm) and self._board.situation is not None and not self._acts.busy:
            self._typing.mark()
            self._acts.move(self._board.situation, form.step(self._desk.clock()))

    def log(self, told: Told) -> None:
        board, ground = self._board, self._board.ground
        if board.situation is None or self._acts.busy:
            return
        call = logged_call(
            told,
            began_at=board.began_at,
            now=self._desk.clock(),
            number=board.dialled.number,
            without_identifiers=ground.without_identifiers,
        )
        self._typing.mark()
        self._acts.log(board.situation, call, told.then, ground.basis)

    def _settle(self, referral: Referral) -> None:
        """It is written: the call has ended, and what was typed about it is done with."""
        board = self._board
        if referral.id == board.referral_id:
            self._typing.settle()
            board.ground.put(self._typing.ground)
            board.trouble.say("")
            board.began_at = None
        self.moved.emit(referral)

    def _stay(self, sentence: str) -> None:
        self._typing.stay()
        self.refused.emit(sentence)
