"""Puts right the words of a query that are nearly words of the vocabulary."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from navigator.resources.search.tokens import stem

_SHORTEST = 4
"""Shorter words are left as they are; in those of so many letters only a letter too few or a swap is put right."""
_TWO_EDITS_FROM = 8


class Speller:
    """Knows the words of the vocabulary and what may be a slip of them: words that are the same but for a letter.

    The vocabulary is small, so every word is filed under each of its spellings that lack a letter.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        filed: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= _SHORTEST and not any(letter.isdigit() for letter in word):
                for shorter in _lacking(word):
                    filed[shorter].append(word)
        self._filed = dict(filed)
        self._sorted = sorted(self._known)

    def knows(self, word: str) -> bool:
        return stem(word) in self._known

    def begins(self, start: str) -> bool:
        """Whether a word of the vocabulary begins so."""
        at = bisect_left(self._sorted, start)
        return at < len(self._sorted) and self._sorted[at].startswith(start)

    def right(self, word: str) -> str:
        """The stem of `word`, or of the one word of the vocabulary that it is a likely slip of."""
        if len(word) < _SHORTEST or any(letter.isdigit() for letter in word):
            return stem(word)
        near = {other for shorter in _lacking(word) for other in self._filed.get(shorter, ())}
        likely = [(edits, word[0] != other[0], other) for other in near if (edits := _slips(word, other))]
        return min(likely)[2] if likely else stem(word)


def _slips(word: str, meant: str) -> int:
    """How many slips turn one word into the other; 0 when they are too many to be believed."""
    edits = OSA.distance(word, meant)
    if len(word) == _SHORTEST and len(meant) <= len(word) and sorted(word) != sorted(meant):
        return 0
    return edits if edits == 1 or (len(word) >= _TWO_EDITS_FROM and word[0] == meant[0]) else 0


def _lacking(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
