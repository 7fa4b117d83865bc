"""The screen of one visit: who and since when, its form, and beside it what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import Draft
from navigator.referrals.visit import Visit
from navigator.referrals.visits import CHANGED
from navigator.ui.clock_words import moment_words
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.closing import Closing
from navigator.ui.visits.editor import Editor
from navigator.ui.visits.ending import ENDING
from navigator.ui.visits.heading import Heading
from navigator.ui.visits.next_step import NextStep, Way
from navigator.ui.visits.screen import Screen
from navigator.ui.visits.side import Side
from navigator.ui.visits.signed_below import SignedBelow
from navigator.ui.visits.telling import headline
from navigator.ui.visits.typed import Typed, labels_of, restored, typed_of
from navigator.ui.visits.visit_draft import REVISION, VisitDraft
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Rule
from navigator.ui.worker import Worker


class VisitScreen(Screen):
    """`changed` gives the visit after every save; `taken` a `NextStep` other than the end; `left` goes back; `rested`
    says that nothing is being saved any longer; `person_wanted` gives the id of the person."""

    changed = Signal(object)
    taken = Signal(object)
    left = Signal()
    rested = Signal()
    person_wanted = Signal(str)

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self._desk, self._casework = desk, casework
        self._visit: Visit | None = None
        self._mark, self._typed_meanwhile = 0, False
        self._draft = VisitDraft(desk, casework.drafts, worker, self)
        self._closing = Closing(casework.visits, desk.actor, worker, self)
        self._writes = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self.heading, self.unkept = Heading(theme), Trouble(theme)
        self.editor = Editor(desk, casework.visits, theme, worker)
        self._side, self.below = Side(desk, theme), SignedBelow(desk, casework, theme, worker)
        self.pane, self.ending = self._side.pane, self._side.ending
        self._lay_out()
        self._connect()
        self._open_fields()

    @property
    def visit(self) -> Visit | None:
        return self._visit

    @property
    def has_unsaved(self) -> bool:
        return self.editor.is_changed or self._side.is_ending

    @property
    def is_saving(self) -> bool:
        """What comes of it belongs to the visit that is shown: no other may be shown until then."""
        return self.editor.is_saving or self._closing.is_writing

    def show_visit(self, visit: Visit, typed: Typed | None = None) -> None:
        """Shows it with what was typed and not saved: by the draft, or `typed` where it was just started."""
        draft = self._draft.take_up(visit)
        self._mark, self._typed_meanwhile = 0, False
        self.unkept.say("")
        self.heading.remark("")
        self._take(visit)
        self.ending.show_visit(visit)
        if draft is not None and self.below.is_signed:
            self.below.put_over(draft.content)
            self._draft.drop()
            draft = None
        if draft is None:
            self.editor.show_visit(visit, typed)
            self._side.show_pane()
            self._take_down_what_is_left()
        else:
            self._restore(visit, draft)
        self.below.heed(unsaved=self.has_unsaved)
        self.take_focus()

    def refresh(self) -> None:
        """What may have changed meanwhile: the referrals and papers, and in another window the visit itself."""
        if self._visit is None or self.is_saving:
            return
        self.put_down()
        newest = self._casework.visits.visit(self._desk.actor, self._visit.id)
        if newest.revision != self._visit.revision and self.has_unsaved:
            self.editor.say(CHANGED)
            return
        if newest.revision != self._visit.revision:
            self.editor.show_visit(newest)
        self._take(newest)

    def say(self, sentence: str) -> None:
        self.pane.trouble.say(sentence)

    def put_down(self) -> str:
        return self.below.flush() or (self._draft.flush() if self.has_unsaved else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._side.fit(self.window().width())

    def _focus_next(self) -> None:
        self._side.take_focus()

    def _take(self, visit: Visit) -> None:
        """The visit as it is now, everywhere but in the form."""
        self._visit = visit
        self.heading.person.show()
        self.heading.title.setText(visit.person.called)
        self.heading.say_under(headline(visit, self._desk.clock(), self._desk.city))
        self.ending.take_visit(visit)
        self._show_beside(visit)

    def _show_beside(self, visit: Visit) -> None:
        """After a save the station may be locked already; it is read again when the page is shown again."""
        actor = self._desk.actor
        try:
            referrals = self._casework.referrals.of_visit(actor, visit.id)
            papers = self._casework.register.of_visits(actor, [visit.id])
            self.below.take(visit, unsaved=self.has_unsaved)
        except UserError as error:
            self.say(error.sentence)
        else:
            self.say("")
            self.pane.show_visit(visit, referrals, papers)
            self._open_fields()

    def _open_fields(self) -> None:
        """What is signed does not change (P-17)."""
        self.editor.open_fields(self._writes and not self.below.is_signed)
        self.pane.close_end(closed=self.below.is_signed)

    def _restore(self, visit: Visit, draft: Draft) -> None:
        self.editor.show_visit(visit, restored(typed_of(visit), draft.content))
        ending = {name: text for name, text in draft.content.items() if name.startswith(ENDING)}
        self._side.show_ending(visit, ending) if ending and visit.is_open else self._side.show_pane()
        fields = labels_of(draft.content) or "how it ended"
        since = moment_words(draft.saved_at, self._desk.clock(), self._desk.city.zone)
        self.heading.remark(f"Restored from {since}: {fields}.")
        if draft.content.get(REVISION) != str(visit.revision):
            self.editor.tell("This visit was saved again since you typed that. Look at both before you save.")

    def _start_over(self) -> None:
        if self._visit is None:
            return
        self._draft.drop()
        self.heading.remark("")
        self.editor.show_visit(self._visit)
        self._side.show_pane()
        self.editor.form.take_focus()

    def _take_down(self) -> None:
        """Keeps what is typed; when all of it was taken back, nothing."""
        visit = self._visit
        if visit is None:
            return
        self.below.heed(unsaved=self.has_unsaved)
        self._typed_meanwhile = self.is_saving
        if self.has_unsaved or self.is_saving:
            content = {**self.editor.form.typed.beside(self.editor.base), **self._side.typed}
            self._draft.keep(content, visit.revision)
        else:
            self.heading.remark("")
            self._draft.drop()

    def _mark_sent(self) -> None:
        """What is typed up to now is being saved."""
        self._mark, self._typed_meanwhile = self._draft.mark(), False

    def _take_down_what_is_left(self) -> None:
        """What is still unsaved after something was saved: with the save, the service dropped the draft."""
        self._draft.forget(self._mark)
        if self.has_unsaved or self._typed_meanwhile:
            self._take_down()

    def _open_person(self) -> None:
        if self._visit is not None:
            self.person_wanted.emit(self._visit.person.id)

    def _take_step(self, step: NextStep) -> None:
        if step.way is Way.END:
            self._side.show_ending(self._visit, self.ending.chosen)
            self.take_focus()
        else:
            self.taken.emit(step)

    def _leave_ending(self) -> None:
        self._side.show_pane()
        self._take_down()
        self.take_focus()

    def _save(self, visit: Visit) -> None:
        self._take(visit)
        self.heading.remark("")
        self._take_down_what_is_left()
        self.changed.emit(visit)

    def _end(self) -> None:
        """The changed facts are saved first: ending drops the draft of the whole visit."""
        self.editor.save_and(self._end_now)

    def _end_now(self) -> None:
        visit, ending = self._visit, self.ending.ending
        if visit is not None and ending is not None:
            self._mark_sent()
            self._closing.end(visit, ending)

    def _reopen(self) -> None:
        if self._visit is not None:
            self._mark_sent()
            self._closing.reopen(self._visit)

    def _refuse(self, sentence: str) -> None:
        self.ending.say(sentence) if self._side.is_ending else self.editor.say(sentence)
        self._take_down()
        self._rest()

    def _show_end(self, visit: Visit) -> None:
        """Ended, or reopened: the form beside it stays as it is."""
        typed = self.editor.form.typed if self.editor.is_changed else None
        self._side.show_pane()
        self.editor.show_visit(visit, typed)
        self._save(visit)
        self.take_focus()
        self._rest()

    def _rest(self) -> None:
        if not self.is_saving:
            self.rested.emit()

    def _look_again(self) -> None:
        if self._visit is None:
            return
        try:
            newest = self._casework.visits.visit(self._desk.actor, self._visit.id)
        except UserError as error:
            self.say(error.sentence)
            return
        self.editor.set_beside(newest)
        self._take(newest)
        if not newest.is_open:
            self._side.show_pane()
        self._take_down()

    def _connect(self) -> None:
        self.heading.left.connect(self.left)
        self.heading.person.clicked.connect(self._open_person)
        self.heading.acted.connect(self._start_over)
        self.editor.changed.connect(self._take_down)
        self.editor.submitted.connect(self._mark_sent)
        self.editor.saved.connect(self._save)
        self.editor.rested.connect(self._rest)
        self.editor.stale.connect(self._look_again)
        self.ending.changed.connect(self._take_down)
        self._draft.troubled.connect(self.unkept.say)
        self.ending.submitted.connect(self._end)
        self.ending.left.connect(self._leave_ending)
        self.ending.stale.connect(self._look_again)
        self._closing.written.connect(self._show_end)
        self._closing.refused.connect(self._refuse)
        self.below.signed.connect(self._look_again)
        self.below.added.connect(self._look_again)
        self.pane.taken.connect(self._take_step)
        self.pane.reopened.connect(self._reopen)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self.below.under(self.editor), 1)
        row.addWidget(Rule("down"))
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        self.unkept.setContentsMargins(24, 10, 24, 10)
        column.addWidget(self.unkept)
        column.addLayout(row, 1)
