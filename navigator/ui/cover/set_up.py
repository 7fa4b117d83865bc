"""The card that makes a station: its city, the first supervisor's name, a passphrase."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from navigator.ui.cover.card import Card, Typed
from navigator.ui.cover.new_passphrase import NewPassphrase
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.field import line


class SetUpCard(Card):
    back_wanted = Signal()

    def __init__(self, theme: Theme, cities: Mapping[str, str]) -> None:
        """`cities` gives each city's key its name as shown."""
        super().__init__(theme, "Set up this station")
        self._city = Select(theme)
        for key, name in cities.items():
            self._city.addItem(name, key)
        self.add_field("City", self._city)
        self._name = line(length=80)
        self._name_field = self.add_field("Your name", self._name)
        self._passphrase = NewPassphrase(self, "Passphrase", self._name)
        self.add_main("Set up this station")
        back = Button(theme, "Back", "ghost", icon="arrow-left")
        back.clicked.connect(self.back_wanted)
        self.add_ways_out(back)

    def typed(self) -> Typed | None:
        """City key, name and passphrase."""
        name = self._name.text().strip()
        if not name:
            self._name_field.say("Type your name as your team knows it.")
            self._name.setFocus()
            return None
        passphrase = self._passphrase.accept()
        return None if passphrase is None else (str(self._city.currentData()), name, passphrase)

    def refuse(self, sentence: str) -> None:
        self._name_field.say(sentence)

    def start(self) -> None:
        self._name.setFocus()
