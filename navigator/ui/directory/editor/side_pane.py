"""The pane beside the form: when it was checked, what waits, and what happened to the record."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.resources.model import Entry
from navigator.resources.stewardship.records import RecordView
from navigator.ui.directory.editor.alerts_card import AlertsCard
from navigator.ui.directory.editor.barred_card import BarredCard
from navigator.ui.directory.editor.card import Card
from navigator.ui.directory.editor.history_card import HistoryCard
from navigator.ui.directory.editor.opened import Around
from navigator.ui.directory.editor.secret_card import SecretCard
from navigator.ui.directory.editor.trust_card import TrustCard
from navigator.ui.directory.editor.waiting_card import WaitingCard
from navigator.ui.find.result_row import Telling
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel, Rule

EDGE = 20
_SCROLL_BAR = 12


class SidePane(Panel):
    """`check_wanted` asks for the form of a check; the acts themselves are told by the cards."""

    check_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__("surface")
        self._desk = desk
        self.trust = TrustCard(theme)
        self.alerts = AlertsCard(theme)
        self.waiting = WaitingCard(theme)
        self.history = HistoryCard(theme, desk.city.zone)
        self.secret = SecretCard(theme)
        self.barred = BarredCard(theme)
        self.cards: tuple[Card, ...] = (
            *(self.trust, self.alerts, self.waiting, self.history),
            *(self.secret, self.barred),
        )
        self.trust.check_wanted.connect(self.check_wanted)
        self._lay_out()
        for asking in (self.secret.hide_it, self.secret.reveal_it):
            asking.opened.connect(self._reveal_secret)

    def show_view(self, view: RecordView, around: Around, now: datetime) -> None:
        entry = view.record.entry
        self.show_around(entry, around, now)
        self.alerts.show_alerts(entry.alerts, now.astimezone(self._desk.city.zone).date())
        self.waiting.show_texts(entry.id, view.quarantine)
        self.secret.show_record(view.record, view.places)
        self.history.show_events(view.history, now)

    def show_around(self, entry: Entry, around: Around, now: datetime) -> None:
        """What is known of its checks, what may be the same place, and whether it is on the do-not-list."""
        self.trust.show_entry(entry, Telling(now, self._desk.city.zone, self._desk.categories), around.twins)
        self.barred.show_entry(entry.id, around.barred)

    def scroll_up(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _reveal_secret(self) -> None:
        """All of what will happen is seen before anybody agrees to it."""
        inside = self._scroll.widget()
        layout = inside.layout() if inside is not None else None
        if inside is not None and layout is not None:
            layout.activate()
            inside.adjustSize()
        self._scroll.ensureWidgetVisible(self.secret, 0, EDGE)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(EDGE, 12, EDGE - _SCROLL_BAR, EDGE)
        column.setSpacing(16)
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule("down"))
        row.addWidget(self._scroll, 1)
