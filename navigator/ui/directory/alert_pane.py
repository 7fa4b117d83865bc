"""An alert that ends: it is over, or it goes on until another day (S-06)."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from navigator.resources.model import Alert, Entry
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.ui.clipboard import copy_number
from navigator.ui.directory.acts import Acts
from navigator.ui.directory.editor.alerts_card import days_words
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pane import Pane
from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.number_card import NumberCard
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.day_entry import DayEntry
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.worker import Worker

NO_DAY = "Write until when it goes on, or end it."
_UNTIL = "until"


class AlertPane(Pane):
    """`settled` by an alert that was ended or goes on."""

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self.entry: Entry | None = None
        self.alert: Alert | None = None
        self.until = DayEntry(theme, lambda: self._today, name="Goes on until")
        self._field = Field(theme, "Goes on until", self.until)
        self.go_on = Button(theme, "It goes on", "primary", height=sizes.MAIN_ACTION)
        self.end_it = Button(theme, "It is over", height=sizes.MAIN_ACTION)
        self._trouble = Trouble(theme)
        self._stand((self._field,), (self._trouble, Acts((self.go_on, self.end_it))))
        self.until.typed.connect(self._note)
        self.go_on.clicked.connect(self._prolong)
        self.end_it.clicked.connect(self._end)

    def show_entry(self, entry_id: str) -> bool:
        """Shows the alert of the entry that ends first. False where what is typed before cannot be kept."""
        entry = self._desk.directory.entry(self._desk.actor, entry_id)
        if entry == self.entry:
            return True
        if self.flush():
            return False
        self.entry = entry
        ahead = [alert for alert in entry.alerts if alert.ends is None or alert.ends >= self._today]
        self.alert = min(ahead, key=lambda alert: alert.ends or date.max, default=None)
        self._fill(entry)
        return True

    def take_focus(self) -> None:
        self.until.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def trouble(self) -> str:
        return " ".join(part for part in (self._trouble.sentence, self._field.trouble) if part)

    def _fill(self, entry: Entry) -> None:
        subject = self.alert.id if self.alert is not None else entry.id
        self.until.put(None, self._begin_draft(DeskDraftKind.ALERT, subject, self._content).get(_UNTIL, ""))
        self._field.say("")
        told: list[QWidget] = [PaneHead(entry.name, " · ".join(part for part in (entry.kind, entry.area) if part))]
        if self.alert is not None:
            words = f"{self.alert.words}\n{days_words(self.alert, self._today)} · {self.alert.by}"
            told.append(FactLine(self._theme, "circle-alert", words, "closing"))
        copy: tuple[QWidget, ...] = ()
        if entry.first_phone is not None:
            card = NumberCard(self._theme, entry.first_phone)
            card.copied.connect(copy_number)
            told.append(card)
            copy = (card.copy,)
        self.put(told, (*copy, self.until, self.go_on, self.end_it))

    def _prolong(self) -> None:
        day, entry, alert = self.until.day, self.entry, self.alert
        self._field.say(self.until.trouble or ("" if day is not None else NO_DAY))
        if day is None or entry is None or alert is None:
            self.until.setFocus()
            return
        alerts, actor = self._desk.keeping.alerts, self._desk.actor
        self._write(entry.name, lambda: alerts.prolong(actor, alert.id, day))

    def _end(self) -> None:
        alerts, actor, entry, alert = self._desk.keeping.alerts, self._desk.actor, self.entry, self.alert
        if entry is not None and alert is not None:
            self._write(entry.name, lambda: alerts.end(actor, alert.id))

    def _let_go(self) -> None:
        super()._let_go()
        self.entry = self.alert = None

    def _lock(self, *, locked: bool) -> None:
        for widget in (self.until, self.go_on, self.end_it):
            widget.setEnabled(not locked)

    def _note(self) -> None:
        self._field.say("")
        super()._note()

    def _troubled(self, sentence: str) -> None:
        self._trouble.say(sentence)

    def _content(self) -> dict[str, str]:
        return {_UNTIL: self.until.text()} if self.until.text().strip() else {}
