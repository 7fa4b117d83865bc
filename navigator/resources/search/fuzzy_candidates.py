"""The few of many words that are worth comparing with a mistyped one, found by their cores, letters and sounds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.fuzzy_cores import Cores, Ids
from navigator.resources.search.fuzzy_letters import Letters, held
from navigator.resources.search.fuzzy_sounds import Sounds
from navigator.resources.search.packed import Arrays, under, within

_FEW = 3000
"""So few words need no cores: their letters tell the near ones as fast."""


@dataclass(frozen=True)
class Candidates:
    """Words by their numbers: of all their `lengths` and letters `held`, as bits; the rest of those without a digit."""

    lengths: NDArray[np.int32]
    held: NDArray[np.uint32]
    words: Ids
    sounds: Sounds
    cores: Cores | None

    @classmethod
    def of(cls, surfaces: Sequence[str]) -> "Candidates":
        letters = Letters.of(surfaces)
        words = np.flatnonzero(~letters.digits()).astype(np.uint32)
        texts = [surfaces[word] for word in words.tolist()]
        cores = Cores.of(texts, words) if len(words) > _FEW else None
        return cls(letters.lengths(), letters.held(), words, Sounds.of(texts, words), cores)

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> "Candidates":
        cores = within("cores", arrays)
        return cls(
            arrays["lengths"],
            arrays["held"],
            arrays["words"],
            Sounds(**within("sounds", arrays)),
            Cores(**cores) if cores else None,
        )

    def arrays(self) -> Arrays:
        own: Arrays = {"lengths": self.lengths, "held": self.held, "words": self.words}
        cores = under("cores", vars(self.cores)) if self.cores else {}
        return {**own, **under("sounds", vars(self.sounds)), **cores}

    def near(self, word: str, edits: int, letters: int) -> Ids:
        """All words within `edits` of `word` that are so many letters longer or shorter, lack or have so many others.

        There are some others among them, and any may come twice.
        """
        found = self._sharing(word, edits)
        found = found[np.abs(self.lengths[found] - len(word)) <= letters]
        theirs, own = self.held[found], held(word)
        return found[(np.bitwise_count(theirs & ~own) <= letters) & (np.bitwise_count(own & ~theirs) <= letters)]

    def begun(self, word: str, edits: int) -> Ids:
        """All longer words that begin within `edits` of `word`, and some others; any of them may come twice."""
        found = self._sharing(word, edits)
        lacking = np.bitwise_count(held(word) & ~self.held[found])
        return found[(self.lengths[found] > len(word)) & (lacking <= edits)]

    def resembling(self, word: str, count: int) -> Ids:
        """The `count` words that have most letters in common with `word`, whatever their order."""
        letters = np.bitwise_count(self.held[self.words] ^ held(word))
        apart = letters + np.abs(self.lengths[self.words] - len(word))
        return self.words[np.argpartition(apart, count)[:count]] if len(apart) > count else self.words

    def _sharing(self, word: str, edits: int) -> Ids:
        return self.cores.sharing(word, edits) if self.cores else self.words
