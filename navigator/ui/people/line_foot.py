"""Under the timeline: where the chosen moment leads, and for two records held for one person how to part them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.merges import Merge
from navigator.referrals.moment import Joined, Moment
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text

WHAT_FOLLOWS = (
    "Each has their own visits again. What was written for this record since then stays with it. "
    "They can be joined again."
)


class LineFoot(QWidget):
    """`visit_wanted` and `referral_wanted` give an id, `parted` a `Merge` that is to be undone."""

    visit_wanted = Signal(str)
    referral_wanted = Signal(str)
    parted = Signal(object)

    def __init__(self, theme: Theme, *, writes: bool) -> None:
        super().__init__()
        self._writes = writes
        self._moment: Moment | None = None
        self.visit = Button(theme, "Open the visit", icon="map-pin")
        self.referral = Button(theme, "Open the referral", icon="phone-outgoing")
        self.part = Button(theme, "These are two people", icon="undo-2")
        self.yes = Button(theme, "Yes, take them apart", "danger")
        self.leave = Button(theme, "Leave it", "ghost")
        self.trouble, self._asks = Trouble(theme), Text(WHAT_FOLLOWS, tone="text2", wrap=True)
        self._lay_out()
        self._connect()
        self.show_moment(None)

    @property
    def is_asking(self) -> bool:
        return self.yes.isVisibleTo(self)

    def show_moment(self, moment: Moment | None) -> None:
        self._moment = moment
        self.trouble.say("")
        self.visit.setVisible(moment is not None and bool(moment.visit_id))
        self.referral.setVisible(moment is not None and bool(moment.referral_id))
        self._ask(asking=False)
        self.setVisible(any(one.isVisibleTo(self) for one in (self.visit, self.referral, self.part)))

    def say(self, sentence: str) -> None:
        self.trouble.say(sentence)
        if sentence:
            self.show()

    def stop_asking(self) -> None:
        self._ask(asking=False)
        self.part.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _merge(self) -> Merge | None:
        about = self._moment.about if self._moment is not None else None
        return about.merge if isinstance(about, Joined) and self._writes else None

    def _ask(self, *, asking: bool) -> None:
        for widget in (self._asks, self.yes, self.leave):
            widget.setVisible(asking)
        self.part.setVisible(self._merge is not None and not asking)
        if asking:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part(self) -> None:
        if self._merge is not None:
            self.parted.emit(self._merge)

    def _open_visit(self) -> None:
        if self._moment is not None:
            self.visit_wanted.emit(self._moment.visit_id)

    def _open_referral(self) -> None:
        if self._moment is not None:
            self.referral_wanted.emit(self._moment.referral_id)

    def _connect(self) -> None:
        self.visit.clicked.connect(self._open_visit)
        self.referral.clicked.connect(self._open_referral)
        self.part.clicked.connect(lambda: self._ask(asking=True))
        self.leave.clicked.connect(self.stop_asking)
        self.yes.clicked.connect(self._part)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 10, 20, 10)
        inside.setSpacing(8)
        inside.addWidget(self.trouble)
        inside.addWidget(self._asks)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.referral, self.visit, self.part, self.yes, self.leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        column.addLayout(inside)
