"""The card after a one-time passphrase: its owner chooses another before anything else."""

from PySide6.QtCore import Signal

from navigator.ui.cover.card import Card, Typed, Well
from navigator.ui.cover.new_passphrase import NewPassphrase
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button


class ChooseCard(Card):
    back_wanted = Signal()

    def __init__(self, theme: Theme, name: str, one_time: str) -> None:
        super().__init__(theme, "Choose your passphrase", "key-round", caption="Nobody else can see it or look it up.")
        self._account = (name, one_time)
        self.add(Well(theme, "user-round", name, "What you were given works this once."), above=14)
        self._passphrase = NewPassphrase(self, "New passphrase")
        self.add_main("Set it and sign in")
        back = Button(theme, "Back", "ghost", icon="arrow-left")
        back.clicked.connect(self.back_wanted)
        self.add_ways_out(back)

    def typed(self) -> Typed | None:
        """Name, the one-time passphrase and the new one."""
        passphrase = self._passphrase.accept()
        return None if passphrase is None else (*self._account, passphrase)

    def refuse(self, sentence: str) -> None:
        self._passphrase.refuse(sentence)
