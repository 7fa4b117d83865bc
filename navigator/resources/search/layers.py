"""The entries of a directory in layers: a large one that stands, and small ones of what changed since."""

from collections.abc import Iterable, Mapping, Sequence

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Entry
from navigator.resources.search.segment import Segment

_FRESH = 32
"""So many changed entries are indexed anew at each change; more of them settle into a layer of their own."""
_SETTLED = 1000
"""From so many settled entries on everything becomes one layer again."""


class Layers:
    """An entry is alive in one layer only. A change is indexed when the next query asks for the layers."""

    def __init__(self, entries: Iterable[Entry], city: City, categories: Mapping[str, Category]) -> None:
        self._city, self._categories = city, categories
        self._standing = [self._segment(tuple(entries))]
        self._changed: dict[str, Entry] = {}
        self._fresh: Segment | None = None

    def anew(self, entries: Iterable[Entry]) -> "Layers":
        """Layers of these entries alone, for the same city."""
        return Layers(entries, self._city, self._categories)

    def get(self, entry_id: str) -> Entry | None:
        found = (segment.get(entry_id) for segment in self._standing)
        return self._changed.get(entry_id) or next((entry for entry in found if entry), None)

    def put(self, entry: Entry) -> None:
        self.remove(entry.id)
        self._changed[entry.id] = entry
        if entry.confidential:
            self._forget_buried()

    def _forget_buried(self) -> None:
        """Everything becomes one layer: a buried entry, with the words of its place, is held no longer (S-13)."""
        alive = [entry for segment in self._standing for entry in segment.living()]
        self._standing = [self._segment([*alive, *self._changed.values()])]
        self._changed, self._fresh = {}, None

    def remove(self, entry_id: str) -> None:
        for segment in self._standing:
            segment.bury(entry_id)
        self._changed.pop(entry_id, None)
        self._fresh = None

    def segments(self) -> tuple[Segment, ...]:
        """All layers, the largest first."""
        if len(self._changed) > _FRESH:
            self._settle()
        if self._changed and self._fresh is None:
            self._fresh = self._segment(tuple(self._changed.values()))
        return (*self._standing, self._fresh) if self._fresh else tuple(self._standing)

    def _settle(self) -> None:
        base, *settled = self._standing
        entries = [entry for segment in settled for entry in segment.living()] + list(self._changed.values())
        if len(entries) > _SETTLED:
            self._standing = [self._segment([*base.living(), *entries])]
        else:
            self._standing = [base, self._segment(entries)]
        self._changed, self._fresh = {}, None

    def _segment(self, entries: Sequence[Entry]) -> Segment:
        return Segment(entries, self._city, self._categories)
