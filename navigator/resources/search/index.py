"""The words of many entries as sorted arrays: for each word the entries that hold it, and how well."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from navigator.resources.model import Entry
from navigator.resources.search.beginnings import Beginnings
from navigator.resources.search.fields import Field
from navigator.resources.search.lexicon import Ints, Lexicon
from navigator.resources.search.packed import Arrays, places, under, within
from navigator.resources.search.postings import Heads, Impacts, Postings
from navigator.resources.search.tokens import BREAK, split_all

_ENOUGH = 1.2
"""The weight of a word in an entry at which it counts half (k1 of BM25)."""
_FEW, _LARGE = 4, 1000
FULL = 65535
"""What an impact of 1 is kept as."""

Floats = NDArray[np.float32]


class Index:
    """The lexicon and postings of `size` entries."""

    def __init__(
        self,
        size: int,
        lexicon: Lexicon,
        postings: Postings,
        beginnings: Beginnings | None = None,
        heads: Heads | None = None,
    ) -> None:
        self.size, self.lexicon, self.postings = size, lexicon, postings
        self._heads = heads
        self.alive: NDArray[np.bool_] = np.ones(size, dtype=bool)
        self.living = size
        self._beginnings = beginnings

    @classmethod
    def of_arrays(cls, size: int, arrays: Arrays) -> "Index":
        postings = Postings(**within("postings", arrays))
        beginnings, heads = Beginnings(**within("beginnings", arrays)), Heads(**within("heads", arrays))
        return cls(size, Lexicon.of_arrays(within("lexicon", arrays)), postings, beginnings, heads)

    def arrays(self) -> Arrays:
        return {
            **under("lexicon", self.lexicon.arrays()),
            **under("postings", vars(self.postings)),
            **under("beginnings", self.beginnings.arrays()),
            **under("heads", vars(self.heads)),
        }

    @cached_property
    def beginnings(self) -> Beginnings:
        """What begins with one or two letters, reckoned beforehand; of a few entries when it is first asked for."""
        if self._beginnings is not None:
            return self._beginnings
        entries = self.postings.entries[self.postings.rows_of_heads()]
        return Beginnings.of(self.lexicon.surfaces, self.postings.heads, entries, self.postings.head)

    @cached_property
    def heads(self) -> Heads:
        """The words in the head of each entry."""
        return self._heads or Heads.of(self.postings, self.size)

    def ready(self) -> "Index":
        """A large index is made ready before the first letter is typed, a small one is as quick when it is."""
        if self.size > _LARGE:
            _ = self.beginnings, self.heads
        return self

    def bury(self, entry: int) -> None:
        """The entry counts no longer among the holders of its words; its postings stay until the next merge."""
        self.living -= int(self.alive[entry])
        self.alive[entry] = False

    def holders(self, words: Ints) -> int:
        """How many living entries hold any of the words; those that hold several are counted as often."""
        if len(words) <= _FEW:
            return sum(map(self.holders_of, words.tolist()))
        starts, ends = self.postings.starts[words], self.postings.starts[words + 1]
        if self.living == self.size:
            return int(np.sum(ends - starts))
        return int(np.count_nonzero(self.alive[self.postings.entries[places(starts, ends)[0]]]))

    def holders_of(self, word: int) -> int:
        """How many living entries hold the one word."""
        start, end = int(self.postings.starts[word]), int(self.postings.starts[word + 1])
        if self.living == self.size:
            return end - start
        return int(np.count_nonzero(self.alive[self.postings.entries[start:end]]))

    def holders_of_text(self, surface: str) -> int:
        number = self.lexicon.number(surface)
        return 0 if number is None else self.holders_of(number)

    def completed(self, start: str) -> int:
        """How many living entries hold a word with this beginning; short beginnings in the head alone."""
        begun = self.beginnings.find(start)
        if begun is None:
            return self.holders(self.lexicon.completions(start))
        return len(begun[0]) if self.living == self.size else int(np.count_nonzero(self.alive[begun[0]]))

    def stretch(self, word: int, *, head_only: bool) -> tuple[Ints, Impacts]:
        """The entries that hold a word, and its impacts in them."""
        start, head = self.postings.starts[word], self.postings.heads[word]
        if head_only:
            count = self.postings.heads[word + 1] - head
            return self.postings.entries[start : start + count], self.postings.head[head : head + count]
        end = self.postings.starts[word + 1]
        return self.postings.entries[start:end], self.postings.whole[start:end]

    def stretches(self, first: int, past: int, *, head_only: bool) -> tuple[Ints, Impacts, NDArray[np.int64]]:
        """The entries that hold the words from `first` on and before `past`, the impacts, and how many each has."""
        postings, words = self.postings, slice(first, past + 1)
        if not head_only:
            stretch = slice(postings.starts[first], postings.starts[past])
            return postings.entries[stretch], postings.whole[stretch], np.diff(postings.starts[words])
        counts = np.diff(postings.heads[words])
        at, _ = places(postings.starts[first:past], postings.starts[first:past] + counts)
        return postings.entries[at], postings.head[postings.heads[first] : postings.heads[past]], counts

    def impacts_in(self, words: Ints, entries: Ints) -> Floats:
        """For each of some sorted `entries` the best impact of any of the words in its head, 0 to `FULL`."""
        best = np.zeros(len(entries), dtype=np.float32)
        for word in words.tolist():
            holding, impacts = self.stretch(word, head_only=True)
            at = _where(holding, entries)
            found = at >= 0
            best[found] = np.maximum(best[found], impacts[at[found]])
        return best

    def held_by(self, word: int, entries: Ints, *, head_only: bool = False) -> NDArray[np.bool_]:
        """For each of some sorted `entries` whether it holds the word."""
        start, end = self.postings.starts[word], self.postings.starts[word + 1]
        middle = start + self.postings.heads[word + 1] - self.postings.heads[word]
        found = _where(self.postings.entries[start:middle], entries) >= 0
        return found if head_only else found | (_where(self.postings.entries[middle:end], entries) >= 0)


def build_index(entries: Sequence[Entry], fields: Sequence[Field]) -> Index:
    """The index of `entries`, numbered as they come."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    numbers[BREAK] = 0
    read = [_field_words([field.read(entry) for entry in entries], numbers) for field in fields]
    surfaces = sorted(surface for surface in numbers if surface != BREAK)
    sorted_numbers = np.zeros(len(numbers), dtype=np.int32)
    sorted_numbers[[numbers[surface] for surface in surfaces]] = np.arange(len(surfaces), dtype=np.int32)
    keys, whole, head = _weights(read, fields, sorted_numbers, len(entries))
    words, places = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
    postings = Postings.of(words, places, _impacts(whole), _impacts(head), len(surfaces))
    return Index(len(entries), Lexicon(surfaces), postings)


