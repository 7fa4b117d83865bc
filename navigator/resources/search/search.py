"""Finds the right door: one query over all entries of the directory, answered within a frame."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.hours import open_state
from navigator.resources.model import Entry
from navigator.resources.search import rank
from navigator.resources.search.answer import Answer, Hit, Query
from navigator.resources.search.fit import FITS, Standing, fit_words, standing
from navigator.resources.search.index import Floats
from navigator.resources.search.match import Expanded, Match, expand, match
from navigator.resources.search.segment import Segment
from navigator.resources.search.understand import Reader, Reading
from navigator.resources.search.wanted import Wanted, wanted
from navigator.resources.search.why import Tracer, matched_words, reasons
from navigator.resources.vocabulary import Vocabulary

_MOST_CHANGES = 1000
"""From so many changed entries on the whole index is built anew."""
_RERANKED = 120
_SOFT = 0.5
_SAID_OTHERWISE = 0.01
"""The share of entries that a word is taken to be in when none holds it but the vocabulary knows what it means."""


@dataclass(frozen=True)
class _Scored:
    """One segment and how its entries answer the query; `worth` is 0 for those that are not listed."""

    segment: Segment
    expanded: tuple[Expanded, ...]
    standing: Standing
    worth: Floats


@dataclass(frozen=True)
class _Candidate:
    scored: _Scored
    place: int
    sign: int
    worth: float

    @property
    def entry(self) -> Entry:
        return self.scored.segment.entries[self.place]


class Search:
    """The index of a directory: large and unchanged since it was built, and beside it small, what changed since.

    It holds no person, lives in memory, and can be built anew at any time.
    """

    def __init__(
        self, entries: Iterable[Entry], vocabulary: Vocabulary, city: City, categories: Mapping[str, Category]
    ) -> None:
        self._city, self._categories = city, categories
        self._reader = Reader(vocabulary, city.zips)
        self._base = Segment(tuple(entries), city, categories)
        self._changed: dict[str, Entry] = {}
        self._delta: Segment | None = None

    def get(self, entry_id: str) -> Entry | None:
        """The entry as it is found now."""
        if entry_id in self._changed:
            return self._changed[entry_id]
        place = self._base.place.get(entry_id)
        return self._base.entries[place] if place is not None and self._base.alive[place] else None

    def put(self, entry: Entry) -> None:
        """The entry is found as it is now, in place of what was known under its id."""
        self._base.bury(entry.id)
        self._changed[entry.id] = entry
        self._delta = None

    def remove(self, entry_id: str) -> None:
        """The entry is found no more."""
        self._base.bury(entry_id)
        if self._changed.pop(entry_id, None):
            self._delta = None

    def find(self, query: Query, at: datetime, limit: int = 50) -> Answer:
        """The answer at the moment `at` (aware). Any text is a query; nothing of it is kept."""
        segments = self._segments()
        reading = self._reader.read(query.text, lambda word: any(_knows(segment, word) for segment in segments))
        asked = wanted(query, reading, at, self._city.zips, self._city.zone)
        scored = _score(segments, reading, asked)
        best = _best(scored, reading, limit)
        return Answer(
            query=query,
            understood=reading.understood,
            hits=tuple(_hits(best[:limit], reading, asked)),
            total=sum(int(np.count_nonzero(one.worth)) for one in scored),
            open_asked=asked.open_at is not None,
        )

    def _segments(self) -> tuple[Segment, ...]:
        if len(self._changed) > _MOST_CHANGES:
            kept = [entry for entry, alive in zip(self._base.entries, self._base.alive, strict=True) if alive]
            self._base = Segment((*kept, *self._changed.values()), self._city, self._categories)
            self._changed, self._delta = {}, None
        if self._changed and self._delta is None:
            self._delta = Segment(tuple(self._changed.values()), self._city, self._categories)
        return (self._base, self._delta) if self._delta else (self._base,)


def _knows(segment: Segment, word: str) -> bool:
    lexicon = segment.index.lexicon
    return lexicon.term(word) is not None or len(lexicon.completions(word)) > 0


def _score(segments: Sequence[Segment], reading: Reading, asked: Wanted) -> list[_Scored]:
    matches, expanded = _matches(segments, reading)
    standings = [standing(segment.columns, asked) for segment in segments]
    listed = [stands.listed & segment.alive for stands, segment in zip(standings, segments, strict=True)]
    if not reading.parts and not reading.digits:
        relevances = [rank.unasked(segment.columns) for segment in segments]
    else:
        shares = [
            float(np.max(one.share[kept & (one.score > 0)], initial=0))
            for one, kept in zip(matches, listed, strict=True)
        ]
        relevances = [rank.relevance(one, max(shares)) for one in matches]
    return [
        _Scored(segment, found, stands, np.where(kept, relevance * rank.need(segment.columns, asked), np.float32(0)))
        for segment, found, stands, kept, relevance in zip(
            segments, expanded, standings, listed, relevances, strict=True
        )
    ]


def _matches(segments: Sequence[Segment], reading: Reading) -> tuple[list[Match], list[tuple[Expanded, ...]]]:
    """How the words and digits of the query match in each segment; what a word tells is reckoned over all of them."""
    parts = reading.parts
    known = [[sum(_holders(segment, word.text) for segment in segments) for word in part.words] for part in parts]
    expanded = [expand(segment.index, parts, known) for segment in segments]
    size = sum(segment.index.size for segment in segments)
    masses = [
        [
            _mass(sum(found[at].words[word].holders for found in expanded), size, part.words[word].soft, part.means)
            for word in range(len(part.words))
        ]
        for at, part in enumerate(parts)
    ]
    matches = [match(segment.index, parts, found, masses) for segment, found in zip(segments, expanded, strict=True)]
    if reading.digits:
        matches = [_with_numbers(one, segment, reading.digits) for one, segment in zip(matches, segments, strict=True)]
    return matches, expanded


def _holders(segment: Segment, word: str) -> int:
    term = segment.index.lexicon.term(word)
    return 0 if term is None else segment.index.holders(term)


def _mass(holders: int, size: int, soft: bool, means: Sequence[object]) -> float:
    """How much a word tells: more, the fewer entries hold it; nothing when none does and it means nothing else."""
    if not holders and not means:
        return 0.0
    held = holders or max(1.0, size * _SAID_OTHERWISE)
    return math.log(1 + (max(size - held, 0) + 0.5) / (held + 0.5)) * (_SOFT if soft else 1.0)


def _with_numbers(match: Match, segment: Segment, digits: str) -> Match:
    numbers = segment.numbers.find(digits)
    return Match(match.score + numbers, np.where(numbers > 0, np.float32(1), match.share))


def _best(scored: Sequence[_Scored], reading: Reading, limit: int) -> list[_Candidate]:
    """The first candidates of all segments in their order: by fit, then by worth with likeness of names."""
    candidates = [candidate for one in scored for candidate in _first(one, max(limit, _RERANKED))]
    gains = rank.alike(reading.name, [one.scored.segment.names[one.place] for one in candidates])
    order = sorted(
        range(len(candidates)), key=lambda at: (-candidates[at].sign, -candidates[at].worth * float(gains[at]))
    )
    return [candidates[at] for at in order]


def _first(scored: _Scored, count: int) -> list[_Candidate]:
    rows = np.flatnonzero(scored.worth)
    keys = scored.standing.sign[rows] * 100.0 + scored.worth[rows]
    if len(rows) > count:
        rows = rows[np.argpartition(-keys, count)[:count]]
    return [
        _Candidate(scored, int(row), int(scored.standing.sign[row]), float(scored.worth[row])) for row in np.sort(rows)
    ]


def _hits(best: Sequence[_Candidate], reading: Reading, asked: Wanted) -> Iterable[Hit]:
    tracers: dict[int, Tracer] = {}
    for candidate in best:
        segment = candidate.scored.segment
        if id(segment) not in tracers:
            tracers[id(segment)] = Tracer(segment.index, reading.parts, candidate.scored.expanded)
        yield _hit(candidate, tracers[id(segment)], reading, asked)


def _hit(candidate: _Candidate, tracer: Tracer, reading: Reading, asked: Wanted) -> Hit:
    segment, entry, place = candidate.scored.segment, candidate.entry, candidate.place
    fit = FITS[candidate.sign + 1]
    matched = tracer.matched(place)
    miles = _miles(segment, place, asked)
    open_sign = int(segment.columns.opening.at(asked.at)[place])
    wanted_open = open_sign if asked.open_at is None else int(segment.columns.opening.at(asked.open_at)[place])
    return Hit(
        entry=entry,
        fit=fit,
        fit_words=fit_words(entry, asked, fit, wanted_open, miles),
        open=open_state(entry.hours, asked.at, segment.zone),
        distance_miles=miles,
        matched=matched_words(matched, entry, reading.digits),
        why=reasons(entry, matched, asked, reading.digits, open_sign, miles),
    )


def _miles(segment: Segment, place: int, asked: Wanted) -> float | None:
    if asked.near is None:
        return None
    miles = float(segment.columns.miles_from(asked.near.latitude, asked.near.longitude)[place])
    return None if math.isnan(miles) else miles
