"""A query while it is read and when it is understood: plain values."""

import re
from dataclasses import dataclass, field

from navigator.resources.model import Fact
from navigator.resources.search.answer import Query, Understood
from navigator.resources.search.phrases import Phrase
from navigator.resources.search.tokens import words
from navigator.resources.vocabulary import Filter

MOST_CHARACTERS = 200
MOST_WORDS = 20

_RAW_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


@dataclass(frozen=True)
class Token:
    """One word as typed, from `start` to `end` of the text, and folded."""

    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Word:
    """One word to look up. `unfinished` while it is being typed; a `soft` one may be missing without harm.

    A `sure` one is a word of the vocabulary, so it is no misspelling, though no entry may hold it.
    """

    text: str
    unfinished: bool = False
    soft: bool = False
    sure: bool = False


@dataclass(frozen=True)
class Part:
    """Words that stand together, and the phrases (as stems) that mean the same, the likeliest first."""

    words: tuple[Word, ...]
    means: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A query as it was understood. `name` is the text that a name may resemble, "" when it can be none.

    `asked` is what the words ask for, as filters without text; `danger`: they speak of dying, harm or an overdose.
    """

    parts: tuple[Part, ...] = ()
    digits: str = ""
    near: str | None = None
    within_miles: float | None = None
    filters: frozenset[Filter] = frozenset()
    leanings: frozenset[Fact] = frozenset()
    understood: tuple[Understood, ...] = ()
    name: str = ""
    asked: Query = field(default_factory=Query)
    danger: bool = False


@dataclass
class Draft:
    """The reading while it is being made: what is left of the tokens, and what was found."""

    text: str
    tokens: list[Token]
    digits: str = ""
    near: str | None = None
    within_miles: float | None = None
    filters: set[Filter] = field(default_factory=set)
    leanings: set[Fact] = field(default_factory=set)
    soft: set[int] = field(default_factory=set)
    understood: list[Understood] = field(default_factory=list)

    def note(self, start: int, end: int, filter_words: str) -> None:
        if all(known.filter != filter_words for known in self.understood):
            self.understood.append(Understood(self.text[start:end], filter_words))

    @property
    def name(self) -> str:
        """What a name may resemble: nothing when digits or a place make the query a number or an address."""
        if self.digits or self.near or any(letter.isdigit() for token in self.tokens for letter in token.word):
            return ""
        return " ".join(token.word for token in self.tokens)


def tokens_of(text: str) -> list[Token]:
    """The words of the beginning of `text` that counts, as typed and folded."""
    return [
        Token(word, match.start(), match.end())
        for match in _RAW_WORD.finditer(text[:MOST_CHARACTERS])
        for word in words(match.group())
    ]
