"""Finds the right door: one query over all entries of the directory, answered within a frame."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Entry
from navigator.resources.places import Spot
from navigator.resources.search.answer import Answer, Query
from navigator.resources.search.hits import best, hits
from navigator.resources.search.layers import Layers
from navigator.resources.search.scoring import score
from navigator.resources.search.segment import AllSegments
from navigator.resources.search.spots import spots_of
from navigator.resources.search.understand import Reader
from navigator.resources.search.wanted import Wishes
from navigator.resources.vocabulary import Vocabulary

_LOOKED_AT = 12


class Search:
    """The index of a directory. It holds no person, lives in memory, and can be built anew at any time."""

    def __init__(
        self, entries: Iterable[Entry], vocabulary: Vocabulary, city: City, categories: Mapping[str, Category]
    ) -> None:
        self._reader = Reader(vocabulary, city.zips)
        self._wishes = Wishes(city)
        self._layers = Layers(entries, city, categories)

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Takes these entries in place of all that were known, at once when they are ready: for the worker."""
        self._layers = self._layers.anew(entries)

    def get(self, entry_id: str) -> Entry | None:
        """The entry as it is found now."""
        return self._layers.get(entry_id)

    def put(self, entry: Entry) -> None:
        """The entry is found as it is now, in place of what was known under its id."""
        self._layers.put(entry)

    def remove(self, entry_id: str) -> None:
        """The entry is found no more."""
        self._layers.remove(entry_id)

    def spots(self, words: str, at: datetime, limit: int = 4) -> tuple[Spot, ...]:
        """The places of the entries that the words find, best first, to measure distances from."""
        return spots_of(self.find(Query(words), at, limit=_LOOKED_AT).hits, limit)

    def find(self, query: Query, at: datetime, limit: int = 50) -> Answer:
        """The answer at the moment `at` (aware). Any text is a query; nothing of it is kept."""
        segments = self._layers.segments()
        reading = self._reader.read(query.text, AllSegments(segments))
        wanted = self._wishes.of(query, reading, at)
        scored = score(segments, reading, wanted)
        return Answer(
            query=query,
            understood=reading.understood,
            hits=tuple(hits(best(scored, reading, limit), reading, wanted)),
            total=sum(one.count for one in scored),
            open_asked=wanted.open_at is not None,
        )
