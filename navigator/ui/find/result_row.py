"""The rows of the result list as plain frozen values: group heads, results, and what was left off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import ClassVar
from zoneinfo import ZoneInfo

from navigator.resources.ages import day
from navigator.resources.categories import Category
from navigator.resources.hours import OpenKind
from navigator.resources.model import Entry, Status
from navigator.resources.search import Answer, Fit, Hit
from navigator.ui.find import remarks
from navigator.ui.find.fit_words import sign_of
from navigator.ui.find.notes import row_notes
from navigator.ui.find.remarks import Remark
from navigator.ui.rows.row import GroupHead


@dataclass(frozen=True)
class ResultRow:
    """One result, ready to paint: three columns of three lines (LOOK.md "Result row"), and under them the `notes`."""

    id: str
    name: str
    kind: str
    fit: Fit
    sign: Fit
    fit_words: str
    state: OpenKind
    state_words: str
    beds: Remark | None
    checked: Remark
    phone: str
    distance: str
    way_in: str
    last_of_group: bool
    notes: tuple[Remark, ...] = ()

    @property
    def key(self) -> str:
        return self.id

    @property
    def faded(self) -> bool:
        """Closed and unfit rows are painted in the second ink, never fainter."""
        return self.fit is Fit.NOT

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        told = [self.name, self.kind, self.fit_words, self.state_words, self.beds.words if self.beds else ""]
        told += [self.checked.words, self.phone or remarks.NO_NUMBER, self.distance, self.way_in]
        told += [note.words for note in self.notes]
        return ". ".join(part.rstrip(".") for part in told if part) + "."


@dataclass(frozen=True)
class MoreRow:
    """The last line when not every result is listed."""

    left_off: int
    key: ClassVar[None] = None

    @property
    def spoken(self) -> str:
        return f"and {self.left_off:,} more: type another word"


Row = GroupHead | ResultRow | MoreRow


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


def rows_of(answer: Answer, telling: Telling) -> tuple[Row, ...]:
    """The answer as rows, in its own order, with a head above each group and a last line for what was left off."""
    rows: list[Row] = []
    asked = answer_asks_distance(answer)
    for fit, group in groupby(answer.hits, key=lambda hit: hit.fit):
        hits = tuple(group)
        cut = hits[-1] is answer.hits[-1] and answer.total > len(answer.hits)
        rows.append(GroupHead(answer.titles[fit], f"{len(hits)}+" if cut else str(len(hits))))
        rows += (_row(hit, telling, asked=asked, last=hit is hits[-1]) for hit in hits)
    if answer.total > len(answer.hits):
        rows.append(MoreRow(answer.total - len(answer.hits)))
    return tuple(rows)


def answer_asks_distance(answer: Answer) -> bool:
    """Whether a place was named, in the filter or in the words."""
    return answer.query.near is not None or any(hit.distance_miles is not None for hit in answer.hits)


def _row(hit: Hit, telling: Telling, *, asked: bool, last: bool) -> ResultRow:
    entry = hit.entry
    state, state_words = state_of(hit, telling.today)
    return ResultRow(
        id=entry.id,
        name=entry.name,
        kind=" · ".join(part for part in (telling.kind(entry), entry.area) if part),
        fit=hit.fit,
        sign=sign_of(hit),
        fit_words=hit.fit_words,
        state=state,
        state_words=state_words,
        beds=remarks.beds(entry, telling.unit(entry), telling.now),
        checked=remarks.checked(entry, telling.now, telling.zone),
        phone=remarks.number(entry),
        distance=remarks.distance(entry, hit.distance_miles, asked=asked, about=hit.about),
        way_in=remarks.way_in(entry),
        last_of_group=last,
        notes=row_notes(entry, telling.today),
    )


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
