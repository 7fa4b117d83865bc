"""Matches the parts of a query against an index: own words, beginnings, misspellings, synonyms.

Only entries that can come near the best are looked at: words that many hold and that tell little choose nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.expand import Expanded, Expansion
from navigator.resources.search.index import FULL, Floats, Index
from navigator.resources.search.lexicon import Ints
from navigator.resources.search.reading import Part

NEAR_ENOUGH = 0.55
"""Entries that hold less than this share of what the best one holds of the query are not listed."""
_AGREED = 0.25
"""What the weaker of word and meaning adds when an entry has both."""
_SOME = 1000
_MANY = 1 / 4
_SAME = 1e-5

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Match:
    """The entries that may be listed: how well each matches (0 to about 1), which share of the query it holds."""

    rows: Rows
    score: Floats
    share: Floats

    def of[T: np.generic](self, every: NDArray[T]) -> NDArray[T]:
        """What is known of every entry, of those of the match; all of them are read without being picked."""
        return every if len(self.rows) == len(every) else every[self.rows]


@dataclass(frozen=True)
class _Reached:
    """For each entry of the index what the best of some words counts in it, and the entries with any.

    No stretch of `rows` names an entry twice.
    """

    best: Floats
    rows: tuple[Rows, ...]


@dataclass(frozen=True)
class _PartReached:
    """A part with its words in this index; `mass` says for each word how much it tells."""

    words: tuple[_Reached, ...]
    mass: Sequence[float]
    meant: _Reached | None
    counted: bool

    @property
    def whole(self) -> float:
        return sum(self.mass)


def match(
    index: Index,
    parts: Sequence[Part],
    expanded: Sequence[Expanded],
    masses: Sequence[Sequence[float]],
    listed: NDArray[np.bool_],
    numbers: Floats | None = None,
) -> Match:
    """How well the entries match; `masses` says for each word how much it tells.

    `numbers` says for each entry how well a telephone number of it is the one that was typed.
    """
    all_soft = all(word.soft for part in parts for word in part.words)
    reached = [
        _PartReached(
            tuple(_reach(index, expansion) for expansion in found.words),
            mass,
            _reach_meant(index, found) if found.means else None,
            counted=all_soft or not all(word.soft for word in part.words),
        )
        for part, found, mass in zip(parts, expanded, masses, strict=True)
    ]
    return _nearest(reached, index.size, listed, numbers)


def _nearest(reached: Sequence[_PartReached], size: int, listed: NDArray[np.bool_], numbers: Floats | None) -> Match:
    """Lowers what an entry must hold until the best that was found is the best there is."""
    counted = sum(part.whole for part in reached if part.counted)
    best, looked_at = 1.0, -1
    while True:
        chosen = _choosing(reached, NEAR_ENOUGH * best * counted)
        rows = _rows(chosen, numbers, size)
        found = _matched(reached, rows, counted, numbers)
        here = best_share(found, listed)
        if here >= best - _SAME or len(chosen) == looked_at or len(rows) == size:
            return _near_enough(found, here)
        best, looked_at = here, len(chosen)


def best_share(found: Match, listed: NDArray[np.bool_]) -> float:
    """What the best of the entries that are listed holds of the query."""
    return float(np.max(found.share * found.of(listed), initial=0.0))


def _near_enough(found: Match, best: float) -> Match:
    """Those alone that hold enough beside the best of them."""
    at = np.flatnonzero((found.share > 0) & (found.share >= np.float32(NEAR_ENOUGH * best)))
    return Match(found.rows[at], found.score[at], found.share[at])


def _choosing(reached: Sequence[_PartReached], needed: float) -> list[_Reached]:
    """The words without all of which nobody can hold as much as is needed, and the meanings of all parts."""
    words = [
        (mass, word)
        for part in reached
        if part.counted
        for word, mass in zip(part.words, part.mass, strict=True)
        if mass > 0
    ]
    words.sort(key=lambda pair: pair[0])
    together, left_out = 0.0, 0
    for mass, _ in words:
        together += mass
        if together >= needed - _SAME:
            break
        left_out += 1
    return [word for _, word in words[left_out:]] + [part.meant for part in reached if part.meant]


def _rows(chosen: Sequence[_Reached], numbers: Floats | None, size: int) -> Rows:
    """The entries with any of the words; all of them when a good part is: that is quicker than to pick."""
    stretches = [rows for word in chosen for rows in word.rows]
    if sum(map(len, stretches)) > size * _MANY:
        return np.arange(size, dtype=np.intp)
    if len(stretches) == 1 and numbers is None:
        return stretches[0]
    held = np.zeros(size, dtype=bool) if numbers is None else numbers > 0
    for rows in stretches:
        held[rows] = True
    return np.flatnonzero(held)


def _matched(reached: Sequence[_PartReached], rows: Rows, counted: float, numbers: Floats | None) -> Match:
    score, share = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.float32)
    match = Match(rows, score, share)
    for part in reached:
        own_score, own_share = _of_part(part, match)
        score += own_score
        if part.counted:
            share += own_share
    score *= np.float32(1 / (sum(part.whole for part in reached) or 1))
    share *= np.float32(1 / counted if counted else 0)
    if numbers is not None:
        score += match.of(numbers)
        share[match.of(numbers) > 0] = 1
    return match


def _of_part(part: _PartReached, match: Match) -> tuple[Floats, Floats]:
    score, share = np.zeros_like(match.score), np.zeros_like(match.share)
    for word, mass in zip(part.words, part.mass, strict=True):
        if mass > 0:
            best = match.of(word.best)
            score += best * np.float32(mass)
            share += (best > 0) * np.float32(mass)
    if part.meant is not None:
        meant = match.of(part.meant.best) * np.float32(part.whole)
        score = np.maximum(score, meant) + np.minimum(score, meant) * np.float32(_AGREED)
        share = np.maximum(share, (meant > 0) * np.float32(part.whole))
    return score, share


def _reach(index: Index, expansion: Expansion) -> _Reached:
    """The best impact that any of the words has in each entry, times the weight of that word."""
    best = np.zeros(index.size, dtype=np.float32)
    rows: list[Rows] = []
    short = index.beginnings.find(expansion.letters) if expansion.letters else None
    if short is not None:
        rows.append(_at(short[0]))
        best[rows[0]] = short[1] * np.float32(1 / FULL)
    if expansion.past > expansion.first:
        rows.append(_reach_completions(index, expansion, best))
    for word, weight in zip(expansion.words.tolist(), expansion.weights.tolist(), strict=True):
        entries, impacts = index.stretch(word, head_only=expansion.head_only)
        worth, at = impacts * np.float32(weight / FULL), _at(entries)
        best[at] = np.maximum(best[at], worth) if rows else worth
        rows.append(at)
    return _Reached(best, tuple(rows))


def _reach_completions(index: Index, expansion: Expansion, best: Floats) -> Rows:
    """Surfaces with the same beginning stand side by side, and so do their postings."""
    entries, impacts, counts = index.stretches(expansion.first, expansion.past, head_only=expansion.head_only)
    worths = impacts * np.repeat(expansion.begun / np.float32(FULL), counts)
    np.maximum.at(best, _at(entries), worths)
    return np.flatnonzero(best > 0)


def _reach_meant(index: Index, found: Expanded) -> _Reached:
    """The best of the phrases that have all their words in the head; each counts as its weakest word."""
    best = np.zeros(index.size, dtype=np.float32)
    rows = []
    everywhere: dict[bytes, Floats] = {}
    for worth, phrase in found.means:
        rarest, *others = sorted(phrase, key=index.holders)
        for word in rarest.tolist():
            entries, impacts = index.stretch(word, head_only=True)
            weakest = impacts.astype(np.float32)
            for other in others:
                weakest = np.minimum(weakest, _impacts_of(index, other, entries, everywhere))
                held = np.flatnonzero(weakest > 0)
                entries, weakest = entries[held], weakest[held]
            at = _at(entries)
            best[at] = np.maximum(best[at], weakest * np.float32(worth / FULL))
            rows.append(at)
    return _Reached(best, tuple(rows))


def _impacts_of(index: Index, words: Ints, entries: Ints, everywhere: dict[bytes, Floats]) -> Floats:
    """The best impact of any of the words in the head of some entries; what is asked of many is reckoned for all."""
    if len(entries) <= _SOME:
        return index.impacts_in(words, entries)
    key = words.tobytes()
    if key not in everywhere:
        reckoned = np.zeros(index.size, dtype=np.float32)
        for word in words.tolist():
            holding, impacts = index.stretch(word, head_only=True)
            at = _at(holding)
            reckoned[at] = np.maximum(reckoned[at], impacts)
        everywhere[key] = reckoned
    return everywhere[key][_at(entries)]


def _at(entries: Ints) -> Rows:
    """Arrays are read and written by places of the machine's own size twice as fast as by smaller ones."""
    return entries.astype(np.intp)
