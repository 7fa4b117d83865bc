"""What a query asks for in all: the filters that were chosen, those that were read from words, and the moment."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from navigator.city import City, Zip
from navigator.resources.model import Fact
from navigator.resources.places import Spot, zip_point
from navigator.resources.search.answer import OpenAt, Query
from navigator.resources.search.reading import Reading

_NOWHERE = (float("nan"), float("nan"))


@dataclass(frozen=True)
class Wanted:
    """What decides about entries, apart from words; the same for all keystrokes of one minute.

    A ZIP that is not known is a place at no distance; `exact` when `near` stands for a place that is known better than
    by its ZIP. `today` is a day of the city, whose `zone` is. `veteran`: the words speak of one, who may go to a door
    for veterans only and to every other. The other fields are those of `Query`.
    """

    at: datetime
    today: date
    zone: ZoneInfo
    open_now: bool = False
    open_at: OpenAt | None = None
    intake_open: bool = False
    facts: tuple[Fact, ...] = ()
    without: tuple[Fact, ...] = ()
    categories: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()
    age: int | None = None
    checked_within: int | None = None
    near: Zip | None = None
    within_miles: float | None = None
    exact: bool = False
    known_only: frozenset[str] = frozenset()
    veteran: bool = False

    @property
    def unasked(self) -> "Wanted":
        """Nothing asked, at the same moment."""
        return Wanted(self.at, self.today, self.zone)

    @property
    def open_words(self) -> str:
        """When it is to be open; "" when that was not asked."""
        if self.open_at is not None and not self.open_now:
            return self.open_at.words
        return "now" if self.open_asked else ""

    @property
    def open_asked(self) -> bool:
        """Whether a closed door counts as one that does not fit."""
        return self.open_now or self.intake_open or self.open_at is not None

    @property
    def anything(self) -> bool:
        """Whether an entry can fit or not fit at all."""
        of_the_person = self.facts or self.without or self.languages or self.age is not None
        return bool(of_the_person or self.open_asked or self.checked_within or self.within_miles is not None)


class Wishes:
    """Puts query and reading together for one city; remembers where the last ZIPs from outside it are."""

    def __init__(self, city: City) -> None:
        self._city = city
        self._outside: dict[str, Zip] = {}

    def of(self, query: Query, reading: Reading, at: datetime) -> Wanted:
        """What stands in the words is newer than what a filter can hold once only, so it wins."""
        words = reading.asked
        near = self._near(words.near or query.near or "")
        within_miles = query.within_miles if words.within_miles is None else words.within_miles
        place = words.near or query.near
        return Wanted(
            at=at.replace(second=0, microsecond=0),
            today=at.astimezone(self._city.zone).date(),
            zone=self._city.zone,
            open_now=query.open_now or words.open_now,
            open_at=words.open_at or query.open_at,
            intake_open=query.intake_open or words.intake_open,
            facts=_in_order(_facts(query) | (_facts(words) - {Fact.VETERANS_ONLY})),
            without=_in_order(query.without | words.without),
            categories=query.categories | words.categories,
            languages=tuple(sorted(query.languages | words.languages)),
            age=query.age if words.age is None else words.age,
            checked_within=query.checked_within if words.checked_within is None else words.checked_within,
            near=near,
            within_miles=within_miles if near else None,
            exact=isinstance(place, Spot) and not place.approximate,
            known_only=query.known_only | words.known_only,
            veteran=Fact.VETERANS_ONLY in words.facts,
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


def _facts(query: Query) -> frozenset[Fact]:
    return query.facts | {Fact.WALK_IN} if query.walk_in else query.facts


def _in_order(facts: frozenset[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in Fact if fact in facts)
