"""The page "Visits": the list, the form that starts a visit, the screen of one visit, and that of its person."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.visit import Visit
from navigator.ui.people.person_screen import PersonScreen
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.list_screen import ListScreen
from navigator.ui.visits.new_screen import NewScreen
from navigator.ui.visits.next_step import NextStep, Way
from navigator.ui.visits.screen import Screen
from navigator.ui.visits.typed import Typed
from navigator.ui.visits.visit_screen import VisitScreen
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker


class VisitsPage(Panel):
    """`started` gives the Visit that was newly started here, `taken_up` each one that is opened or changed, `abandoned`
    says that the form of a new visit was left without starting one; the others ask for another page, with an id."""

    started = Signal(object)
    taken_up = Signal(object)
    abandoned = Signal()
    help_wanted = Signal(str)
    referral_chosen = Signal(str)
    plan_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        casework = _casework(desk)
        self._desk, self._visits = desk, casework.visits
        self._person_of: Callable[[str], PersonScreen] = partial(PersonScreen, desk, casework, theme, worker)
        self.person: PersonScreen | None = None
        self.list = ListScreen(desk, casework.visits, theme)
        self.new = NewScreen(desk, casework, theme, worker)
        self.one = VisitScreen(desk, casework, theme, worker)
        self._stack = QStackedWidget()
        self._shown: Screen = self.list
        self._before: Screen = self.list
        self._waiting: tuple[Visit, Typed | None] | None = None
        for screen in (self.list, self.new, self.one):
            self._stack.addWidget(screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self._show(self.list)

    def start_visit(self) -> None:
        """The form of a new visit, with what was typed into it before."""
        if self._shown is self.new or self._leave():
            self._show(self.new)
            self._guard(self.new.begin)

    def say_what_follows(self, name: str) -> None:
        """That a referral to the place of that `name` comes after the visit that is being started."""
        self.new.say_what_follows(name)

    def show_visit(self, visit_id: str) -> None:
        try:
            visit = self._visits.visit(self._desk.actor, visit_id)
        except UserError as error:
            self.show_list()
            self._shown.say(error.sentence)
        else:
            self._show_one(visit)

    def show_list(self) -> None:
        if not self._leave():
            return
        self._show(self.list)
        self._guard(self.list.refresh)
        self.list.take_focus()

    def show_person(self, person_id: str) -> None:
        """What is known of that person; from there one comes back to where one was."""
        if self._shown.put_down():
            return
        before = self._before if self._shown is self.person else self._shown
        self._close_person()
        self._before, self.person = before, self._person_of(person_id)
        self._connect_person(self.person)
        self._stack.addWidget(self.person)
        self._show(self.person)
        self.person.refresh()
        self.person.take_focus()

    def refresh(self) -> None:
        """Reads again what is shown; never while the page is covered."""
        self._guard(self._shown.refresh if self._waiting is None else self._read_waiting)

    def cover(self) -> None:
        """Keeps at once what was typed."""
        self.new.put_down()
        self.one.put_down()
        if self.person is not None:
            self.person.put_down()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The page was chosen. (A focus proxy would bring Tab back to it out of the middle of the page.)"""
        super().focusInEvent(event)
        self._shown.take_focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.refresh()

    def _leave(self) -> bool:
        """False where what is typed cannot be kept: its screen stays and says why."""
        if self._shown.put_down():
            return False
        if self.new in (self._shown, self._before if self._shown is self.person else None):
            self.new.say_what_follows("")
            self.abandoned.emit()
        if self._waiting is not None and self._waiting[1] is None:
            self._waiting = None
        return True

    def _show_one(self, visit: Visit) -> None:
        before = self.one.visit
        if not self._leave():
            return
        self._show(self.one)
        if before is not None and before.id == visit.id and self.one.has_unsaved:
            self._guard(self.one.refresh)
            self.one.take_focus()
            self.taken_up.emit(visit)
        else:
            self._open((visit, None))

    def _show_started(self, visit: Visit, typed: Typed) -> None:
        self._show(self.one)
        self._open((visit, typed))

    def _open(self, waiting: tuple[Visit, Typed | None]) -> None:
        self._waiting = waiting
        self._guard(self._read_waiting)

    def _read_waiting(self) -> None:
        """Waits while the screen of the visit is saving another, cannot keep its words, or the station is locked."""
        if self._waiting is None or self.one.is_saving or self.one.put_down():
            return
        visit, typed = self._waiting
        self.one.show_visit(visit, typed)
        self._waiting = None
        if typed is not None:
            self.started.emit(visit)
        self.taken_up.emit(visit)

    def _leave_person(self) -> None:
        """Unless what is typed there cannot be kept."""
        if self._shown.put_down():
            return
        self._show(self._before)
        self._guard(self._shown.refresh)
        self._shown.take_focus()

    def _close_person(self) -> None:
        person, self.person = self.person, None
        if person is not None:
            self._stack.removeWidget(person)
            person.hide()
            person.deleteLater()

    def _heed_person(self) -> None:
        """The visit that was opened last may be of somebody who is called otherwise now."""
        visit = self.one.visit
        if visit is not None:
            self._guard(lambda: self.taken_up.emit(self._visits.visit(self._desk.actor, visit.id)))

    def _show(self, screen: Screen) -> None:
        if screen is not self.person:
            self._close_person()
        self._shown = screen
        screen.say("")
        self._stack.setCurrentWidget(screen)

    def _guard(self, read: Callable[[], None]) -> None:
        """What cannot be read is said on the screen that wanted it."""
        try:
            read()
        except UserError as error:
            self._shown.say(error.sentence)

    def _take_step(self, step: NextStep) -> None:
        visit = self.one.visit
        if visit is None:
            return
        match step.way:
            case Way.HELP:
                self.help_wanted.emit(visit.id)
            case Way.PLAN:
                self.plan_wanted.emit(visit.id)
            case Way.REFERRAL:
                self.referral_chosen.emit(step.referral_id)

    def _connect_person(self, person: PersonScreen) -> None:
        person.left.connect(self._leave_person)
        person.changed.connect(self._heed_person)
        person.visit_chosen.connect(self.show_visit)
        person.referral_chosen.connect(self.referral_chosen)

    def _connect(self) -> None:
        self.new.person_wanted.connect(self.show_person)
        self.one.person_wanted.connect(self.show_person)
        self.list.begun.connect(self.start_visit)
        self.list.opened.connect(self.show_visit)
        self.new.started.connect(self._show_started)
        self.new.left.connect(self.show_list)
        self.one.changed.connect(self.taken_up)
        self.one.taken.connect(self._take_step)
        self.one.left.connect(self.show_list)
        self.one.rested.connect(lambda: self._guard(self._read_waiting))


def _casework(desk: Desk) -> Casework:
    if desk.casework is None:
        raise ValueError("this page needs the key to casework")
    return desk.casework
