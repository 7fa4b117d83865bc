"""The card for a forgotten passphrase: the station's recovery code, the account's name, a new passphrase."""

from PySide6.QtCore import Signal

from navigator.ui.cover.card import Card, Typed
from navigator.ui.cover.new_passphrase import NewPassphrase
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import line


class RecoverCard(Card):
    back_wanted = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, "Use the recovery code", "key-round")
        self._code, self._name = line(length=120), line(length=80)
        self._name.setText(name)
        self._code_field = self.add_field("Recovery code", self._code)
        self._name_field = self.add_field("Name of the account", self._name)
        self._passphrase = NewPassphrase(self, "New passphrase", self._name)
        self.add_main("Set the new passphrase")
        back = Button(theme, "Back", "ghost", icon="arrow-left")
        back.clicked.connect(self.back_wanted)
        self.add_ways_out(back)

    def typed(self) -> Typed | None:
        """Code, name and new passphrase."""
        if not self._code.text().strip():
            self._code_field.say("Type the recovery code. It is sealed with the supervisor or the privacy officer.")
            self._code.setFocus()
            return None
        if not self._name.text().strip():
            self._name_field.say("Type the name of the account.")
            self._name.setFocus()
            return None
        passphrase = self._passphrase.accept()
        return None if passphrase is None else (self._code.text().strip(), self._name.text().strip(), passphrase)

    def refuse(self, sentence: str) -> None:
        self._code_field.say(sentence)
        self._code.setFocus()
