"""The form of a visit, new or saved: what is typed as one value, filled again, with sentences under its fields."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.city import City
from navigator.clock import Clock
from navigator.referrals.bounds import Bounds
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.checks import Troubles, troubles_of
from navigator.ui.visits.details import Details
from navigator.ui.visits.essentials import Essentials
from navigator.ui.visits.slots import Slot
from navigator.ui.visits.typed import YES, Typed
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text

Arrangement = Literal["beside", "below"]
"""Where the part that may wait stands."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WHO = ("given_name", "family_name", "birth", "described", "unknown")


class VisitForm(QWidget):
    """`changed` by a person's hand, `submitted` by Enter when nothing needed is missing, `named` when who it is may
    be looked up. What the screen adds to `foot` stands under the part that every visit needs."""

    changed = Signal()
    submitted = Signal()
    named = Signal()

    def __init__(self, theme: Theme, clock: Clock, city: City, arrangement: Arrangement) -> None:
        super().__init__()
        self._clock, self._city, self._arrangement = clock, city, arrangement
        self._filling = False
        self._person_id = ""
        self.essentials = Essentials(theme, clock, city.zone)
        self.details = Details(theme, clock, city)
        self.foot = QVBoxLayout()
        self._slots: Mapping[str, Slot] = {**self.essentials.slots, **self.details.slots}
        self.fields: Mapping[str, Field] = {**self.essentials.fields, **self.details.fields}
        self._shown = self.typed
        self.areas = self._beside() if arrangement == "beside" else self._below()
        self.essentials.changed.connect(self._hear)
        self.details.changed.connect(self._hear)
        self.essentials.named.connect(self.named)
        self.essentials.seen_before.filled.connect(self.order)

    @property
    def typed(self) -> Typed:
        read = {name: slot.read() for name, slot in self._slots.items()}
        return Typed(person_id=self._person_id, **read)

    def fill(self, typed: Typed) -> None:
        """Shows `typed`, without a word of change."""
        self._filling = True
        for name, slot in self._slots.items():
            slot.put(getattr(typed, name))
        self._person_id = typed.person_id
        self._shown = self.typed
        self._filling = False

    def order(self) -> None:
        """Tab goes as the eye does: what is needed, what the screen put under it, what may wait."""
        needed, rest = self.essentials.order, self.details.order
        foot = [button for button in self.findChildren(Button) if button not in needed and button not in rest]
        chain = (*needed, *foot, *rest) if self._arrangement == "beside" else (*needed, *rest, *foot)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def check(self) -> bool:
        """Says what is missing under its field and goes to the first; True when nothing is."""
        troubles = self._troubles()
        for name, field in self.fields.items():
            field.say(troubles.get(name, ""))
        wrong = next((name for name in self.fields if name in troubles), "")
        if wrong:
            self._go_to(wrong)
        return not wrong

    def forget_troubles(self) -> None:
        for field in self.fields.values():
            field.say("")

    def go_to_missing(self) -> bool:
        """To the first thing that is missing; False when nothing is."""
        missing = [name for name in self.fields if name in self._troubles()]
        if missing:
            self._go_to(missing[0])
        return bool(missing)

    def take_focus(self) -> None:
        """To the first thing to type."""
        self._go_to("described" if self.typed.unknown else "given_name")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on to what is needed next; after the last of it, the form is done."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif self._is_in(self.details):
            self.focusNextChild()
        else:
            self._go_on()

    def _go_on(self) -> None:
        following = dict(zip(self.essentials.known_lines[:-1], self.essentials.known_lines[1:], strict=True))
        focused = QApplication.focusWidget()
        missing = [name for name in self.essentials.fields if name in self._troubles()]
        if focused in following:
            following[focused].setFocus(Qt.FocusReason.TabFocusReason)
        elif missing and not self._is_in(self.fields[missing[0]]):
            self._go_to(missing[0])
        else:
            self.submitted.emit()

    def _troubles(self) -> Troubles:
        return troubles_of(self.typed, Bounds(self._clock(), self._city.zone), self._unread())

    def _unread(self) -> Iterable[tuple[str, str]]:
        return (("arrived", self.essentials.arrived.trouble), ("sent", self.details.sent.trouble))

    def _hear(self) -> None:
        if self._filling:
            return
        typed, before = self.typed, self._shown
        if self._person_id and any(getattr(typed, name) != getattr(before, name) for name in _WHO):
            self._person_id = ""
            typed = replace(typed, person_id="")
        for name in self.fields:
            if getattr(typed, name) != getattr(before, name):
                self.fields[name].say("")
        if typed.unknown != before.unknown:
            self._go_to("described" if typed.unknown == YES else "given_name")
        self._shown = typed
        self.changed.emit()

    def _go_to(self, name: str) -> None:
        self.fields[name].entry.setFocus(Qt.FocusReason.TabFocusReason)
        for area in self.areas:
            if area.isAncestorOf(self.fields[name]):
                area.ensureWidgetVisible(self.fields[name], 0, 20)

    def _is_in(self, part: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    def _beside(self) -> tuple[QScrollArea, ...]:
        needed, optional = _scrolling(self.essentials), _scrolling(_titled("If you know it", self.details))
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(needed, 1)
        left.addLayout(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 6)
        row.addWidget(Rule("down"))
        row.addWidget(optional, 5)
        return needed, optional

    def _below(self) -> tuple[QScrollArea, ...]:
        both = QWidget()
        inside = QVBoxLayout(both)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(18)
        inside.addWidget(self.essentials)
        inside.addWidget(Rule())
        inside.addWidget(self.details)
        area = _scrolling(both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(self.foot)
        return (area,)


def _titled(title: str, part: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(Text(title, px=sizes.NAME, weight=600))
    column.addWidget(part)
    return both


def _scrolling(part: QWidget) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(24, 16, 24, 16)
    column.addWidget(part)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
