"""The wall time of keystrokes, and what it comes to."""

from collections.abc import Iterable

from navigator.resources.search import Query, Search
from tools.rank.services import AT
from tools.rank.timing import Summary, summed, timed

ROWS = 50


def answered(search: Search, text: str) -> list[str]:
    """The ids of the 50 best, each with its entry and the words that matched, as a row of results with a snippet."""
    hits = search.find(Query(text), AT, ROWS).hits
    return [hit.entry.id for hit in hits if (hit.entry, hit.matched)]


def cold(search: Search, typed: Iterable[str]) -> Summary:
    """Every keystroke with no fuzzy look-up remembered."""
    return summed(timed(lambda text: answered(search, text), typed, before=search.forget))


def warm(search: Search, typed: Iterable[str]) -> Summary:
    """The keystrokes one after the other, as they are typed: what was looked up for one is there for the next."""
    return summed(timed(lambda text: answered(search, text), typed))
