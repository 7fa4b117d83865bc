"""The vocabulary as it is looked up: phrases of the query, word by word, longest first."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product

from navigator.resources.search.tokens import stem, stems

Phrase = tuple[str, ...]

_LONG_ENOUGH = 4
"""A phrase of one word is taken as begun only from this many letters on."""
_MOST_BEGUN = 4
"""So many phrases may go on from a beginning; with more it says too little."""


@dataclass(frozen=True)
class Found[T]:
    """What stands for the next `length` words; `begun` when the last of them is only the beginning of a word."""

    length: int
    values: tuple[T, ...]
    begun: bool = False


class Phrasebook[T]:
    """Values by phrase; phrases are compared by their stems.

    With `small` words the book is lenient: phrases are found in another order, and with other small words in them.
    """

    def __init__(self, pairs: Iterable[tuple[str, Iterable[T]]], small: Collection[str] | None = None) -> None:
        whole: defaultdict[Phrase, dict[T, None]] = defaultdict(dict)
        for say, values in pairs:
            fresh = dict.fromkeys(values)
            for phrase in written_out(say):
                whole[phrase].update(fresh)
        whole.pop((), None)
        self._whole = {phrase: tuple(held) for phrase, held in whole.items()}
        self._small = frozenset(map(stem, small or ()))
        self._loose = self._loosened() if small is not None else {}
        self._longest = _longest_by_word(self._whole, self._loose)
        self._by_start: defaultdict[Phrase, list[str]] = defaultdict(list)
        for phrase in sorted(self._whole):
            self._by_start[phrase[:-1]].append(phrase[-1])

    def at(self, words: Sequence[str], at: int = 0, *, unfinished: bool = False) -> Found[T] | None:
        """The longest phrase that begins at `at`; when `unfinished`, the very last word may be a beginning."""
        rest = len(words) - at
        for length in range(min(self._longest.get(words[at], rest if unfinished else 0), rest), 0, -1):
            if values := self._exactly(tuple(words[at : at + length])):
                return Found(length, values)
            if unfinished and length == rest and (begun := self._begun(tuple(words[at:]))):
                return Found(length, begun, begun=True)
        return None

    def whole(self, phrase: Phrase) -> tuple[T, ...]:
        """The values of exactly this phrase."""
        return self._whole.get(phrase, ())

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for phrase in self._whole for word in phrase)

    @property
    def phrases(self) -> Iterable[Phrase]:
        return self._whole

    def _exactly(self, phrase: Phrase) -> tuple[T, ...]:
        found = self._whole.get(phrase, ())
        if found or not self._loose or len(phrase) == 1 or phrase[0] in self._small or phrase[-1] in self._small:
            return found
        return self._loose.get(self._loosely(phrase), ())

    def _loosened(self) -> dict[Phrase, tuple[T, ...]]:
        """Phrases of several words without the small ones among them, in the order of the alphabet."""
        loose: dict[Phrase, tuple[T, ...]] = {}
        for phrase, values in self._whole.items():
            key = self._loosely(phrase)
            if len(key) > 1:
                loose.setdefault(key, values)
        return loose

    def _loosely(self, phrase: Phrase) -> Phrase:
        return tuple(sorted(word for word in phrase if word not in self._small))

    def _begun(self, phrase: Phrase) -> tuple[T, ...]:
        *before, last = phrase
        ends = self._by_start.get(tuple(before))
        if ends is None or len(last) < (_LONG_ENOUGH if len(phrase) == 1 else 2):
            return ()
        low = bisect_left(ends, last)
        begun = [end for end in ends[low : low + _MOST_BEGUN + 1] if end.startswith(last)]
        if len(begun) > _MOST_BEGUN:
            return ()
        return tuple(dict.fromkeys(value for end in begun for value in self._whole[(*before, end)]))


def written_out(say: str) -> Iterator[Phrase]:
    """The phrases, as stems, that a line of the vocabulary stands for: "has|with (a) gun" is four."""
    return (tuple(chain.from_iterable(chosen)) for chosen in product(*map(_choices, say.split())))


def _choices(word: str) -> list[Phrase]:
    if word.startswith("(") and word.endswith(")"):
        return [*map(stems, word[1:-1].split("|")), ()]
    return [stems(choice) for choice in word.split("|")]


def _longest_by_word(phrases: Iterable[Phrase], loose: Iterable[Phrase]) -> dict[str, int]:
    """How many words the longest phrase may take that begins with a word; `loose` ones begin with any of theirs."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    for phrase in loose:
        for word in phrase:
            longest[word] = max(longest.get(word, 0), len(phrase) + _EXTRA)
    return longest


_EXTRA = 2
"""So many small words a loose phrase may hold beside its own."""
