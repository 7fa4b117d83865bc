"""An alert that ends: it is over, or it goes on until another day (S-06)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from navigator.errors import UserError
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
    """`settled` gives the entry whose alert was ended or goes on."""

    settled = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self.entry_id = ""
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
        if entry_id == self.entry_id:
            return True
        if self.flush():
            return False
        entry = self._desk.directory.entry(self._desk.actor, entry_id)
        self.entry_id = entry_id
        ahead = [alert for alert in entry.alerts if alert.ends is None or alert.ends >= self._today]
        self.alert = min(ahead, key=lambda alert: alert.ends or date.max, default=None)
        self._fill(entry)
        return True

    def forget(self) -> None:
        """Nothing is shown any more."""
        self.flush()
        self.entry_id, self.alert = "", None
        self.clear()

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
        self._lock(locked=False)

    def _prolong(self) -> None:
        day, alert = self.until.day, self.alert
        self._field.say(self.until.trouble or ("" if day is not None else NO_DAY))
        if day is None or alert is None:
            self.until.setFocus()
            return
        alerts, actor, entry_id, today = self._desk.keeping.alerts, self._desk.actor, self.entry_id, self._today

        def work() -> tuple[Entry, ...]:
            alerts.put(actor, entry_id, alert.words, max(today, alert.starts), day)
            return alerts.end(actor, alert.id)

        self._write(work)

    def _end(self) -> None:
        alerts, actor, alert = self._desk.keeping.alerts, self._desk.actor, self.alert
        if alert is not None:
            self._write(lambda: alerts.end(actor, alert.id))

    def _write(self, work: Callable[[], tuple[Entry, ...]]) -> None:
        self._lock(locked=True)
        entry_id = self.entry_id
        self._worker.run(self, work, lambda entries: self._written(entry_id, entries), self._refused)

    def _written(self, entry_id: str, entries: tuple[Entry, ...]) -> None:
        if self.entry_id == entry_id:
            self._drop_draft()
            self.entry_id, self.alert = "", None
        self.settled.emit(entries)

    def _refused(self, error: UserError) -> None:
        self._lock(locked=False)
        self._trouble.say(error.sentence)

    def _lock(self, *, locked: bool) -> None:
        self._trouble.say("")
        for widget in (self.until, self.go_on, self.end_it):
            widget.setEnabled(not locked)

    def _note(self) -> None:
        self._field.say("")
        super()._note()

    def _troubled(self, sentence: str) -> None:
        self._trouble.say(sentence)

    def _content(self) -> dict[str, str]:
        return {_UNTIL: self.until.text()} if self.until.text().strip() else {}
