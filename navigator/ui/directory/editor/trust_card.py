"""When somebody last made sure of the record and when it is due again; editing is not checking (S-02, S-06)."""

from PySide6.QtCore import Signal

from navigator.resources.model import Entry
from navigator.ui.directory.editor.card import Card, Lines
from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.particulars import trust
from navigator.ui.find.result_row import Telling
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button


class TrustCard(Card):
    """`check_wanted` asks for the form of a check. `twins` are names that may be the same place."""

    check_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Last checked")
        self.check = Button(theme, "Check it", "ghost", icon="clipboard-check")
        self.check.clicked.connect(self.check_wanted)
        self.head.addWidget(self.check)
        self._lines = Lines()
        self.column.addLayout(self._lines)

    def show_entry(self, entry: Entry, telling: Telling, twins: tuple[str, ...]) -> None:
        self._lines.clear()
        told = trust(entry, telling)
        self._lines.addWidget(FactLine(self._theme, told.icon, told.words, told.tone))
        for name in twins:
            words = f"May be the same as “{name}”. The pair waits under Duplicates."
            self._lines.addWidget(FactLine(self._theme, "copy", words, "closing"))
