"""Finds entries by telephone number, in any writing and by any part of it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from navigator.resources.model import Entry

_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_LETTERS = re.compile(r"(?<=\d[-. ])[A-Z]{4,7}\b")
_AFTER_ANY_DIGIT = ":"
_WHOLE = 10
_SAYS_ENOUGH = 4
"""From this many digits on, a part of a number is looked for anywhere in it, not only at its beginning."""


def digits_of(number: str) -> str:
    """The digits of a number as it is dialled inside the country; "1-800-662-HELP" is 8006624357."""
    lettered = _LETTERS.sub(lambda letters: letters.group().translate(_KEYPAD), number)
    digits = "".join(letter for letter in lettered if letter in "0123456789")
    return digits[1:] if len(digits) == _WHOLE + 1 and digits.startswith("1") else digits


class Numbers:
    """All numbers of all entries: sorted, for their beginnings, and in one string, for any part of them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._size = len(entries)
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            for phone in entry.phones:
                holders[digits_of(phone.number)].append(place)
        holders.pop("", None)
        self._holders = dict(holders)
        self._numbers = sorted(holders)
        self._all = "".join(f" {number}" for number in self._numbers) + " "
        lengths = np.array([len(number) + 1 for number in self._numbers], dtype=np.int64)
        self._starts = np.cumsum(lengths) - lengths

    def find(self, digits: str) -> NDArray[np.float32]:
        """For each entry how well a number of it is `digits`: 1 the whole of it, less a part, 0 none."""
        match = np.zeros(self._size, dtype=np.float32)
        if len(digits) >= _SAYS_ENOUGH:
            self._mark(match, self._with_part(digits), 0.6)
            self._mark(match, self._with_part(f"{digits} "), 0.8)
        if len(digits) >= _SAYS_ENOUGH - 1:
            self._mark(match, self._beginning(digits), 0.8)
        self._mark(match, (digits,), 1.0)
        if len(digits) == _WHOLE and not match.any():
            self._mark(match, _slips(digits), 0.5)
        return match

    def _mark(self, match: NDArray[np.float32], numbers: Iterable[str], worth: float) -> None:
        match[[place for number in numbers for place in self._holders.get(number, ())]] = worth

    def _beginning(self, digits: str) -> list[str]:
        low = bisect_left(self._numbers, digits)
        return self._numbers[low : bisect_left(self._numbers, digits + _AFTER_ANY_DIGIT, low)]

    def _with_part(self, part: str) -> Iterator[str]:
        at = self._all.find(part)
        while at >= 0:
            yield self._numbers[int(self._starts.searchsorted(at, side="right")) - 1]
            at = self._all.find(part, at + 1)


def _slips(digits: str) -> Iterator[str]:
    """The numbers that differ by one digit, or by two neighbours that are swapped."""
    for at, digit in enumerate(digits):
        yield from (digits[:at] + other + digits[at + 1 :] for other in "0123456789" if other != digit)
        yield digits[:at] + digits[at + 1 : at + 2] + digit + digits[at + 2 :]
