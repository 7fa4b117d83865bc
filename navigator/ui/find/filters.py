"""The filters of a search in words: what can be asked for, what is asked for, and the search without it (S-12)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from navigator.resources.categories import Category
from navigator.resources.model import Fact
from navigator.resources.places import Spot
from navigator.resources.search import Query, filter_words

FACTS: Mapping[str, tuple[Fact, ...]] = {
    "Who": (Fact.MEN, Fact.WOMEN, Fact.TRANS, Fact.FAMILIES, Fact.COUPLES, Fact.YOUTH, Fact.OLDER_ADULTS),
    "Payment": (
        *(Fact.MEDICAID, Fact.MEDICARE, Fact.PRIVATE_INSURANCE, Fact.VETERANS_BENEFITS),
        *(Fact.UNINSURED, Fact.SLIDING_SCALE, Fact.FREE),
    ),
    "The place": (Fact.WHEELCHAIR, Fact.PETS, Fact.POLICE_DROP_OFF, Fact.INVOLUNTARY),
}
"""The facts that can be asked for, as groups of chips."""
ASKABLE = tuple(fact for group in FACTS.values() for fact in group)

OPEN_NOW = "open now"
"""The box of "Open now" among the boxes to tick; the others are facts and codes of kinds of help."""


MILES = (1.0, 2.0, 5.0, 10.0, 25.0)


@dataclass(frozen=True)
class AskedFilter:
    """One filter that is on: its words, and the query `without` it."""

    words: str
    without: Query


def asked_filters(query: Query, categories: Mapping[str, Category]) -> Iterator[AskedFilter]:
    """Every filter that is on, in the order of the chips."""
    if query.open_now:
        yield AskedFilter("Open now", replace(query, open_now=False))
    if query.walk_in:
        yield AskedFilter("Walk in", replace(query, walk_in=False))
    if query.categories:
        yield AskedFilter(kinds_words(query, categories), replace(query, categories=frozenset()))
    for fact in ASKABLE:
        if fact in query.facts:
            yield AskedFilter(filter_words(fact), replace(query, facts=query.facts - {fact}))
    if query.near:
        yield AskedFilter(near_words(query), replace(query, near=None, within_miles=None))


def with_tick(query: Query, key: str, on: bool) -> Query:
    """The query with one box ticked or cleared: `OPEN_NOW`, a `Fact`, or the code of a kind of help."""
    if key == OPEN_NOW:
        return replace(query, open_now=on)
    if key is Fact.WALK_IN:
        return replace(query, walk_in=on)
    if isinstance(key, Fact):
        return replace(query, facts=query.facts | {key} if on else query.facts - {key})
    return replace(query, categories=query.categories | {key} if on else query.categories - {key})


def ticks(query: Query) -> frozenset[str]:
    """The boxes that are on."""
    single = {OPEN_NOW: query.open_now, Fact.WALK_IN: query.walk_in}
    return query.facts | query.categories | {key for key, on in single.items() if on}


def boxes(categories: Mapping[str, Category]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Everything that can be ticked, in titled groups of keys and words."""
    here = [(OPEN_NOW, "Open now"), (Fact.WALK_IN, "Walk in")]
    facts = {title: tuple((fact, filter_words(fact)) for fact in group) for title, group in FACTS.items()}
    return {"Now": here, **facts, "Kind of help": kinds(categories)}


def kinds(categories: Mapping[str, Category]) -> Sequence[tuple[str, str]]:
    return tuple((code, category.name) for code, category in categories.items())


def kinds_words(query: Query, categories: Mapping[str, Category]) -> str:
    """The chip of the kinds of help: its name when one is asked for, else how many."""
    if len(query.categories) != 1:
        return f"{len(query.categories)} kinds of help" if query.categories else "Kind of help"
    (code,) = query.categories
    return categories[code].name if code in categories else "1 kind of help"


_CHIP_WORDS = 25


def near_words(query: Query, *, short: bool = False) -> str:
    """The chip of the distance: "Within 5 mi of 19134", short "Within 5 mi"; "Near ZIP" while none is asked for."""
    if not query.near:
        return "Near ZIP"
    place = shorten(place_words(query.near), _CHIP_WORDS, placeholder="…")
    if query.within_miles is None:
        return f"Near {place}"
    within = f"Within {miles_words(query.within_miles)}"
    return within if short else f"{within} of {place}"


def place_words(near: str | Spot) -> str:
    return near.words if isinstance(near, Spot) else near


def miles_words(miles: float) -> str:
    return f"{miles:g} mi"


def wider(query: Query) -> Query | None:
    """The same query with the next larger distance; None when there is none."""
    if query.within_miles is None:
        return None
    larger = next((miles for miles in MILES if miles > query.within_miles), None)
    return replace(query, within_miles=larger) if larger else None
