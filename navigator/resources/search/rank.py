"""The order of the hits by their words; what matters in need is in `usable`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz, process

from navigator.resources.search.columns import Columns
from navigator.resources.search.index import Floats
from navigator.resources.search.match import NEAR_ENOUGH, Match

_ALIKE_FROM, _ALIKE = 60.0, 0.5
"""Likeness of names, in percent, from which it counts, and what the same name adds to 1."""
_BEGINS, _COVERED, _ORGANIZATION = 0.35, 0.3, 0.8
"""What it adds that a name begins with the query, or holds all its words; how much the organization's name counts."""
_CRISIS_FIRST = 0.5
_REMEMBERED = 16_384
"""Names of places that are kept in their other order; never what was typed."""


@dataclass(frozen=True)
class Named:
    """The text that a name may resemble, misspelt words put right ("" when it can be none), and its large words."""

    name: str
    words: tuple[str, ...]


def relevance(match: Match, best_share: float) -> Floats:
    """How well the words match, 0 for entries that hold too little of them."""
    kept = match.share >= np.float32(NEAR_ENOUGH * best_share)
    return np.asarray(match.score * match.share * np.sqrt(match.share) * kept, dtype=np.float32)


def unasked(columns: Columns) -> Floats:
    """The text score of every entry when no words were typed: doors and lines for a crisis first."""
    return np.float32(_CRISIS_FIRST) + np.float32(1 - _CRISIS_FIRST) * columns.crisis


def alike(wanted: Named, names: Sequence[Sequence[str]]) -> Floats:
    """For each of some entries what its text score gains because a name of it resembles the query.

    The last name of each is that of its organization.
    """
    if not wanted.name or not names:
        return np.ones(len(names), dtype=np.float32)
    flat = [one for several in names for one in several]
    asked, in_order = " ".join(sorted(wanted.name.split())), list(map(_in_order, flat))
    ratios = process.cdist([asked], in_order, scorer=fuzz.ratio, score_cutoff=_ALIKE_FROM, dtype=np.float32)[0]
    likeness = np.clip((ratios - _ALIKE_FROM) / (100 - _ALIKE_FROM), 0, 1) * np.float32(_ALIKE)
    likeness += np.float32(_BEGINS) * np.array([one.startswith(wanted.name) for one in flat])
    likeness += np.float32(_COVERED) * _covered(wanted.words, flat)
    starts = np.cumsum([0, *map(len, names)])
    likeness[starts[1:] - 1] *= np.float32(_ORGANIZATION)
    return 1 + np.asarray(np.maximum.reduceat(likeness, starts[:-1]), dtype=np.float32)


def _covered(words: Sequence[str], names: Sequence[str]) -> Floats:
    """The share of the words with which a word of each name begins."""
    spaced = [f" {name}" for name in names]
    covered = np.zeros(len(names), dtype=np.float32)
    for word in words:
        begun = f" {word}"
        covered += np.array([begun in name for name in spaced])
    return covered / np.float32(len(words) or 1)


@lru_cache(maxsize=_REMEMBERED)
def _in_order(name: str) -> str:
    """The words of a name in the order of the alphabet, so that their order as typed does not matter."""
    return " ".join(sorted(name.split()))
