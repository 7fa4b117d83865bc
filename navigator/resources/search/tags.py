"""Which entries carry which words of a short list: kinds of help, languages; any word that comes along is kept."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.packed import Arrays, in_a_row, pack_texts, texts_of
from navigator.resources.search.tristates import NO, UNKNOWN, YES, Mask, Signs

Places = NDArray[np.int32]


class Tags:
    """For each tag, in the order of the alphabet, the places of the entries that carry it, in their order."""

    def __init__(self, size: int, names: Sequence[str], starts: NDArray[np.int64], places: Places) -> None:
        self._size, self.names = size, tuple(names)
        self._starts, self._places = starts, places
        self._folded = _folded(self.names)

    @classmethod
    def of(cls, carried: Iterable[Sequence[str]]) -> "Tags":
        """Of the tags of each entry."""
        numbers: dict[str, int] = {}
        own = [[numbers.setdefault(name, len(numbers)) for name in one] for one in carried]
        tags = np.array([tag for one in own for tag in one], dtype=np.int64)
        places = np.repeat(np.arange(len(own)), [len(one) for one in own])
        return cls._sorted(len(own), list(numbers), tags, places)

    @classmethod
    def of_arrays(cls, size: int, arrays: Arrays) -> "Tags":
        return cls(size, texts_of(arrays["names"]), in_a_row(arrays["counts"]), arrays["places"])

    @classmethod
    def joined(cls, parts: Sequence[tuple["Tags", Mask]]) -> "Tags":
        """Those of the entries that are alive, one part after the other."""
        names = sorted({name for part, _ in parts for name in part.names})
        numbers = {name: number for number, name in enumerate(names)}
        tags, places, size = [], [], 0
        for part, alive in parts:
            kept = alive[part._places]
            tags.append(part._tag_of_each(numbers)[kept])
            places.append((np.cumsum(alive) - 1)[part._places[kept]] + size)
            size += int(np.count_nonzero(alive))
        return cls._sorted(size, names, np.concatenate(tags), np.concatenate(places))

    @classmethod
    def _sorted(cls, size: int, names: Sequence[str], tags: NDArray[np.int64], places: NDArray[np.int64]) -> "Tags":
        """Each pair of tag and place once; tags that nobody carries are dropped."""
        order = np.argsort(np.array(names, dtype=object), kind="stable")
        rank = np.empty(len(names), dtype=np.int64)
        rank[order] = np.arange(len(names))
        pairs = np.unique(rank[tags] * max(size, 1) + places)
        counts = np.bincount(pairs // max(size, 1), minlength=len(names))
        carried = [names[number] for number, count in zip(order.tolist(), counts.tolist(), strict=True) if count]
        return cls(size, carried, in_a_row(counts[counts > 0]), (pairs % max(size, 1)).astype(np.int32))

    def arrays(self) -> Arrays:
        counts = np.diff(self._starts).astype(np.int32)
        return {"names": pack_texts(self.names), "counts": counts, "places": self._places}

    def _tag_of_each(self, numbers: Mapping[str, int]) -> NDArray[np.int64]:
        return np.repeat(np.array([numbers[name] for name in self.names], dtype=np.int64), np.diff(self._starts))

    def carrying(self, names: Collection[str]) -> Mask:
        """The entries that carry any of these, in whatever case they are written."""
        mask = np.zeros(self._size, dtype=bool)
        for name in names:
            for tag in self._folded.get(name.casefold(), ()):
                mask[self._places[self._starts[tag] : self._starts[tag + 1]]] = True
        return mask

    def bare(self) -> Mask:
        """The entries that carry none at all."""
        mask = np.ones(self._size, dtype=bool)
        mask[self._places] = False
        return mask

    def signs(self, names: Collection[str]) -> Signs:
        """1 for entries that carry any of these, 0 where nothing is known, else -1."""
        return np.where(self.carrying(names), YES, np.where(self.bare(), UNKNOWN, NO)).astype(np.int8)

    def counts(self, of: Mask) -> Iterator[tuple[str, int]]:
        """How many entries of the mask carry each, under one way of writing it."""
        held = np.concatenate([[0], np.cumsum(of[self._places])])
        counts = held[self._starts[1:]] - held[self._starts[:-1]]
        for tags in self._folded.values():
            written = max(tags, key=lambda tag: int(self._starts[tag + 1] - self._starts[tag]))
            yield self.names[written], int(sum(counts[tag] for tag in tags))


def _folded(names: Sequence[str]) -> Mapping[str, tuple[int, ...]]:
    folded: dict[str, tuple[int, ...]] = {}
    for number, name in enumerate(names):
        folded[name.casefold()] = (*folded.get(name.casefold(), ()), number)
    return folded
