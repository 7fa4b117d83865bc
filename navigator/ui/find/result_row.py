"""One result as a row of the list tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from navigator.resources.ages import day
from navigator.resources.categories import Category
from navigator.resources.hours import OpenKind
from navigator.resources.model import Entry, Status
from navigator.resources.search import Fit, Hit
from navigator.ui.find import remarks
from navigator.ui.find.fit_words import sign_of
from navigator.ui.find.notes import row_notes
from navigator.ui.find.remarks import Remark


@dataclass(frozen=True)
class Telling:
    """What rows are told by: the moment, the zone of the city, and the kinds of help."""

    now: datetime
    zone: ZoneInfo
    categories: Mapping[str, Category]

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def kind(self, entry: Entry) -> str:
        """The kind of help in plain words: as published, else the name of its first category."""
        if entry.kind:
            return entry.kind
        known = (self.categories[code].name for code in entry.categories if code in self.categories)
        return next(known, "")

    def unit(self, entry: Entry) -> str:
        """What is counted there ("bed"); "" when nothing is."""
        known = (self.categories[code].unit for code in entry.categories if code in self.categories)
        return next((unit for unit in known if unit), "")


@dataclass(frozen=True)
class ResultRow:
    """One result, ready to paint: three columns of three lines (LOOK.md "Result row"), and under them the `notes`.

    What it says is worked out when it is first looked at: of the fifty of an answer a window shows seven.
    `number` is shown in place of the entry's first one.
    """

    hit: Hit
    telling: Telling
    asks_distance: bool
    last_of_group: bool
    number: str = ""

    @property
    def id(self) -> str:
        return self.hit.entry.id

    @property
    def key(self) -> str:
        return self.hit.entry.id

    @property
    def name(self) -> str:
        return self.hit.entry.name

    @property
    def fit(self) -> Fit:
        return self.hit.fit

    @property
    def urgent(self) -> bool:
        """A line that is offered first when the words mean danger: its number is set large."""
        return self.fit is Fit.ALWAYS

    @property
    def faded(self) -> bool:
        """Closed and unfit rows are painted in the second ink, never fainter."""
        return self.fit is Fit.NOT

    @cached_property
    def kind(self) -> str:
        entry = self.hit.entry
        return " · ".join(part for part in (self.telling.kind(entry), entry.area) if part)

    @cached_property
    def sign(self) -> Fit:
        return sign_of(self.hit)

    @property
    def fit_words(self) -> str:
        return self.hit.fit_words

    @property
    def state(self) -> OpenKind:
        return self._told_state[0]

    @property
    def state_words(self) -> str:
        return self._told_state[1]

    @cached_property
    def _told_state(self) -> tuple[OpenKind, str]:
        return state_of(self.hit, self.telling.today)

    @cached_property
    def beds(self) -> Remark | None:
        return remarks.beds(self.hit.entry, self.telling.unit(self.hit.entry), self.telling.now)

    @cached_property
    def checked(self) -> Remark:
        return remarks.checked(self.hit.entry, self.telling.now, self.telling.zone)

    @cached_property
    def phone(self) -> str:
        return self.number or remarks.number(self.hit.entry)

    @cached_property
    def distance(self) -> str:
        hit = self.hit
        return remarks.distance(hit.entry, hit.distance_miles, asked=self.asks_distance, about=hit.about)

    @cached_property
    def way_in(self) -> str:
        return remarks.way_in(self.hit.entry)

    @cached_property
    def notes(self) -> tuple[Remark, ...]:
        return row_notes(self.hit.entry, self.telling.today)

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        told = [self.name, self.kind, self.fit_words, self.state_words, self.beds.words if self.beds else ""]
        told += [self.checked.words, self.phone or remarks.NO_NUMBER, self.distance, self.way_in]
        told += [note.words for note in self.notes]
        return ". ".join(part.rstrip(".") for part in told if part) + "."


def state_of(hit: Hit, today: date) -> tuple[OpenKind, str]:
    """What the pill says: the status when it stands in the way (S-05), else the hours."""
    words = _STATUS_WORDS.get(hit.entry.status)
    if words is None:
        return hit.open.kind, hit.open.words
    until = hit.entry.status_until
    if until and hit.entry.status is Status.TEMPORARILY_CLOSED:
        return OpenKind.CLOSED, f"Closed until {day(until, today)}"
    return OpenKind.CLOSED, words


_STATUS_WORDS = {
    Status.DO_NOT_REFER: "Do not refer",
    Status.TEMPORARILY_CLOSED: "Closed for now",
    Status.CLOSED: "Closed for good",
    Status.DUPLICATE: "Listed twice",
}
