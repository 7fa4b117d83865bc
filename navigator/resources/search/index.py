"""The words of many entries as sorted arrays: for each term the entries that hold it, and how well."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from navigator.resources.model import Entry
from navigator.resources.search.fields import Field
from navigator.resources.search.lexicon import Lexicon
from navigator.resources.search.tokens import BREAK, split_all

_ENOUGH = 1.2
"""The weight of a term in an entry at which it counts half (k1 of BM25)."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True)
class Postings:
    """For each term the entries that hold it: those that hold it in the head first, then the others.

    Term t has the places `starts[t]` to `starts[t + 1]`, its head up to `heads[t]`. `whole` and `head` are impacts
    between 0 and 1, computed beforehand over all fields and over the head alone.
    """

    starts: NDArray[np.int64]
    heads: NDArray[np.int64]
    entries: Ints
    whole: Floats
    head: Floats


@dataclass(frozen=True)
class Index:
    """The lexicon and postings of `size` entries, and the terms of each entry (`terms[since[e]:since[e + 1]]`)."""

    size: int
    lexicon: Lexicon
    postings: Postings
    since: NDArray[np.int64]
    terms: Ints

    def holders(self, term: int) -> int:
        """How many entries hold the term."""
        return int(self.postings.starts[term + 1] - self.postings.starts[term])

    def count(self, terms: Ints) -> int:
        """How many entries hold any of the terms, those that hold several counted as often."""
        return int(np.sum(self.postings.starts[terms + 1] - self.postings.starts[terms]))

    def terms_of(self, entry: int) -> Ints:
        return self.terms[self.since[entry] : self.since[entry + 1]]

    def in_head(self, term: int, entry: int) -> bool:
        """Whether the head of the entry holds the term."""
        start, end = self.postings.starts[term], self.postings.heads[term]
        place = start + np.searchsorted(self.postings.entries[start:end], entry)
        return bool(place < end and self.postings.entries[place] == entry)

    def reach(self, terms: Ints, weights: Floats, *, head_only: bool = False) -> Floats:
        """For each entry the best impact that any of `terms` has in it, times the weight of that term."""
        best = np.zeros(self.size, dtype=np.float32)
        postings = self.postings
        ends = postings.heads[terms] if head_only else postings.starts[terms + 1]
        impacts = postings.head if head_only else postings.whole
        if len(terms) <= 12:
            for start, end, weight in zip(postings.starts[terms], ends, weights, strict=True):
                rows = postings.entries[start:end]
                best[rows] = np.maximum(best[rows], weight * impacts[start:end])
            return best
        places, counts = _places(postings.starts[terms], ends)
        rows_of_all = postings.entries[places].astype(np.intp)
        np.maximum.at(best, rows_of_all, impacts[places] * np.repeat(weights, counts))
        return best


@dataclass(frozen=True)
class FieldWords:
    """The words of one field of all entries in a row: number of the surface, and of the entry."""

    surfaces: Ints
    entries: Ints


def build_index(entries: Sequence[Entry], fields: Sequence[Field]) -> Index:
    """The index of `entries`, numbered as they come."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    numbers[BREAK] = 0
    read = [_field_words([field.read(entry) for entry in entries], numbers) for field in fields]
    lexicon = Lexicon([surface for surface in numbers if surface != BREAK])
    terms = _term_numbers(numbers, lexicon)
    keys, whole, head = _weights(read, fields, terms, len(entries))
    return _laid_out(keys, whole, head, lexicon, len(entries))


def _field_words(texts: list[str], numbers: defaultdict[str, int]) -> FieldWords:
    tokens = split_all(texts)
    surfaces = np.fromiter(map(numbers.__getitem__, tokens), np.int32, len(tokens))
    breaks = surfaces == 0
    entries = np.cumsum(breaks, dtype=np.int32)
    return FieldWords(surfaces[~breaks], entries[~breaks])


def _term_numbers(numbers: dict[str, int], lexicon: Lexicon) -> Ints:
    """The term of each surface by the number that it was given while reading."""
    terms = np.zeros(len(numbers), dtype=np.int32)
    for place, surface in enumerate(lexicon.surfaces):
        terms[numbers[surface]] = lexicon.term_of[place]
    return terms


def _weights(
    read: Sequence[FieldWords], fields: Sequence[Field], terms: Ints, size: int
) -> tuple[NDArray[np.int64], Floats, Floats]:
    """Per (term, entry), as the key term * size + entry: its weight over all fields, and over the head."""
    keys, weights, heads = [], [], []
    for words, field in zip(read, fields, strict=True):
        lengths = np.bincount(words.entries, minlength=max(1, size)).astype(np.float32)
        usual = float(lengths.sum()) / max(1, int(np.count_nonzero(lengths))) or 1.0
        key, count = np.unique(terms[words.surfaces].astype(np.int64) * size + words.entries, return_counts=True)
        stretch = 1 - field.flatness + field.flatness * lengths[key % max(1, size)] / usual
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


def _laid_out(keys: NDArray[np.int64], whole: Floats, head: Floats, lexicon: Lexicon, size: int) -> Index:
    count = len(lexicon.terms)
    terms, entries = (keys // max(1, size)).astype(np.int32), (keys % max(1, size)).astype(np.int32)
    order = np.argsort(terms.astype(np.int64) * 2 + (head == 0), kind="stable")
    starts = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(terms, minlength=count), out=starts[1:])
    heads = starts[:-1] + np.bincount(terms[head > 0], minlength=count)
    whole, head = whole[order], head[order]
    postings = Postings(starts, heads, entries[order], whole / (_ENOUGH + whole), head / (_ENOUGH + head))
    since = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(entries, minlength=size), out=since[1:])
    return Index(size, lexicon, postings, since, terms[np.argsort(entries, kind="stable")])


def _places(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every place of several stretches in a row, and how many each has."""
    counts = ends - starts
    shift = np.repeat(starts - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
    return np.arange(len(shift), dtype=np.int64) + shift, counts
