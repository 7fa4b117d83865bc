"""Scores the entries of every segment that a query may mean: words and numbers, filters, need."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from navigator.resources.search import rank
from navigator.resources.search.columns import Mask
from navigator.resources.search.expand import Expanded, Guess, expand, guess
from navigator.resources.search.index import Floats
from navigator.resources.search.match import Rows, best_share, match
from navigator.resources.search.opening import Signs
from navigator.resources.search.reading import Part, Reading, Word
from navigator.resources.search.segment import AllSegments, Segment
from navigator.resources.search.wanted import Wanted

ALWAYS = 2
"""The sign of a line that is offered before everything else, because the words mean danger."""
_SOFT = 0.5
"""What a word tells that may be missing, beside one that may not."""
_SAID_OTHERWISE = 0.01
"""The share of entries that a word is taken to be in when none holds it but the vocabulary knows what it means."""


@dataclass(frozen=True)
class Scored:
    """The entries of one segment that are listed for the query: `rows`, and for each its sign, and what orders it.

    `relevance` is how well its words match, `usable` how usable it is for what is wanted.
    """

    segment: Segment
    expanded: tuple[Expanded, ...]
    meant: Mapping[str, str]
    rows: Rows
    sign: Signs
    relevance: Floats
    usable: Floats


@dataclass(frozen=True)
class Matched:
    """The entries of one segment whose words match, whatever else was asked for, and how well they do.

    `meant` has for each misspelt word of the query the likeliest one.
    """

    segment: Segment
    expanded: tuple[Expanded, ...]
    meant: Mapping[str, str]
    rows: Rows
    relevance: Floats


def matching(segments: Sequence[Segment], reading: Reading, listed: Sequence[Mask]) -> list[Matched]:
    """Whose words match in each segment; how much a word tells is reckoned over all of them together.

    `listed` says which entries the best match is taken from.
    """
    everywhere = AllSegments(segments)
    guesses = _guesses(segments, reading.parts, everywhere)
    expanded = [expand(segment.index, reading.parts, guesses) for segment in segments]
    meant = {word.text: told.meant for word, told in _told(reading.parts, guesses) if told.meant}
    if not reading.parts and not reading.digits:
        return [
            Matched(one, found, meant, np.arange(one.size, dtype=np.intp), rank.unasked(one.columns))
            for one, found in zip(segments, expanded, strict=True)
        ]
    masses = _masses(everywhere.size, reading.parts, guesses, expanded)
    matches = [
        match(segment.index, reading.parts, found, masses, kept, _numbers(segment, reading.digits))
        for segment, found, kept in zip(segments, expanded, listed, strict=True)
    ]
    best = max(best_share(one, kept) for one, kept in zip(matches, listed, strict=True))
    return [
        _related(Matched(segment, found, meant, one.rows, rank.relevance(one, best)))
        for segment, found, one in zip(segments, expanded, matches, strict=True)
    ]


def score(segments: Sequence[Segment], reading: Reading, wanted: Wanted) -> list[Scored]:
    """The entries that are listed, in each segment."""
    standings = [segment.standing(wanted) for segment in segments]
    listed = [stands.listed & segment.alive for stands, segment in zip(standings, segments, strict=True)]
    scored = []
    for found, stands, kept in zip(matching(segments, reading, listed), standings, listed, strict=True):
        held = kept[found.rows]
        rows = found.rows[held]
        usable = found.segment.worth(wanted)[rows]
        one = Scored(found.segment, found.expanded, found.meant, rows, stands.sign[rows], found.relevance[held], usable)
        scored.append(_with_lines(one) if reading.danger else one)
    return scored


def _with_lines(scored: Scored) -> Scored:
    """The lines for a danger come first, whether their words match or not."""
    lines = np.flatnonzero(scored.segment.columns.always & scored.segment.alive)
    others = ~np.isin(scored.rows, lines)
    rows = np.concatenate((lines, scored.rows[others]))
    sign = np.concatenate((np.full(len(lines), ALWAYS, np.int8), scored.sign[others]))
    relevance = np.concatenate((np.linspace(1, 0.9, len(lines), dtype=np.float32), scored.relevance[others]))
    usable = np.concatenate((np.ones(len(lines), np.float32), scored.usable[others]))
    order = np.argsort(rows)
    return replace(scored, rows=rows[order], sign=sign[order], relevance=relevance[order], usable=usable[order])


def _related(found: Matched) -> Matched:
    kept = found.relevance > 0
    return replace(found, rows=found.rows[kept], relevance=found.relevance[kept])


def _told(parts: Sequence[Part], guesses: Sequence[Sequence[Guess]]) -> Iterator[tuple[Word, Guess]]:
    for part, its in zip(parts, guesses, strict=True):
        yield from zip(part.words, its, strict=True)


def _numbers(segment: Segment, digits: str) -> Floats | None:
    return segment.numbers.find(digits) if digits else None


def _guesses(
    segments: Sequence[Segment], parts: Sequence[Part], everywhere: AllSegments
) -> tuple[tuple[Guess, ...], ...]:
    indexes = [segment.index for segment in segments]
    return tuple(tuple(guess(indexes, word, everywhere) for word in part.words) for part in parts)


def _masses(
    size: int, parts: Sequence[Part], guesses: Sequence[Sequence[Guess]], expanded: Sequence[tuple[Expanded, ...]]
) -> list[list[float]]:
    return [
        [
            _mass(word, told.holders, size, known=any(found[at].means for found in expanded))
            for word, told in zip(part.words, its, strict=True)
        ]
        for at, (part, its) in enumerate(zip(parts, guesses, strict=True))
    ]


def _mass(word: Word, holders: int, size: int, *, known: bool) -> float:
    """How much a word tells: more, the fewer entries hold it; nothing when none does and it means nothing else."""
    if not holders and not known:
        return 0.0
    held = holders or max(1.0, size * _SAID_OTHERWISE)
    mass = math.log(1 + (max(size - held, 0) + 0.5) / (held + 0.5))
    return mass * _SOFT if word.soft else mass
