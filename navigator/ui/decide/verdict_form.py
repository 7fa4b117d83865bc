"""Where a second person decides: words for whoever asked, Grant and Refuse, or why it is not theirs to decide."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.referrals.decider_drafts import DeciderDrafts
from navigator.referrals.draft import DraftKind
from navigator.ui.directory.acts import Acts
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.find.fact_line import FactLine
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.worker import Worker

LABEL = "Reason, as whoever asked may hear it"
NO_REASON = "Write why, so that whoever asked knows. Nothing was decided."
WORDS = "words"
"""The name of the words in the draft."""


@dataclass(frozen=True)
class Verdicts:
    """What the two buttons say, and why either cannot be pressed: "" it can."""

    grant: str = "Grant"
    refuse: str = "Refuse"
    closed: str = ""
    no_grant: str = ""


class VerdictForm(QWidget):
    """`decided` gives whether it is granted, and the words. `acts` stand where they are always in sight."""

    decided = Signal(bool, str)
    looked = Signal()

    def __init__(
        self, desk: Desk, drafts: DeciderDrafts, theme: Theme, worker: Worker, subject: str, verdicts: Verdicts
    ) -> None:
        super().__init__()
        self._closed = bool(verdicts.closed)
        self._mark = 0
        self.words = area(lines=3, length=1000)
        self.grant = Button(theme, verdicts.grant, "primary", icon="check", height=sizes.MAIN_ACTION)
        self.refuse = Button(theme, verdicts.refuse, "danger", icon="x", height=sizes.MAIN_ACTION)
        self.again = Button(theme, "Look again", "ghost", icon="undo-2")
        self._field, self._trouble = Field(theme, LABEL, self.words), Trouble(theme)
        self.grant.setEnabled(not verdicts.no_grant)
        self.grant.setAccessibleDescription(verdicts.no_grant)
        self.acts = self._lay_out(theme, verdicts)
        self._keeper = DraftKeeper(drafts, desk.actor, worker, DraftKind.DECISION, subject, self)
        self.words.setPlainText("" if self._closed else self._keeper.found().get(WORDS, ""))
        self.words.textChanged.connect(self._keep)
        self._keeper.troubled.connect(self._trouble.say)
        self.grant.clicked.connect(self._grant)
        self.refuse.clicked.connect(self._refuse)
        self.again.clicked.connect(self.looked)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence or self._field.trouble

    @property
    def has_words(self) -> bool:
        return bool(self.words.toPlainText().strip())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        return () if self._closed else (self.words, self.grant, self.refuse, self.again)

    def flush(self) -> str:
        """Keeps what is typed; why that could not be done, or ""."""
        return self._keeper.flush()

    def settle(self) -> None:
        """It is written down: the draft went with it."""
        self._keeper.forget(self._mark)
        self.words.blockSignals(True)
        self.words.clear()

    def turn_down(self, sentence: str) -> None:
        """Nothing was decided, and why."""
        self._rest(busy=False)
        self._trouble.say(sentence)
        self.again.show()

    def take_focus(self) -> None:
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _grant(self) -> None:
        self._decide(granted=True)

    def _refuse(self) -> None:
        if self.has_words:
            self._decide(granted=False)
        else:
            self._field.say(NO_REASON)
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self, *, granted: bool) -> None:
        self._mark = self._keeper.mark()
        self._rest(busy=True)
        self.decided.emit(granted, self.words.toPlainText().strip())

    def _rest(self, *, busy: bool) -> None:
        """Nothing can be pressed or typed while it is written."""
        self._field.say("")
        self._trouble.say("")
        self.again.hide()
        self.words.setReadOnly(busy)
        self.refuse.setEnabled(not busy)
        self.grant.setEnabled(not busy and not self.grant.accessibleDescription())

    def _keep(self) -> None:
        self._field.say("")
        if self.has_words:
            self._keeper.typed({WORDS: self.words.toPlainText()})
        else:
            self._keeper.drop()

    def _lay_out(self, theme: Theme, verdicts: Verdicts) -> QWidget:
        column = _column(self)
        why = verdicts.closed or verdicts.no_grant
        if why:
            column.addWidget(FactLine(theme, "info", why, "closing"))
        acts = QWidget()
        under = _column(acts)
        for widget in (self._trouble, self.again):
            under.addWidget(widget)
        self.again.hide()
        if self._closed:
            for hidden in (self._field, self.grant, self.refuse):
                hidden.setParent(self)
                hidden.hide()
        else:
            column.addWidget(self._field)
            under.addWidget(Acts((self.grant, self.refuse)))
        return acts


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column
