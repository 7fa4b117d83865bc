"""Matches the parts of a query against an index: own words, beginnings, misspellings, synonyms."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from navigator.resources.search.index import Floats, Index, Ints
from navigator.resources.search.reading import Part, Word

_BEGUN, _BEGUN_BY_LETTERS = 0.45, 0.45
"""What the completion of a word counts: with its every letter typed almost the whole, with few of them half."""
_HEAD_ONLY = 3
"""A beginning of so few letters is looked up in the head alone."""
_MOST_SPELLINGS = 8
_NEARLY = 0.7
"""Misspellings count only when they are nearly as likely as the likeliest."""
_RARE = 1 / 4000
_WHEN_RARE = 0.85
_DOUBTED = 0.55
"""What a misspelling counts when the word as typed is a rare word of the directory."""
_FEW = 1 / 400
"""Completions that so few entries hold do not rule out a misspelling."""
_MEANS, _NEXT_MEANS = 0.85, 0.97
"""What a phrase of the vocabulary counts beside the word itself, and each next one beside the one before."""
_AGREED = 0.25
"""What the weaker of word and meaning adds when an entry has both."""


@dataclass(frozen=True)
class Expansion:
    """The terms that stand for one word in one index, with their weights; `holders` have the word itself."""

    terms: Ints
    weights: Floats
    holders: int
    head_only: bool = False


@dataclass(frozen=True)
class Expanded:
    """One part of the query in one index: an expansion for each word, and the terms of each phrase that it means."""

    words: tuple[Expansion, ...]
    means: tuple[tuple[float, Ints], ...]


@dataclass(frozen=True)
class Match:
    """For each entry how well it matches the query (0 to about 1), and which share of the query it holds at all."""

    score: Floats
    share: Floats


class Everywhere(Protocol):
    """All entries of the directory, of which one index holds a part."""

    @property
    def size(self) -> int:
        """How many entries there are."""

    def holders(self, word: str) -> int:
        """How many of them hold a folded word."""


def expand(index: Index, parts: Sequence[Part], everywhere: Everywhere) -> tuple[Expanded, ...]:
    """The parts in this index. What is rare or unknown is so in the whole directory, so that layers agree."""
    return tuple(
        Expanded(tuple(_expand_word(index, word, everywhere) for word in part.words), _expand_means(index, part))
        for part in parts
    )


def match(
    index: Index, parts: Sequence[Part], expanded: Sequence[Expanded], masses: Sequence[Sequence[float]]
) -> Match:
    """How well each entry of the index matches; `masses` says for each word how much it tells."""
    score, share = np.zeros(index.size, np.float32), np.zeros(index.size, np.float32)
    whole = counted = 0.0
    for part, found, mass in zip(parts, expanded, masses, strict=True):
        own_score, own_share = _match_words(index, found, mass)
        if found.means:
            meant = _match_means(index, found) * np.float32(sum(mass))
            own_score = np.maximum(own_score, meant) + np.minimum(own_score, meant) * np.float32(_AGREED)
            own_share = np.maximum(own_share, np.where(meant > 0, np.float32(sum(mass)), np.float32(0)))
        score += own_score
        whole += sum(mass)
        if not all(word.soft for word in part.words):
            share += own_share
            counted += sum(mass)
    full = np.ones(index.size, np.float32)
    return Match(score / np.float32(whole or 1), share / np.float32(counted) if counted else full)


def _expand_word(index: Index, word: Word, everywhere: Everywhere) -> Expansion:
    lexicon, held = index.lexicon, everywhere.holders(word.text)
    own = lexicon.term(word.text)
    sure = held > 0 or word.sure
    begun = lexicon.completions(word.text) if word.unfinished or not sure else np.zeros(0, np.int32)
    completed = index.count(lexicon.term_of[begun])
    weights: dict[int, float] = {}
    if not sure and completed <= everywhere.size * _FEW:
        weights = _spellings(index, word, everywhere)
    elif 0 < held <= everywhere.size * _RARE:
        weights = {term: weight * _DOUBTED for term, weight in _spellings(index, word, everywhere).items()}
    if own is not None:
        weights[own] = 1.0
    terms = np.fromiter(weights, np.int32, len(weights))
    return Expansion(
        np.concatenate((terms, lexicon.term_of[begun])),
        np.concatenate((np.fromiter(weights.values(), np.float32, len(weights)), _by_letters(index, word, begun))),
        index.holders(own) if own is not None else min(max(completed, _most(index, terms)), index.size),
        head_only=len(word.text) <= _HEAD_ONLY and not held,
    )


def _by_letters(index: Index, word: Word, begun: Ints) -> Floats:
    """What the completions of a word count: more, the more of their letters were typed."""
    typed = len(word.text) / index.lexicon.lengths(begun).astype(np.float32)
    return np.asarray(_BEGUN + _BEGUN_BY_LETTERS * typed, dtype=np.float32)


def _spellings(index: Index, word: Word, everywhere: Everywhere) -> dict[int, float]:
    """The likeliest terms that a word may be a misspelling of; common words are likelier meant than rare ones."""
    weights: dict[int, float] = {}
    for spelling in index.lexicon.likely(word.text, unfinished=word.unfinished):
        term = int(index.lexicon.term_of[spelling.surface])
        common = math.log1p(everywhere.holders(index.lexicon.terms[term])) / math.log1p(everywhere.size)
        weights[term] = max(weights.get(term, 0.0), spelling.weight * (_WHEN_RARE + (1 - _WHEN_RARE) * common))
    best = sorted(weights.items(), key=lambda pair: -pair[1])[:_MOST_SPELLINGS]
    return {term: weight for term, weight in best if weight >= best[0][1] * _NEARLY}


def _most(index: Index, terms: Ints) -> int:
    return max((index.holders(int(term)) for term in terms), default=0)


def _expand_means(index: Index, part: Part) -> tuple[tuple[float, Ints], ...]:
    """The phrases whose every word stands in this index, each with what it counts."""
    found = []
    for place, phrase in enumerate(part.means):
        terms = [index.lexicon.term(word) for word in phrase]
        known = [term for term in terms if term is not None]
        if len(known) == len(terms):
            found.append((_MEANS * _NEXT_MEANS**place, np.array(known, dtype=np.int32)))
    return tuple(found)


def _match_words(index: Index, found: Expanded, mass: Sequence[float]) -> tuple[Floats, Floats]:
    score, share = np.zeros(index.size, np.float32), np.zeros(index.size, np.float32)
    for expansion, weight in zip(found.words, mass, strict=True):
        reach = index.reach(expansion.terms, expansion.weights, head_only=expansion.head_only)
        score += reach * np.float32(weight)
        share += (reach > 0) * np.float32(weight)
    return score, share


def _match_means(index: Index, found: Expanded) -> Floats:
    best = np.zeros(index.size, np.float32)
    one = np.ones(1, np.float32)
    for worth, terms in found.means:
        each = [index.reach(terms[at : at + 1], one, head_only=True) for at in range(len(terms))]
        np.maximum(best, np.minimum.reduce(each) * np.float32(worth), out=best)
    return best
