"""The filters of a search in words: what is asked for, and the search without it (S-12)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from textwrap import shorten

from navigator.resources.categories import Category
from navigator.resources.places import Spot
from navigator.resources.search import Query
from navigator.ui.find.filter_keys import others_on, times_on, with_tick, words_of

KINDS, NEAR, OPEN_AT = "kinds", "near", "open at"
"""Keys of filters that have a chip and no box of their own."""

MILES = (1.0, 2.0, 5.0, 10.0, 25.0)


@dataclass(frozen=True)
class AskedFilter:
    """One filter that is on: the key of its box or chip, its words, and the query `without` it."""

    key: str
    words: str
    without: Query


def asked_filters(query: Query, categories: Mapping[str, Category]) -> Iterator[AskedFilter]:
    """Every filter that is on, in the order of the chips."""
    yield from (_ticked(query, key) for key in times_on(query))
    if query.open_at:
        words = query.open_at.words
        yield AskedFilter(OPEN_AT, words[:1].upper() + words[1:], replace(query, open_at=None))
    if query.categories:
        yield AskedFilter(KINDS, kinds_words(query, categories), replace(query, categories=frozenset()))
    yield from (_ticked(query, key) for key in others_on(query))
    if query.near:
        yield AskedFilter(NEAR, near_words(query), replace(query, near=None, within_miles=None))


def _ticked(query: Query, key: str) -> AskedFilter:
    return AskedFilter(key, words_of(key), with_tick(query, key, False))


def unfiltered(query: Query) -> Query:
    """Its words alone."""
    return Query(text=query.text)


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
