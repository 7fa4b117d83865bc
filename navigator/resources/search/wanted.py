"""What a query asks for in all: the filters that were chosen, those that were read from words, and the moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from navigator.city import Zip
from navigator.resources.model import Fact
from navigator.resources.search.answer import Query
from navigator.resources.search.understand import Reading
from navigator.resources.vocabulary import Filter

_EVENING, _MORNING = time(18), time(6)
_TONIGHT = time(20)


@dataclass(frozen=True)
class Wanted:
    """`facts` are filters, `leanings` only move entries. `open_at` is None when being open was not asked for."""

    at: datetime
    today: date
    open_at: datetime | None
    facts: tuple[Fact, ...]
    leanings: frozenset[Fact]
    categories: frozenset[str]
    near: Zip | None
    within_miles: float | None

    @property
    def anything(self) -> bool:
        return bool(self.facts or self.leanings or self.open_at or self.within_miles is not None)


def wanted(query: Query, reading: Reading, at: datetime, zips: Mapping[str, Zip], zone: ZoneInfo) -> Wanted:
    """A place that stands in the words is newer than the one in the filter, so it wins."""
    walk_in = query.walk_in or Filter.WALK_IN in reading.filters
    facts = query.facts | {Fact.WALK_IN} if walk_in else query.facts
    near = reading.near or (query.near or "").strip()
    return Wanted(
        at=at,
        today=at.astimezone(zone).date(),
        open_at=_open_at(query, reading, at, zone),
        facts=tuple(fact for fact in Fact if fact in facts),
        leanings=reading.leanings - facts,
        categories=query.categories,
        near=zips.get(near),
        within_miles=query.within_miles if reading.within_miles is None else reading.within_miles,
    )


def _open_at(query: Query, reading: Reading, at: datetime, zone: ZoneInfo) -> datetime | None:
    if query.open_now or Filter.OPEN_NOW in reading.filters:
        return at
    return _tonight(at, zone) if Filter.OPEN_TONIGHT in reading.filters else None


def _tonight(at: datetime, zone: ZoneInfo) -> datetime:
    """Now, when it is evening or night; by day the evening that comes."""
    local = at.astimezone(zone)
    if local.time() >= _EVENING or local.time() < _MORNING:
        return at
    return datetime.combine(local.date(), _TONIGHT, tzinfo=zone)
