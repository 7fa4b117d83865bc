"""Picks the best of what was scored, in their order, and says of each all that a row and "Why this one" need."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from navigator.resources.hours import OpenState
from navigator.resources.model import Entry
from navigator.resources.search.answer import Fit, Hit, Reasons
from navigator.resources.search.fit import FITS, open_signs
from navigator.resources.search.fit_words import fit_words
from navigator.resources.search.opening import Opening
from navigator.resources.search.rank import Named, alike
from navigator.resources.search.reading import Reading
from navigator.resources.search.scoring import ALWAYS, Scored
from navigator.resources.search.segment import Segment
from navigator.resources.search.trace import MatchedWord, Traced, trace
from navigator.resources.search.usable import beside_a_name
from navigator.resources.search.wanted import Wanted
from navigator.resources.search.why import matched_words, reasons

_LOOKED_AT = 64
"""So many of the best are compared name by name with the query."""
_BLOCK = 256
_APART = 1000.0
"""More than any worth, so that no entry leaves its group."""


class Candidate(NamedTuple):
    """An entry that is among the best: its segment, its place there, its group, and its worth in the group."""

    scored: Scored
    place: int
    sign: int
    worth: float


def best(scored: Sequence[Scored], reading: Reading, limit: int) -> list[Candidate]:
    """The first `limit` of all segments: by group, then by worth together with likeness of names."""
    firsts = [_first(one, max(limit, _LOOKED_AT)) for one in scored]
    named = _named(reading, scored)
    worths = np.concatenate([_worths(one, at, named) for one, at in zip(scored, firsts, strict=True)])
    signs = np.concatenate([one.sign[at] for one, at in zip(scored, firsts, strict=True)])
    order = np.lexsort((-worths, -signs))[:limit]
    of = np.repeat(np.arange(len(scored)), [len(at) for at in firsts])[order].tolist()
    rows = np.concatenate([one.rows[at] for one, at in zip(scored, firsts, strict=True)])[order].tolist()
    columns = zip(of, rows, signs[order].tolist(), worths[order].tolist(), strict=True)
    return [Candidate(scored[one], row, sign, worth) for one, row, sign, worth in columns]


def hits(candidates: Sequence[Candidate], reading: Reading, wanted: Wanted) -> Iterator[Hit]:
    """The hits of the candidates, in the same order."""
    traced = _traced(candidates, reading)
    for candidate in candidates:
        yield _hit(candidate, traced[id(candidate.scored)][candidate.place], reading, wanted)


def _first(scored: Scored, count: int) -> NDArray[np.intp]:
    if len(scored.rows) <= count:
        return np.arange(len(scored.rows))
    keys = scored.sign * np.float32(_APART) + scored.relevance * scored.usable
    likely = np.flatnonzero(keys >= _reached_by(keys, count))
    return np.sort(likely[np.argpartition(-keys[likely], count - 1)[:count]])


def _reached_by(keys: NDArray[np.float32], count: int) -> float:
    """What at least so many of the keys reach: so many blocks of them have a key that does."""
    blocks = len(keys) // _BLOCK
    if blocks < count:
        return -math.inf
    return float(np.partition(keys[: blocks * _BLOCK].reshape(blocks, _BLOCK).max(axis=1), blocks - count)[-count])


def _named(reading: Reading, scored: Sequence[Scored]) -> Named:
    """What names are compared with: the query as it was meant, not as it was typed."""
    meant = scored[0].meant
    name = " ".join(meant.get(word, word) for word in reading.name.split())
    words = (meant.get(word.text, word.text) for part in reading.parts for word in part.words)
    return Named(name, tuple(words))


def _worths(scored: Scored, at: NDArray[np.intp], named: Named) -> NDArray[np.float32]:
    """What decides within a group: the words, how usable the place is, and likeness of names."""
    gains = alike(named, scored.segment.names.at(scored.rows[at]))
    return np.asarray(scored.relevance[at] * gains * beside_a_name(scored.usable[at], gains), dtype=np.float32)


def _traced(candidates: Sequence[Candidate], reading: Reading) -> dict[int, Traced]:
    """The matched words of all candidates, by segment and place there."""
    by_segment: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_segment.setdefault(id(candidate.scored), []).append(candidate)
    return {
        key: trace(
            several[0].scored.segment.index,
            reading.parts,
            several[0].scored.expanded,
            np.array([one.place for one in several], dtype=np.int32),
        )
        for key, several in by_segment.items()
    }


class _Teller(NamedTuple):
    """Says of one hit what a row and "Why this one" need (`answer.Teller`)."""

    candidate: Candidate
    words: tuple[MatchedWord, ...]
    digits: str
    wanted: Wanted
    miles: float | None

    def entry(self) -> Entry:
        return self.candidate.scored.segment.entry(self.candidate.place)

    def matched(self) -> tuple[str, ...]:
        return matched_words(self.words, self.entry(), self.digits)

    def fit_words(self) -> str:
        if self.candidate.sign == ALWAYS:
            return fit_words(self.entry(), self.wanted.unasked, Fit.FITS, 0, None)
        fit = FITS[self.candidate.sign + 1]
        columns, place = self.candidate.scored.segment.columns, self.candidate.place
        return fit_words(self.entry(), self.wanted, fit, int(open_signs(columns, self.wanted)[place]), self.miles)

    def open(self) -> OpenState:
        return self._opening.state(self.entry(), self.wanted.at)

    def reasons(self) -> Reasons:
        open_sign = int(self._opening.at(self.wanted.at)[self.candidate.place])
        return reasons(self.entry(), self.words, self.wanted, self.digits, open_sign, self.miles, self.open())

    @property
    def _opening(self) -> Opening:
        return self.candidate.scored.segment.columns.opening


def _hit(candidate: Candidate, matched: tuple[MatchedWord, ...], reading: Reading, wanted: Wanted) -> Hit:
    segment = candidate.scored.segment
    miles = _miles(segment, candidate.place, wanted)
    return Hit(
        entry_id=segment.ids[candidate.place].decode(),
        fit=Fit.ALWAYS if candidate.sign == ALWAYS else FITS[candidate.sign + 1],
        distance_miles=miles,
        exact=wanted.exact,
        worth=candidate.worth,
        teller=_Teller(candidate, matched, reading.digits, wanted, miles),
    )


def _miles(segment: Segment, place: int, wanted: Wanted) -> float | None:
    if wanted.near is None:
        return None
    miles = float(segment.columns.miles_from(wanted.near)[place])
    return None if math.isnan(miles) else miles
