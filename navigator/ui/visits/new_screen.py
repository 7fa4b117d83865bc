"""The screen that starts a visit: as few keys as there can be, and whoever was seen before is known again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.visit import Visit
from navigator.ui.clock_words import moment_words
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.isolated import isolated
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.form import VisitForm
from navigator.ui.visits.handing_over import handed_over
from navigator.ui.visits.heading import Heading
from navigator.ui.visits.returning import Returning
from navigator.ui.visits.screen import Screen
from navigator.ui.visits.typed import Typed, facts_of, identity_of, restored, time_text
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Rule
from navigator.ui.worker import Worker


class NewScreen(Screen):
    """`started` gives the visit and what its form shows; `left` goes back, and what was typed is kept; `person_wanted`
    gives the id of somebody seen before."""

    started = Signal(object, object)
    person_wanted = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self._desk, self._casework, self._worker = desk, casework, worker
        self._begun = self._saving = self._start_wanted = self._typed_meanwhile = False
        self.heading = Heading(theme, "New visit")
        self.form = VisitForm(theme, desk.clock, desk.city, "beside")
        self.start = Button(
            theme, "Start the visit", "primary", icon="check", shortcut="Ctrl+S", height=sizes.MAIN_ACTION
        )
        self.trouble, self._unkept = Trouble(theme), Trouble(theme)
        self._keeper = DraftKeeper(casework.drafts, desk.actor, worker, DraftKind.VISIT, NEW, self)
        self.returning = Returning(self.form, casework.visits, desk.actor, worker, desk.clock, desk.city.zone)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Shows what was typed before, here or before a crash, else an empty form that arrives now."""
        if not self._begun:
            self._restore()
        self.take_focus()

    def refresh(self) -> None:
        """As long as nothing is typed, the visit arrives when it is looked at."""
        if not self._begun:
            self._show_empty()

    def say_what_follows(self, name: str) -> None:
        """What starting this visit leads to: a referral to the place of that `name`; "": to nothing yet."""
        self.heading.say_under(f"Next: the referral to {isolated(name)}" if name else "")

    def say(self, sentence: str) -> None:
        self.trouble.say(sentence)

    def put_down(self) -> str:
        return self._keeper.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _focus_next(self) -> None:
        if self._start_wanted and self.returning.panel.is_open:
            self.returning.panel.take_focus()
        else:
            self.form.take_focus()

    def _connect(self) -> None:
        self.heading.left.connect(self.left)
        self.heading.acted.connect(self._start_over)
        self.form.changed.connect(self._take_down)
        self.form.submitted.connect(self._start)
        self.start.clicked.connect(self._start)
        self.returning.panel.looked_at.connect(self.person_wanted)
        self.returning.looked.connect(self._start_if_wanted)
        self.returning.answered.connect(self._go_on)
        self.returning.failed.connect(self._stay)
        self._keeper.troubled.connect(self._unkept.say)

    def _restore(self) -> None:
        draft = self._casework.drafts.find(self._desk.actor, DraftKind.VISIT, NEW)
        if draft is None:
            self._show_empty()
            return
        self._begun = True
        self.form.fill(restored(Typed(), draft.content))
        since = moment_words(draft.saved_at, self._desk.clock(), self._desk.city.zone)
        self.heading.remark(f"Restored from {since}.")
        self.returning.look_up()

    def _show_empty(self) -> None:
        now = self._desk.clock().replace(second=0, microsecond=0)
        self._begun = False
        self.returning.forget()
        self.form.fill(Typed(arrived=time_text(now)))
        self.form.forget_troubles()
        self.trouble.say("")
        self.heading.remark("")

    def _start_over(self) -> None:
        self._keeper.drop()
        self._show_empty()
        self.take_focus()

    def _take_down(self) -> None:
        """Something was typed: it is kept."""
        self._start_wanted = False
        self.trouble.say("")
        self.returning.follow()
        self._keep()

    def _keep(self) -> None:
        self._begun, self._typed_meanwhile = True, self._saving
        self._keeper.typed(self.form.typed.beside(Typed()))

    def _go_on(self) -> None:
        """After the answer: on with the start that waited for it, else to what is still missing."""
        self._keep()
        if self._start_wanted:
            self._start()
        elif not self.form.go_to_missing():
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        self.trouble.say("")
        if self._saving or not self.form.check():
            return
        self.returning.look_up()
        self._start_wanted = True
        self._start_if_wanted()

    def _start_if_wanted(self) -> None:
        """Waits until it is known whether the person was seen before, and for the answer if they may have been."""
        if not self._start_wanted or self.returning.is_looking:
            return
        if self.returning.panel.is_open:
            self.returning.panel.ask()
            self.take_focus()
        else:
            self._start_wanted = False
            self._save(self.form.typed)

    def _stay(self) -> None:
        """Nobody could be looked up: that is read before anything is started."""
        self._start_wanted = False

    def _save(self, typed: Typed) -> None:
        self._saving, self._typed_meanwhile = True, False
        mark = self._keeper.mark()
        visits, actor = self._casework.visits, self._desk.actor
        self._worker.run(
            self,
            lambda: visits.open(actor, facts_of(typed), identity_of(typed), typed.person_id),
            lambda visit: self._hand_over(visit, typed, mark),
            self._refuse,
        )

    def _hand_over(self, visit: Visit, sent: Typed, mark: int) -> None:
        """What was typed while it was saved goes on in the form of the visit."""
        self._saving = False
        typed = handed_over(visit, sent, self.form.typed)
        self._keeper.drop() if self._typed_meanwhile else self._keeper.forget(mark)
        self._show_empty()
        self.say_what_follows("")
        self.started.emit(visit, typed)

    def _refuse(self, error: UserError) -> None:
        self._saving = False
        self._keep()
        self.trouble.say(error.sentence)

    def _lay_out(self) -> None:
        foot = self.form.foot
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(Rule())
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 10, 24, 12)
        inside.setSpacing(8)
        for widget in (self.trouble, self._unkept, self.start):
            inside.addWidget(widget)
        foot.addLayout(inside)
        self.form.order()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.form, 1)
