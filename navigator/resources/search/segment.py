"""Some entries with all that is needed to search them: index, telephone numbers, columns, names."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

import numpy as np

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Entry
from navigator.resources.search.columns import Columns, Mask
from navigator.resources.search.fields import fields
from navigator.resources.search.fit import Standing, standing
from navigator.resources.search.index import Floats, build_index
from navigator.resources.search.kept import Kept
from navigator.resources.search.names import names_of
from navigator.resources.search.phones import Numbers
from navigator.resources.search.rank import need
from navigator.resources.search.wanted import Wanted


class Segment:
    """Derived from its entries alone. `alive` loses those that were changed or removed since it was built."""

    def __init__(self, entries: Sequence[Entry], city: City, categories: Mapping[str, Category]) -> None:
        self.entries = tuple(entries)
        self.index = build_index(self.entries, fields(categories))
        self.numbers = Numbers(self.entries)
        self.columns = Columns(self.entries, city, categories)
        self.names = tuple(map(names_of, self.entries))
        self._phrases = frozenset(phrase for names in self.names for phrase in names.phrases)
        self._standings: Kept[Wanted, Standing] = Kept()
        self._needs: Kept[Wanted, Floats] = Kept()
        self.alive: Mask = np.ones(len(self.entries), dtype=bool)
        self.place = {entry.id: place for place, entry in enumerate(self.entries)}

    def get(self, entry_id: str) -> Entry | None:
        place = self.place.get(entry_id)
        return self.entries[place] if place is not None and self.alive[place] else None

    def living(self) -> Iterator[Entry]:
        return compress(self.entries, self.alive.tolist())

    def standing(self, wanted: Wanted) -> Standing:
        """How all entries stand to what is wanted."""
        return self._standings.get(wanted, lambda: standing(self.columns, wanted))

    def need(self, wanted: Wanted) -> Floats:
        """How usable all entries are for what is wanted."""
        return self._needs.get(wanted, lambda: need(self.columns, wanted))

    def holders(self, word: str) -> int:
        """How many entries hold the folded word."""
        term = self.index.lexicon.term(word)
        return 0 if term is None else self.index.holders(term)

    def knows(self, word: str) -> bool:
        return self.holders(word) > 0 or len(self.index.lexicon.completions(word)) > 0

    def has_name(self, stems: tuple[str, ...]) -> bool:
        return stems in self._phrases

    def bury(self, entry_id: str) -> None:
        """The entry is no longer found here."""
        if entry_id in self.place:
            self.alive[self.place[entry_id]] = False


class AllSegments:
    """What all segments together know of words."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self.size = sum(segment.index.size for segment in segments)

    def holders(self, word: str) -> int:
        """How many entries hold the folded word."""
        return sum(segment.holders(word) for segment in self._segments)

    def word(self, word: str) -> bool:
        """Whether the folded word is, or begins, a word of an entry."""
        return any(segment.knows(word) for segment in self._segments)

    def name(self, stems: tuple[str, ...]) -> bool:
        """Whether these are all the words of a name."""
        return any(segment.has_name(stems) for segment in self._segments)
