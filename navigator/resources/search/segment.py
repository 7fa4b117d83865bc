"""Some entries with all that is needed to search them: index, telephone numbers, columns, names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Entry
from navigator.resources.search.columns import Columns, Mask
from navigator.resources.search.fields import fields
from navigator.resources.search.index import build_index
from navigator.resources.search.phones import Numbers
from navigator.resources.search.tokens import words


@dataclass(frozen=True)
class Names:
    """The folded names of an entry, and that of its organization."""

    own: tuple[str, ...]
    organization: str


class Segment:
    """Derived from its entries alone. `alive` loses those that were changed or removed since it was built."""

    def __init__(self, entries: Sequence[Entry], city: City, categories: Mapping[str, Category]) -> None:
        self.entries = tuple(entries)
        self.zone = city.zone
        self.index = build_index(self.entries, fields(categories))
        self.numbers = Numbers(self.entries)
        self.columns = Columns(self.entries, city, categories)
        self.names = tuple(map(_names, self.entries))
        self.alive: Mask = np.ones(len(self.entries), dtype=bool)
        self.place = {entry.id: place for place, entry in enumerate(self.entries)}

    def bury(self, entry_id: str) -> None:
        """The entry is no longer found here."""
        if entry_id in self.place:
            self.alive[self.place[entry_id]] = False


def _names(entry: Entry) -> Names:
    own = tuple(" ".join(words(name)) for name in (entry.name, *entry.alternate_names) if name)
    return Names(own, " ".join(words(entry.organization)))
