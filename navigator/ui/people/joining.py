"""Says that a person was written down twice: the other record is found, both are looked at, one is kept (P-18)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.merges import Merge, Side
from navigator.referrals.person import Person
from navigator.ui.people.finding import Finding
from navigator.ui.people.sides import Sides
from navigator.ui.ports import Desk
from navigator.ui.sheets.reading import Reading
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_WIDEST = 860
TITLE = "This is the same person as…"


class Joining(QScrollArea):
    """`joined` gives the `Merge`; `left` goes back, and what is typed stays kept."""

    joined = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self._desk, self._merges, self._worker = desk, casework.merges, worker
        self._person: Person | None = None
        self.finding, self.sides = Finding(desk, casework, theme, worker), Sides(desk, theme)
        self._reading = Reading[tuple[Side, Side]](worker, self)
        self._lay_out()
        self._connect()

    def begin(self, person: Person) -> None:
        self._person = person
        self.finding.begin(person)
        self._look_again()

    def take_focus(self) -> None:
        self.sides.take_focus() if self.sides.isVisibleTo(self) else self.finding.take_focus()

    def step_back(self) -> None:
        """From both records to who was found, from there to the timeline."""
        if self.sides.isVisibleTo(self):
            self._look_again()
            self.finding.matches.take_focus()
        else:
            self.left.emit()

    def flush(self) -> str:
        return self.finding.kept.flush()

    def _compare(self, other: Person) -> None:
        person = self._person
        if person is not None:
            self._reading.ask(lambda: self._merges.sides(self._desk.actor, person.id, other.id))

    def _show(self, sides: tuple[Side, Side]) -> None:
        self.finding.hide()
        self.sides.show_sides(*sides)
        self.sides.take_focus()

    def _look_again(self) -> None:
        self._reading.forget()
        self.sides.hide()
        self.finding.show()

    def _join(self, kept_id: str, other_id: str) -> None:
        self.finding.kept.mark()
        self.setEnabled(False)
        actor = self._desk.actor
        self._worker.run(self, lambda: self._merges.merge(actor, kept_id, other_id), self._tell, self._refuse)

    def _tell(self, merge: Merge) -> None:
        self.setEnabled(True)
        self.finding.kept.settle()
        self.joined.emit(merge)

    def _refuse(self, error: UserError) -> None:
        self.setEnabled(True)
        self.sides.trouble.say(error.sentence)
        self.sides.take_focus()

    def _connect(self) -> None:
        self.finding.chosen.connect(self._compare)
        self.sides.agreed.connect(self._join)
        self.sides.refused.connect(self.step_back)
        self._reading.came.connect(self._show)
        self._reading.failed.connect(self.finding.trouble.say)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page, inside = QWidget(), QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 18, 20, 20)
        column.setSpacing(14)
        for widget in (Text(TITLE, px=sizes.TITLE, weight=600), self.finding, self.sides):
            column.addWidget(widget)
        column.addStretch(1)
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(inside, 1)
        across.addStretch(0)
        self.setWidget(page)
