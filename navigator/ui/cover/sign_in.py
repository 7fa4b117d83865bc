"""The sign-in card: name and passphrase."""

from PySide6.QtCore import Signal

from navigator.ui.cover.card import Card, Typed, Well
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import line

DEMO_ACCOUNTS = "Dana R. is a clinician, Lena M. a social worker, Sam T. the supervisor."


class SignInCard(Card):
    recovery_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, theme: Theme, *, demo_passphrase: str = "") -> None:
        super().__init__(theme, "Sign in", "lock", caption="Ask your supervisor if you have no account yet.")
        if demo_passphrase:
            words = f"{DEMO_ACCOUNTS} The passphrase is: {demo_passphrase}"
            self.add(Well(theme, "info", "Demo station", words), above=14)
        self._name, self._passphrase = line(tall=True), line(secret=True, tall=True)
        self._name_field = self.add_field("Name", self._name)
        self._passphrase_field = self.add_field("Passphrase", self._passphrase)
        self.add_main("Sign in")
        recovery = Button(theme, "Use recovery code", "ghost")
        recovery.clicked.connect(self.recovery_wanted)
        look_around = Button(theme, "Look around", "ghost", icon="compass")
        look_around.clicked.connect(self.demo_wanted)
        self.add_ways_out(*([look_around] if demo_passphrase else []), recovery)

    def typed(self) -> Typed | None:
        """Name and passphrase."""
        if not self._name.text().strip():
            self._name_field.say("Type your name as your supervisor entered it.")
            self._name.setFocus()
            return None
        if not self._passphrase.text():
            self._passphrase_field.say("Type your passphrase.")
            self._passphrase.setFocus()
            return None
        return self._name.text().strip(), self._passphrase.text()

    @property
    def name(self) -> str:
        return self._name.text().strip()

    def refuse(self, sentence: str) -> None:
        """Says what is wrong under the passphrase, which is typed anew; the name stays."""
        self._passphrase.clear()
        self._passphrase_field.say(sentence)
        self._passphrase.setFocus()
