"""Scores every entry of every segment for one query: words and numbers, filters, need."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from navigator.resources.search import rank
from navigator.resources.search.columns import Mask
from navigator.resources.search.index import Floats
from navigator.resources.search.match import Expanded, Match, expand, match
from navigator.resources.search.opening import Signs
from navigator.resources.search.reading import Part, Reading, Word
from navigator.resources.search.segment import AllSegments, Segment
from navigator.resources.search.wanted import Wanted

_SOFT = 0.5
"""What a word tells that may be missing, beside one that may not."""
_SAID_OTHERWISE = 0.01
"""The share of entries that a word is taken to be in when none holds it but the vocabulary knows what it means."""


@dataclass(frozen=True)
class Scored:
    """How the entries of one segment answer the query; `worth` is 0 for those that are not listed."""

    segment: Segment
    expanded: tuple[Expanded, ...]
    sign: Signs
    worth: Floats

    @property
    def count(self) -> int:
        return int(np.count_nonzero(self.worth))


def score(segments: Sequence[Segment], reading: Reading, wanted: Wanted) -> list[Scored]:
    """The score of each segment; how much a word tells is reckoned over all of them together."""
    everywhere = AllSegments(segments)
    expanded = [expand(segment.index, reading.parts, everywhere) for segment in segments]
    standings = [segment.standing(wanted) for segment in segments]
    listed = [stands.listed & segment.alive for stands, segment in zip(standings, segments, strict=True)]
    relevances = _relevances(segments, reading, expanded, listed)
    worths = [
        np.where(kept, relevance * segment.need(wanted), np.float32(0))
        for segment, kept, relevance in zip(segments, listed, relevances, strict=True)
    ]
    return [
        Scored(segment, found, stands.sign, worth)
        for segment, found, stands, worth in zip(segments, expanded, standings, worths, strict=True)
    ]


def _relevances(
    segments: Sequence[Segment], reading: Reading, expanded: Sequence[tuple[Expanded, ...]], listed: Sequence[Mask]
) -> list[Floats]:
    if not reading.parts and not reading.digits:
        return [rank.unasked(segment.columns) for segment in segments]
    masses = _masses(segments, reading.parts, expanded)
    matches = [
        _with_numbers(match(segment.index, reading.parts, found, masses), segment, reading.digits)
        for segment, found in zip(segments, expanded, strict=True)
    ]
    best = max(
        float(np.max(one.share[kept & (one.score > 0)], initial=0)) for one, kept in zip(matches, listed, strict=True)
    )
    return [rank.relevance(one, best) for one in matches]


def _masses(
    segments: Sequence[Segment], parts: Sequence[Part], expanded: Sequence[tuple[Expanded, ...]]
) -> list[list[float]]:
    size = sum(segment.index.size for segment in segments)
    return [
        [
            _mass(word, sum(found[at].words[place].holders for found in expanded), size, known=bool(part.means))
            for place, word in enumerate(part.words)
        ]
        for at, part in enumerate(parts)
    ]


def _mass(word: Word, holders: int, size: int, *, known: bool) -> float:
    """How much a word tells: more, the fewer entries hold it; nothing when none does and it means nothing else."""
    if not holders and not known:
        return 0.0
    held = holders or max(1.0, size * _SAID_OTHERWISE)
    mass = math.log(1 + (max(size - held, 0) + 0.5) / (held + 0.5))
    return mass * _SOFT if word.soft else mass


def _with_numbers(match: Match, segment: Segment, digits: str) -> Match:
    if not digits:
        return match
    numbers = segment.numbers.find(digits)
    return Match(match.score + numbers, np.where(numbers > 0, np.float32(1), match.share))
