"""What is asked of the directory and what it answers: plain frozen values for the window and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

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
class Hit:
    """One entry of the answer, with all that a row and "Why this one" say about it.

    `distance_miles` is None when no place was asked for, that of the entry is not known, or it is confidential
    (S-13); `about` when one end of it is only the centre of a ZIP.
    """

    entry: Entry
    fit: Fit
    fit_words: str
    open: OpenState
    distance_miles: float | None
    matched: tuple[str, ...]
    why: tuple[str, ...]
    about: bool = True


_TITLES = {Fit.ALWAYS: "In danger: call first", Fit.ASK: "Ask first", Fit.NOT: "Closed, or does not fit"}


@dataclass(frozen=True)
class Answer:
    """The hits, best first and group after group; `total` counts also those past the limit.

    When nothing was found, `nearest` are the words nearest in spelling that do find something.

    `open_asked` is true when being open was asked for, by a filter or by words such as "tonight": only then does
    a closed door count as one that does not fit.
    """

    query: Query
    understood: tuple[Understood, ...]
    hits: tuple[Hit, ...]
    total: int
    open_asked: bool = False
    nearest: tuple[str, ...] = ()

    @property
    def titles(self) -> Mapping[Fit, str]:
        """The name of each group for this query; "Fits" only where something was asked that a place can fit."""
        return MappingProxyType(_TITLES | {Fit.FITS: self._first_title()})

    def _first_title(self) -> str:
        if self.open_asked:
            return "Fits and open now"
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
    Fact.OLDER_ADULTS: "Older adults",
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
