"""Finds the words that a mistyped word may have meant, without comparing it to each."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from navigator.resources.search.fuzzy_candidates import Candidates
from navigator.resources.search.fuzzy_cores import SHORTEST, Ids, changes, distinct
from navigator.resources.search.fuzzy_likelihood import likelihood, likelihood_by_ear, odd_letters
from navigator.resources.search.fuzzy_sounds import heard
from navigator.resources.search.packed import Arrays

_ONE_FROM, _TWO_FROM, _TWO_AT_START_FROM = 3, 5, 8
"""From so many letters on an edit is forgiven, or two; in the shortest words of two, one must be a swap or unheard."""
_HEARD, _HEARD_ENOUGH = 2, 5
"""What sounds the same is found when it is so many edits away, and however far when it is so many sounds."""
_TOLD_APART = 3
"""Edits beyond this are one more, however many."""
_BEGUN, _BEGUN_BY_LETTERS = 0.65, 0.25
"""What a begun word counts beside a whole one: more, the more of its letters were typed."""
_MOST_BEGUN, _SHORTLIST = 64, 500
_FAR = 0.5
"""What a word counts at most that is farther away than is forgiven."""
_SHORTEST_PART = 2

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Spelling:
    """A word of the directory (by its number in the lexicon) and how likely it was meant, 0 to 1."""

    surface: int
    weight: float


class Spellings:
    """The words of a lexicon, laid out so that the near ones are found by what they share with the typed one."""

    def __init__(self, surfaces: Sequence[str], candidates: Candidates | None = None) -> None:
        self._surfaces = surfaces
        self._candidates = candidates or Candidates.of(surfaces)
        self.lengths: NDArray[np.int32] = self._candidates.lengths

    @classmethod
    def of_arrays(cls, surfaces: Sequence[str], arrays: Arrays) -> "Spellings":
        return cls(surfaces, Candidates.of_arrays(arrays))

    def arrays(self) -> Arrays:
        return self._candidates.arrays()

    def near(self, word: str) -> tuple[Spelling, ...]:
        """All words within the edits forgiven in one of this length (a swap of neighbours is one), and what sounds so.

        None are forgiven in numbers and in words of one or two letters.
        """
        most = _edits_forgiven(word, _TWO_FROM)
        if not most:
            return ()
        near, alike = self._within(word, most), self._sounding(word)
        weights = ((row, self._weight(word, row, edits, row in alike)) for row, edits in (near | alike).items())
        return tuple(Spelling(row, weight) for row, weight in weights if weight)

    def near_start(self, word: str) -> tuple[Spelling, ...]:
        """The likeliest longer words whose beginning is an edit from `word`, for the word that is being typed.

        From four letters on, and two edits from eight letters on. Words that do begin with it are left out.
        """
        most = _edits_forgiven(word, _TWO_AT_START_FROM)
        if len(word) < SHORTEST or not most:
            return ()
        rows = distinct(self._candidates.begun(word, most))
        starts, start_of = _starts(self._texts(rows), len(word) + most)
        weights = _weights_of_starts(word, starts, most)[start_of]
        weights *= _BEGUN + _BEGUN_BY_LETTERS * len(word) / self.lengths[rows]
        best = np.argsort(-weights, kind="stable")[: min(_MOST_BEGUN, np.count_nonzero(weights))]
        return _spellings(rows[best], weights[best])

    def nearest(self, word: str, limit: int) -> tuple[Spelling, ...]:
        """The likeliest words first, however far they are; none for a number."""
        if not word or _has_digit(word):
            return ()
        near = self.near(word)
        rows = self._candidates.resembling(word, _SHORTLIST)
        longest = np.maximum(self.lengths[rows], len(word))
        likeness = 1 - _edits(word, self._texts(rows), most=len(word)) / longest
        known = {spelling.surface for spelling in near}
        far = [one for one in _spellings(rows, likeness * _FAR) if one.weight > 0 and one.surface not in known]
        return tuple(sorted((*near, *far), key=lambda spelling: -spelling.weight)[:limit])

    def splits(self, word: str) -> tuple[tuple[int, int], ...]:
        """Pairs of words that together are `word`, typed without its space; those of even length first."""
        cuts = sorted(range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1), key=lambda cut: abs(2 * cut - len(word)))
        pairs = ((self._number(word[:cut]), self._number(word[cut:])) for cut in cuts)
        return tuple((one, other) for one, other in pairs if one is not None and other is not None)

    def _within(self, word: str, most: int) -> dict[int, int]:
        """The words within so many edits, with their edits."""
        rows = distinct(self._candidates.near(word, most, 1 if len(word) == _TWO_FROM else most))
        edits = _edits(word, self._texts(rows))
        close = edits <= most
        return dict(zip(rows[close].tolist(), edits[close].tolist(), strict=True))

    def _sounding(self, word: str) -> dict[int, int]:
        """The words that sound like this one, though by their letters they may be far, with their edits."""
        sound = heard([word])[0]
        rows = self._candidates.sounds.like(sound)
        edits = _edits(word, self._texts(rows)).tolist() if len(rows) else []
        far = _TOLD_APART + 1 if len(sound) >= _HEARD_ENOUGH else _HEARD
        return {row: made for row, made in zip(rows.tolist(), edits, strict=True) if made <= far}

    def _weight(self, word: str, row: int, edits: int, alike: bool) -> float:
        """How likely a word was meant; 0 where two edits in a short word are not slips."""
        meant = self._surfaces[row]
        if alike:
            return likelihood_by_ear(word, edits)
        odd = odd_letters(word, meant, edits)
        if edits > 1 and odd and len(word) == _TWO_FROM:
            return 0.0
        return likelihood(word, meant, edits, odd)

    def _texts(self, rows: Ids) -> list[str]:
        return [self._surfaces[row] for row in rows.tolist()]

    def _number(self, word: str) -> int | None:
        at = bisect_left(self._surfaces, word)
        return at if at < len(self._surfaces) and self._surfaces[at] == word else None


def _edits_forgiven(word: str, two_from: int) -> int:
    if len(word) < _ONE_FROM or _has_digit(word):
        return 0
    return 2 if len(word) >= two_from else 1


def _has_digit(word: str) -> bool:
    return any("0" <= letter <= "9" for letter in word)


def _edits(word: str, others: Sequence[str], most: int = _TOLD_APART) -> Counts:
    """The edits between `word` and each of the others; a swap of neighbours is one, and all above `most` are alike."""
    every: Counts = process.cdist([word], others, scorer=OSA.distance, score_cutoff=most, dtype=np.int64)
    return every.reshape(-1)


def _starts(words: Sequence[str], count: int) -> tuple[list[str], NDArray[np.int64]]:
    """The distinct beginnings of so many letters of sorted words, and which of them each word has."""
    starts = np.array(words, dtype=f"U{count}")
    new = changes(starts)
    return starts[new].tolist(), np.cumsum(new) - 1


def _weights_of_starts(word: str, starts: Sequence[str], most: int) -> Floats:
    """How likely each of the `starts`, cut where it is likeliest, was meant; 0 if `most` edits do not lead there."""
    lengths = range(len(word) - most, len(word) + most + 1)
    cuts = list({start[:length] for start in starts for length in lengths})
    edits = _edits(word, cuts)
    near = ((cuts[at], int(edits[at])) for at in np.flatnonzero(edits <= most).tolist())
    weights = {cut: likelihood(word, cut, made, odd_letters(word, cut, made)) for cut, made in near}
    best = (
        0.0 if start.startswith(word) else max([weights.get(start[:length], 0.0) for length in lengths])
        for start in starts
    )
    return np.fromiter(best, np.float64, len(starts))


def _spellings(rows: Ids, weights: Floats) -> tuple[Spelling, ...]:
    return tuple(map(Spelling, rows.tolist(), weights.tolist()))
