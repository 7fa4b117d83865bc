"""Picks the best of what was scored, in their order, and says of each all that a row and "Why this one" need."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from navigator.resources.model import Entry
from navigator.resources.search.answer import Hit
from navigator.resources.search.fit import FITS, fit_words
from navigator.resources.search.rank import alike
from navigator.resources.search.reading import Reading
from navigator.resources.search.scoring import Scored
from navigator.resources.search.segment import Segment
from navigator.resources.search.wanted import Wanted
from navigator.resources.search.why import Tracer, matched_words, reasons

_LOOKED_AT = 120
"""So many of the best are compared name by name with the query."""
_APART = 1000.0
"""More than any worth, so that no entry leaves its group."""


@dataclass(frozen=True)
class Candidate:
    """An entry that may be among the best: its segment, its place there, its group and its worth."""

    scored: Scored
    place: int
    sign: int
    worth: float

    @property
    def entry(self) -> Entry:
        return self.scored.segment.entries[self.place]


def best(scored: Sequence[Scored], reading: Reading, limit: int) -> list[Candidate]:
    """The first `limit` of all segments: by group, then by worth together with likeness of names."""
    candidates = [candidate for one in scored for candidate in _first(one, max(limit, _LOOKED_AT))]
    gains = alike(reading.name, [one.scored.segment.names[one.place] for one in candidates])
    keys = [one.sign * _APART + one.worth * float(gain) for one, gain in zip(candidates, gains, strict=True)]
    order = sorted(range(len(candidates)), key=lambda at: -keys[at])
    return [candidates[at] for at in order[:limit]]


def hits(candidates: Sequence[Candidate], reading: Reading, wanted: Wanted) -> Iterator[Hit]:
    """The hits of the candidates, in the same order."""
    tracers: dict[int, Tracer] = {}
    for candidate in candidates:
        key = id(candidate.scored)
        if key not in tracers:
            tracers[key] = Tracer(candidate.scored.segment.index, reading.parts, candidate.scored.expanded)
        yield _hit(candidate, tracers[key], reading, wanted)


def _first(scored: Scored, count: int) -> list[Candidate]:
    rows = np.flatnonzero(scored.worth)
    if len(rows) > count:
        keys = scored.sign[rows] * np.float32(_APART) + scored.worth[rows]
        rows = np.sort(rows[np.argpartition(-keys, count)[:count]])
    return [Candidate(scored, int(row), int(scored.sign[row]), float(scored.worth[row])) for row in rows]


def _hit(candidate: Candidate, tracer: Tracer, reading: Reading, wanted: Wanted) -> Hit:
    segment, entry, place = candidate.scored.segment, candidate.entry, candidate.place
    opening = segment.columns.opening
    open_now = int(opening.at(wanted.at)[place])
    open_then = open_now if wanted.open_at is None else int(opening.at(wanted.open_at)[place])
    matched = tracer.matched(place)
    miles = _miles(segment, place, wanted)
    fit = FITS[candidate.sign + 1]
    return Hit(
        entry=entry,
        fit=fit,
        fit_words=fit_words(entry, wanted, fit, open_then, miles),
        open=opening.state(place, wanted.at),
        distance_miles=miles,
        matched=matched_words(matched, entry, reading.digits),
        why=reasons(entry, matched, wanted, reading.digits, open_now, miles),
        about=entry.approximate or not wanted.exact,
    )


def _miles(segment: Segment, place: int, wanted: Wanted) -> float | None:
    if wanted.near is None:
        return None
    miles = float(segment.columns.miles_from(wanted.near)[place])
    return None if math.isnan(miles) else miles
