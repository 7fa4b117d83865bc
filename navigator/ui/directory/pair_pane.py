"""Two records side by side: in what they differ, which value stands, and whether they are one place (S-05, S-08)."""

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from navigator.resources.fields import Values
from navigator.resources.model import Entry
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.pairs import Pair
from navigator.ui.directory.acts import Acts
from navigator.ui.directory.field_choice import FieldChoice
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pair_words import HELD_NOTE, alike, differing, likeness, same_words, where
from navigator.ui.directory.pane import Pane
from navigator.ui.find.fact_line import FactLine
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_CHOSEN = "chosen"


class PairPane(Pane):
    """`settled` by a pair that was merged or told apart."""

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self.pair: Pair | None = None
        self.choices: tuple[FieldChoice, ...] = ()
        self.merge = Button(theme, "Same place: merge", "primary", height=sizes.MAIN_ACTION)
        self.apart = Button(theme, "Two places", height=sizes.MAIN_ACTION)
        self._trouble = Trouble(theme)
        self._stand((), (self._trouble, Acts((self.merge, self.apart))))
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._tell_apart)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def show_pair(self, pair: Pair) -> bool:
        """Shows it; what is shown already stays. False where what was chosen for the one before cannot be kept."""
        if pair == self.pair:
            return True
        if self.flush():
            return False
        self.pair = pair
        self._fill(pair)
        return True

    def take_focus(self) -> None:
        (self.choices[0] if self.choices else self.merge).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, pair: Pair) -> None:
        names = (pair.one.entry.name, pair.other.entry.name)
        self.choices = tuple(FieldChoice(self._theme, one, names) for one in differing(pair))
        self._take_draft(pair)
        for choice in self.choices:
            choice.changed.connect(self._note)
        told = [_heads(pair), FactLine(self._theme, "users", likeness(pair)), *self._told_too(pair), Rule()]
        stops = (*(cell for choice in self.choices for cell in choice.cells), self.merge, self.apart)
        self.put([*told, *self.choices], stops)

    def _told_too(self, pair: Pair) -> list[QWidget]:
        told: list[QWidget] = []
        if pair.is_held:
            told.append(FactLine(self._theme, "download", HELD_NOTE))
        if same_words(alike(pair)):
            told.append(Text(same_words(alike(pair)), tone="text2", wrap=True))
        return told

    def _merge(self) -> None:
        pair, duplicates, actor = self.pair, self._desk.keeping.duplicates, self._desk.actor
        if pair is None:
            return
        chosen = tuple(choice.difference.field for choice in self.choices if choice.takes_other)
        values: Values = {choice.difference.field: choice.value for choice in self.choices if choice.takes_other}
        if pair.is_held:
            self._write(pair.one.entry.name, lambda: duplicates.settle_held(actor, pair.id, same=True, fields=chosen))
        else:
            one, other = pair.one.entry, pair.other.entry
            self._write(one.name, lambda: duplicates.merge(actor, one.id, other.id, values))

    def _tell_apart(self) -> None:
        pair, duplicates, actor = self.pair, self._desk.keeping.duplicates, self._desk.actor
        if pair is None:
            return
        if pair.is_held:
            self._write(pair.one.entry.name, lambda: duplicates.settle_held(actor, pair.id, same=False))
            return

        def work() -> tuple[Entry, ...]:
            duplicates.apart(actor, pair.id)
            return ()

        self._write(pair.one.entry.name, work)

    def _let_go(self) -> None:
        super()._let_go()
        self.pair = None

    def _lock(self, *, locked: bool) -> None:
        for widget in (self.merge, self.apart, *self.choices):
            widget.setEnabled(not locked)

    def _take_draft(self, pair: Pair) -> None:
        kept = json.loads(self._begin_draft(DeskDraftKind.PAIR, pair.id, self._content).get(_CHOSEN, "{}"))
        for choice in self.choices:
            if choice.difference.field in kept:
                choice.choose(takes_other=kept[choice.difference.field])

    def _content(self) -> dict[str, str]:
        """What differs from how the choices begin."""
        own = {
            choice.difference.field: choice.takes_other
            for choice in self.choices
            if choice.takes_other is not (choice.difference.before is None)
        }
        return {_CHOSEN: json.dumps(own)} if own else {}

    def _troubled(self, sentence: str) -> None:
        self._trouble.say(sentence)


def _heads(pair: Pair) -> QWidget:
    heads = QWidget()
    grid = QGridLayout(heads)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    for place, record in enumerate((pair.one, pair.other)):
        grid.addWidget(PaneHead(record.entry.name, where(record.entry)), 0, place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(place, 1)
    return heads
