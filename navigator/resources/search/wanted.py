"""What a query asks for in all: the filters that were chosen, those that were read from words, and the moment."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from navigator.city import City, Zip
from navigator.resources.model import Fact
from navigator.resources.places import Spot, zip_point
from navigator.resources.search.answer import Query
from navigator.resources.search.reading import Reading
from navigator.resources.vocabulary import Filter

_EVENING, _MORNING = time(18), time(6)
_TONIGHT = time(20)
_NOWHERE = (float("nan"), float("nan"))


@dataclass(frozen=True)
class Wanted:
    """What decides about entries, apart from words; the same for all keystrokes of one minute.

    `open_at` is None when being open was not asked for. A ZIP that is not known is a place at no distance; `exact`
    when `near` stands for a place that is known better than by its ZIP.
    """

    at: datetime
    today: date
    open_at: datetime | None
    facts: tuple[Fact, ...]
    categories: frozenset[str]
    near: Zip | None
    within_miles: float | None
    exact: bool = False

    @property
    def anything(self) -> bool:
        """Whether an entry can fit or not fit at all."""
        return bool(self.facts or self.open_at or self.within_miles is not None)


class Wishes:
    """Puts query and reading together for one city; remembers where the last ZIPs from outside it are."""

    def __init__(self, city: City) -> None:
        self._city = city
        self._outside: dict[str, Zip] = {}

    def of(self, query: Query, reading: Reading, at: datetime) -> Wanted:
        """A place that stands in the words is newer than the one in the filter, so it wins."""
        facts = query.facts | reading.leanings
        if query.walk_in or Filter.WALK_IN in reading.filters:
            facts |= {Fact.WALK_IN}
        near = self._near(reading.near or query.near or "")
        within_miles = query.within_miles if reading.within_miles is None else reading.within_miles
        return Wanted(
            at=at.replace(second=0, microsecond=0),
            today=at.astimezone(self._city.zone).date(),
            open_at=_open_at(query, reading, at, self._city.zone),
            facts=tuple(fact for fact in Fact if fact in facts),
            categories=query.categories,
            near=near,
            within_miles=within_miles if near else None,
            exact=not reading.near and isinstance(query.near, Spot) and not query.near.approximate,
        )

    def _near(self, asked: str | Spot) -> Zip | None:
        if isinstance(asked, Spot):
            return Zip(asked.words, "", asked.latitude, asked.longitude)
        return self._zip(asked)

    def _zip(self, typed: str) -> Zip | None:
        code = typed.strip()[:5]
        if not code:
            return None
        if code not in self._city.zips and code not in self._outside:
            latitude, longitude = zip_point(code, self._city) or _NOWHERE
            self._outside = {code: Zip(code, "", latitude, longitude)}
        return self._city.zips.get(code) or self._outside[code]


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
