"""Finds words that sound like a word that was written by ear: "farmasy" and "pharmacy", "tonite" and "tonight"."""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_BREAK = "\n"

_HEARD = (
    *(("\nps", "\ns"), ("\nkn", "\nn"), ("\ngn", "\nn"), ("\npn", "\nn"), ("\nwr", "\nr"), ("e\n", "\n")),
    *(("x", "ks"), ("tia", "xa"), ("tio", "xa"), ("cia", "xa"), ("cio", "xa"), ("sio", "xa"), ("sh", "x")),
    *(("ch", "k"), ("ph", "f"), ("gh", ""), ("ck", "k"), ("dge", "je"), ("qu", "kw"), ("q", "k"), ("\nh", "\nq")),
    *(("ce", "se"), ("ci", "si"), ("cy", "si"), ("ge", "je"), ("gi", "ji"), ("gy", "ji"), ("h", "")),
)
"""How letters are heard, in this order: x stands for "sh" from then on, q for an h that is not silent."""
_ALIKE = str.maketrans("czyeiou", "ksaaaaa")
_ONE = (("aa", "a"), ("aw", "a"), ("aa", "a"), ("aa", "a"), *((2 * letter, letter) for letter in "bdfgjklmnpqrstvx"))
"""Then every vowel is as good as any, and a doubled letter is one."""


def heard(words: Sequence[str]) -> list[str]:
    """For each word what is heard of it; words that sound alike become the same."""
    text = f"{_BREAK}{_BREAK.join(words)}{_BREAK}"
    for written, sound in _HEARD:
        text = text.replace(written, sound)
    text = text.translate(_ALIKE)
    for double, single in _ONE:
        text = text.replace(double, single)
    return text.split(_BREAK)[1:-1]


@dataclass(frozen=True)
class Sounds:
    """The ids of words by the checksums of what is heard of them, sorted by these."""

    sums: NDArray[np.uint32]
    ids: NDArray[np.uint32]

    @classmethod
    def of(cls, words: Sequence[str], ids: NDArray[np.uint32]) -> "Sounds":
        sums = np.fromiter(map(_sum, heard(words)), np.uint32, len(words))
        order = np.argsort(sums, kind="stable")
        return cls(sums[order], ids[order])

    def like(self, sound: str) -> NDArray[np.uint32]:
        """The ids of the words of which `sound` is heard; one sound in ten thousand may find another word."""
        own = np.uint32(_sum(sound))
        return self.ids[self.sums.searchsorted(own) : self.sums.searchsorted(own, "right")]


def _sum(sound: str) -> int:
    return crc32(sound.encode())
