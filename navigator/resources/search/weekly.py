"""The weekly hours of many entries as a few schedules that they share: which are open in some minutes (S-03)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from navigator.resources.hours import tell_when_shut
from navigator.resources.model import WEEK, Hours
from navigator.resources.search.packed import Arrays, in_a_row
from navigator.resources.search.tristates import NO, UNKNOWN, YES, Mask, Signs

Schedule = tuple[int, ...]
"""What no span means (a sign), then begin and length of each span in minutes."""


@dataclass(frozen=True)
class Weekly:
    """Begin and length of the spans of each schedule in a row, `counts` of them for each, and what no span means.

    `which` is the schedule of each entry. Only schedules that an entry has are kept, in their order.
    """

    starts: NDArray[np.int16]
    lengths: NDArray[np.int16]
    counts: NDArray[np.int32]
    shut: Signs
    which: NDArray[np.int32]

    @classmethod
    def of(cls, hours: Iterable[tuple[Hours, ...]]) -> "Weekly":
        """Of the hours of each entry."""
        numbers: dict[Schedule, int] = {}
        which = [numbers.setdefault(_schedule(one), len(numbers)) for one in hours]
        return cls._in_order(list(numbers), np.array(which, dtype=np.int32))

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> "Weekly":
        return cls(*(arrays[name] for name in ("starts", "lengths", "counts", "shut", "which")))

    @classmethod
    def joined(cls, parts: Sequence[tuple["Weekly", Mask]]) -> "Weekly":
        """Those of the entries that are alive, one part after the other."""
        numbers: dict[Schedule, int] = {}
        which = []
        for part, alive in parts:
            new = [numbers.setdefault(schedule, len(numbers)) for schedule in part._schedules()]
            which.append(np.array(new, dtype=np.int32)[part.which[alive]])
        return cls._in_order(list(numbers), np.concatenate(which))

    @classmethod
    def _in_order(cls, schedules: Sequence[Schedule], which: NDArray[np.int32]) -> "Weekly":
        held = np.bincount(which, minlength=len(schedules)) > 0
        order = sorted(np.flatnonzero(held).tolist(), key=schedules.__getitem__)
        rank = np.zeros(len(schedules), dtype=np.int32)
        rank[order] = np.arange(len(order), dtype=np.int32)
        kept = [schedules[number] for number in order]
        return cls(
            np.array([start for one in kept for start in one[1::2]], dtype=np.int16),
            np.array([length for one in kept for length in one[2::2]], dtype=np.int16),
            np.array([len(one) // 2 for one in kept], dtype=np.int32),
            np.array([one[0] for one in kept], dtype=np.int8),
            rank[which],
        )

    def arrays(self) -> Arrays:
        return {
            "starts": self.starts,
            "lengths": self.lengths,
            "counts": self.counts,
            "shut": self.shut,
            "which": self.which,
        }

    def signs(self, minute: int, length: int) -> Signs:
        """Yes for those with a span in the `length` minutes that begin at this minute of the week."""
        runs = _round(np.int16(minute) - self.starts) < self.lengths
        if length > 1:
            runs |= _round(self.starts - np.int16(minute)) < length
        signs = self.shut.copy()
        signs[np.repeat(np.arange(len(signs)), self.counts)[runs]] = YES
        return np.asarray(signs[self.which])

    def shut_at(self, places: NDArray[np.int64]) -> Signs:
        """What no open span means for the entries at these places."""
        return np.asarray(self.shut[self.which[places]])

    def _schedules(self) -> list[Schedule]:
        spans = np.stack([self.starts, self.lengths], axis=1).ravel().tolist()
        bounds = (2 * in_a_row(self.counts)).tolist()
        return [(sign, *spans[bounds[number] : bounds[number + 1]]) for number, sign in enumerate(self.shut.tolist())]


def moved(parts: Sequence[tuple[NDArray[np.int32], Mask]]) -> NDArray[np.int32]:
    """The places of the entries that are alive, counted on from part to part; those of the others are dropped."""
    before, kept = 0, []
    for places, alive in parts:
        new = np.cumsum(alive, dtype=np.int32) + np.int32(before - 1)
        kept.append(new[places[alive[places]]])
        before += int(np.count_nonzero(alive))
    return np.concatenate(kept).astype(np.int32)


def _schedule(hours: tuple[Hours, ...]) -> Schedule:
    shut = NO if tell_when_shut(hours) else UNKNOWN
    spans = (span for one in hours for span in one.spans)
    return (shut, *(minutes for span in spans for minutes in (span.start, span.end - span.start)))


def _round(minutes: NDArray[np.int16]) -> NDArray[np.int16]:
    """Minutes of the cyclic week again, from a difference of two."""
    return np.asarray(minutes + np.int16(WEEK) * (minutes < 0), dtype=np.int16)
