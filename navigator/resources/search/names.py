"""The names of entries, packed: those that a query may resemble, and whether a query is one of them."""

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from navigator.resources.model import Entry
from navigator.resources.search.packed import Arrays, in_a_row
from navigator.resources.search.tokens import stem, words

_ASIDE = re.compile(r"\s*[(/]")
_BESIDE = "\t"


class Names:
    """For each of some entries its folded names, that of its organization last."""

    def __init__(self, data: NDArray[np.uint8], starts: NDArray[np.int64], phrases: NDArray[np.uint64]) -> None:
        self._data, self._starts, self._phrases = data, starts, phrases
        self._bytes = memoryview(data)

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Names":
        names = [names_of(entry) for entry in entries]
        packed = [_BESIDE.join(several).encode() for several in names]
        phrases = {_mark(tuple(map(stem, name.split()))) for several in names for name in set(several) if name}
        data = np.frombuffer(b"".join(packed), np.uint8)
        starts = in_a_row(np.fromiter(map(len, packed), np.int64, len(packed)))
        return cls(data, starts, np.sort(np.fromiter(phrases, np.uint64, len(phrases))))

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> "Names":
        return cls(arrays["data"], arrays["starts"], arrays["phrases"])

    @classmethod
    def joined(cls, parts: Iterable[tuple["Names", NDArray[np.bool_]]]) -> "Names":
        """The names of the living entries of several, one after the other. Names that only dead ones had may stay:
        nothing can be read out of their marks."""
        parts = list(parts)
        lengths = [np.diff(names._starts) for names, _ in parts]
        data = [names._data[np.repeat(alive, length)] for (names, alive), length in zip(parts, lengths, strict=True)]
        kept = [length[alive] for (_, alive), length in zip(parts, lengths, strict=True)]
        phrases = np.unique(np.concatenate([names._phrases for names, _ in parts]))
        return cls(np.concatenate(data), in_a_row(np.concatenate(kept)), phrases)

    def arrays(self) -> Arrays:
        return {"data": self._data, "starts": self._starts, "phrases": self._phrases}

    def at(self, places: NDArray[np.intp]) -> list[list[str]]:
        """The names of each of some entries; the last one of each is that of its organization."""
        stretches = zip(self._starts[places].tolist(), self._starts[places + 1].tolist(), strict=True)
        return [str(self._bytes[start:end], "utf-8").split(_BESIDE) for start, end in stretches]

    def has(self, stems: tuple[str, ...]) -> bool:
        """Whether these are all the words of a name."""
        mark = np.uint64(_mark(stems))
        at = int(np.searchsorted(self._phrases, mark))
        return at < len(self._phrases) and bool(self._phrases[at] == mark)


def names_of(entry: Entry) -> tuple[str, ...]:
    """Its names, also without what stands behind a bracket or a stroke ("Hall-Mercer (Pennsylvania Hospital)"), and
    last that of its organization, "" where it is one of them."""
    whole = (entry.name, *entry.alternate_names)
    short = (_ASIDE.split(name, maxsplit=1)[0] for name in whole)
    own = dict.fromkeys(" ".join(words(name)) for name in (*whole, *short) if name)
    organization = " ".join(words(entry.organization))
    return (*own, "" if organization in own else organization)


def _mark(stems: tuple[str, ...]) -> int:
    """Words as a number of 64 bits from which they cannot be read again."""
    return int.from_bytes(blake2b(" ".join(stems).encode(), digest_size=8).digest(), "big")
