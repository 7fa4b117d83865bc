"""Finds the words that a mistyped word may have meant: by letters, length and edits, never row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_BITS = {letter: 1 << place for place, letter in enumerate(_LETTERS)}
_OTHER_BIT = 1 << len(_LETTERS)
_VOWELS = frozenset("aeiouy")
_SOUNDS = (frozenset("ckq"), frozenset("sz"), frozenset("fv"), frozenset("sc"), frozenset("gj"), frozenset("mn"))
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

_BY_EDITS = (1.0, 0.82, 0.62)
_FIRST_LETTER, _UNFINISHED = 0.85, 0.85
_SLIP = 1.1
"""How much likelier an edit is that fingers or ears make: a swap, a doubled letter, a vowel, a neighbouring key."""


@dataclass(frozen=True)
class Spelling:
    """A word of the directory (by its number in the lexicon) and how likely it was meant, 0 to 1."""

    surface: int
    weight: float


class Spellings:
    """The words of a lexicon, laid out so that far ones are thrown out without being compared."""

    def __init__(self, surfaces: Sequence[str]) -> None:
        self._surfaces = surfaces
        self.lengths: NDArray[np.int32] = np.fromiter(map(len, surfaces), np.int32, len(surfaces))
        self._masks: NDArray[np.uint64] = np.fromiter(map(_mask, surfaces), np.uint64, len(surfaces))

    def near(self, word: str) -> tuple[Spelling, ...]:
        """Words within the edits that a word of this length is allowed; a swap of neighbours is one edit."""
        edits = edits_allowed(word)
        if not edits:
            return ()
        letters = np.bitwise_count(self._masks ^ np.uint64(_mask(word)))
        close = (np.abs(self.lengths - len(word)) <= edits) & (letters <= 2 * edits)
        rows = np.flatnonzero(close).tolist()
        found = [self._surfaces[row] for row in rows]
        return tuple(
            Spelling(rows[at], _likelihood(word, found[at], edits_made))
            for at, edits_made in _distances(word, found, edits)
        )

    def near_start(self, word: str) -> tuple[Spelling, ...]:
        """Longer words whose beginning is one edit from `word`, for the word that is being typed."""
        if len(word) < 4:
            return ()
        missing = np.bitwise_count(np.uint64(_mask(word)) & ~self._masks)
        rows = np.flatnonzero((self.lengths > len(word)) & (missing <= 1)).tolist()
        best: dict[int, float] = {}
        for cut in (len(word), len(word) + 1, len(word) - 1):
            starts = [self._surfaces[row][:cut] for row in rows]
            for at, made in _distances(word, starts, 1):
                row, weight = rows[at], _likelihood(word, starts[at], made) * _UNFINISHED
                best[row] = max(best.get(row, 0.0), weight)
        return tuple(Spelling(row, weight) for row, weight in best.items())


def edits_allowed(word: str) -> int:
    """How many edits are forgiven: none in numbers and very short words, two in long ones."""
    if len(word) < 3 or any(letter.isdigit() for letter in word):
        return 0
    return 1 if len(word) < 7 else 2


def _distances(word: str, others: list[str], most: int) -> Iterable[tuple[int, int]]:
    """(place, edits) of the `others` that are at most `most` edits from `word`."""
    if not others:
        return
    made = process.cdist([word], others, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)[0]
    for at in np.flatnonzero(made <= most):
        yield int(at), int(made[at])


def _likelihood(word: str, meant: str, edits: int) -> float:
    weight = _BY_EDITS[edits]
    if edits == 1 and _is_slip(word, meant):
        weight *= _SLIP
    return weight if word[0] == meant[0] else weight * _FIRST_LETTER


def _is_slip(word: str, meant: str) -> bool:
    """Whether the one edit between two words is of the kind that fingers and ears make."""
    if len(word) != len(meant):
        longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
        at = next((place for place, letter in enumerate(shorter) if letter != longer[place]), len(shorter))
        return at > 0 and longer[at] == longer[at - 1]
    apart = [(a, b) for a, b in zip(word, meant, strict=True) if a != b]
    return len(apart) == 2 or all(_sounds_alike(a, b) or _side_by_side(a, b) for a, b in apart)


def _sounds_alike(a: str, b: str) -> bool:
    return {a, b} <= _VOWELS or any({a, b} <= sound for sound in _SOUNDS)


def _side_by_side(a: str, b: str) -> bool:
    rows = [(line, keys.find(a), keys.find(b)) for line, keys in enumerate(_KEYBOARD)]
    return any(one >= 0 and other >= 0 and abs(one - other) == 1 for _, one, other in rows)


def _mask(word: str) -> int:
    """The set of letters of a word as bits."""
    bits = 0
    for letter in word:
        bits |= _BITS.get(letter, _OTHER_BIT)
    return bits
