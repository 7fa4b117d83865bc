"""Finds the right door: one query over all entries of the directory, answered within a frame."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import blake2b

import numpy as np

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Entry
from navigator.resources.places import Spot
from navigator.resources.search import facets
from navigator.resources.search.answer import Answer, Query
from navigator.resources.search.facets import Count
from navigator.resources.search.fields import FACT_WORDS
from navigator.resources.search.hits import best, hits
from navigator.resources.search.layers import Layers
from navigator.resources.search.nearest import nearest_texts
from navigator.resources.search.packed import Arrays
from navigator.resources.search.reading import Reading
from navigator.resources.search.scoring import matching, score
from navigator.resources.search.segment import AllSegments, Ground, Segment
from navigator.resources.search.spots import spots_of
from navigator.resources.search.understand import Reader
from navigator.resources.search.wanted import Wanted, Wishes
from navigator.resources.vocabulary import Vocabulary

_LOOKED_AT = 12
_FORM = 2
"""Grows with every change to what the arrays of a snapshot mean."""


class Search:
    """The index of a directory. It holds no person, lives in memory, and can be built anew at any time."""

    def __init__(
        self,
        entries: Iterable[Entry],
        vocabulary: Vocabulary,
        city: City,
        categories: Mapping[str, Category],
        *,
        standing: Segment | None = None,
    ) -> None:
        ground = Ground(city, categories)
        self._city = city
        self._reader = Reader(vocabulary, city)
        self._wishes = Wishes(city)
        self._layers = Layers(standing, ground) if standing else Layers.of(entries, ground)

    @classmethod
    def unpacked(
        cls, arrays: Arrays, vocabulary: Vocabulary, city: City, categories: Mapping[str, Category]
    ) -> "Search":
        """The search whose `packed` arrays these are; they must be of the same `stamp`."""
        standing = Segment.of_arrays(arrays, Ground(city, categories))
        return cls((), vocabulary, city, categories, standing=standing)

    def packed(self) -> Arrays:
        """Everything as arrays, for a snapshot."""
        return self._layers.tidy().arrays()

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Takes these entries in place of all that were known, at once when they are ready: for the worker.

        What is put or removed meanwhile is so in the new index too, from its first moment (S-13).
        """
        self._layers.take(entries)

    def speak(self, vocabulary: Vocabulary) -> None:
        """Reads queries with these words from now on."""
        self._reader = Reader(vocabulary, self._city)

    def get(self, entry_id: str) -> Entry | None:
        """The entry as it is found now."""
        return self._layers.get(entry_id)

    def put(self, entry: Entry) -> None:
        """The entry is found as it is now, in place of what was known under its id."""
        self._layers.put(entry)

    def remove(self, entry_id: str) -> None:
        """The entry is found no more."""
        self._layers.remove(entry_id)

    def tidy(self) -> None:
        """Settles what changed into the large layer."""
        self._layers.tidy()

    def forget(self) -> None:
        """Empties what was kept of looked-up words, so that the next query is answered as if it were the first."""
        self._layers.forget()

    def spots(self, words: str, at: datetime, limit: int = 4) -> tuple[Spot, ...]:
        """The places of the entries that the words find, best first, to measure distances from."""
        return spots_of(self.find(Query(words), at, limit=_LOOKED_AT).hits, limit)

    def find(self, query: Query, at: datetime, limit: int = 50) -> Answer:
        """The answer at the moment `at` (aware). Any text is a query; nothing of it is kept."""
        segments, reading, wanted = self._read(query, at)
        scored = score(segments, reading, wanted)
        total = sum(len(one.rows) for one in scored)
        return Answer(
            query=query,
            understood=reading.understood,
            hits=tuple(hits(best(scored, reading, limit), reading, wanted)),
            total=total,
            open_asked=wanted.open_asked,
            open_words=wanted.open_words,
            nearest=() if total else self._nearest(query, at, segments, reading),
            secret_left_out=_secret_left_out(segments, reading, wanted),
        )

    def count(self, query: Query, at: datetime) -> int:
        """How many entries the query finds."""
        return sum(len(one.rows) for one in score(*self._read(query, at)))

    def facets(self, query: Query, at: datetime) -> Mapping[str, Count]:
        """For every option of every facet how many entries would fit the query with it, and how many to ask (S-12)."""
        segments, reading, wanted = self._read(query, at)
        found = matching(segments, reading, [segment.alive for segment in segments])
        return facets.added(
            facets.counts(one.segment.columns, wanted, one.rows[one.segment.alive[one.rows]]) for one in found
        )

    def _read(self, query: Query, at: datetime) -> tuple[tuple[Segment, ...], Reading, Wanted]:
        segments = self._layers.segments()
        reading = self._reader.read(query.text, AllSegments(segments))
        return segments, reading, self._wishes.of(query, reading, at)

    def _nearest(self, query: Query, at: datetime, segments: tuple[Segment, ...], reading: Reading) -> tuple[str, ...]:
        """Texts that do find something."""
        texts = dict.fromkeys(nearest_texts(reading, segments))
        return tuple(text for text in texts if self.count(replace(query, text=text), at))


def _secret_left_out(segments: tuple[Segment, ...], reading: Reading, wanted: Wanted) -> int:
    """How many entries the distance leaves out only because their place is secret (S-13)."""
    if wanted.within_miles is None:
        return 0
    found = matching(segments, reading, [segment.alive for segment in segments])
    secret = (one.segment.standing(wanted).secret & one.segment.alive for one in found)
    return sum(int(np.count_nonzero(mask[one.rows])) for mask, one in zip(secret, found, strict=True))


def stamp(city: City, categories: Mapping[str, Category]) -> str:
    """Of the form of the arrays and all that flows into them beside the entries; other stamps are not loaded."""
    of_city = (city.key, city.zone.key, city.crisis_lines, sorted(city.zips.items()))
    words = sorted((fact.value, said) for fact, said in FACT_WORDS.items())
    told = repr((_FORM, of_city, words, [asdict(one) for one in categories.values()]))
    return blake2b(told.encode(), digest_size=16).hexdigest()
