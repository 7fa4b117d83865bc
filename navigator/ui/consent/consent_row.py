"""One consent in the list of a person, and the question that is asked before it is ended (P-10)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.consent import ConsentState, SavedConsent
from navigator.referrals.saved_consents import EndedBy
from navigator.ui.consent.words import covered_words, state_of, told_words
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import line
from navigator.ui.widgets.pill import StatePill
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

NOTHING_RESTS = "No open referral rests on it."
_HOW, _WORDS = "how", "words"
_ASKS = {
    EndedBy.TAKEN_BACK: ("What did the person say? It can stay empty.", "Yes, take it back"),
    EndedBy.EVENT: ("What has happened? It can stay empty.", "Yes, it has happened"),
}
_OVER = {ConsentState.REVOKED, ConsentState.EXPIRED, ConsentState.TURNED_DOWN}


class ConsentRow(Panel):
    """`asked` when the question is put, `ended` when it is answered with yes; `how` and `words` are the answer.

    Ending stops every later telling at once and cannot be undone, so it is asked once more. Without a `keeper` nothing
    can be ended here.
    """

    asked = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, theme: Theme, saved: SavedConsent) -> None:
        super().__init__("well")
        now, zone = desk.clock(), desk.city.zone
        self.saved, self.how = saved, EndedBy.TAKEN_BACK
        self.keeper: DraftKeeper | None = None
        self.is_over = saved.state(now) in _OVER
        self.pill = StatePill(theme, *state_of(saved, now))
        self.name = Text(saved.consent.recipient, weight=600, wrap=True)
        self.told = Text(f"{told_words(saved, now, zone)} {covered_words(saved.consent)}", tone="text2", wrap=True)
        self.said = Text(f"“{saved.revoked_words}”" if saved.revoked_words else "", tone="text2", wrap=True)
        self.said.setVisible(bool(saved.revoked_words))
        self.rests = Text(tone="text2", wrap=True)
        self.take_back = Button(theme, "Take it back", icon="undo-2")
        self.came_about = Button(theme, "It has happened", "ghost", icon="check")
        self.words = line(length=500)
        self.confirm = Button(theme, "", "danger")
        self.never_mind = Button(theme, "Leave it", "ghost")
        self._lay_out()
        self._show(asking=False)
        self._connect()

    def take_up(self, keeper: DraftKeeper) -> None:
        """It can be ended; what was typed about that and not saved is asked again."""
        self.keeper = keeper
        found = keeper.found()
        if found:
            self.words.setText(found.get(_WORDS, ""))
            self._ask(EndedBy.EVENT if found.get(_HOW) == EndedBy.EVENT else EndedBy.TAKEN_BACK)
        else:
            self._show(asking=False)

    def say_rests(self, names: Sequence[str]) -> None:
        """Which open referrals rest on it: they are to be decided on."""
        self.rests.setText(f"Open referrals that rest on it: {', '.join(names)}." if names else NOTHING_RESTS)

    def _ask(self, how: EndedBy) -> None:
        self.how = how
        question, yes = _ASKS[how]
        self.words.setPlaceholderText(question)
        self.words.setAccessibleName(question)
        self.confirm.setText(yes)
        self._show(asking=True)
        self.asked.emit()

    def _leave(self) -> None:
        self.words.clear()
        if self.keeper is not None:
            self.keeper.drop()
        self._show(asking=False)
        self.take_back.setFocus()

    def _keep(self) -> None:
        if self.keeper is not None:
            self.keeper.typed({_HOW: self.how, _WORDS: self.words.text()})

    def _show(self, *, asking: bool) -> None:
        can_end = self.keeper is not None
        for widget in (self.words, self.confirm, self.never_mind, self.rests):
            widget.setVisible(asking)
        self.take_back.setVisible(can_end and not asking)
        self.came_about.setVisible(can_end and not asking and bool(self.saved.consent.expires_event.strip()))

    def _ask_here(self, how: EndedBy) -> None:
        self._ask(how)
        self.words.setFocus()

    def _connect(self) -> None:
        self.take_back.clicked.connect(lambda: self._ask_here(EndedBy.TAKEN_BACK))
        self.came_about.clicked.connect(lambda: self._ask_here(EndedBy.EVENT))
        self.never_mind.clicked.connect(self._leave)
        self.confirm.clicked.connect(self.ended)
        self.words.returnPressed.connect(self.ended)
        self.words.textEdited.connect(self._keep)

    def _lay_out(self) -> None:
        head, acts = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.pill)
        parts: tuple[QWidget, ...] = (self.take_back, self.came_about, self.words, self.confirm, self.never_mind)
        for widget in parts:
            acts.addWidget(widget, 1 if widget is self.words else 0)
        acts.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        for text in (self.told, self.said, self.rests):
            column.addWidget(text)
        column.addLayout(acts)
