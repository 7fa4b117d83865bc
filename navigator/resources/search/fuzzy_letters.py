"""The letters of many words at once, as small numbers that numpy can compare."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.packed import in_a_row

BITS = 5
"""A letter is a number from 1 to 31, 0 is none: Latin ones differ from each other, others may share a number."""
_NUMBERS = np.uint32(31)
_ONE = np.uint32(1)

Packed = NDArray[np.uint64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Letters:
    """The code points of all words in a row; word w has the places `starts[w]` to `starts[w + 1]`, at least one."""

    points: NDArray[np.uint32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Letters":
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        return cls(_points("".join(words)), in_a_row(lengths))

    def lengths(self) -> NDArray[np.int32]:
        return np.diff(self.starts).astype(np.int32)

    def digits(self) -> Mask:
        """Which words hold a digit."""
        digits: Mask = np.logical_or.reduceat((self.points >= ord("0")) & (self.points <= ord("9")), self.starts[:-1])
        return digits

    def held(self) -> NDArray[np.uint32]:
        """The letters of each word as bits, whatever their order."""
        held: NDArray[np.uint32] = np.bitwise_or.reduceat(_bits(self.points), self.starts[:-1])
        return held


def held(word: str) -> np.uint32:
    """The letters of one word as bits."""
    return np.uint32(np.bitwise_or.reduce(_bits(_points(word))))


def first(words: Sequence[str], width: int) -> Packed:
    """The first `width` (at most twelve) letters of each word in one number, the very first in its lowest bits."""
    points = np.array(words, dtype=f"U{width}").view(np.uint32).reshape(len(words), width)
    numbers = np.where(points, points % _NUMBERS + _ONE, np.uint32(0)).astype(np.uint64)
    packed: Packed = np.bitwise_or.reduce(numbers << np.arange(0, width * BITS, BITS, dtype=np.uint64), axis=1)
    return packed


def _bits(points: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return _ONE << points % _NUMBERS


def _points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le"), np.uint32)
