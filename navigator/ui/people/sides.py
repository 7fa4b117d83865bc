"""Two records side by side: what stands in each, which one is kept, and that they are one person (P-18)."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.merges import Side
from navigator.ui.clock_words import day_words
from navigator.ui.isolated import isolated
from navigator.ui.people.who_words import also_words, born_words, full_name
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

WHAT_FOLLOWS = (
    "Both histories are read together under the record that is kept. Nothing is deleted, and the two can be "
    "taken apart again on the timeline."
)
HERE, OTHER = "here", "other"


class Sides(QWidget):
    """`agreed` gives the ids of the kept and of the other person; `refused`: they are two people."""

    agreed = Signal(str, str)
    refused = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._sides: tuple[Side, Side] | None = None
        self.cards: tuple[Card, ...] = ()
        self.kept = Segments(theme, ((HERE, "This record"), (OTHER, "The other one")), name="Which record is kept")
        self.yes = Button(theme, "Yes, this is one person", "primary", icon="check", height=sizes.MAIN_ACTION)
        self.no = Button(theme, "Two people", "ghost")
        self.trouble = Trouble(theme)
        self._row = QHBoxLayout()
        self._lay_out()
        self.kept.chosen.connect(lambda _value: self._show_kept())
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.refused)

    def show_sides(self, here: Side, other: Side) -> None:
        """Kept is the one from whose page one comes, unless only the other has a name."""
        self._sides = here, other
        for card in self.cards:
            card.hide()
            card.deleteLater()
        now = self._desk.clock().astimezone(self._desk.city.zone)
        self.cards = Card("This record", here, now), Card("The other one", other, now)
        for card in self.cards:
            self._row.addWidget(card, 1)
        only_other = other.person.identity.is_known and not here.person.identity.is_known
        self.kept.choose(OTHER if only_other else HERE)
        self.trouble.say("")
        self._show_kept()
        self.setVisible(True)

    def take_focus(self) -> None:
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kept(self) -> None:
        for card, value in zip(self.cards, (HERE, OTHER), strict=True):
            card.show_kept(kept=self.kept.value == value)

    def _agree(self) -> None:
        if self._sides is None:
            return
        here, other = (side.person.id for side in self._sides)
        self.agreed.emit(*((here, other) if self.kept.value == HERE else (other, here)))

    def _lay_out(self) -> None:
        self._row.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._row)
        column.addWidget(Text("Which record is kept?", weight=600))
        column.addWidget(self.kept)
        column.addWidget(Text(WHAT_FOLLOWS, tone="text2", wrap=True))
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        column.addLayout(buttons)


class Card(Panel):
    """One of both; `now` is in the city's time."""

    def __init__(self, title: str, side: Side, now: datetime) -> None:
        super().__init__("well")
        self.words = _facts(side, now)
        self._kept = Text("This record is kept", tone="accent", weight=600)
        self.setAccessibleName(", ".join((title, side.person.called, *self.words)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(Text(title, tone="text3", px=sizes.HINT))
        column.addWidget(Text(side.person.called, px=sizes.NAME, weight=600, wrap=True))
        for line in self.words:
            column.addWidget(Text(line, wrap=True))
        column.addWidget(self._kept)
        column.addStretch(1)

    @property
    def is_kept(self) -> bool:
        return self._kept.isVisibleTo(self)

    def show_kept(self, *, kept: bool) -> None:
        self._kept.setVisible(kept)


def _facts(side: Side, now: datetime) -> tuple[str, ...]:
    person = side.person
    also = also_words(person)
    told = (
        f"Full name: {isolated(full_name(person))}" if full_name(person) else "",
        born_words(person) or "Nobody knows when they were born",
        f"{also[:1].upper()}{also[1:]}",
        _visits(side, now),
        _counted(side.open_referrals, "open referral"),
    )
    return tuple(line for line in told if line)


def _visits(side: Side, now: datetime) -> str:
    if side.last_visit is None:
        return _counted(side.visits, "visit")
    last = day_words(side.last_visit.astimezone(now.tzinfo).date(), now.date())
    return f"{_counted(side.visits, 'visit')}, the last one {last}"


def _counted(number: int, thing: str) -> str:
    return f"{number or 'No'} {thing}{'' if number == 1 else 's'}"
