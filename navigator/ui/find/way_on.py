"""Finds the ways on from an empty answer: words spelled otherwise, a larger distance, or one filter less."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from navigator.resources.categories import Category
from navigator.resources.search import Answer, Query
from navigator.ui.find import filters
from navigator.ui.find.plain_words import without_words

Count = Callable[[Query], int]
_SPELLINGS = 3
_SHOWN = 60


@dataclass(frozen=True)
class WayOn:
    """Why, and the query that finds something again."""

    why: str
    button: str
    query: Query


def nothing_found(query: Query) -> str:
    words = query.text.strip()
    if not words:
        return "Nothing found with these filters."
    return f"Nothing found for “{words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + '…'}”."


def spellings(answer: Answer) -> tuple[WayOn, ...]:
    """The words nearest in spelling that find something."""
    query = answer.query
    return tuple(WayOn("", words, replace(query, text=words)) for words in answer.nearest[:_SPELLINGS])


def ways_on(answer: Answer, count: Count, categories: Mapping[str, Category]) -> tuple[WayOn, ...]:
    """What finds something again, the smallest change first; `count` says how much a query finds.

    A larger distance, or the filter whose removal finds most, or no filter at all; and the places that keep their
    address secret, which no distance finds (S-13).
    """
    freed = _wider(answer.query, count) or _freed(answer, count, categories) or _unfiltered(answer, count)
    return tuple(way for way in (freed, secret_way(answer)) if way is not None)


def secret_way(answer: Answer) -> WayOn | None:
    """The way to the confidential places that only the distance leaves out."""
    left_out = answer.secret_left_out
    if not left_out:
        return None
    keep = "1 place keeps its" if left_out == 1 else f"{left_out:,} places keep their"
    it = "it" if left_out == 1 else "them"
    return WayOn(f"{keep} address secret, so distance leaves {it} out.", f"Show {it}", _undistanced(answer))


def _undistanced(answer: Answer) -> Query:
    """Without the distance that was chosen, and without the words that were read as one."""
    text = answer.query.text
    for understood in answer.understood:
        if understood.filter.startswith("Within "):
            text = without_words(text, understood.words)
    return replace(answer.query, text=text, within_miles=None)


def _wider(query: Query, count: Count) -> WayOn | None:
    wider = filters.wider(query)
    if wider is None or not count(wider):
        return None
    place = filters.place_words(query.near or "")
    why = f"Nothing is listed within {filters.miles_words(query.within_miles or 0)} of {place}."
    return WayOn(why, f"Widen to {filters.miles_words(wider.within_miles or 0)}", wider)


def _freed(answer: Answer, count: Count, categories: Mapping[str, Category]) -> WayOn | None:
    """Without the one filter that keeps most away, be it chosen or read out of the words."""
    freed = [(count(query), words, query) for words, query in _one_less(answer, categories)]
    most, words, query = max(freed, key=lambda one: one[0], default=(0, "", answer.query))
    return WayOn(f"Without “{words}” there {_there(most)}.", f"Search without “{words}”", query) if most else None


def _one_less(answer: Answer, categories: Mapping[str, Category]) -> Iterator[tuple[str, Query]]:
    query = answer.query
    yield from ((asked.words, asked.without) for asked in filters.asked_filters(query, categories))
    for understood in answer.understood:
        text = without_words(query.text, understood.words)
        if text:
            yield understood.filter, replace(query, text=text)


def _unfiltered(answer: Answer, count: Count) -> WayOn | None:
    """Where only several filters together keep everything away."""
    query = filters.unfiltered(answer.query)
    most = count(query) if query != answer.query else 0
    return WayOn(f"Without any filter there {_there(most)}.", "Search without filters", query) if most else None


def _there(count: int) -> str:
    return "is 1 place" if count == 1 else f"are {count:,} places"
