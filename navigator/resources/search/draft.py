"""A query while it is read: its words, which of them are used up, and what they were found to ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from navigator.resources.search.answer import Query, Understood
from navigator.resources.search.tokens import stem, words

MOST_CHARACTERS = 200
MOST_WORDS = 20

_SHOWN = 40
"""Characters that are shown of what was left off a very long text."""
_MOST_OF_A_NAME = 8
_NO = frozenset(
    ["no", "not", "without", "except", "excluding", "non", "never", "wo", "dont", "doesnt", "isnt", "arent"]
)
_WITHOUT = ["w", "o"]
_AFTER_NO = frozenset(
    ["a", "an", "the", "any", "for", "on", "in", "near", "have", "take", "takes", "accept", "accepts"]
)
_MOST_BETWEEN = 2
_RAW_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


class Known(Protocol):
    """What the directory knows of words."""

    def word(self, word: str) -> bool:
        """Whether the folded word is, or begins, a word of an entry."""

    def name(self, stems: tuple[str, ...]) -> bool:
        """Whether these are all the words of a name."""


@dataclass(frozen=True)
class Token:
    """One word as typed, from `start` to `end` of the text, folded, and its stem."""

    word: str
    start: int
    end: int
    stem: str


@dataclass
class Draft:
    """`gone` are the places of the tokens that are not looked up, `soft` of those that may be missing.

    `doubtful` are those of `gone` that may have been meant otherwise.
    `meant` holds the stem of each token, put right where it is a likely slip of a word of the vocabulary; `usual` are
    the places of those that are words of the vocabulary as they were typed.
    `placed` when a place was given, `numbered` when a number is looked up: then the words resemble no name.
    """

    text: str
    tokens: list[Token]
    known: Known
    meant: list[str] = field(default_factory=list)
    usual: set[int] = field(default_factory=set)
    digits: str = ""
    placed: bool = False
    numbered: bool = False
    danger: bool = False
    gone: set[int] = field(default_factory=set)
    doubtful: set[int] = field(default_factory=set)
    soft: set[int] = field(default_factory=set)
    understood: list[Understood] = field(default_factory=list)
    asked: Query = field(default_factory=Query)

    @classmethod
    def of(cls, text: str, known: Known) -> "Draft":
        """Any text is a query, but only its beginning counts, and that is said."""
        tokens = _tokens_of(text[:MOST_CHARACTERS])
        cut, most = MOST_CHARACTERS, f"{MOST_CHARACTERS} characters"
        if len(tokens) > MOST_WORDS:
            cut, most = tokens[MOST_WORDS].start, f"{MOST_WORDS} words"
        draft = cls(text[:cut], tokens[:MOST_WORDS], known)
        if rest := text[cut:].strip():
            shown = rest if len(rest) <= MOST_CHARACTERS else rest[:_SHOWN]
            draft.understood.append(Understood(shown, f"Only the first {most} are searched"))
        return draft

    @property
    def live(self) -> list[int]:
        """The places of the tokens that are left."""
        return [place for place in range(len(self.tokens)) if place not in self.gone]

    @property
    def is_typing(self) -> bool:
        """Whether the last word may go on."""
        return bool(self.tokens) and self.tokens[-1].end == len(self.text)

    @property
    def name(self) -> str:
        """What a name may resemble: nothing when digits or a place make the query a number or an address."""
        if self.digits or self.placed or self.numbered:
            return ""
        return " ".join(self.tokens[place].word for place in self.live)

    def heard(self, letters: int) -> list[str]:
        """The stems, put right in words of so many letters and more."""
        pairs = zip(self.tokens, self.meant, strict=True)
        return [meant if len(token.word) >= letters else token.stem for token, meant in pairs]

    @property
    def is_name(self) -> bool:
        """Whether the whole query is a name of the directory."""
        return self.known.name(tuple(token.stem for token in self.tokens))

    def ask(self, **filters: Any) -> None:
        self.asked = replace(self.asked, **filters)

    def note(self, first: int, last: int, filter_words: str) -> None:
        """The tokens from `first` to `last` were read as a filter."""
        self.note_text(self.tokens[first].start, self.tokens[last].end, filter_words)

    def note_text(self, start: int, end: int, filter_words: str) -> None:
        if all(known.filter != filter_words for known in self.understood):
            self.understood.append(Understood(self.text[start:end], filter_words))

    def covered(self, start: int, end: int) -> range:
        """The places of the tokens that stand between two characters of the text."""
        inside = [place for place, token in enumerate(self.tokens) if start <= token.start < end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def in_name(self, first: int, last: int) -> bool:
        """Whether the tokens from `first` to `last` are part of a longer name of the directory."""
        return any(True for _ in self.names_around(first, last))

    def names_around(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """From where to before where longer names stand that hold the tokens from `first` to `last`."""
        for start in range(max(0, last + 1 - _MOST_OF_A_NAME), first + 1):
            for end in range(last + 1, min(len(self.tokens), start + _MOST_OF_A_NAME) + 1):
                if end - start > last + 1 - first and self._is_name(start, end):
                    yield start, end

    def is_denied(self, first: int) -> bool:
        """Whether a "no" stands before the token at `first`: "not on Medicaid" does not ask for it."""
        place = first - 1
        while place >= 0 and first - place <= _MOST_BETWEEN and self.tokens[place].word in _AFTER_NO:
            place -= 1
        if place < 0:
            return False
        return (
            self.tokens[place].word in _NO or [token.word for token in self.tokens[place - 1 : place + 1]] == _WITHOUT
        )

    def _is_name(self, start: int, end: int) -> bool:
        """A name of words of the vocabulary alone, such as "Men's Shelter", says what it says anywhere."""
        return not self.usual.issuperset(range(start, end)) and self.known.name(
            tuple(token.stem for token in self.tokens[start:end])
        )


def _tokens_of(text: str) -> list[Token]:
    return [
        Token(word, match.start(), match.end(), stem(word))
        for match in _RAW_WORD.finditer(text)
        for word in words(match.group())
    ]
