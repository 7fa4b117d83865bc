"""Finds entries by telephone number, in any writing and by any part of it."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from navigator.resources.model import Entry
from navigator.resources.search.packed import Arrays

_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_LETTERS = re.compile(r"(?<=\d[-. ])[A-Z]{4,7}\b")
_AFTER_ANY_DIGIT, _BEFORE_ANY_DIGIT = b":", b"\x01"
_NUMBER = "S24"
_WHOLE = 10
_SAYS_ENOUGH = 4
"""From this many digits on, a part of a number is looked for anywhere in it, not only at its beginning."""


def digits_of(number: str) -> str:
    """The digits of a number as it is dialled inside the country; "1-800-662-HELP" is 8006624357."""
    lettered = _LETTERS.sub(lambda letters: letters.group().translate(_KEYPAD), number)
    digits = "".join(letter for letter in lettered if letter in "0123456789")
    return digits[1:] if len(digits) == _WHOLE + 1 and digits.startswith("1") else digits


class Numbers:
    """All numbers of all entries: sorted, for their beginnings, and in one row, for any part of them.

    `numbers[i]` is a number of entry `holders[i]`, as digits; in the order of the numbers.
    """

    def __init__(self, size: int, numbers: NDArray[np.bytes_], holders: NDArray[np.int32]) -> None:
        self._size, self._numbers, self._holders = size, numbers, holders
        self._all = b" " + b" ".join(numbers.tolist()) + b" "
        lengths = np.char.str_len(numbers).astype(np.int64) + 1 if len(numbers) else np.zeros(0, np.int64)
        self._starts = np.cumsum(lengths) - lengths

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Numbers":
        pairs = sorted(
            {(digits_of(phone.number), place) for place, entry in enumerate(entries) for phone in entry.phones}
        )
        told = [(digits.encode(), place) for digits, place in pairs if digits]
        numbers = np.array([digits for digits, _ in told], dtype=_NUMBER)
        return cls(len(entries), numbers, np.array([place for _, place in told], dtype=np.int32))

    @classmethod
    def of_arrays(cls, size: int, arrays: Arrays) -> "Numbers":
        return cls(size, arrays["numbers"], arrays["holders"])

    @classmethod
    def joined(cls, parts: Sequence[tuple["Numbers", NDArray[np.bool_]]]) -> "Numbers":
        """The numbers of the living entries of several, one after the other."""
        shifts = np.cumsum([0, *(int(np.count_nonzero(alive)) for _, alive in parts)])
        numbers = np.concatenate([one._numbers[alive[one._holders]] for one, alive in parts])
        places = [(np.cumsum(alive) - 1)[one._holders[alive[one._holders]]] for one, alive in parts]
        holders = np.concatenate([place + shift for place, shift in zip(places, shifts, strict=False)])
        order = np.argsort(numbers, kind="stable")
        return cls(int(shifts[-1]), numbers[order], holders[order].astype(np.int32))

    def arrays(self) -> Arrays:
        return {"numbers": self._numbers, "holders": self._holders}

    def find(self, digits: str) -> NDArray[np.float32]:
        """For each entry how well a number of it is `digits`: 1 the whole of it, less a part, 0 none."""
        match = np.zeros(self._size, dtype=np.float32)
        sought = digits.encode()
        if len(digits) >= _SAYS_ENOUGH:
            match[self._with_part(sought)] = 0.6
            match[self._with_part(sought + b" ")] = 0.8
        if len(digits) >= _SAYS_ENOUGH - 1:
            match[self._between(sought, sought + _AFTER_ANY_DIGIT)] = 0.8
        match[self._between(sought, sought + _BEFORE_ANY_DIGIT)] = 1.0
        if len(digits) == _WHOLE and not match.any():
            for slip in _slips(digits):
                match[self._between(slip.encode(), slip.encode() + _BEFORE_ANY_DIGIT)] = 0.5
        return match

    def _between(self, low: bytes, high: bytes) -> NDArray[np.int32]:
        start, end = np.searchsorted(self._numbers, np.array([low, high], dtype=_NUMBER))
        return self._holders[start:end]

    def _with_part(self, part: bytes) -> list[int]:
        found, at = [], self._all.find(part)
        while at >= 0:
            found.append(at)
            at = self._all.find(part, at + 1)
        rows = self._starts.searchsorted(np.array(found, dtype=np.int64), side="right") - 1
        return cast(list[int], self._holders[rows].tolist())


def _slips(digits: str) -> Iterator[str]:
    """The numbers that differ by one digit, or by two neighbours that are swapped."""
    for at, digit in enumerate(digits):
        yield from (digits[:at] + other + digits[at + 1 :] for other in "0123456789" if other != digit)
        yield digits[:at] + digits[at + 1 : at + 2] + digit + digits[at + 2 :]
