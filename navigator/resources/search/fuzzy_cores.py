"""Finds words that begin alike but for an edit or two: what is left of both without one or two letters is the same.

Of every word the first letters, and these without any one or two of them, are its cores. An edit changes at most one
letter on either side, a swap of neighbours included, so two beginnings an edit apart share a core of one letter less.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.fuzzy_letters import BITS, Mask, Packed, first

SHORTEST = 4
"""Beginnings from so many letters on are found one edit away, whatever follows them."""
_LETTERS = 6
"""So many first letters have cores."""
_PAIRS = tuple(combinations_with_replacement(range(_LETTERS - 1), 2))
_BEGINNING = (1 << (BITS * SHORTEST)) - 1

_SPREAD, _WHOLE = 0x9E3779B97F4A7C15, 0xFFFFFFFFFFFFFFFF
_AT_ONCE = 1 << 15
_ID = np.uint64(32)

Ids = NDArray[np.uint32]


@dataclass(frozen=True)
class Cores:
    """The ids of words by their cores: bucket b has the places `starts[b]` to `starts[b + 1]` of `ids`."""

    starts: NDArray[np.uint32]
    ids: Ids

    @classmethod
    def of(cls, words: Sequence[str], ids: Ids) -> "Cores":
        """Of at least one word."""
        bits = (8 * len(words)).bit_length()
        cuts = range(_AT_ONCE, len(words), _AT_ONCE)
        parts = zip(np.split(first(words, _LETTERS), cuts), np.split(ids, cuts), strict=True)
        keyed = distinct(np.concatenate([_keyed(*part, bits) for part in parts]))
        starts = np.zeros((1 << bits) + 1, np.uint32)
        np.cumsum(np.bincount((keyed >> _ID).astype(np.int64), minlength=1 << bits), out=starts[1:])
        return cls(starts, keyed.astype(np.uint32))

    def sharing(self, word: str, edits: int) -> Ids:
        """The ids (some more than once, some for no reason) that share a core with `word`, less `edits` letters."""
        bits = (len(self.starts) - 1).bit_length() - 1
        cores = set(_without(int(first([word], _LETTERS)[0]), edits))
        buckets = np.array([_bucket(core, bits) for core in cores])
        spans = zip(self.starts[buckets].tolist(), self.starts[buckets + 1].tolist(), strict=True)
        return np.concatenate([self.ids[start:end] for start, end in spans])


def distinct[T: np.generic](values: NDArray[T]) -> NDArray[T]:
    """The values once each, sorted in place."""
    values.sort()
    return values[changes(values)]


def changes(values: NDArray[Any]) -> Mask:
    """Which of the values differ from the one before."""
    new: Mask = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new


def _keyed(letters: Packed, ids: Ids, bits: int) -> Packed:
    """For each word and each of its cores the bucket and the id in one number."""
    cores = [*_without(letters, 2), *_without(letters & np.uint64(_BEGINNING), 1)]
    return np.concatenate([(_bucket(core, bits) << _ID) | ids for core in cores])


def _without[L: (int, Packed)](letters: L, most: int) -> list[L]:
    """The letters, and these without every one (and, if `most` is 2, without every two) of them."""
    once: list[L] = [_drop(letters, place) for place in range(_LETTERS)]
    twice: list[L] = [_drop(once[one], other) for one, other in _PAIRS] if most > 1 else []
    cores: list[L] = [letters]
    return cores + once + twice


def _drop(letters: Any, place: int) -> Any:
    """Without the letter at a place; those after it move up. One word is a number, many are an array of them."""
    low = place * BITS
    return (letters & ((1 << low) - 1)) | (letters >> (low + BITS) << low)


def _bucket(core: Any, bits: int) -> Any:
    return (core * _SPREAD & _WHOLE) >> (64 - bits)
