"""The vocabulary as it is looked up: phrases of the query, word by word, longest first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from navigator.resources.search.fuzzy import Spellings
from navigator.resources.search.tokens import stem, stems
from navigator.resources.vocabulary import Vocabulary

Phrase = tuple[str, ...]

_LONG_ENOUGH = 4
"""A phrase of one word is taken as begun only from this many letters on."""
_SURE = 0.8


@dataclass(frozen=True)
class Found[T]:
    """What stands for the next `length` words."""

    length: int
    values: tuple[T, ...]


class Phrasebook[T]:
    """Values by phrase; phrases are compared by their stems."""

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        whole: defaultdict[Phrase, list[T]] = defaultdict(list)
        for typed, value in pairs:
            values = whole[stems(typed)]
            if value not in values:
                values.append(value)
        self._whole = {phrase: tuple(values) for phrase, values in whole.items()}
        self._by_start: defaultdict[Phrase, list[Phrase]] = defaultdict(list)
        for phrase in self._whole:
            self._by_start[phrase[:-1]].append(phrase)
        self._longest = max(map(len, self._whole), default=0)

    def at(self, words: Sequence[str], *, unfinished: bool) -> Found[T] | None:
        """The longest phrase that `words` begin with; when `unfinished`, the very last word may be a beginning."""
        for length in range(min(self._longest, len(words)), 0, -1):
            phrase = tuple(words[:length])
            if phrase in self._whole:
                return Found(length, self._whole[phrase])
            if unfinished and length == len(words) and (begun := self._begun(phrase)):
                return Found(length, begun)
        return None

    def _begun(self, words: Phrase) -> tuple[T, ...]:
        if len(words[-1]) < (_LONG_ENOUGH if len(words) == 1 else 2):
            return ()
        phrases = [phrase for phrase in self._by_start.get(words[:-1], ()) if phrase[-1].startswith(words[-1])]
        return self._whole[phrases[0]] if len(phrases) == 1 else ()

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for phrase in self._whole for word in phrase)


class Speller:
    """Puts right the words that are known to neither directory nor vocabulary but nearly are in the vocabulary."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._known = frozenset(self._words)
        self._spellings = Spellings(self._words)

    def knows(self, word: str) -> bool:
        return stem(word) in self._known

    def right(self, word: str) -> str:
        """The stem of `word`, or of the one word of the vocabulary that it is a likely slip of."""
        found = max(self._spellings.near(word), key=lambda spelling: spelling.weight, default=None)
        return self._words[found.surface] if found and found.weight >= _SURE else stem(word)


def meanings_of(vocabulary: Vocabulary) -> Phrasebook[Phrase]:
    """For each phrase that people say the stems of what it means."""
    return Phrasebook(
        (say, stems(means)) for meaning in vocabulary.meanings for say in meaning.say for means in meaning.means
    )
