"""How many beds are free, told from the card of a place in two keys: a digit and Enter (S-04)."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.ages import plural
from navigator.resources.model import Capacity, Entry
from navigator.ui.directory.room_words import read_room
from navigator.ui.find.popup import Popup
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble, line
from navigator.ui.widgets.text import Text

_WIDTH = 300


class BedsPopup(Popup):
    """`told` gives the id of the entry whose `capacity` is typed. It stays open until it is saved.

    Closed before, by a lock too, it opens again with what was typed at that place.
    """

    told = Signal(str)

    def __init__(self, theme: Theme, me: str, owner: QWidget) -> None:
        super().__init__(theme, "Beds", owner)
        self._me = me
        self._entry_id, self.name = "", ""
        self._typed: dict[str, tuple[str, str]] = {}
        self._before: Capacity | None = None
        self._unit = "bed"
        self._title = Text(weight=600, wrap=True)
        self.count, self.who = line(length=4), line(length=80)
        self._count_field = Field(theme, "Free now", self.count, hint="0 when it is full, ? when nobody can say")
        self._who_field = Field(theme, "Who said so", self.who, hint=f"Empty: {me}")
        self.save = Button(theme, "Save")
        self._trouble = Trouble(theme)
        self._lay_out()
        for edit in (self.count, self.who):
            edit.returnPressed.connect(self._save)
            edit.textEdited.connect(self._keep)
        self.save.clicked.connect(self._save)

    @property
    def trouble(self) -> str:
        return self._count_field.trouble or self._trouble.sentence

    def open_for(self, entry: Entry, unit: str, digit: str, anchor: QWidget) -> None:
        """Opens with the digit that was typed, if any, in place of a count."""
        if self.isVisible():
            self.close_up()
            return
        self._entry_id, self.name = entry.id, entry.name
        self._before = max(entry.capacities, key=lambda one: one.as_of, default=None)
        self._unit = self._before.unit if self._before else unit
        only = f" ({self._before.restriction})" if self._before and self._before.restriction else ""
        self._title.setText(f"How many {plural(self._unit)}{only} are free at {entry.name}?")
        count, who = self._typed.get(entry.id, ("", ""))
        self.count.setText(digit or count)
        self.who.setText(who)
        self._keep()
        self._count_field.say("")
        self._trouble.say("")
        self.open_at(anchor, self.count)
        self.count.deselect()
        self.count.end(False)

    def set_locked(self, locked: bool) -> None:
        """While it is on its way nothing can be typed or saved."""
        for widget in (self.save, self.count, self.who):
            widget.setEnabled(not locked)

    def tell_saved(self, entry_id: str) -> None:
        """Nothing that is typed there is left; what is open for another place stays."""
        self._typed.pop(entry_id, None)
        if entry_id == self._entry_id and self.isVisible():
            self.count.clear()
            self.who.clear()
            self.close_up()

    def tell_refusal(self, entry_id: str, sentence: str) -> bool:
        """Why it was not saved; what was typed stays. False where nobody sees it."""
        if entry_id != self._entry_id or not self.isVisible():
            return False
        self.set_locked(False)
        self._trouble.say(sentence)
        self.fit()
        self.count.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _keep(self) -> None:
        self._typed[self._entry_id] = (self.count.text(), self.who.text())

    def capacity(self, now: datetime) -> Capacity:
        """What is typed; the whole and the restriction stay as they were told last."""
        before = self._before
        return Capacity(
            unit=self._unit,
            available=read_room(self.count.text(), None).available,
            maximum=before.maximum if before else None,
            restriction=before.restriction if before else "",
            said_by=self.who.text().strip() or self._me,
            as_of=now,
        )

    def _save(self) -> None:
        read = read_room(self.count.text(), self._before.maximum if self._before else None)
        self._count_field.say(read.trouble)
        self.fit()
        if read.trouble:
            self.count.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.told.emit(self._entry_id)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        for widget in (self._title, self._count_field, self._who_field, self._trouble):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setFixedWidth(_WIDTH)
