"""The names of an entry that a query may resemble."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from navigator.resources.model import Entry
from navigator.resources.search.tokens import stem, words

_ASIDE = re.compile(r"\s*[(/]")


@dataclass(frozen=True)
class Names:
    """The folded names of an entry, and that of its organization."""

    own: tuple[str, ...]
    organization: str

    @property
    def phrases(self) -> Iterator[tuple[str, ...]]:
        """The names as the stems of their words."""
        return (tuple(map(stem, name.split())) for name in (*self.own, self.organization) if name)


def names_of(entry: Entry) -> Names:
    """Its names, also without what stands behind a bracket or a stroke: "Hall-Mercer (Pennsylvania Hospital)"."""
    whole = (entry.name, *entry.alternate_names)
    short = (_ASIDE.split(name, maxsplit=1)[0] for name in whole)
    own = dict.fromkeys(" ".join(words(name)) for name in (*whole, *short) if name)
    return Names(tuple(own), " ".join(words(entry.organization)))
