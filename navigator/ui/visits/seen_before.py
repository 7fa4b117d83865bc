"""Under name and birth: who of that name and year was seen before, and whether it is the same person (P-18)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.person import Person
from navigator.ui.isolated import isolated
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.birth import birth_text
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

_ASK = "Choose first: the same person, or somebody else."


class SeenBefore(Panel):
    """Takes no room while nobody was found. `chosen` gives a Person, or None for somebody else; `filled` says that
    its buttons are others now."""

    chosen = Signal(object)
    filled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("well")
        self._theme = theme
        self._rows: list[QWidget] = []
        self._found: tuple[Person, ...] = ()
        self._open = False
        self._trouble = Trouble(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 8, 8)
        self._column.setSpacing(6)
        self._column.addWidget(self._trouble)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Somebody was found and nobody has said whether it is the same person."""
        return self._open

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(button for row in self._rows for button in row.findChildren(Button))

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def show_nobody(self) -> None:
        self._fill(())

    def say(self, sentence: str) -> None:
        """Nobody could be looked up."""
        self._fill(())
        self._trouble.say(sentence)
        self.show()

    def show_found(self, found: Sequence[Person]) -> None:
        """Asks about each; one answer for all of them is "Somebody else"."""
        self._found, self._open = tuple(found), bool(found)
        rows = [self._match(person, asks_last=person is found[-1]) for person in found]
        self._fill(rows)

    def show_same(self, person: Person, remark: str = "") -> None:
        """`remark` says what was taken over from the visit before."""
        self._found, self._open = (person,), False
        words = " ".join(part for part in (f"The same person as before: {told(person)}.", remark) if part)
        self._fill([self._row(words, ("Not the same", None))])

    def ask(self) -> None:
        """The question must be answered first."""
        self._trouble.say(_ASK)

    def take_focus(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _match(self, person: Person, *, asks_last: bool) -> QWidget:
        answers: list[tuple[str, Person | None]] = [("Same person", person)]
        if asks_last:
            answers.append(("Somebody else", None))
        return self._row(f"Seen before: {told(person)}. Same person?", *answers)

    def _row(self, words: str, *answers: tuple[str, Person | None]) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(words, wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for label, person in answers:
            buttons.addWidget(self._answer(label, person))
        buttons.addStretch(1)
        column.addLayout(buttons)
        return row

    def _answer(self, words: str, person: Person | None) -> Button:
        button = Button(self._theme, words, "ghost" if person is None else "secondary")
        if person is not None:
            button.setAccessibleName(f"{words}: {told(person)}")
        button.clicked.connect(lambda: self.chosen.emit(person))
        return button

    def _fill(self, rows: Sequence[QWidget]) -> None:
        self._open = self._open and bool(rows)
        self._trouble.say("")
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = list(rows)
        for row in rows:
            self._column.insertWidget(self._column.count() - 1, row)
        self.setVisible(bool(rows))
        self.filled.emit()


def told(person: Person) -> str:
    """Name and birth, as much as tells two people apart."""
    return f"{isolated(person.called)}, born {birth_text(person.identity)}"