def merged_index(parts: Sequence[tuple[Index, NDArray[np.bool_]]]) -> Index:
    """One index of the living entries of several, one after the other; words that only dead ones held are gone."""
    surfaces = sorted(set().union(*(index.lexicon.surfaces for index, _ in parts)))
    numbers = {surface: number for number, surface in enumerate(surfaces)}
    lengths = [int(np.count_nonzero(alive[index.postings.entries])) for index, alive in parts]
    words, entries = np.empty(sum(lengths), np.int32), np.empty(sum(lengths), np.int32)
    whole, head = np.empty(sum(lengths), np.uint16), np.empty(sum(lengths), np.uint16)
    size = at = 0
    for (index, alive), length in zip(parts, lengths, strict=True):
        stretch = slice(at, at + length)
        words[stretch], entries[stretch], whole[stretch], head[stretch] = _moved(index, alive, numbers, size)
        size, at = size + int(np.count_nonzero(alive)), at + length
    held = np.bincount(words, minlength=len(surfaces)) > 0
    if not held.all():
        surfaces = [surface for surface, is_held in zip(surfaces, held.tolist(), strict=True) if is_held]
        words = (np.cumsum(held, dtype=np.int32) - 1)[words]
    index = Index(size, Lexicon(surfaces), Postings.of(words, entries, whole, head, len(surfaces)))
    return index.ready()


