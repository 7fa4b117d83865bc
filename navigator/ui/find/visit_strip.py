"""Above the search: for whose visit help is looked for, and the way back to it."""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from navigator.clock import Clock
from navigator.referrals.visit import Visit
from navigator.ui.clock_words import moment_words
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Elided


class VisitStrip(QWidget):
    """Takes no room while no visit is in hand. `left` asks to go back to the visit."""

    left = Signal()

    def __init__(self, theme: Theme, clock: Clock, zone: tzinfo) -> None:
        super().__init__()
        self._clock, self._zone = clock, zone
        self._words = Elided(weight=500)
        self.back = Button(theme, "Back to the visit", "ghost", icon="arrow-left")
        self.back.clicked.connect(self.left)
        well = Panel("well")
        around = QHBoxLayout(self)
        around.setContentsMargins(20, 12, 16, 0)
        around.addWidget(well)
        row = QHBoxLayout(well)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(8)
        row.addWidget(Icon(theme, "clock", "text2", 18))
        row.addWidget(self._words, 1)
        row.addWidget(self.back)
        self.hide()

    def show_visit(self, visit: Visit | None) -> None:
        if visit is not None:
            began = moment_words(visit.facts.arrived_at or visit.made_at, self._clock(), self._zone)
            when = f"since {began}" if visit.is_open else f"visit of {began}, ended"
            self._words.setText(f"For \u2068{visit.person.called}\u2069 · {when}")
        self.setVisible(visit is not None)
