"""The lock card: who locked it and when, the passphrase, someone else, the recovery code (P-03)."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from navigator.ui.cover.card import INNER, Card, Typed, Well
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import line
from navigator.ui.widgets.text import Text


@dataclass(frozen=True)
class LockedBy:
    """The account that may unlock, and when it was locked; `after_minutes` of quiet, or None when asked for."""

    name: str
    role: str
    time: str
    after_minutes: int | None

    @property
    def words(self) -> str:
        after = ""
        if self.after_minutes is not None:
            after = f" after {self.after_minutes} minute{'s' * (self.after_minutes != 1)}"
        return f"{self.role.capitalize()}. Locked at {self.time}{after}."


class LockedCard(Card):
    someone_else = Signal()
    recovery_wanted = Signal()

    def __init__(self, theme: Theme, locked_by: LockedBy, *, demo_passphrase: str = "") -> None:
        super().__init__(
            theme, "Locked", "lock", caption="Nothing from the last session is shown, copied or kept open here."
        )
        self._name = locked_by.name
        self.add(Well(theme, "user-round", locked_by.name, locked_by.words), above=14)
        self._passphrase = line(secret=True, tall=True)
        self._field = self.add_field("Passphrase", self._passphrase)
        if demo_passphrase:
            self.add(Text(f"Demo station. The passphrase is: {demo_passphrase}", tone="text2", width=INNER), above=10)
        self.add_main("Unlock")
        other = Button(theme, "Someone else", "ghost", icon="users")
        other.clicked.connect(self.someone_else)
        recovery = Button(theme, "Use recovery code", "ghost")
        recovery.clicked.connect(self.recovery_wanted)
        self.add_ways_out(other, recovery)

    @property
    def name(self) -> str:
        return self._name

    def typed(self) -> Typed | None:
        """Name and passphrase."""
        if not self._passphrase.text():
            self._field.say("Type your passphrase.")
            return None
        return self._name, self._passphrase.text()

    def refuse(self, sentence: str) -> None:
        self._passphrase.clear()
        self._field.say(sentence)
        self._passphrase.setFocus()
