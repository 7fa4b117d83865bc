"""The call screen: a telephone script for one referral, one press per outcome, and what is still missing for warm."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.handoff import Handoff
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Line
from navigator.referrals.warmth import Criterion
from navigator.ui.ports import Desk
from navigator.ui.referrals import call_face, moves
from navigator.ui.referrals.act_forms import ActForms
from navigator.ui.referrals.call_acts import CallActs
from navigator.ui.referrals.call_board import CallBoard
from navigator.ui.referrals.call_draft import Typing
from navigator.ui.referrals.forms.form import Form
from navigator.ui.referrals.forms.told import NOBODY_ANSWERED, CallForm, StepForm, Told
from navigator.ui.referrals.outcomes import FACES, Outcome
from navigator.ui.referrals.situation import Situation, Stage, read_situation
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker

_HELD_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CallScreen(CallBoard):
    """`left` asks for the list, `failed` says why nothing can be shown. `handoff_wanted` gives the referral's id, the
    others the visit's.
    """

    left = Signal()
    failed = Signal(str)
    changed = Signal(str)
    help_wanted = Signal(str)
    plan_wanted = Signal(str)
    handoff_wanted = Signal(str)
    visit_wanted = Signal(str)

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme)
        self._casework = casework
        self._acts = CallActs(desk, casework, worker, self)
        self._typing = Typing(casework.drafts, desk.actor, worker, self)
        self._forms = ActForms(desk, self, self._typing, writes=self.writes)
        self._steps = self._other_steps()
        self._connect()

    def open(self, referral_id: str) -> None:
        """Shows a referral; one that can be called begins its call at once."""
        situation = self._read(referral_id)
        if situation is None:
            return
        if referral_id != self.referral_id:
            self._put_down()
        self.situation = situation
        self._take_up(situation)
        self.show_call()
        self.show_situation()
        if not self._forms.show_form(self._typing.form):
            self._forms.back()

    def put_away(self) -> None:
        """Nothing is shown any more; a call that nothing was written about has not been made."""
        self._put_down()
        self.situation = None

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
            self.show_situation()
        return situation is not None

    def cover(self) -> None:
        """Keeps what was typed before casework is closed."""
        self._typing.flush()

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
        """The draft of an earlier sitting goes on with its own call; else a new call begins."""
        if self.writes and situation.referral.id != self._typing.referral_id:
            self._typing.take_up(situation.referral.id)
            self.ground.put(self._typing.ground)
        if not self.dialled.number:
            self.dialled = call_face.first_line(situation)
        if situation.stage is Stage.CALLING and self.writes:
            self.began_at = self.began_at or self._typing.began_at or self._desk.clock()

    def _choose(self, outcome: Outcome) -> None:
        self.show_call()
        if outcome is Outcome.NO_ANSWER:
            self._log(NOBODY_ANSWERED)
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

    def _save(self, form: Form) -> None:
        wrong = form.wrong()
        form.refuse(wrong)
        if wrong:
            self.reveal_foot()
        if wrong or self.situation is None or self._acts.busy:
            return
        if isinstance(form, CallForm):
            self._log(form.told(self._desk.clock()))
        elif isinstance(form, StepForm):
            self._typing.forget()
            self._acts.move(self.situation, form.step(self._desk.clock()))

    def _log(self, told: Told) -> None:
        if self.situation is None or self._acts.busy:
            return
        self._typing.forget()
        self._acts.log(
            self.situation,
            told,
            began_at=self.began_at,
            number=self.dialled.number,
            without_identifiers=self.ground.without_identifiers,
            basis=self.ground.basis,
        )

    def _move_on(self, referral: Referral) -> None:
        """It is written: the call has ended, the form goes, the next step has the focus."""
        if referral.id == self.referral_id:
            self._typing.clear()
            self.ground.put({})
            self.began_at = None
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
        if self.side.editor is not None:
            self.side.refuse(sentence)
            if self.isVisible():
                self._catch_up()  # so that saving once more adds to what somebody else wrote
            return
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

    def _save_handoff(self, handoff: Handoff) -> None:
        if self.situation is not None:
            self._acts.save_handoff(self.situation, handoff)

    def _take_handoff(self, _saved: object) -> None:
        """The focus goes to what is still missing, else to the next step."""
        self.side.close_editor()
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
        elif situation is not None:
            self.help_wanted.emit(situation.visit.id)

    def _add(self) -> None:
        if self.situation is not None:
            self.help_wanted.emit(self.situation.visit.id)

    def _show_visit(self) -> None:
        if self.situation is not None:
            self.visit_wanted.emit(self.situation.visit.id)

    def _restart(self) -> None:
        self.began_at = self._desk.clock()
        self.show_situation()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.open)
        self.tabs.add_wanted.connect(self._add)
        self.tabs.list_wanted.connect(self.left)
        self.head.restarted.connect(self._restart)
        self.next.acted.connect(self._go_next)
        self.side.wanted.connect(self._add_criterion)
        self.side.told.connect(self._save_handoff)
        self.side.visit_wanted.connect(self._show_visit)
        self._typing.troubled.connect(self.trouble.say)
        self._forms.chosen.connect(self._choose)
        self._forms.acted.connect(self._act)
        self._forms.saved.connect(self._save)
        self._forms.looked_again.connect(self._look)
        self._acts.moved.connect(self._move_on)
        self._acts.begun.connect(self._begin)
        self._acts.settled.connect(self._reread)
        self._acts.handed.connect(self._take_handoff)
        self._acts.refused.connect(self._refuse)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: self.tabs.row.step(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: self.tabs.row.step(-1))
