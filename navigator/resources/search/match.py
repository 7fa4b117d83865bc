"""Matches the parts of a query against an index: own words, beginnings, misspellings, synonyms."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from navigator.resources.search.index import Floats, Index, Ints
from navigator.resources.search.understand import Part, Word

_BEGUN, _BEGUN_BY_LETTERS = 0.55, 0.4
"""What the completion of a word counts: with its every letter typed almost the whole, with few of them half."""
_HEAD_ONLY = 2
"""A beginning of so few letters is looked up in the head alone."""
_MOST_SPELLINGS = 8
_NEARLY = 0.7
"""Misspellings count only when they are nearly as likely as the likeliest."""
_RARE = 1 / 4000
_DOUBTED = 0.55
"""What a misspelling counts when the word as typed is a rare word of the directory."""
_FEW = 1 / 400
_MEANS, _NEXT_MEANS = 0.85, 0.97


@dataclass(frozen=True)
class Expansion:
    """The terms that stand for one word in one index, with their weights; `holders` have the word itself."""

    terms: Ints
    weights: Floats
    holders: int
    head_only: bool = False
    exact: bool = False


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


def expand(index: Index, parts: Sequence[Part], known: Sequence[Sequence[int]]) -> tuple[Expanded, ...]:
    """The parts in this index; `known` says for each word how many entries of the whole directory hold it."""
    return tuple(
        Expanded(
            tuple(
                _expand_word(index, word, held, sure=bool(held or part.means))
                for word, held in zip(part.words, holders, strict=True)
            ),
            _expand_means(index, part),
        )
        for part, holders in zip(parts, known, strict=True)
    )


def match(index: Index, parts: Sequence[Part], expanded: Sequence[Expanded], masses: Sequence[Sequence[float]]) -> Match:
    """How well each entry of the index matches; `masses` says for each word how much it tells."""
    score, share = np.zeros(index.size, np.float32), np.zeros(index.size, np.float32)
    whole = counted = 0.0
    for part, found, mass in zip(parts, expanded, masses, strict=True):
        own_score, own_share = _match_words(index, found, mass)
        if found.means:
            meant = _match_means(index, found) * np.float32(sum(mass))
            own_score = np.maximum(own_score, meant) + np.minimum(own_score, meant) * np.float32(0.25)
            own_share = np.maximum(own_share, np.where(meant > 0, np.float32(sum(mass)), np.float32(0)))
        score += own_score
        whole += sum(mass)
        if not all(word.soft for word in part.words):
            share += own_share
            counted += sum(mass)
    full = np.ones(index.size, np.float32)
    return Match(score / np.float32(whole or 1), share / np.float32(counted) if counted else full)


def _expand_word(index: Index, word: Word, held: int, *, sure: bool) -> Expansion:
    lexicon = index.lexicon
    own = lexicon.term(word.text)
    weights: dict[int, float] = {}
    begun = lexicon.completions(word.text) if word.unfinished or not sure else np.zeros(0, np.int32)
    terms = lexicon.term_of[begun]
    few = index.size * _FEW
    completed = int(np.sum(index.postings.starts[terms + 1] - index.postings.starts[terms])) if len(terms) else 0
    if not sure and completed <= few or held and held <= index.size * _RARE:
        weights = _spellings(index, word, doubt=_DOUBTED if held else 1.0)
    if own is not None:
        weights[own] = 1.0
    lengths = lexicon.lengths(begun).astype(np.float32)
    by_letters = np.float32(_BEGUN) + np.float32(_BEGUN_BY_LETTERS) * len(word.text) / lengths
    own_terms = np.fromiter(weights, np.int32, len(weights))
    own_weights = np.fromiter(weights.values(), np.float32, len(weights))
    holders = index.holders(own) if own is not None else max(completed, _most(index, own_terms))
    return Expansion(
        np.concatenate((own_terms, terms)),
        np.concatenate((own_weights, by_letters.astype(np.float32))),
        min(holders, index.size),
        head_only=len(word.text) <= _HEAD_ONLY and own is None,
        exact=own is not None,
    )


def _spellings(index: Index, word: Word, doubt: float) -> dict[int, float]:
    """The likeliest terms that a word may be a misspelling of; common words are likelier meant than rare ones."""
    weights: dict[int, float] = {}
    for spelling in index.lexicon.likely(word.text, unfinished=word.unfinished):
        term = int(index.lexicon.term_of[spelling.surface])
        common = np.log1p(index.holders(term)) / np.log1p(index.size)
        weights[term] = max(weights.get(term, 0.0), spelling.weight * (0.85 + 0.15 * float(common)))
    best = sorted(weights.items(), key=lambda pair: -pair[1])[:_MOST_SPELLINGS]
    return {term: weight * doubt for term, weight in best if weight >= best[0][1] * _NEARLY}


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
