"""What stands in the place of the outcomes, and that nothing typed there is lost."""

from PySide6.QtCore import QObject, Signal

from navigator.ui.ports import Desk
from navigator.ui.referrals.call_board import CallBoard
from navigator.ui.referrals.call_draft import Typing
from navigator.ui.referrals.forms.form import Form, Setting
from navigator.ui.referrals.forms.make import make_form
from navigator.ui.referrals.forms.told import CallForm
from navigator.ui.referrals.more_menu import MoreMenu
from navigator.ui.referrals.moves import moves_of
from navigator.ui.referrals.outcome_grid import OutcomeGrid
from navigator.ui.referrals.situation import Situation, Stage
from navigator.ui.referrals.standing import standing_of
from navigator.ui.referrals.standing_panel import StandingPanel


class ActForms(QObject):
    """`chosen` gives an Outcome, `acted` the key of another step, `saved` the form, `looked_again` to read anew."""

    chosen = Signal(object)
    acted = Signal(str)
    saved = Signal(object)
    looked_again = Signal()

    def __init__(self, desk: Desk, board: CallBoard, typing: Typing, *, writes: bool) -> None:
        super().__init__(board)
        self._desk, self._board, self._typing, self._writes = desk, board, typing, writes
        self._setting = Setting(board.theme, desk.clock, desk.city.zone)
        board.ground.changed.connect(self.keep)

    def show_stage(self) -> None:
        """What the stage of the referral has: the outcomes while it is called, else how it stands."""
        situation = self._board.situation
        if situation is None:
            return
        if situation.stage is Stage.CALLING and self._writes:
            self._show_grid()
        else:
            self._show_panel(situation)
        self._board.fit_act()

    def show_form(self, key: str) -> bool:
        """Opens the form of that key with what was typed into it before; False when there is no such form."""
        form = self._make(key) if key and self._writes else None
        if form is None:
            return False
        form.put(self._typing.fields(form.key))
        form.typed.connect(self.keep)
        form.saved.connect(lambda: self.saved.emit(form))
        form.left.connect(self.leave)
        form.looked_again.connect(self.looked_again)
        self._board.area.show_one(form)
        self._board.fit_act()
        self._take_focus()
        return True

    def show_more(self) -> None:
        situation = self._board.situation
        if situation is not None:
            menu = MoreMenu(self._board.theme, moves_of(situation.referral, self._desk.actor))
            menu.chosen.connect(self.acted)
            menu.left.connect(self.back)
            self._board.area.show_one(menu)
            self._take_focus()

    def keep(self) -> None:
        """What stands in the form goes into the draft."""
        form, board = self._board.area.form, self._board
        if self._writes:
            fields = form.contents() if form is not None else {}
            self._typing.keep(form.key if form else "", fields, board.ground.contents())

    def leave(self) -> None:
        """Goes back from a form; what was typed stays for the next time."""
        form = self._board.area.form
        self.keep()
        self.back()
        if form is not None and form.is_untouched:
            self._typing.drop_fields(form.key)
        self.keep()

    def back(self) -> None:
        self.show_stage()
        self._take_focus()

    def refuse(self, sentence: str, *, stale: bool) -> None:
        """Says where it was tried why nothing was written."""
        self._board.area.refuse(sentence, stale=stale)
        self._board.reveal_foot()

    def begin(self, *, anew: bool = False) -> None:
        """A form into which nothing was typed yet is about the running call; with `anew` any form is."""
        form = self._board.area.form
        if isinstance(form, CallForm) and (anew or form.is_untouched):
            form.begin(self._board.began_at)

    def _make(self, key: str) -> Form | None:
        board, situation = self._board, self._board.situation
        handoff = situation.handoff.handoff if situation is not None else None
        status = situation.referral.status if situation is not None else None
        return make_form(key, self._setting, board.dialled.number, board.began_at, handoff, status)

    def _show_grid(self) -> None:
        grid = OutcomeGrid(self._board.theme)
        grid.chosen.connect(self.chosen)
        grid.more_wanted.connect(self.show_more)
        grid.looked_again.connect(self.looked_again)
        self._board.area.show_one(grid)

    def _show_panel(self, situation: Situation) -> None:
        filled = not self._board.is_tried
        panel = StandingPanel(self._board.theme, standing_of(situation), filled=filled, writes=self._writes)
        panel.acted.connect(self.acted)
        panel.looked_again.connect(self.looked_again)
        self._board.area.show_one(panel)

    def _take_focus(self) -> None:
        self._board.area.take_focus()
        self._board.reveal()
