"""Looks for the other record of a person: a name and a birth year, never one of them alone (P-18)."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.people import Found
from navigator.referrals.person import Identity, Person
from navigator.ui.people.kept_line import KeptLine
from navigator.ui.people.matches import Matches
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.birth import birth_text, read_birth
from navigator.ui.visits.lookup import Lookup
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble, line
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

HOW = (
    "Write the name and the birth year of the other record. Is the other one an unknown person? "
    "Then open their visit, and start from there."
)
NOT_ENOUGH = "Write a name and the birth year: nobody is looked for by one of them alone."


class Finding(QWidget):
    """`chosen` gives the Person whose record may be the same one's."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self._person_id = ""
        self.given, self.family, self.birth = line(length=80), line(length=80), line(length=30)
        self.look = Button(theme, "Find", icon="search")
        self.trouble, self.matches = Trouble(theme), Matches(theme)
        entries = {"given": self.given, "family": self.family, "birth": self.birth}
        self.kept = KeptLine(casework.drafts, desk.actor, worker, DraftKind.SAME_PERSON, entries, self)
        self._lookup = Lookup(casework.visits, desk.actor, worker, self)
        self._fields = (
            Field(theme, "First name", self.given),
            Field(theme, "Family name", self.family),
            Field(theme, "Birth date or year", self.birth),
        )
        self._lay_out()
        self._connect()

    def begin(self, person: Person) -> None:
        """From that person's page; who was written down twice mostly has the same name twice."""
        self._person_id = person.id
        self.kept.take_up(person.id, _of(person))
        self._clear()

    def take_focus(self) -> None:
        self.given.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _who(self) -> Identity:
        born = read_birth(self.birth.text())
        return Identity(self.given.text().strip(), self.family.text().strip(), born_on=born.on, birth_year=born.year)

    def _look(self) -> None:
        self._clear()
        trouble = read_birth(self.birth.text()).trouble
        if trouble or not self._who.is_known:
            self.trouble.say(trouble or NOT_ENOUGH)
            (self.birth if trouble or self._names_someone else self.given).setFocus()
            return
        self._lookup.ask(self._who)

    @property
    def _names_someone(self) -> bool:
        return bool(self.given.text().strip() or self.family.text().strip())

    def _show(self, found: Found) -> None:
        self.matches.show_found(found, self._person_id)
        self.matches.take_focus()

    def _clear(self) -> None:
        """What was found belongs to other words than those that stand there now."""
        self._lookup.forget()
        self.trouble.say("")
        self.matches.show_nobody()

    def _connect(self) -> None:
        for entry in (self.given, self.family, self.birth):
            entry.textEdited.connect(lambda _text: self._clear())
            entry.returnPressed.connect(self._look)
        self.look.clicked.connect(self._look)
        self.matches.chosen.connect(self.chosen)
        self._lookup.found.connect(self._show)
        self._lookup.failed.connect(self.trouble.say)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Text(HOW, tone="text2", wrap=True))
        across = QHBoxLayout()
        across.setSpacing(12)
        for field in self._fields:
            across.addWidget(field, 1)
        across.addWidget(self.look, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(across)
        column.addWidget(self.trouble)
        column.addWidget(self.matches)


def _of(person: Person) -> Mapping[str, str]:
    known = person.identity
    return {"given": known.given_name, "family": known.family_name, "birth": birth_text(known)}
