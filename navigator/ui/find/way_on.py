"""Finds the way on from an empty answer: the filter that empties it, or the information line."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.search import Query
from navigator.ui.find import filters
from navigator.ui.find.empty_state import WayOn

Count = Callable[[Query], int]


def way_on(query: Query, count: Count, city: City, categories: Mapping[str, Category]) -> WayOn:
    """Tries the query with each filter taken away; without one that helps, the information line (211) knows more."""
    wider = filters.wider(query)
    if wider is not None and count(wider):
        return _widened(query, wider)
    freed = [(count(asked.without), asked) for asked in filters.asked_filters(query, categories)]
    most, asked = max(freed, key=lambda pair: pair[0], default=(0, None))
    if asked is not None and most:
        there = "is 1 place" if most == 1 else f"are {most:,} places"
        why = f"Without “{asked.words}” there {there}."
        return WayOn(_nothing(query), why, f"Search without “{asked.words}”", asked.without)
    return _information_line(query, city)


def _widened(query: Query, wider: Query) -> WayOn:
    miles = filters.miles_words(wider.within_miles or 0)
    place = filters.place_words(query.near or "")
    why = f"Nothing is listed within {filters.miles_words(query.within_miles or 0)} of {place}."
    return WayOn(_nothing(query), why, f"Widen to {miles}", wider)


def _information_line(query: Query, city: City) -> WayOn:
    line = city.information_line
    why = f"Try fewer or other words, or call {line.number} ({line.label}): they know places that are not listed here."
    return WayOn(_nothing(query), why, f"Show {line.number}", replace(Query(), text=line.number))


def _nothing(query: Query) -> str:
    words = query.text.strip()
    if not words:
        return "Nothing found with these filters."
    return f"Nothing found for “{words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + '…'}”."


_SHOWN = 60
