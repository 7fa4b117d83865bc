"""Finds again, for the few entries that are shown, which of their words matched."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.expand import Expanded, Expansion
from navigator.resources.search.index import Index
from navigator.resources.search.lexicon import Ints
from navigator.resources.search.reading import Part, Word
from navigator.resources.search.tokens import stem


@dataclass(frozen=True)
class MatchedWord:
    """A word of the entry that answers to words of the query; `spelled` otherwise, or a phrase that `means` them."""

    word: str
    typed: str
    spelled: bool = False
    means: bool = False


Traced = dict[int, tuple[MatchedWord, ...]]


def trace(index: Index, parts: Sequence[Part], expanded: Sequence[Expanded], entries: Ints) -> Traced:
    """The matched words of each of some `entries`, in the order of the query."""
    entries = np.unique(entries)
    found: list[dict[MatchedWord, None]] = [{} for _ in entries]
    for part, its in zip(parts, expanded, strict=True):
        lacking = np.zeros(len(entries), dtype=bool)
        for word, expansion in zip(part.words, its.words, strict=True):
            best = _best_words(index, expansion, entries)
            lacking |= best < 0
            told = {surface: _told(word, index.lexicon.surfaces[surface]) for surface in set(best.tolist()) - {-1}}
            for matched, surface in zip(found, best.tolist(), strict=True):
                if surface >= 0:
                    matched[told[surface]] = None
        _add_meant(index, part, its, entries, np.flatnonzero(lacking), found)
    return {entry: tuple(words) for entry, words in zip(entries.tolist(), found, strict=True)}


def _add_meant(
    index: Index,
    part: Part,
    expanded: Expanded,
    entries: Ints,
    lacking: NDArray[np.intp],
    found: Sequence[dict[MatchedWord, None]],
) -> None:
    """The best phrase of each entry that lacks a word of the part itself."""
    typed = " ".join(word.text for word in part.words)
    for _, phrase in expanded.means:
        if not len(lacking):
            return
        held = np.logical_and.reduce([_holds(index, forms, entries[lacking]) for forms in phrase])
        told = MatchedWord(" ".join(index.lexicon.surfaces[forms[0]] for forms in phrase), typed, means=True)
        for place in lacking[held].tolist():
            found[place][told] = None
        lacking = lacking[~held]


def _holds(index: Index, forms: Ints, entries: Ints) -> NDArray[np.bool_]:
    holding = [index.held_by(form, entries, head_only=True) for form in forms.tolist()]
    return np.asarray(np.logical_or.reduce(holding))


def _best_words(index: Index, expansion: Expansion, entries: Ints) -> Ints:
    """For each entry the weightiest of the words that it holds, completions last; -1: none."""
    best = np.full(len(entries), -1, dtype=np.int32)
    for at in np.argsort(-expansion.weights, kind="stable"):
        lacking = np.flatnonzero(best < 0)
        if not len(lacking):
            return best
        held = index.held_by(int(expansion.words[at]), entries[lacking], head_only=expansion.head_only)
        best[lacking[held]] = expansion.words[at]
    first, past = expansion.first, expansion.past
    if expansion.letters:
        completions = index.lexicon.completions(expansion.letters)
        first, past = (int(completions[0]), int(completions[-1]) + 1) if len(completions) else (0, 0)
    _complete(index, range(first, past), entries, best, head_only=expansion.head_only)
    return best


def _complete(index: Index, words: range, entries: Ints, best: Ints, *, head_only: bool) -> None:
    """The first of the completions that is in each entry which holds none of the listed words."""
    lacking = np.flatnonzero(best < 0)
    if not len(lacking) or not words:
        return
    if head_only:
        held, of = index.heads.of_entries(entries[lacking])
        begun = np.flatnonzero((held >= words.start) & (held < words.stop))[::-1]
        best[lacking[of[begun]]] = held[begun]
        return
    wanted = np.zeros(index.size, dtype=bool)
    wanted[entries[lacking]] = True
    holding, _, counts = index.stretches(words.start, words.stop, head_only=False)
    hits = np.flatnonzero(wanted[holding.astype(np.intp)])[::-1]
    which = np.searchsorted(np.cumsum(counts), hits, side="right") + words.start
    best[np.searchsorted(entries, holding[hits])] = which


def _told(word: Word, surface: str) -> MatchedWord:
    if stem(surface) == stem(word.text):
        return MatchedWord(word.text, word.text)
    return MatchedWord(surface, word.text, spelled=not surface.startswith(word.text))
