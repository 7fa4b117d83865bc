"""Every word that stands in some entries, sorted: found by its forms, its beginning or a misspelling of it."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.fuzzy import Spelling, Spellings
from navigator.resources.search.packed import Arrays, pack_texts, texts_of, under, within
from navigator.resources.search.tokens import forms

_FEW = 5000
_AFTER_ANY_LETTER = "\U0010ffff"

Ints = NDArray[np.int32]


class Lexicon:
    """The sorted `surfaces`: the words as they stand in the texts, folded. A surface is known by its number."""

    def __init__(self, surfaces: Sequence[str], spellings: Spellings | None = None) -> None:
        self.surfaces = surfaces
        self._lengths = np.fromiter(map(len, surfaces), np.int32, len(surfaces))
        self._given = spellings or (Spellings(surfaces) if len(surfaces) > _FEW else None)
        self._forms: dict[str, Ints] = {}

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> "Lexicon":
        surfaces = texts_of(arrays["surfaces"])
        return cls(surfaces, Spellings.of_arrays(surfaces, within("spellings", arrays)))

    def arrays(self) -> Arrays:
        return {"surfaces": pack_texts(self.surfaces), **under("spellings", self._spellings.arrays())}

    @cached_property
    def _spellings(self) -> Spellings:
        """Those of a few words, such as one changed entry has, are laid out when they are first asked for."""
        return self._given or Spellings(self.surfaces)

    def forms(self, word: str) -> Ints:
        """The surfaces that are `word` in one of its forms: "shelter" and "shelters" for either."""
        if word not in self._forms:
            found = (self.number(form) for form in forms(word))
            self._forms[word] = np.array([number for number in found if number is not None], dtype=np.int32)
        return self._forms[word]

    def completions(self, start: str) -> Ints:
        """The surfaces that begin with `start`."""
        low = bisect_left(self.surfaces, start)
        return np.arange(low, bisect_left(self.surfaces, start + _AFTER_ANY_LETTER, low), dtype=np.int32)

    def lengths(self, surfaces: Ints) -> Ints:
        return self._lengths[surfaces]

    def likely(self, word: str, *, unfinished: bool) -> tuple[Spelling, ...]:
        """The surfaces that `word` may be a misspelling of; `unfinished` words may lack their end as well."""
        found = self._spellings.near(word)
        return found + self._spellings.near_start(word) if unfinished else found

    def nearest(self, word: str, limit: int) -> tuple[Spelling, ...]:
        """The surfaces most like `word`, however far they are."""
        return self._spellings.nearest(word, limit)

    def splits(self, word: str) -> tuple[tuple[int, int], ...]:
        """Pairs of surfaces that together are `word`, typed without its space."""
        return self._spellings.splits(word)

    def forget(self) -> None:
        """Empties what was kept of looked-up words."""
        self._forms = {}

    def number(self, word: str) -> int | None:
        """The number of a surface; None when no text holds it."""
        at = bisect_left(self.surfaces, word)
        return at if at < len(self.surfaces) and self.surfaces[at] == word else None
