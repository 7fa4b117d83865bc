"""What begins with one or two letters: so much that it is reckoned beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.packed import Arrays, in_a_row, pack_texts, texts_of

BEGUN, BEGUN_BY_LETTERS = 0.6, 0.3
"""What the completion of a word counts: with its every letter typed almost the whole, with few of them two thirds."""
_LETTERS = 2

Ints = NDArray[np.int32]
Impacts = NDArray[np.uint16]


def worth(typed: int, lengths: NDArray[np.int32]) -> NDArray[np.float32]:
    """What completions of these lengths count when so many letters were typed: more, the more of theirs."""
    return np.asarray(BEGUN + BEGUN_BY_LETTERS * (typed / lengths.astype(np.float32)), dtype=np.float32)


@dataclass(frozen=True)
class Beginnings:
    """For each beginning of up to two letters the entries that hold a word with it in the head, and the best impact.

    Beginning b has the places `starts[b]` to `starts[b + 1]`; `keys` are the beginnings, sorted and packed.
    """

    keys: NDArray[np.uint8]
    starts: NDArray[np.int64]
    entries: Ints
    impacts: Impacts

    @classmethod
    def of(cls, surfaces: Sequence[str], heads: NDArray[np.int64], entries: Ints, impacts: Impacts) -> "Beginnings":
        """Of sorted surfaces; the head of word w has the places `heads[w]` to `heads[w + 1]`."""
        lengths = np.fromiter(map(len, surfaces), np.int32, len(surfaces))
        counts, columns = np.diff(heads), []
        keys: list[str] = []
        for typed in range(1, _LETTERS + 1):
            begun = [surface[:typed] if len(surface) > typed else "" for surface in surfaces]
            known = sorted(set(begun) - {""})
            numbers = {key: len(keys) + at for at, key in enumerate(known)}
            number = np.fromiter((numbers.get(key, -1) for key in begun), np.int64, len(begun))
            keys += known
            held = np.repeat(number, counts)
            value = (impacts * np.repeat(worth(typed, lengths), counts)).astype(np.uint16)
            columns.append((held[held >= 0], entries[held >= 0], value[held >= 0]))
        held, entries, impacts = (np.concatenate(column) for column in zip(*columns, strict=True))
        return cls(pack_texts(keys), *_best(held, entries, impacts, len(keys)))

    def find(self, begun: str) -> tuple[Ints, Impacts] | None:
        """The entries and their impacts; None where beginnings of this length are not reckoned beforehand."""
        if len(begun) > _LETTERS:
            return None
        number = self._numbers.get(begun)
        if number is None:
            return self.entries[:0], self.impacts[:0]
        start, end = self.starts[number], self.starts[number + 1]
        return self.entries[start:end], self.impacts[start:end]

    def arrays(self) -> Arrays:
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(texts_of(self.keys))}


def _best(
    held: NDArray[np.int64], entries: Ints, impacts: Impacts, count: int
) -> tuple[NDArray[np.int64], Ints, Impacts]:
    """Each beginning and entry once, with the best of its impacts."""
    both = (held << 32) | entries
    order = np.argsort(both, kind="stable")
    both, impacts = both[order], impacts[order]
    if not len(both):
        return np.zeros(count + 1, np.int64), entries, impacts
    firsts = np.flatnonzero(np.concatenate(([True], both[1:] != both[:-1])))
    both = both[firsts]
    starts = in_a_row(np.bincount(both >> 32, minlength=count))
    return starts, (both & 0xFFFFFFFF).astype(np.int32), np.maximum.reduceat(impacts, firsts)
