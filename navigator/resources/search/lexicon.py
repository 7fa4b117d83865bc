"""Every word that stands in the directory, sorted, with the term that its forms share."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.fuzzy import Spelling, Spellings
from navigator.resources.search.tokens import stem

_AFTER_ANY_LETTER = "\U0010ffff"


class Lexicon:
    """The sorted `surfaces` as they stand in the texts; `term_of[i]` is the number of the term of surface i."""

    def __init__(self, surfaces: Sequence[str]) -> None:
        self.surfaces = sorted(surfaces)
        stems = [stem(surface) for surface in self.surfaces]
        self.terms = sorted(set(stems))
        numbers = {term: number for number, term in enumerate(self.terms)}
        self.term_of: NDArray[np.int32] = np.array([numbers[term] for term in stems], dtype=np.int32)
        self._numbers = numbers
        self._spellings = Spellings(self.surfaces)

    def term(self, word: str) -> int | None:
        """The number of the term of a folded word, whatever its form; None when no text holds it."""
        return self._numbers.get(stem(word))

    def completions(self, start: str) -> NDArray[np.int32]:
        """The surfaces (by number) that begin with `start`."""
        low = bisect_left(self.surfaces, start)
        return np.arange(low, bisect_left(self.surfaces, start + _AFTER_ANY_LETTER, low), dtype=np.int32)

    def lengths(self, surfaces: NDArray[np.int32]) -> NDArray[np.int32]:
        return self._spellings.lengths[surfaces]

    def likely(self, word: str, *, unfinished: bool) -> tuple[Spelling, ...]:
        """The surfaces that `word` may be a misspelling of; `unfinished` words may lack their end as well."""
        found = self._spellings.near(word)
        return found + self._spellings.near_start(word) if unfinished else found
