"""Which entries hold which words, and how well, as arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.lexicon import Ints
from navigator.resources.search.packed import in_a_row, places

Impacts = NDArray[np.uint16]


@dataclass(frozen=True)
class Postings:
    """For each word the entries that hold it: those that hold it in the head first, then the others, each in order.

    Word w has the places `starts[w]` to `starts[w + 1]` of `entries` and `whole`; its head the first of them, as many
    as lie between `heads[w]` and `heads[w + 1]`, which are its places in `head`. `whole` and `head` are BM25F impacts
    between 0 and `FULL`, computed beforehand over all fields and over the head alone.
    """

    starts: NDArray[np.int64]
    heads: NDArray[np.int64]
    entries: Ints
    whole: Impacts
    head: Impacts

    @classmethod
    def of(cls, words: Ints, entries: Ints, whole: Impacts, head: Impacts, count: int) -> "Postings":
        """Lays out what stands in any order; `head` is 0 where the word is not in the head."""
        key = words.astype(np.int64)
        key *= 2
        key += head == 0
        key <<= 32
        key |= entries
        order = np.argsort(key)
        del key  # of a million entries these are hundreds of megabytes
        heads = np.bincount(words[head > 0], minlength=count)
        head = head[order]
        return cls(
            in_a_row(np.bincount(words, minlength=count)),
            in_a_row(heads),
            entries[order],
            whole[order],
            head[head > 0],
        )

    def rows_of_heads(self) -> NDArray[np.int64]:
        """Where in `entries` the entries of the heads stand, word after word."""
        before = np.repeat(self.starts[:-1] - self.heads[:-1], np.diff(self.heads))
        return before + np.arange(len(before))


@dataclass(frozen=True)
class Heads:
    """The postings of the heads the other way round.

    Entry e has the places `starts[e]` to `starts[e + 1]` of `words`, in order.
    """

    starts: NDArray[np.int64]
    words: Ints

    @classmethod
    def of(cls, postings: Postings, size: int) -> "Heads":
        words = np.repeat(np.arange(len(postings.heads) - 1, dtype=np.int32), np.diff(postings.heads))
        entries = postings.entries[postings.rows_of_heads()]
        return cls(in_a_row(np.bincount(entries, minlength=size)), words[np.argsort(entries, kind="stable")])

    def of_entries(self, entries: Ints) -> tuple[Ints, NDArray[np.intp]]:
        """The words in the heads of some entries, one entry after the other, and which of them each belongs to."""
        starts, ends = self.starts[entries], self.starts[entries + 1]
        at, _ = places(starts, ends)
        return self.words[at], np.repeat(np.arange(len(entries)), ends - starts)
