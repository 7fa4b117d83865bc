"""The two fields of a new passphrase, with its strength in words; shared by every card that asks for one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from navigator.ui.cover.card import INNER, Card
from navigator.ui.cover.strength import Judgement, judge
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Check
from navigator.ui.widgets.field import line
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text


class NewPassphrase:
    """Adds its fields to `card`; `accept` gives the passphrase, or says what is wrong and gives None."""

    def __init__(self, card: Card, label: str, name: QLineEdit | None = None) -> None:
        self._name = name
        self._first, self._second = line(secret=True), line(secret=True)
        self._first_field = card.add_field(label, self._first)
        self._strength = _Strength(card.theme)
        card.add(self._strength, above=8)
        self._second_field = card.add_field("The same passphrase again", self._second)
        shows = Check(card.theme, "Show what I type")
        shows.toggled.connect(self._show)
        card.add(shows, above=12)
        self._first.textChanged.connect(self._tell)
        self._tell()

    def accept(self) -> str | None:
        judgement = self._judgement()
        if not judgement.good_enough:
            self._strength.insist(judgement)
            self._first.setFocus()
            return None
        if self._first.text() != self._second.text():
            self._second_field.say("The two are not the same.")
            self._second.setFocus()
            return None
        return self._first.text()

    def refuse(self, sentence: str) -> None:
        self._first_field.say(sentence)
        self._first.setFocus()

    def _judgement(self) -> Judgement:
        return judge(self._first.text(), self._name.text() if self._name else "")

    def _tell(self) -> None:
        self._strength.show_judgement(self._judgement())

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._first.setEchoMode(mode)
        self._second.setEchoMode(mode)


class _Strength(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = Icon(theme, "info", "text3", 16)
        self._words = Text(tone="text2", px=sizes.HINT, width=INNER - 22)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_judgement(self, judgement: Judgement) -> None:
        good = judgement.good_enough
        self._icon.show_icon("circle-check" if good else "info", "open" if good else "text3")
        self._words.setText(judgement.words)
        self._words.set_tone("text2")

    def insist(self, judgement: Judgement) -> None:
        """Says why this one is refused, so that it is not read past."""
        self._icon.show_icon("info", "closing")
        self._words.setText(judgement.words)
        self._words.set_tone("closing")
