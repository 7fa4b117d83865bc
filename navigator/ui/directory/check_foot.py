"""The foot of a check: one key for each outcome, and the question before something is closed for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from navigator.resources.model import Outcome
from navigator.ui.directory.outcome_key import OutcomeKey
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button, Variant
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text

_FACES: tuple[tuple[Outcome, str, str, str, Variant], ...] = (
    (Outcome.CONFIRMED, "1", "Confirmed all", "Everything is as the record says. It counts as checked.", "primary"),
    (
        Outcome.CHANGED,
        "2",
        "Something changed",
        "Opens the record. What you change and the check are kept.",
        "secondary",
    ),
    (Outcome.NOT_REACHED, "3", "Not reached", "It is asked again tomorrow.", "secondary"),
    (Outcome.GONE, "4", "Gone", "It is closed for good, and says so.", "danger"),
)
SHORT = {Outcome.CHANGED: "Changed"}
AFTER_EDITING = "Changed as edited"
GONE_QUESTION = "Close this service for good, at all its places? It stays listed as closed."


class CheckFoot(QWidget):
    """`chosen` gives an Outcome: GONE only after it was asked again here."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._is_edited = self._is_narrow = False
        self.buttons = {face[0]: OutcomeKey(theme, face[2], face[3], face[1], face[4]) for face in _FACES}
        self.close_it = Button(theme, "Close for good", "danger")
        self.back = Button(theme, "Back")
        self._trouble = Trouble(theme)
        self._stack = QStackedLayout()
        self._lay_out()
        for outcome, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, outcome=outcome: self._choose(outcome))
        self.close_it.clicked.connect(self._close_for_good)
        self.back.clicked.connect(self._go_back)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        return (*self.buttons.values(), self.close_it, self.back)

    @property
    def asks(self) -> bool:
        """Whether it asks before it closes the service."""
        return self._stack.currentIndex() == 1

    def press(self, digit: str) -> bool:
        """Presses the button of that digit, where it stands."""
        button = next((one for one in self.buttons.values() if one.digit == digit), None)
        if button is None or self.asks or not button.isEnabled():
            return False
        button.click()
        return True

    def begin(self, *, edited: bool) -> None:
        """Another record, or one that was edited meanwhile: then the second outcome writes the check down."""
        self._is_edited = edited
        self.say("")
        self.set_locked(False)
        self._stack.setCurrentIndex(0)
        self._name_changed()

    def set_narrow(self, narrow: bool) -> None:
        self._is_narrow = narrow
        for button in self.buttons.values():
            button.show_key(not narrow)
        self._name_changed()

    def set_locked(self, locked: bool) -> None:
        for button in (*self.buttons.values(), self.close_it, self.back):
            button.setEnabled(not locked)

    def say(self, sentence: str) -> None:
        self._trouble.say(sentence)

    def _choose(self, outcome: Outcome) -> None:
        if outcome is Outcome.GONE:
            self._stack.setCurrentIndex(1)
            self.back.setFocus()
        else:
            self.chosen.emit(outcome)

    def _close_for_good(self) -> None:
        self._stack.setCurrentIndex(0)
        self.chosen.emit(Outcome.GONE)

    def _go_back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.buttons[Outcome.GONE].setFocus()

    def _name_changed(self) -> None:
        button = self.buttons[Outcome.CHANGED]
        usual = SHORT[Outcome.CHANGED] if self._is_narrow else _FACES[1][2]
        words = AFTER_EDITING if self._is_edited else usual
        button.setText(words)
        button.setAccessibleName(f"{AFTER_EDITING if self._is_edited else _FACES[1][2]}. Key {button.digit}")
        button.updateGeometry()

    def _lay_out(self) -> None:
        outcomes = QWidget()
        grid = QGridLayout(outcomes)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, place // 2, place % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._trouble)
        column.addLayout(self._stack)
        self._stack.addWidget(outcomes)
        self._stack.addWidget(self._question())

    def _question(self) -> QWidget:
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(GONE_QUESTION, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.close_it, self.back):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return question
