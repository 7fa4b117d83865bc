"""The part of the form that every visit needs: who, what kind of place, when you arrived."""

from collections.abc import Mapping
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from navigator.clock import Clock
from navigator.referrals.visit import PlaceKind
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.seen_before import SeenBefore
from navigator.ui.visits.slots import Slot, line_slot, moment_slot, segments_slot
from navigator.ui.visits.typed import LABELS, YES
from navigator.ui.visits.words import said
from navigator.ui.widgets.field import Field, line
from navigator.ui.widgets.moment_entry import MomentEntry
from navigator.ui.widgets.segments import Segments

_NAME = 80
_BIRTH = 30
_DESCRIPTION = 200
_KNOWN = "no"


class Essentials(QWidget):
    """`changed` at each change, `named` when a name or the birth was left."""

    changed = Signal()
    named = Signal()

    def __init__(self, theme: Theme, clock: Clock, zone: tzinfo) -> None:
        super().__init__()
        self.mode = Segments(theme, [(_KNOWN, "Name and birth year"), (YES, "Unknown person")], name="Who is it?")
        self.mode.choose(_KNOWN)
        self.given, self.family = line(length=_NAME), line(length=_NAME)
        self.birth, self.described = line(length=_BIRTH), line(length=_DESCRIPTION)
        self.place = Segments(theme, [(kind.value, said(kind)) for kind in PlaceKind], name=LABELS["place"])
        self.arrived = MomentEntry(theme, clock, zone, name=LABELS["arrived"])
        self.seen_before = SeenBefore(theme)
        self.slots: Mapping[str, Slot] = {
            "unknown": Slot(self.mode, self._unknown, self._show_mode),
            "given_name": line_slot(self.given, self.changed.emit),
            "family_name": line_slot(self.family, self.changed.emit),
            "birth": line_slot(self.birth, self.changed.emit),
            "described": line_slot(self.described, self.changed.emit),
            "place": segments_slot(self.place, self.changed.emit),
            "arrived": moment_slot(self.arrived, self.changed.emit),
        }
        hints = {"birth": "1991 or 4/12/1991", "described": "About how old, what they wear: “man about 40, grey coat”"}
        self.fields: Mapping[str, Field] = {
            name: Field(theme, LABELS[name], slot.widget, hint=hints.get(name, ""))
            for name, slot in self.slots.items()
            if name != "unknown"
        }
        self._lay_out()
        self._connect()
        self._show_mode("")

    @property
    def known_lines(self) -> tuple[QLineEdit, ...]:
        """Name and birth in the order of Enter."""
        return self.given, self.family, self.birth

    @property
    def order(self) -> tuple[QWidget, ...]:
        """Its controls in the order of Tab."""
        who = (*self.mode.segments, *self.known_lines, *self.seen_before.buttons, self.described)
        return *who, *self.place.segments, self.arrived.line, self.arrived.now

    def settle_who(self, settled: bool) -> None:
        """A person with a name does not become unknown again."""
        self.mode.setVisible(not settled)

    def _unknown(self) -> str:
        return YES if self.mode.value == YES else ""

    def _show_mode(self, unknown: str) -> None:
        self.mode.choose(unknown or _KNOWN)
        self._known.setVisible(not unknown)
        self.fields["described"].setVisible(bool(unknown))

    def _choose_mode(self, value: object) -> None:
        self._show_mode(YES if value == YES else "")
        self.changed.emit()

    def _connect(self) -> None:
        self.mode.chosen.connect(self._choose_mode)
        for entry in self.known_lines:
            entry.editingFinished.connect(self.named)

    def _lay_out(self) -> None:
        self._known = QWidget()
        known = QVBoxLayout(self._known)
        known.setContentsMargins(0, 0, 0, 0)
        known.setSpacing(12)
        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(self.fields["given_name"], 1)
        names.addWidget(self.fields["family_name"], 1)
        known.addLayout(names)
        known.addWidget(self.fields["birth"])
        known.addWidget(self.seen_before)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.mode)
        column.addWidget(self._known)
        for name in ("described", "place", "arrived"):
            column.addWidget(self.fields[name])
