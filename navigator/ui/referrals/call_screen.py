"""The call screen: a telephone script for one referral, one press per outcome, and what is still missing for warm."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Line
from navigator.referrals.warmth import Criterion
from navigator.ui.ports import Desk
from navigator.ui.referrals import call_face, moves
from navigator.ui.referrals.act_forms import ActForms
from navigator.ui.referrals.call_acts import CallActs
from navigator.ui.referrals.call_board import CallBoard
from navigator.ui.referrals.call_draft import Typing
from navigator.ui.referrals.call_saves import CallSaves
from navigator.ui.referrals.forms.told import NOBODY_ANSWERED
from navigator.ui.referrals.offer import read_offer
from navigator.ui.referrals.outcomes import FACES, Outcome
from navigator.ui.referrals.side_acts import SideActs
from navigator.ui.referrals.situation import Situation, Stage, read_situation
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker

_HELD_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CallScreen(CallBoard):
    """`left` asks for the list, `failed` says why nothing can be shown; handoff and consent give the referral's id."""

    left = Signal()
    failed = Signal(str)
    changed = Signal(str)
    help_wanted = Signal(str)
    plan_wanted = Signal(str)
    handoff_wanted = Signal(str)
    consent_wanted = Signal(str)
    visit_wanted = Signal(str)

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme)
        self._casework = casework
        self._acts = CallActs(desk, casework, worker, self)
        self._typing = Typing(casework.drafts, desk.actor, worker, self)
        self._forms = ActForms(desk, self, self._typing, writes=self.writes)
        self._saves = CallSaves(desk, self, self._acts, self._typing)
        self._marks = SideActs(self, self._acts)
        self._unsaid = ""
        self._steps = self._other_steps()
        self._connect()

    def open(self, referral_id: str) -> None:
        """Shows a referral; one that can be called begins its call at once. What cannot be kept is not left."""
        if referral_id != self.referral_id and not self._may_leave():
            return
        situation = self._read(referral_id)
        if situation is None:
            return
        if referral_id != self.referral_id:
            self._put_down()
        self.situation = situation
        self._take_up(situation)
        self.show_call()
        self._show_all()
        if not self._forms.show_form(self._typing.form):
            self._forms.back()

    def put_away(self) -> bool:
        """Whether nothing is shown any more: what cannot be kept stays, with the sentence that says so.

        A call that nothing was written about has not been made.
        """
        if not self._may_leave():
            return False
        self._put_down()
        self.situation = None
        return True

    def refresh(self) -> None:
        """Reads everything again; what is being typed stays."""
        if self._catch_up() and self.area.form is None and self.area.menu is None:
            focused = self.area.isAncestorOf(self.window().focusWidget() or self)
            self._forms.show_stage()
            if focused:
                self.area.take_focus()

    def _catch_up(self) -> bool:
        situation = self._read(self.referral_id) if self.situation else None
        if situation is not None:
            self.situation = situation
            self._show_all()
        return situation is not None

    def _show_all(self) -> None:
        self.show_situation()
        if self.situation is not None and self.situation.stage is Stage.CALLING and self.writes:
            self.ground.offer(read_offer(self._casework, self._desk.actor, self.situation))

    def go_on(self, began_at: datetime | None) -> None:
        """The call went on while something stood in front of it."""
        self.began_at = began_at
        self._show_all()

    def cover(self) -> None:
        """Keeps what was typed before casework is closed."""
        self._typing.flush()
        self.end_call()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Digits are outcomes wherever nothing is typed; Esc leads back to the list."""
        place = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif 0 <= place < len(FACES) and not event.modifiers() & _HELD_KEYS and self.area.grid is not None:
            if not event.isAutoRepeat():
                self._choose(FACES[place].outcome)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.refresh()
        self._forms.begin()
        unsaid, self._unsaid = self._unsaid, ""
        if unsaid:
            self._refuse(unsaid)

    def _may_leave(self) -> bool:
        """What is being written is waited for; what is typed must be on the disk."""
        sentence = self._typing.flush()
        if sentence:
            self.show_call()
            self.say_foremost(sentence)
        return not sentence and not self._acts.busy

    def _read(self, referral_id: str) -> Situation | None:
        try:
            return read_situation(self._desk, self._casework, referral_id)
        except UserError as error:
            self.failed.emit(error.sentence)
            return None

    def _put_down(self) -> None:
        self._typing.put_down()
        self.began_at, self.dialled = None, Line("")
        self.side.close_editor()
        self.trouble.say("")

    def _take_up(self, situation: Situation) -> None:
        """A form that was typed into before is about the call of then; else a new call begins."""
        if self.writes and situation.referral.id != self._typing.referral_id:
            self._typing.take_up(situation.referral.id)
            self.ground.put(self._typing.ground)
        if not self.dialled.number:
            self.dialled = call_face.first_line(situation)
        if situation.stage is Stage.CALLING and self.writes and self.dialled.number and not self._typing.form:
            self.began_at = self.began_at or self._desk.clock()

    def _choose(self, outcome: Outcome) -> None:
        """No answer on the running call is all there is to say of it; anything else has its form."""
        if self._acts.busy:
            return
        self.show_call()
        if outcome is Outcome.NO_ANSWER and self.began_at is not None:
            self._saves.log(NOBODY_ANSWERED)
        else:
            self._forms.show_form(outcome)

    def _act(self, key: str) -> None:
        """A button of the panel or a line of "More": a step of its own, or a form."""
        step = self._steps.get(key)
        if self.situation is None or self._acts.busy:
            return
        if step is not None:
            step(self.situation)
        else:
            self._forms.show_form(key)

    def _other_steps(self) -> Mapping[str, Callable[[Situation], None]]:
        return {
            moves.MORE: lambda _situation: self._forms.show_more(),
            moves.HANDOFF: lambda situation: self.handoff_wanted.emit(situation.referral.id),
            moves.PLAN: lambda situation: self.plan_wanted.emit(situation.visit.id),
            moves.DISCARD: self._acts.discard,
            moves.FETCH_BACK: self._acts.fetch_back,
            moves.START_AGAIN: self._acts.start_again,
            moves.SETTLE: self._acts.settle,
        }

    def _move_on(self, referral: Referral) -> None:
        """It is written: the form goes, the next step has the focus."""
        if referral.id == self.referral_id:
            if self.isVisible():
                self._catch_up()
                self._forms.show_stage()
                self._focus_next()
            else:
                self._forms.show_stage()
        self.changed.emit(referral.visit_id)

    def _focus_next(self) -> None:
        if self.is_tried and not self.next.isHidden():
            self.next.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.area.take_focus()
            self.reveal()

    def _begin(self, referral: Referral) -> None:
        self.changed.emit(referral.visit_id)
        if self.isVisible():
            self.open(referral.id)

    def _look(self) -> None:
        """Somebody else's change is read; the form stays with what was typed."""
        self.area.refuse("")
        self.refresh()

    def _refuse(self, sentence: str) -> None:
        """Said where it was tried; what fails while another page is in front is said when this one is again."""
        self._unsaid = "" if self.isVisible() else sentence
        stale = self.isVisible() and self._is_stale()
        self._forms.refuse(sentence, stale=stale)

    def _is_stale(self) -> bool:
        fresh = self._read(self.referral_id)
        return fresh is not None and self.situation is not None and fresh.referral.seen != self.situation.referral.seen

    def _add_criterion(self, criterion: Criterion) -> None:
        """The call is where somebody is reached and says yes."""
        self.show_call()
        if criterion is Criterion.ACCEPTED and self.area.grid is not None:
            self._choose(Outcome.ACCEPTED)
        else:
            self.area.take_focus()

    def _refuse_handoff(self, sentence: str) -> None:
        """What somebody else wrote is read, so that saving once more adds to it."""
        self.side.refuse(sentence)
        if self.isVisible():
            self._catch_up()

    def _refuse_settling(self, sentence: str) -> None:
        """What is open by now is shown, so that the next press closes nothing that nobody saw."""
        if self.isVisible():
            self.refresh()
        self._refuse(sentence)

    def _go_on_with_handoff(self) -> None:
        """The focus goes to what is still missing, else to the next step."""
        self._reread()
        if not self.side.focus_missing():
            self.show_call()
            self.area.take_focus()

    def _reread(self) -> None:
        if self.situation is not None:
            self.changed.emit(self.situation.visit.id)
        if self.isVisible():
            self.refresh()

    def _go_next(self) -> None:
        situation = self.situation
        following = situation.next_one if situation else None
        if following is not None:
            self.open(following.id)
        else:
            self.help_wanted.emit(self.visit_id)

    def _restart(self) -> None:
        self.began_at = self._desk.clock()
        self.show_situation()
        self._forms.begin(anew=True)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.open)
        self.tabs.add_wanted.connect(lambda: self.help_wanted.emit(self.visit_id))
        self.tabs.list_wanted.connect(self.left)
        self.ground.consent_wanted.connect(lambda: self.consent_wanted.emit(self.referral_id))
        self.head.restarted.connect(self._restart)
        self.next.acted.connect(self._go_next)
        self.side.wanted.connect(self._add_criterion)
        self.side.visit_wanted.connect(lambda: self.visit_wanted.emit(self.visit_id))
        self._typing.troubled.connect(self.trouble.say)
        self._forms.chosen.connect(self._choose)
        self._forms.acted.connect(self._act)
        self._forms.saved.connect(self._saves.save)
        self._forms.looked_again.connect(self._look)
        self._saves.moved.connect(self._move_on)
        self._acts.begun.connect(self._begin)
        self._acts.settled.connect(self._reread)
        self._acts.unhanded.connect(self._refuse_handoff)
        self._acts.unsettled.connect(self._refuse_settling)
        self._marks.handed.connect(self._go_on_with_handoff)
        self._saves.refused.connect(self._refuse)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: self.tabs.row.step(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: self.tabs.row.step(-1))
