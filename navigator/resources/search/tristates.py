"""Many facts of many entries, each yes, no or unknown, in two bits: small to keep, and counted many at once (S-02)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.packed import Arrays

YES, UNKNOWN, NO = 1, 0, -1

Signs = NDArray[np.int8]
"""1 yes, 0 unknown, -1 no, for each of some entries."""
Mask = NDArray[np.bool_]

_WORD = 8
"""Bytes that are counted at once; every row of bits is padded to whole ones."""


class Tristates:
    """A table of signs, one row for each fact and one column for each entry."""

    def __init__(self, size: int, yes: NDArray[np.uint8], no: NDArray[np.uint8]) -> None:
        self._size, self._yes, self._no = size, yes, no

    @classmethod
    def of(cls, signs: Signs) -> "Tristates":
        """Of signs in the shape (facts, entries)."""
        return cls(signs.shape[1], bits(signs == YES), bits(signs == NO))

    @classmethod
    def of_arrays(cls, size: int, arrays: Arrays) -> "Tristates":
        return cls(size, arrays["yes"], arrays["no"])

    @classmethod
    def joined(cls, parts: Sequence[tuple["Tristates", Mask]]) -> "Tristates":
        """The columns that are alive of several tables, one after the other."""
        return cls.of(np.concatenate([part.table()[:, alive] for part, alive in parts], axis=1))

    def arrays(self) -> Arrays:
        return {"yes": self._yes, "no": self._no}

    def sign(self, row: int) -> Signs:
        """The row of one fact."""
        return _unpacked(self._yes[row], self._size) - _unpacked(self._no[row], self._size)

    def table(self) -> Signs:
        return _unpacked(self._yes, self._size) - _unpacked(self._no, self._size)

    def known(self, of: Mask, rows: Sequence[int]) -> tuple[list[int], list[int]]:
        """Of the entries of the mask, how many say yes and how many say no to each of these facts."""
        asked, those = bits(of), list(rows)
        return _counted(self._yes[those] & asked), _counted(self._no[those] & asked)


def bits(of: Mask) -> NDArray[np.uint8]:
    """The last axis packed, padded to whole words."""
    packed = np.packbits(of, axis=-1)
    padded = np.zeros((*packed.shape[:-1], -(-packed.shape[-1] // _WORD) * _WORD), dtype=np.uint8)
    padded[..., : packed.shape[-1]] = packed
    return padded


def _unpacked(packed: NDArray[np.uint8], size: int) -> Signs:
    return np.unpackbits(packed, axis=-1, count=size).view(np.int8)


def _counted(packed: NDArray[np.uint8]) -> list[int]:
    counts: list[int] = np.bitwise_count(packed.view(np.uint64)).sum(axis=-1, dtype=np.int64).tolist()
    return counts
