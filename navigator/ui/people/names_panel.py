"""What a person is called: their full name, their other names, and one more that is written down beside them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.other_names import LONGEST
from navigator.referrals.person import Person, folded
from navigator.ui.isolated import isolated
from navigator.ui.people.kept_line import KeptLine
from navigator.ui.people.reading import Life
from navigator.ui.people.who_words import full_name
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble, line
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

WHY = "A name from the street, from before a marriage, or given elsewhere: people are found by it too."
NAME = "name"


class NamesPanel(QWidget):
    """`changed` when a name was written down or taken away."""

    changed = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self._desk, self._names, self._theme, self._worker = desk, casework.other_names, theme, worker
        self._writes = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self._person: Person | None = None
        self.take_away: tuple[Button, ...] = ()
        self._rows: list[QWidget] = []
        self._shown: tuple[tuple[str, bool], ...] = ()
        self.full, self.trouble = Text(tone="text2", wrap=True), Trouble(theme)
        self.entry = line(length=LONGEST)
        self.add = Button(theme, "Add", icon="plus")
        self.add.setAccessibleName("Add another name")
        self.kept = KeptLine(casework.drafts, desk.actor, worker, DraftKind.OTHER_NAME, {NAME: self.entry}, self)
        self._field = Field(theme, "Add another name", self.entry, hint=WHY)
        self._list = QVBoxLayout()
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.entry.returnPressed.connect(self._add)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        return (*self.take_away, self.entry, self.add)

    def show_life(self, life: Life) -> None:
        self._person = life.person
        if self._writes:
            self.kept.take_up(life.person.id)
        told = full_name(life.person)
        self.full.setText(f"Full name: {isolated(told)}" if told else "")
        self.full.setVisible(bool(told))
        self._show_names(life)

    def _show_names(self, life: Life) -> None:
        """What stands there already stays, and keeps the focus."""
        own = {folded(name) for name in life.written} if self._writes else set()
        names = tuple((name, folded(name) in own) for name in life.person.also)
        if names == self._shown:
            return
        self._shown = names
        for row in self._rows:
            row.hide()
            row.deleteLater()
        made = [self._row(name, may_go=may_go) for name, may_go in names]
        self._rows = [row for row, _button in made]
        self.take_away = tuple(button for _row, button in made if button is not None)
        for row in self._rows:
            self._list.addWidget(row)
        self._none.setVisible(not made)

    def _row(self, name: str, *, may_go: bool) -> tuple[QWidget, Button | None]:
        row, button = QWidget(), None
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(Text(name, weight=500, wrap=True), 1)
        if may_go:
            button = Button(self._theme, "Take away", "quiet", icon="x")
            button.setAccessibleName(f"Take away the name {name}")
            button.clicked.connect(lambda: self._take_away(name))
            across.addWidget(button)
        return row, button

    def _add(self) -> None:
        name, person = self.entry.text(), self._person
        if person is not None:
            self.kept.mark()
            self._write(lambda: self._names.add(self._desk.actor, person.id, name), self._added)

    def _take_away(self, name: str) -> None:
        person = self._person
        if person is not None:
            self._write(lambda: self._names.take_away(self._desk.actor, person.id, name), self._gone)

    def _write(self, work: Callable[[], Person], done: Callable[[Person], None]) -> None:
        self.trouble.say("")
        self.setEnabled(False)
        self._worker.run(self, work, done, self._refuse)

    def _added(self, _person: Person) -> None:
        self.setEnabled(True)
        self.kept.settle()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _gone(self, _person: Person) -> None:
        self.setEnabled(True)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _refuse(self, error: UserError) -> None:
        self.setEnabled(True)
        self.trouble.say(error.sentence)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._none = Text("No other name is known.", tone="text2", wrap=True)
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text("Also called", px=sizes.NAME, weight=600))
        column.addWidget(self.full)
        column.addWidget(self._none)
        column.addLayout(self._list)
        writing = QWidget()
        inside = QVBoxLayout(writing)
        inside.setContentsMargins(0, 6, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self._field)
        inside.addWidget(self.trouble)
        inside.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(writing)
        if not self._writes:
            writing.hide()
