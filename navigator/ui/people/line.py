"""The lines of a person's timeline: one for each moment, newest first, under the day on which it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from navigator.city import City
from navigator.referrals.moment import Moment, Moved
from navigator.referrals.steps import Mistake
from navigator.ui.clock_words import clock_words, day_words
from navigator.ui.isolated import isolated
from navigator.ui.people.moment_words import told_of
from navigator.ui.people.told import Told
from navigator.ui.rows.row import GroupHead


@dataclass(frozen=True)
class Line:
    """One moment as it stands in the list; `last` of its day."""

    key: int
    at: str
    told: Told
    moment: Moment
    last: bool

    @property
    def struck(self) -> bool:
        """All that was done for a referral entered in error, but for the line that says so."""
        about = self.moment.about
        return self.moment.struck and not (isinstance(about, Moved) and isinstance(about.event.step, Mistake))

    @property
    def under(self) -> str:
        """What is known beside it."""
        return " · ".join(part for part in ("entered in error" if self.struck else "", self.told.detail) if part)

    @property
    def record(self) -> str:
        """In whose record it stands, where that is another than the kept one."""
        return f"written for {isolated(self.moment.record)}" if self.moment.record else ""

    @property
    def spoken(self) -> str:
        parts = (self.at, self.told.title, self.under, self.record, self.told.by)
        return ", ".join(part for part in parts if part)


type Row = GroupHead | Line


def rows_of(moments: Sequence[Moment], now: datetime, city: City) -> tuple[Row, ...]:
    """`moments` are newest first, and stay so."""
    return tuple(_rows(moments, now, city))


def _rows(moments: Sequence[Moment], now: datetime, city: City) -> Iterator[Row]:
    today = now.astimezone(city.zone).date()
    numbered = enumerate(moments)
    for day, several in groupby(numbered, key=lambda pair: pair[1].at.astimezone(city.zone).date()):
        of_day = list(several)
        words = day_words(day, today)
        yield GroupHead(f"{words[:1].upper()}{words[1:]}", str(len(of_day)))
        for key, moment in of_day:
            at = clock_words(moment.at, city.zone)
            yield Line(key, at, told_of(moment, city), moment, last=key == of_day[-1][0])
