"""The form of a visit that is there already: changed, saved, and set beside what another window saved meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.visit import Visit
from navigator.referrals.visits import CHANGED, Visits
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.form import VisitForm
from navigator.ui.visits.merged import Merged, merge
from navigator.ui.visits.typed import Typed, facts_of, identity_of, typed_of
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker


class Editor(QWidget):
    """`changed` at each change by hand, `submitted` before it is saved, `saved` gives the visit, `rested` when the
    answer was dealt with, `stale` asks for the newest state."""

    changed = Signal()
    submitted = Signal()
    saved = Signal(object)
    rested = Signal()
    stale = Signal()

    def __init__(self, desk: Desk, visits: Visits, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self._desk, self._visits, self._worker = desk, visits, worker
        self._visit: Visit | None = None
        self._base = Typed()
        self._then: Callable[[], None] | None = None
        self.is_saving = False
        self.form = VisitForm(theme, desk.clock, desk.city, "below")
        self.save_button = Button(theme, "Save changes", icon="save", shortcut="Ctrl+S")
        self.look_again = Button(theme, "Look again", "ghost", icon="history")
        self.trouble, self.told = Trouble(theme), Text(tone="text2", wrap=True)
        self._lay_out()
        self.form.changed.connect(self._hear)
        self.form.submitted.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.look_again.clicked.connect(self.stale)

    @property
    def base(self) -> Typed:
        """The form as it was last saved."""
        return self._base

    @property
    def is_changed(self) -> bool:
        return self.form.typed != self._base

    def show_visit(self, visit: Visit, typed: Typed | None = None) -> None:
        """Shows the visit as it was saved, or with what was `typed` over it."""
        self._visit, self._base = visit, typed_of(visit)
        known = visit.person.identity
        self.form.essentials.settle_who(bool(known.given_name or known.family_name))
        self.form.fill(typed or self._base)
        self.form.forget_troubles()
        self.say("")
        self._show_change()

    def open_fields(self, opened: bool) -> None:
        """Nothing can be written while they are not."""
        for part in (self.form.essentials, self.form.details):
            part.setEnabled(opened)

    def set_beside(self, visit: Visit) -> Merged:
        """The newest state of the visit, with what was typed here over it; says where the two differ."""
        merged = merge(self._base, self.form.typed, typed_of(visit))
        self.show_visit(visit, merged.typed)
        self.tell(merged.sentence)
        return merged

    def say(self, sentence: str) -> None:
        """Why it was not saved; with the way out where another window was first."""
        self.trouble.say(sentence)
        self.look_again.setVisible(sentence == CHANGED)
        self.tell("")

    def tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def save(self) -> None:
        self.save_and(None)

    def save_and(self, then: Callable[[], None] | None) -> None:
        """Saves what was changed, and then does `then`; not when it cannot be saved."""
        visit, typed = self._visit, self.form.typed
        if visit is None or self.is_saving or not self.form.check():
            return
        if not self.is_changed:
            self._go_on(then)
            return
        self.say("")
        self.submitted.emit()
        self.is_saving, self._then = True, then
        told, known = identity_of(typed), identity_of(self._base)
        self._worker.run(
            self,
            lambda: self._visits.change(
                self._desk.actor,
                visit.id,
                facts_of(typed, visit.facts),
                visit.revision,
                None if told == known else told,
            ),
            lambda newest: self._take(newest, typed),
            self._refuse,
        )

    def _take(self, newest: Visit, sent: Typed) -> None:
        """What was typed while it was saved stays."""
        self.is_saving = False
        had_focus = self.save_button.hasFocus()
        self.show_visit(newest, merge(sent, self.form.typed, typed_of(newest)).typed)
        if had_focus:
            self.form.take_focus()
        self.saved.emit(newest)
        self._go_on(self._then)
        self.rested.emit()

    def _refuse(self, error: UserError) -> None:
        self.is_saving = False
        self.say(error.sentence)
        self.changed.emit()
        self.rested.emit()

    def _go_on(self, then: Callable[[], None] | None) -> None:
        self._then = None
        if then is not None:
            then()

    def _hear(self) -> None:
        if not self.look_again.isVisible():
            self.trouble.say("")
        self._show_change()
        self.changed.emit()

    def _show_change(self) -> None:
        self.save_button.setVisible(self.is_changed)
        self._foot.setVisible(self.is_changed or bool(self.trouble.sentence or self.told.text()))

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(Rule())
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 10, 24, 12)
        inside.setSpacing(8)
        inside.addWidget(self.trouble)
        inside.addWidget(self.told)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.look_again)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        foot.addLayout(inside)
        self.form.foot.addWidget(self._foot)
        self.form.order()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
