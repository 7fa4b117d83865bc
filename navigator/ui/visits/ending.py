"""The small form that ends a visit: when you left, and how it ended."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.referrals.bounds import Bounds
from navigator.referrals.encounter import HoldType, Instead
from navigator.referrals.visit import Disposition, Ending, Visit
from navigator.referrals.visits import CHANGED
from navigator.ui.find.chip_row import ChipRow
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.slots import chips_slot, moment_slot, select_slot
from navigator.ui.visits.typed import several, time_text
from navigator.ui.visits.words import hold_pairs, pairs, said
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.chip import Chip
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.widgets.moment_entry import MomentEntry
from navigator.ui.widgets.text import Text

ENDING = "end."
LEFT, HOW, ALSO = f"{ENDING}left", f"{ENDING}how", f"{ENDING}also"
HOLD, INSTEAD = f"{ENDING}hold", f"{ENDING}instead"
"""The names of its fields in the draft of the visit."""

ASKED_INSTEAD = "Without you, what would the officer or caller have done?"
_BETWEEN = "; "
_BEFORE_ARRIVING = "You cannot leave before you arrived. Check the times."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EndForm(QScrollArea):
    """`changed` by hand, `submitted` when it may be saved, `left` for not yet, `stale` asks for the newest visit."""

    changed = Signal()
    submitted = Signal()
    left = Signal()
    stale = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._visit: Visit | None = None
        self._filling = False
        self.left_at = MomentEntry(theme, desk.clock, desk.city.zone, name="Left at")
        self.how, self.more, self.hold = Select(theme), Select(theme), Select(theme)
        self._also: dict[Disposition, Chip] = {}
        self._chips = ChipRow()
        self._left = moment_slot(self.left_at, self._hear)
        self._how = select_slot(self.how, pairs(Disposition), self._hear, "Choose one")
        self._more = select_slot(self.more, pairs(Disposition), self._add, "Nothing else")
        self._hold = select_slot(self.hold, hold_pairs(desk.city), self._hear, "Not said")
        self._instead = chips_slot(theme, Instead, "Instead", self._hear)
        self._fields = {
            LEFT: Field(theme, "Left at", self.left_at),
            HOW: Field(theme, "How it ended", self.how),
            ALSO: Field(theme, "And also, if more than one thing is true", self.more),
            HOLD: Field(theme, "Hold", self.hold),
            INSTEAD: Field(theme, ASKED_INSTEAD, self._instead.widget),
        }
        self.trouble = Trouble(theme)
        self.look_again = Button(theme, "Look again", "ghost", icon="history")
        self.end = Button(theme, "End the visit", "primary", icon="door-open", height=sizes.MAIN_ACTION)
        self.not_yet = Button(theme, "Not yet", "ghost")
        self._lay_out()
        self.end.clicked.connect(self._submit)
        self.not_yet.clicked.connect(self.left)
        self.look_again.clicked.connect(self.stale)
        self.show_visit(None)

    @property
    def content(self) -> Mapping[str, str]:
        """What is typed, for the draft."""
        also = _BETWEEN.join(self._also)
        typed = {LEFT: self._left.read(), HOW: self._how.read(), ALSO: also}
        typed.update({HOLD: self._hold.read(), INSTEAD: self._instead.read()})
        return {name: text for name, text in typed.items() if text}

    @property
    def ending(self) -> Ending | None:
        """What is typed, as far as it can be saved."""
        moment, how = self.left_at.moment, self._how.read()
        if not moment or not how:
            return None
        hold = HoldType(self._hold.read()) if self._hold.read() else None
        return Ending(moment, Disposition(how), tuple(self._also), hold, several(Instead, self._instead.read()))

    def trouble_of(self, name: str) -> str:
        return self._fields[name].trouble

    def show_visit(self, visit: Visit | None, content: Mapping[str, str] | None = None) -> None:
        """Empty and leaving now, or as it was typed before."""
        self._visit, typed = visit, content or {}
        self._filling = True
        now = self._desk.clock().replace(second=0, microsecond=0)
        self._left.put(typed.get(LEFT, time_text(now)))
        self._how.put(typed.get(HOW, ""))
        self._hold.put(typed.get(HOLD, ""))
        self._instead.put(typed.get(INSTEAD, ""))
        for one in list(self._also):
            self._drop(one)
        for text in typed.get(ALSO, "").split(_BETWEEN):
            if text in set(Disposition):
                self._show_also(Disposition(text))
        self._filling = False
        for field in self._fields.values():
            field.say("")
        self.say("")

    def take_visit(self, visit: Visit) -> None:
        """The newest state of the visit; what is typed stays."""
        self._visit = visit
        self.say("")

    @property
    def chosen(self) -> Mapping[str, str]:
        """How it ended, without the time: what stays when it is put off."""
        return {name: text for name, text in self.content.items() if name != LEFT}

    def say(self, sentence: str) -> None:
        self.trouble.say(sentence)
        self.look_again.setVisible(sentence == CHANGED)

    def take_focus(self) -> None:
        self.left_at.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and not self._how.read() and not self.how.hasFocus():
            self.how.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in _ENTER:
            self._submit()
        else:
            super().keyPressEvent(event)

    def _submit(self) -> None:
        troubles = self._troubles()
        for name, field in self._fields.items():
            field.say(troubles.get(name, ""))
        wrong = next((name for name, sentence in troubles.items() if sentence), "")
        if wrong:
            self._fields[wrong].entry.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submitted.emit()

    def _troubles(self) -> Mapping[str, str]:
        moment = self.left_at.moment
        arrived = self._visit.facts.arrived_at if self._visit else None
        late = Bounds(self._desk.clock(), self._desk.city.zone).wrong(moment, "Leaving")
        missing = "" if moment else "Write when you left."
        before = _BEFORE_ARRIVING if moment and arrived and moment < arrived else ""
        how, ending = self._how.read(), self.ending
        return {
            LEFT: self.left_at.trouble or missing or late or before,
            HOW: "" if how else "Choose how the visit ended.",
            ALSO: "This is the ending above already. Take one away." if how in set(self._also) else "",
            HOLD: ending.lacks_hold() if ending else "",
            INSTEAD: ending.lacks_instead() if ending else "",
        }

    def _hear(self) -> None:
        if not self._filling:
            for field in self._fields.values():
                field.say("")
            self.changed.emit()

    def _add(self) -> None:
        """One more, as a chip; the list goes back to "Nothing else"."""
        text = self._more.read()
        if not text or self._filling:
            return
        self._filling = True
        self._show_also(Disposition(text))
        self._more.put("")
        self._filling = False
        self._hear()

    def _show_also(self, one: Disposition) -> None:
        if one in self._also:
            return
        chip = Chip(self._theme, said(one), checkable=False, trailing="x")
        chip.setAccessibleName(f"Take away: {said(one)}")
        chip.clicked.connect(lambda: self._take_away(one))
        self._also[one] = chip
        self._show_chips()

    def _take_away(self, one: Disposition) -> None:
        self._drop(one)
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hear()

    def _drop(self, one: Disposition) -> None:
        self._also.pop(one).deleteLater()
        self._show_chips()

    def _show_chips(self) -> None:
        chips = tuple(self._also.values())
        self._chips.show_chips(chips)
        self._chips.setVisible(bool(chips))
        chain = (
            self.left_at.line,
            self.left_at.now,
            self.how,
            self.more,
            *chips,
            self.hold,
            *self._instead.widget.findChildren(Chip),
            self.end,
            self.not_yet,
        )
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        column.addWidget(Text("End the visit", px=sizes.NAME, weight=600))
        column.addWidget(self._fields[LEFT])
        column.addWidget(self._fields[HOW])
        column.addWidget(self._fields[ALSO])
        column.addWidget(self._chips)
        column.addWidget(self._fields[HOLD])
        column.addWidget(self._fields[INSTEAD])
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.end, self.look_again, self.not_yet):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self._chips.hide()
        self.setWidget(inside)
