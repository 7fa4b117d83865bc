"""What may stand for the words of a query in one index: their forms, completions, misspellings, meanings."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from navigator.resources.search.beginnings import worth
from navigator.resources.search.index import Floats, Index
from navigator.resources.search.lexicon import Ints
from navigator.resources.search.reading import Part, Word

_HEAD_ONLY = 3
"""A beginning of so few letters is looked up in the head alone."""
_MOST_SPELLINGS = 8
_NEARLY = 0.7
"""Misspellings count only when they are nearly as likely as the likeliest."""
_RARE = 1 / 4000
_WHEN_RARE = 0.93
_DOUBTED = 0.55
"""What a misspelling counts when the word as typed is a rare word of the directory."""
_FEW = 1 / 400
"""Completions that so few entries hold do not rule out a misspelling."""
_OTHER_FORM = 0.97
_MEANS, _NEXT_MEANS = 0.85, 0.97
"""What a phrase of the vocabulary counts beside the word itself, and each next one beside the one before."""
_OF_THE_STREET = 0.7
"""What words count that no directory uses, beside what they mean."""
_SPLIT = 0.9
_BEGUN_THOUGH_SURE = 0.6
"""What is left of a completion when the letters are a word of the vocabulary already: "mat" is hardly "match"."""
_ASSEMBLED = 2
"""Beginnings of so few letters were reckoned beforehand."""


@dataclass(frozen=True)
class Expansion:
    """The surfaces that stand for one word in one index, with their weights.

    Beside those that are listed in `words` its completions: all surfaces from `first` on and before `past`, which
    count `begun`; or, for a beginning of one or two `letters`, what was reckoned of them beforehand.
    """

    words: Ints
    weights: Floats
    head_only: bool
    first: int = 0
    past: int = 0
    begun: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    letters: str = ""


@dataclass(frozen=True)
class Expanded:
    """One part of the query in one index: an expansion for each word, and the phrases that it means.

    Each phrase is what it counts and, for each of its words, the surfaces that are a form of it.
    """

    words: tuple[Expansion, ...]
    means: tuple[tuple[float, tuple[Ints, ...]], ...]


@dataclass(frozen=True)
class Guess:
    """What one word may be in the whole directory: misspellings by their text, and how many entries hold it.

    `meant` is the likeliest word when the one that was typed is none; `completed` whether its completions count.
    """

    held: int
    holders: int
    spelled: Mapping[str, float]
    completed: bool
    meant: str = ""


class Everywhere(Protocol):
    """All entries of the directory, which the indexes hold among them."""

    @property
    def size(self) -> int:
        """How many entries there are."""

    def holders(self, word: str) -> int:
        """How many of them hold a folded word."""


def guess(indexes: Sequence[Index], word: Word, everywhere: Everywhere) -> Guess:
    """The same whatever the layers are: what is rare or unknown is so in all of them together."""
    held = everywhere.holders(word.text)
    sure = held > 0 or word.sure
    completes = word.unfinished or not sure
    completed = sum(index.completed(word.text) for index in indexes) if completes else 0
    spelled: dict[str, float] = {}
    meant = ""
    is_begun = completed > everywhere.size * _FEW
    if not sure and not is_begun and not _is_short(word):
        spelled = _spellings(indexes, word, everywhere)
        meant = max(spelled, key=spelled.__getitem__, default="")
    elif 0 < held <= everywhere.size * _RARE and not is_begun:
        spelled = {text: weight * _DOUBTED for text, weight in _spellings(indexes, word, everywhere).items()}
    most = max((everywhere.holders(text) for text in spelled), default=0)
    holders = held or min(max(completed, most), everywhere.size)
    return Guess(held, holders, spelled, completes, meant)


def expand(index: Index, parts: Sequence[Part], guesses: Sequence[Sequence[Guess]]) -> tuple[Expanded, ...]:
    """The parts in one index; `guesses` has one for each of their words."""
    return tuple(
        Expanded(
            tuple(_weighed(_expand_word(index, word, told), part) for word, told in zip(part.words, its, strict=True)),
            (*_expand_means(index, part), *_splits(index, part, its)),
        )
        for part, its in zip(parts, guesses, strict=True)
    )


def _weighed(own: Expansion, part: Part) -> Expansion:
    return replace(own, weights=own.weights * np.float32(_OF_THE_STREET)) if part.street else own


def _is_short(word: Word) -> bool:
    return word.unfinished and len(word.text) <= _ASSEMBLED


def _expand_word(index: Index, word: Word, told: Guess) -> Expansion:
    lexicon = index.lexicon
    own = {form: 1.0 if lexicon.surfaces[form] == word.text else _OTHER_FORM for form in lexicon.forms(word.text)}
    spelled = ((lexicon.number(text), weight) for text, weight in told.spelled.items())
    weights = {form: weight for form, weight in spelled if form is not None} | own
    words = np.fromiter(weights, np.int32, len(weights))
    values = np.fromiter(weights.values(), np.float32, len(weights))
    if told.completed and _is_short(word):
        return Expansion(words, values, head_only=not told.held, letters=word.text)
    head_only = len(word.text) <= _HEAD_ONLY and not told.held
    if not told.completed:
        return Expansion(words, values, head_only)
    completions = lexicon.completions(word.text)
    begun = worth(len(word.text), lexicon.lengths(completions))
    if word.sure and not told.held:
        begun *= np.float32(_BEGUN_THOUGH_SURE)
    first = int(completions[0]) if len(completions) else 0
    return Expansion(words, values, head_only, first, first + len(completions), begun)


def _spellings(indexes: Sequence[Index], word: Word, everywhere: Everywhere) -> dict[str, float]:
    """The likeliest words that one may be a misspelling of; common words are likelier meant than rare ones."""
    found: dict[str, float] = {}
    for index in indexes:
        for spelling in index.lexicon.likely(word.text, unfinished=word.unfinished):
            text = index.lexicon.surfaces[spelling.surface]
            if index.holders_of(spelling.surface):
                found[text] = max(found.get(text, 0.0), spelling.weight)
    worthwhile = max(found.values(), default=0.0) * _NEARLY * _WHEN_RARE
    found = {text: weight for text, weight in found.items() if weight >= worthwhile}
    holders = {text: sum(index.holders_of_text(text) for index in indexes) for text in found}
    weights = {
        text: weight * (_WHEN_RARE + (1 - _WHEN_RARE) * math.log1p(holders[text]) / math.log1p(everywhere.size))
        for text, weight in found.items()
    }
    best = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_SPELLINGS]
    return {text: weight for text, weight in best if weight >= best[0][1] * _NEARLY}


def _expand_means(index: Index, part: Part) -> list[tuple[float, tuple[Ints, ...]]]:
    """The phrases whose every word stands in this index, each with what it counts."""
    found = []
    for place, phrase in enumerate(part.means):
        forms = tuple(index.lexicon.forms(word) for word in phrase)
        if all(index.holders(form) for form in forms):
            found.append(((1.0 if part.street else _MEANS) * _NEXT_MEANS**place, forms))
    return found


def _splits(index: Index, part: Part, guesses: Sequence[Guess]) -> list[tuple[float, tuple[Ints, ...]]]:
    """Two words that were typed as one: "soupkitchen"."""
    if len(part.words) != 1 or part.words[0].sure or guesses[0].held:
        return []
    return [
        (_SPLIT, tuple(np.array([surface], np.int32) for surface in pair))
        for pair in index.lexicon.splits(part.words[0].text)
    ]
