"""Under name and birth: who of that name and year was seen before, and whether it is the same person (P-18)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.people import Found
from navigator.referrals.person import Person
from navigator.ui.people.matches import ALIKE, EXACT
from navigator.ui.people.who_words import found_words
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button, Variant
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

_ASK = "Choose first: the same person, or somebody else."
LOOK = "See the record"


class SeenBefore(Panel):
    """Takes no room while nobody was found. `chosen` gives a Person, or None for somebody else; `looked_at` the id of
    one whose record is wanted; `filled` says that its buttons are others now."""

    chosen = Signal(object)
    looked_at = Signal(str)
    filled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("well")
        self._theme = theme
        self._rows: list[QWidget] = []
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

    def show_found(self, found: Found) -> None:
        """Asks about each; one answer for all of them is "Somebody else"."""
        self._open = bool(found)
        exact = [self._match(person, "Seen before") for person in found.exact]
        alike = [self._match(person, "Perhaps seen before") for person in found.alike]
        heads = bool(exact and alike)
        rows = [*self._group(EXACT if heads else "", exact), *self._group(ALIKE, alike)]
        self._fill([*rows, self._buttons(self._answer("Somebody else", None))] if rows else [])

    def show_same(self, person: Person, remark: str = "") -> None:
        """`remark` says what was taken over from the visit before."""
        self._open = False
        words = " ".join(part for part in (f"The same person as before: {found_words(person)}.", remark) if part)
        self._fill([self._row(words, self._answer("Not the same", None), self._look(person))])

    def ask(self) -> None:
        """The question must be answered first."""
        self._trouble.say(_ASK)

    def take_focus(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _group(self, title: str, rows: Sequence[QWidget]) -> list[QWidget]:
        head = [Text(title, tone="text2", weight=600)] if title and rows else []
        return [*head, *rows]

    def _match(self, person: Person, seen: str) -> QWidget:
        words = f"{seen}: {found_words(person)}. Same person?"
        return self._row(words, self._answer("Same person", person), self._look(person))

    def _row(self, words: str, *buttons: Button) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(words, wrap=True))
        column.addWidget(self._buttons(*buttons))
        return row

    def _buttons(self, *buttons: Button) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        for button in buttons:
            across.addWidget(button)
        across.addStretch(1)
        return row

    def _answer(self, words: str, person: Person | None) -> Button:
        variant: Variant = "ghost" if person is None else "secondary"
        button = Button(self._theme, words, variant)
        if person is not None:
            button.setAccessibleName(f"{words}: {found_words(person)}")
        button.clicked.connect(lambda: self.chosen.emit(person))
        return button

    def _look(self, person: Person) -> Button:
        button = Button(self._theme, LOOK, "quiet", icon="history")
        button.setAccessibleName(f"{LOOK}: {found_words(person)}")
        button.clicked.connect(lambda: self.looked_at.emit(person.id))
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
