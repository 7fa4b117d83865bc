"""What is asked of the directory and what it answers: plain frozen values for the window and the command line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

from navigator.resources.hours import OpenState
from navigator.resources.model import Entry, Fact
from navigator.resources.places import Spot


@dataclass(frozen=True)
class OpenAt:
    """A time at which a door should be open: "tonight", "saturday", "tomorrow morning".

    `day` is the weekday (0 Monday), None with `ahead` 0: today, 1: tomorrow. `minute` is of that day; None: at any
    time of it.
    """

    words: str
    day: int | None = None
    ahead: int = 0
    minute: int | None = None


@dataclass(frozen=True)
class Query:
    """The words as typed and the filters that were chosen beside them (S-12).

    Several choices of one facet (`resources.search.facets`) mean any of them; the facets all hold. Unknown stays in,
    to be asked, unless the key of its facet is in `known_only`. `facts` are wanted as yes, `without` as no ("no ID").
    `near` is a ZIP or another place; `checked_within` counts days since the last check.
    """

    text: str = ""
    open_now: bool = False
    open_at: OpenAt | None = None
    intake_open: bool = False
    walk_in: bool = False
    categories: frozenset[str] = frozenset()
    facts: frozenset[Fact] = frozenset()
    without: frozenset[Fact] = frozenset()
    languages: frozenset[str] = frozenset()
    age: int | None = None
    checked_within: int | None = None
    near: str | Spot | None = None
    within_miles: float | None = None
    known_only: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Understood:
    """Words of the query that were read as a filter, as they were typed, and the filter in plain words."""

    words: str
    filter: str


class Fit(StrEnum):
    """How an entry stands to what was asked for; the groups of the result list, in their order.

    ALWAYS are the lines that are offered first when the words mean danger: 988, the city's crisis line.
    """

    ALWAYS = "always offer"
    FITS = "fits"
    ASK = "ask first"
    NOT = "does not fit"


@dataclass(frozen=True)
class Reasons:
    """Why an entry is in the answer: the words that matched, and the facts that moved it, in short sentences."""

    words: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        return iter((*self.words, *self.facts))

    def __bool__(self) -> bool:
        return bool(self.words or self.facts)


class Teller(Protocol):
    """Says of a hit what only those that are looked at have to say."""

    def entry(self) -> Entry:
        """The entry, whole."""

    def matched(self) -> tuple[str, ...]:
        """The words of the entry that matched."""

    def fit_words(self) -> str:
        """What fits, what does not, what to ask."""

    def open(self) -> OpenState:
        """Whether it is open at the moment of the query."""

    def reasons(self) -> Reasons:
        """Why it is in the answer."""


@dataclass(frozen=True, eq=False)
class Hit:
    """One entry of the answer. All but its place in the order is made when it is first looked at.

    `distance_miles` is None when no place was asked for, that of the entry is not known, or it is confidential
    (S-13); `exact` when it was asked from a place that is known better than by its ZIP.
    `worth` orders the hits of a group; it means nothing beside that of another query.
    """

    entry_id: str
    fit: Fit
    distance_miles: float | None
    exact: bool
    worth: float
    teller: Teller = field(repr=False)

    def __eq__(self, other: object) -> bool:
        """Whether both say the same of the same entry."""
        return isinstance(other, Hit) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self.entry_id)

    @property
    def _said(self) -> tuple[object, ...]:
        return self.entry, self.fit, self.fit_words, self.open, self.distance_miles, self.exact, self.matched

    @cached_property
    def entry(self) -> Entry:
        return self.teller.entry()

    @cached_property
    def matched(self) -> tuple[str, ...]:
        """The words of the entry that matched, and its number when that was typed."""
        return self.teller.matched()

    @property
    def about(self) -> bool:
        """Whether one end of the distance is only the centre of a ZIP."""
        return self.entry.approximate or not self.exact

    @cached_property
    def fit_words(self) -> str:
        """The line of a row: what does not fit, what to ask, what fits; else whom the place takes."""
        return self.teller.fit_words()

    @cached_property
    def open(self) -> OpenState:
        """Whether it is open at the moment of the query."""
        return self.teller.open()

    @cached_property
    def why(self) -> Reasons:
        """The sentences of "Why this one"."""
        return self.teller.reasons()


_TITLES = {Fit.ALWAYS: "In danger: call first", Fit.ASK: "Ask first", Fit.NOT: "Closed, or does not fit"}


@dataclass(frozen=True)
class Answer:
    """The hits, best first and group after group; `total` counts also those past the limit.

    When nothing was found, `nearest` are the words nearest in spelling that do find something.
    `secret_left_out` counts confidential places that only the distance leaves out: they never answer one (S-13).

    `open_asked` is true when being open was asked for, by a filter or by words such as "tonight": only then does
    a closed door count as one that does not fit. `open_words` say when it is to be open: "now", "Saturday".
    """

    query: Query
    understood: tuple[Understood, ...]
    hits: tuple[Hit, ...]
    total: int
    open_asked: bool = False
    open_words: str = ""
    nearest: tuple[str, ...] = ()
    secret_left_out: int = 0

    @property
    def titles(self) -> Mapping[Fit, str]:
        """The name of each group for this query; "Fits" only where something was asked that a place can fit."""
        return MappingProxyType(_TITLES | {Fit.FITS: self._first_title()})

    def _first_title(self) -> str:
        if self.open_asked:
            return f"Fits and open {self.open_words or 'now'}"
        if self.understood or self.query.walk_in or self.query.facts or self.query.categories or self.query.near:
            return "Fits"
        return "Found" if self.query.text.strip() else "Crisis help first"


_FILTER_WORDS: Mapping[Fact, str] = {
    Fact.MEN: "Men",
    Fact.WOMEN: "Women",
    Fact.TRANS: "Trans and non-binary",
    Fact.FAMILIES: "Families",
    Fact.COUPLES: "Couples",
    Fact.YOUTH: "Under 18",
    Fact.ADULTS: "Adults",
    Fact.OLDER_ADULTS: "Older adults",
    Fact.VETERANS_ONLY: "Veterans only",
    Fact.PRIVATE_INSURANCE: "Private insurance",
    Fact.VETERANS_BENEFITS: "Veterans benefits",
    Fact.UNINSURED: "No insurance",
    Fact.SLIDING_SCALE: "Sliding scale",
    Fact.FREE: "Free",
    Fact.WHEELCHAIR: "Wheelchair",
    Fact.POLICE_DROP_OFF: "Police drop-off",
    Fact.PETS: "Pets welcome",
    Fact.INVOLUNTARY: "Involuntary",
}


def filter_words(fact: Fact) -> str:
    """A fact as its chip names it, whether it was ticked or typed."""
    return _FILTER_WORDS.get(fact, fact.value)


_WITHOUT_WORDS: Mapping[Fact, str] = {
    Fact.ID_NEEDED: "ID not needed",
    Fact.SOBRIETY_REQUIRED: "Sobriety not required",
    Fact.RESIDENTS_ONLY: "Not only city residents",
    Fact.VETERANS_ONLY: "Not only veterans",
    Fact.REFERRAL_ONLY: "No referral needed",
}


def without_words(fact: Fact) -> str:
    """A fact that is wanted as no, as its chip names it."""
    return _WITHOUT_WORDS.get(fact, f"Not {fact}")
