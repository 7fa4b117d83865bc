"""Some entries with all that is needed to search them, as arrays: index, telephone numbers, columns, names, rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Entry
from navigator.resources.search.columns import Columns, Mask
from navigator.resources.search.fields import fields
from navigator.resources.search.fit import Standing, standing
from navigator.resources.search.index import Floats, Index, build_index, merged_index
from navigator.resources.search.kept import Kept
from navigator.resources.search.names import Names
from navigator.resources.search.packed import Arrays, under, within
from navigator.resources.search.phones import Numbers
from navigator.resources.search.rows import Rows
from navigator.resources.search.usable import worth
from navigator.resources.search.wanted import Wanted


@dataclass(frozen=True)
class Ground:
    """What entries are read with: the city that they are in, and the kinds of help."""

    city: City
    categories: Mapping[str, Category]


class Segment:
    """Derived from its entries alone. `alive` loses those that were changed or removed since it was built."""

    def __init__(
        self, ids: NDArray[np.bytes_], index: Index, numbers: Numbers, columns: Columns, names: Names, rows: Rows
    ) -> None:
        self.index, self.numbers, self.columns, self.names, self.rows = index, numbers, columns, names, rows
        self.ids = ids
        self._in_order = np.argsort(ids, kind="stable")
        self._standings: Kept[Wanted, Standing] = Kept()
        self._worths: Kept[Wanted, Floats] = Kept()

    @classmethod
    def of(cls, entries: Sequence[Entry], ground: Ground) -> "Segment":
        rows = Rows.of(entries)
        return cls(
            np.array([entry.id.encode() for entry in entries], dtype=np.bytes_),
            build_index(entries, fields(ground.categories)),
            Numbers.of(entries),
            Columns.of(entries, ground.city, ground.categories, rows.entry),
            Names.of(entries),
            rows,
        )

    @classmethod
    def of_arrays(cls, arrays: Arrays, ground: Ground) -> "Segment":
        rows, ids = Rows.of_arrays(within("rows", arrays)), arrays["ids"]
        return cls(
            ids,
            Index.of_arrays(len(ids), within("index", arrays)),
            Numbers.of_arrays(len(ids), within("numbers", arrays)),
            Columns.of_arrays(within("columns", arrays), ground.city, rows.entry),
            Names.of_arrays(within("names", arrays)),
            rows,
        )

    def arrays(self) -> Arrays:
        """All of it, for a snapshot; the dead entries too, so a segment is merged with none before."""
        return {
            "ids": self.ids,
            **under("index", self.index.arrays()),
            **under("numbers", self.numbers.arrays()),
            **under("columns", self.columns.arrays()),
            **under("names", self.names.arrays()),
            **under("rows", self.rows.arrays()),
        }

    @property
    def size(self) -> int:
        """How many entries it has, the buried ones counted."""
        return len(self.ids)

    @property
    def alive(self) -> Mask:
        """Which entries are found here still."""
        return self.index.alive

    def entry(self, place: int) -> Entry:
        return self.rows.entry(place)

    def get(self, entry_id: str) -> Entry | None:
        place = self._place(entry_id)
        return self.rows.entry(place) if place is not None and self.alive[place] else None

    def _place(self, entry_id: str) -> int | None:
        """Ids are compared as bytes."""
        sought = entry_id.encode()
        at = int(np.searchsorted(self.ids, sought, sorter=self._in_order))
        place = int(self._in_order[at]) if at < self.size else -1
        return place if place >= 0 and self.ids[place] == sought else None

    def standing(self, wanted: Wanted) -> Standing:
        """How all entries stand to what is wanted."""
        return self._standings.get(wanted, lambda: standing(self.columns, wanted))

    def worth(self, wanted: Wanted) -> Floats:
        """How usable all entries are for what is wanted."""
        return self._worths.get(wanted, lambda: worth(self.columns, wanted))

    def holders(self, word: str) -> int:
        """How many entries hold the folded word, in any of its forms."""
        return self.index.holders(self.index.lexicon.forms(word))

    def knows(self, word: str) -> bool:
        return self.holders(word) > 0 or self.index.holders(self.index.lexicon.completions(word)) > 0

    def bury(self, entry_id: str) -> None:
        """The entry is no longer found here."""
        place = self._place(entry_id)
        if place is not None:
            self.index.bury(place)


def merged(segments: Iterable[Segment], ground: Ground) -> Segment:
    """The living entries of all segments in one, without reading any text again."""
    several = [(segment, segment.alive.copy()) for segment in segments]
    index = merged_index([(segment.index, alive) for segment, alive in several])
    rows = Rows.joined([(segment.rows, alive) for segment, alive in several])
    return Segment(
        np.concatenate([segment.ids[alive] for segment, alive in several]),
        index,
        Numbers.joined([(segment.numbers, alive) for segment, alive in several]),
        Columns.joined([(segment.columns, alive) for segment, alive in several], ground.city, rows.entry),
        Names.joined([(segment.names, alive) for segment, alive in several]),
        rows,
    )


class AllSegments:
    """What all segments together know of words."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self.size = sum(segment.index.living for segment in segments)
        self._holders: dict[str, int] = {}

    def holders(self, word: str) -> int:
        """How many entries hold the folded word."""
        if word not in self._holders:
            self._holders[word] = sum(segment.holders(word) for segment in self._segments)
        return self._holders[word]

    def word(self, word: str) -> bool:
        """Whether the folded word is, or begins, a word of an entry."""
        return any(segment.knows(word) for segment in self._segments)

    def name(self, stems: tuple[str, ...]) -> bool:
        """Whether these are all the words of a name."""
        return any(segment.names.has(stems) for segment in self._segments)