def _moved(
    index: Index, alive: NDArray[np.bool_], numbers: dict[str, int], shift: int
) -> tuple[Ints, Ints, Impacts, Impacts]:
    """The postings of one index as (word, entry, whole, head) in the numbering of a larger one."""
    postings = index.postings
    surfaces = np.fromiter(map(numbers.__getitem__, index.lexicon.surfaces), np.int32, len(index.lexicon.surfaces))
    counts = np.diff(postings.starts)
    words = np.repeat(surfaces, counts)
    in_word = np.arange(len(words)) - np.repeat(postings.starts[:-1], counts)
    head = np.zeros(len(words), dtype=np.uint16)
    head[in_word < np.repeat(np.diff(postings.heads), counts)] = postings.head
    if alive.all():
        return words, postings.entries + np.int32(shift), postings.whole, head
    kept = alive[postings.entries]
    moved = (np.cumsum(alive, dtype=np.int32) - 1 + shift)[postings.entries[kept]].astype(np.int32)
    return words[kept], moved, postings.whole[kept], head[kept]


@dataclass(frozen=True)
class FieldWords:
    """The words of one field of all entries in a row: number of the surface, and of the entry."""

    surfaces: Ints
    entries: Ints


def _field_words(texts: list[str], numbers: defaultdict[str, int]) -> FieldWords:
    tokens = split_all(texts)
    surfaces = np.fromiter(map(numbers.__getitem__, tokens), np.int32, len(tokens))
    breaks = surfaces == 0
    entries = np.cumsum(breaks, dtype=np.int32)
    return FieldWords(surfaces[~breaks], entries[~breaks])


def _weights(
    read: Sequence[FieldWords], fields: Sequence[Field], numbers: Ints, size: int
) -> tuple[NDArray[np.int64], Floats, Floats]:
    """Per word and entry, as the key word << 32 | entry: its weight over all fields, and over the head."""
    keys, weights, heads = [], [], []
    for words, field in zip(read, fields, strict=True):
        lengths = np.bincount(words.entries, minlength=max(1, size)).astype(np.float32)
        both = (numbers[words.surfaces].astype(np.int64) << 32) | words.entries
        key, count = np.unique(both, return_counts=True)
        stretch = 1 - field.flatness + field.flatness * lengths[key & 0xFFFFFFFF] / field.usual
        weight = (field.weight * count / stretch).astype(np.float32)
        keys.append(key)
        weights.append(weight)
        heads.append(weight if field.head else np.zeros_like(weight))
    return _summed(np.concatenate(keys), np.concatenate(weights), np.concatenate(heads))


def _summed(keys: NDArray[np.int64], whole: Floats, head: Floats) -> tuple[NDArray[np.int64], Floats, Floats]:
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    if not len(keys):
        return keys, whole, head
    firsts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[firsts], np.add.reduceat(whole[order], firsts), np.add.reduceat(head[order], firsts)


def _impacts(weights: Floats) -> Impacts:
    """0 stays 0; everything else is at least the smallest step."""
    return np.ceil(weights / (_ENOUGH + weights) * FULL).astype(np.uint16)


def _where(holding: Ints, entries: Ints) -> NDArray[np.intp]:
    """Where each of `entries` stands among the sorted `holding`; -1: not at all."""
    if not len(holding):
        return np.full(len(entries), -1, dtype=np.intp)
    at = np.minimum(np.searchsorted(holding, entries), len(holding) - 1)
    return np.where(holding[at] == entries, at, -1)
