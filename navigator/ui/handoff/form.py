"""The form of the handoff: what a warm one needs in two columns, the rest in folds under it; all of it read as text."""

from collections.abc import Callable, Mapping
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.handoff_groups import Part
from navigator.ui.handoff.content import Content, time_text
from navigator.ui.handoff.entry import Entry
from navigator.ui.handoff.folds import Folds
from navigator.ui.handoff.ipass_section import IPassSection
from navigator.ui.handoff.journey_sections import CloseSection, TransportSection
from navigator.ui.handoff.person_section import PersonSection
from navigator.ui.handoff.receiver_card import ReceiverCard
from navigator.ui.handoff.record import Record
from navigator.ui.handoff.section import Section
from navigator.ui.handoff.words import TO_CALL, receiver_of
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Rule

_IN_THE_CALL = frozenset({Part.PRESENT.value, Part.SPOKE.value})
_EDGE, _GAP = 20, 16


class HandoffForm(QWidget):
    """`changed` when a person typed or chose something. Enter goes on to the next input.

    The sections are made in the order of Tab: down the left column, then I-PASS, then the folds.
    """

    changed = Signal()

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filling = False
        self._record: Record | None = None
        self._part_at = ""
        self.setProperty("surface", "surface")
        self.receiver = ReceiverCard(theme, self)
        self.person = PersonSection(theme, self)
        transport, close = TransportSection(theme, desk, self), CloseSection(theme, desk, self)
        self._ipass = IPassSection(theme, desk, self)
        self._sections: tuple[Section, ...] = (self.person, transport, close, self._ipass)
        self.folds = Folds(theme, desk, self)
        groups = [*(one.entries for one in self._sections), *(one.entries for one in self.folds.all)]
        self.entries: Mapping[str, Entry] = {entry.key: entry for entry in chain.from_iterable(groups)}
        self._lay_out()
        for entry in self.entries.values():
            entry.listen(self._heard(entry))

    @property
    def content(self) -> Content:
        told = {key: entry.words() for key, entry in self.entries.items()} | {"part_at": self._part_at}
        return {key: text for key, text in told.items() if text}

    @property
    def misread(self) -> Mapping[str, str]:
        """What is typed where a time belongs and is none, with its sentence."""
        return {key: entry.trouble() for key, entry in self.entries.items() if entry.trouble()}

    def show_record(self, record: Record) -> None:
        """What stands above and beside the inputs."""
        self._record = record
        self.person.show_facts(record.visit.facts)
        self.folds.show_record(record)
        self.show_hour()
        for entry in self.entries.values():
            entry.widget.setEnabled(record.writable)

    def show_hour(self) -> None:
        """The minutes left of a bed go on."""
        if self._record is not None:
            self.receiver.show_receiver(receiver_of(self._record, self._desk.clock(), self._desk.city.zone))

    def put(self, content: Content) -> None:
        """Fills in all inputs and tells nobody."""
        self._filling = True
        for key, entry in self.entries.items():
            if entry.words() != content.get(key, ""):
                entry.put(content.get(key, ""))
        self._part_at = content.get("part_at", "")
        self.folds.tell()
        self._ipass.show_meaning()
        self._filling = False

    def say(self, troubles: Mapping[str, str]) -> None:
        """What cannot be, each under its input; the time of the call has none of its own."""
        under = {"part" if key == "part_at" else key: sentence for key, sentence in troubles.items()}
        for key, entry in self.entries.items():
            entry.say(under.get(key, ""))

    def input_of(self, key: str) -> QWidget:
        """Where it is written; the fold that it is in opens."""
        if key == TO_CALL:
            return self.receiver.to_call
        for fold in self.folds.all:
            if key in {entry.key for entry in fold.entries}:
                fold.open()
        return self.entries["part" if key == "part_at" else key].input

    def set_narrow(self, narrow: bool) -> None:
        """One column in the order of Tab, or I-PASS beside the rest."""
        for section in self._sections:
            self._left.removeWidget(section)
            self._right.removeWidget(section)
        for place, section in enumerate(self._sections):
            column = self._right if section is self._ipass and not narrow else self._left
            column.insertWidget(min(place, column.count() - 1), section)
        for fold in self.folds.all:
            fold.set_narrow(narrow)
        self._rule.setVisible(not narrow)
        self._row.setStretch(2, 0 if narrow else 1)

    def leave(self, taken: int) -> None:
        """Something beside the form took `taken` pixels of its right edge."""
        self._column.setContentsMargins(_EDGE, 4, _EDGE - taken, _EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _heard(self, entry: Entry) -> Callable[[], None]:
        def heard() -> None:
            if self._filling:
                return
            if entry.key == "part":
                self._note_call(entry.words())
            elif entry.key == "read_back_by":
                self._note_read_back(entry.words())
            self._ipass.show_meaning()
            self.folds.tell()
            self.changed.emit()

        return heard

    def _note_call(self, part: str) -> None:
        """The person took part in the call that reached somebody last."""
        at = self._record.last_spoken_at if self._record is not None and part in _IN_THE_CALL else None
        self._part_at = time_text(at)

    def _note_read_back(self, by: str) -> None:
        """It is read back now, unless somebody writes another time."""
        at = self.entries["read_back_at"]
        if by.strip() and not at.words():
            at.put(time_text(self._desk.clock().replace(second=0, microsecond=0)))

    def _lay_out(self) -> None:
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._rule = Rule("down", self)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addLayout(self._left, 1)
        self._row.addWidget(self._rule)
        self._row.addLayout(self._right, 1)
        for layout in (self._left, self._right):
            layout.setSpacing(_GAP)
            layout.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(14)
        self._column.addWidget(self.receiver)
        self._column.addLayout(self._row)
        self._column.addWidget(Rule())
        folds = QVBoxLayout()
        folds.setSpacing(0)
        for fold in self.folds.all:
            folds.addWidget(fold)
        self._column.addLayout(folds)
        self._column.addStretch(1)
        self.leave(0)
        self.set_narrow(narrow=False)
