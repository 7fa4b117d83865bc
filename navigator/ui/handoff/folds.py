"""The groups of the handoff that wait folded: the rest of section 3, each with what stands in it."""

from PySide6.QtWidgets import QWidget

from navigator.referrals.consent import Category
from navigator.referrals.encounter import HoldType, YesNo
from navigator.referrals.handoff_groups import Level
from navigator.ui.handoff.entry import (
    Entry,
    area_entry,
    choice_entry,
    line_entry,
    moment_entry,
    tick_entry,
    ticks_entry,
)
from navigator.ui.handoff.folded_section import FoldedSection
from navigator.ui.handoff.record import Record
from navigator.ui.handoff.words import call_lines, ground_words
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme

_ANSWERS = ((YesNo.YES, "Yes"), (YesNo.NO, "No"), (YesNo.NOT_KNOWN, "Not known"))
_LEVELS = tuple((level, level.value.capitalize()) for level in Level)


class Folds:
    """Made in the order of the screen: what is written on the way first."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget) -> None:
        self._theme, self._desk, self._parent = theme, desk, parent
        self.door = self._fold("At the door", *self._of_the_door())
        self.person = self._fold("More about the person", *self._of_the_person())
        self.safety = self._fold("Safety", *self._of_safety())
        self.medicines = self._fold("Medicines and allergies", *self._of_medicines())
        self.belongings = self._fold("Belongings", *self._lines("items", "items_holder", "receipt"))
        self.legal = self._fold("Legal", *self._of_law())
        self.basis = self._fold("Ground, and what was told", *self._of_telling())
        self.calls = self._fold("Calls to this place")

    @property
    def all(self) -> tuple[FoldedSection, ...]:
        return (
            self.door,
            self.person,
            self.safety,
            self.medicines,
            self.belongings,
            self.legal,
            self.basis,
            self.calls,
        )

    def show_record(self, record: Record) -> None:
        """What the calls say by themselves: each of them, and on which ground."""
        lines = call_lines(record.referral, self._desk.clock(), self._desk.city.zone)
        ground = ground_words(record.referral)
        self.calls.say_more("\n".join(lines) or "Nobody was called yet.", lines[-1] if lines else "")
        self.basis.say_more(ground, ground)

    def tell(self) -> None:
        for fold in self.all:
            fold.tell()

    def _fold(self, title: str, *entries: Entry) -> FoldedSection:
        fold = FoldedSection(self._theme, title, self._parent, *entries)
        fold.say_more("")
        return fold

    def _lines(self, *keys: str) -> tuple[Entry, ...]:
        return tuple(line_entry(self._theme, key) for key in keys)

    def _level(self, key: str) -> Entry:
        return choice_entry(self._theme, key, _LEVELS, beside=True)

    def _answer(self, key: str) -> Entry:
        return choice_entry(self._theme, key, _ANSWERS, beside=True)

    def _of_the_door(self) -> tuple[Entry, ...]:
        arrived = moment_entry(self._theme, self._desk, "arrived_at")
        return (
            arrived,
            *self._lines("received_by", "documents"),
            area_entry(self._theme, "if_refused", beside=True),
        )

    def _of_the_person(self) -> tuple[Entry, ...]:
        words = (area_entry(self._theme, key, beside=True) for key in ("goal", "needs"))
        return (*words, *self._lines("interpreter", "companion", "children", "pets"))

    def _of_safety(self) -> tuple[Entry, ...]:
        return (
            self._level("suicide"),
            *self._lines("suicide_tool"),
            self._level("violence"),
            *self._lines("violence_tool"),
            self._answer("weapons"),
            self._answer("weapons_secured"),
            *self._lines("means"),
            self._answer("plan_given"),
            self._level("overdose"),
            self._answer("naloxone"),
            self._level("withdrawal"),
            *self._lines("medical", "keep_away"),
        )

    def _of_medicines(self) -> tuple[Entry, ...]:
        return (
            area_entry(self._theme, "medicines", beside=True),
            tick_entry(self._theme, "medicines_unknown", "Asked, and nobody knows which"),
            *self._lines("last_dose", "next_due", "medicines_holder", "allergies"),
        )

    def _of_law(self) -> tuple[Entry, ...]:
        holds = self._desk.city.holds
        states = (
            (HoldType.NONE, "Voluntary"),
            *((kind, holds.get(key, kind.value)) for kind, key in _HOLDS),
        )
        hold = choice_entry(self._theme, "hold", states, beside=True)
        return (hold, *self._lines("paperwork", "custody"), self._answer("report_made"))

    def _of_telling(self) -> tuple[Entry, ...]:
        return (ticks_entry(self._theme, "shared", tuple(Category)), self._answer("notice_given"))


_HOLDS = ((HoldType.VOLUNTARY, "voluntary"), (HoldType.INVOLUNTARY, "involuntary"))
