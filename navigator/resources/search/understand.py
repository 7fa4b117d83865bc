"""Reads a query: which words are a place, a telephone number or a filter, and which are to be looked up."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from navigator.city import Zip
from navigator.resources.model import Fact
from navigator.resources.search.answer import Understood
from navigator.resources.search.phones import digits_of
from navigator.resources.search.phrases import Phrase, Phrasebook, Speller, meanings_of
from navigator.resources.search.tokens import stem, words
from navigator.resources.vocabulary import Filter, Vocabulary

MOST_CHARACTERS = 200
MOST_WORDS = 20

_RAW_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_WHOLE_NUMBER = re.compile(r"(?<!\w)(?:\+?1[\s.-]*)?(?:\(\d{3}\)|\d{3})[\s.-]*\d{3}[\s.-]*\d{4}(?!\w)|(?<!\w)\d{3}[-.]\d{4}(?!\w)")
_ONLY_DIGITS = re.compile(r"[\s\d().+-]+")
_WITHIN = re.compile(r"within\s+(\d{1,3}(?:\.\d+)?)\s*(?:mi|miles?)\b(?:\s+of)?", re.IGNORECASE)
_BESIDE = frozenset({"near", "in", "around", "by", "at", "zip"})
_STREET = frozenset("st street ave avenue rd road blvd boulevard dr drive ln lane pl place way pike court ct".split())

_FILTER_WORDS = {Filter.OPEN_NOW: "Open now", Filter.OPEN_TONIGHT: "Open tonight", Filter.WALK_IN: "Walk in"}


@dataclass(frozen=True)
class Token:
    """One word as typed, from `start` to `end` of the text, and folded."""

    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Word:
    """One word to look up. `unfinished` while it is being typed; a `soft` one may be missing without harm."""

    text: str
    unfinished: bool = False
    soft: bool = False


@dataclass(frozen=True)
class Part:
    """Words that stand together, and the phrases (as stems) that mean the same, the likeliest first."""

    words: tuple[Word, ...]
    means: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A query as it was understood. `name` is the text that a name may resemble, "" when it can be none."""

    parts: tuple[Part, ...] = ()
    digits: str = ""
    near: str | None = None
    within_miles: float | None = None
    filters: frozenset[Filter] = frozenset()
    leanings: frozenset[Fact] = frozenset()
    understood: tuple[Understood, ...] = ()
    name: str = ""


@dataclass
class _Draft:
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


class Reader:
    """Reads queries with the vocabulary of the field and the ZIPs of the city."""

    def __init__(self, vocabulary: Vocabulary, zips: Mapping[str, Zip]) -> None:
        self._zips = zips
        self._meanings = meanings_of(vocabulary)
        self._wishes = Phrasebook((say, wish.filter) for wish in vocabulary.wishes for say in wish.say)
        self._leanings = Phrasebook((say, leaning.fact) for leaning in vocabulary.leanings for say in leaning.say)
        self._small = vocabulary.small_words
        self._speller = Speller(self._meanings.words | self._wishes.words | self._leanings.words)

    def read(self, text: str, known: Callable[[str], bool]) -> Reading:
        """What `text` asks for; `known` says whether a folded word is, or begins, a word of the directory."""
        draft = _Draft(text, _tokens(text))
        self._shorten(draft)
        self._take_number(draft)
        self._take_place(draft)
        self._take_wishes(draft)
        self._take_leanings(draft)
        return Reading(
            parts=self._parts(draft, known),
            digits=draft.digits,
            near=draft.near,
            within_miles=draft.within_miles if draft.near else None,
            filters=frozenset(draft.filters),
            leanings=frozenset(draft.leanings),
            understood=tuple(draft.understood),
            name=_name(draft),
        )

    @staticmethod
    def _shorten(draft: _Draft) -> None:
        """Any text is a query, but only its beginning counts, and that is said."""
        kept = [token for token in draft.tokens[:MOST_WORDS] if token.end <= MOST_CHARACTERS]
        if len(kept) < len(draft.tokens):
            rest = draft.tokens[len(kept)].start
            filter_words = f"Only the first {len(kept)} words are searched"
            shown = draft.text[rest:] if len(draft.text) <= MOST_CHARACTERS else f"{draft.text[rest : rest + 40]}…"
            draft.understood.append(Understood(shown, filter_words))
            draft.tokens, draft.text = kept, draft.text[:rest]

    def _take_number(self, draft: _Draft) -> None:
        """A telephone number in any writing; digits alone may be the beginning of one."""
        if draft.text.strip() in self._zips:
            return
        if match := _WHOLE_NUMBER.search(draft.text):
            draft.digits = digits_of(match.group())
            draft.tokens = [token for token in draft.tokens if not match.start() <= token.start < match.end()]
        elif _ONLY_DIGITS.fullmatch(draft.text):
            draft.digits = digits_of(draft.text)

    def _take_place(self, draft: _Draft) -> None:
        for at, token in enumerate(draft.tokens):
            following = draft.tokens[at + 1].word if at + 1 < len(draft.tokens) else ""
            if token.word in self._zips and not (at == 0 and self._is_street(draft.tokens[1:])):
                first = at - 1 if at and draft.tokens[at - 1].word in _BESIDE else at
                draft.near = token.word
                self._note_place(draft, first, at)
                del draft.tokens[first : at + 1]
                return
            del following

    @staticmethod
    def _is_street(tokens: list[Token]) -> bool:
        """Whether what follows a number of five digits makes it the number of a house."""
        return any(token.word in _STREET for token in tokens[:4])

    def _note_place(self, draft: _Draft, first: int, last: int) -> None:
        start, end = draft.tokens[first].start, draft.tokens[last].end
        within = _WITHIN.search(draft.text, 0, start)
        words_of_place = f"Near {draft.near}"
        if within and not draft.text[within.end() : start].strip():
            draft.within_miles = float(within.group(1))
            start = within.start()
            words_of_place = f"Within {draft.within_miles:g} mi of {draft.near}"
            draft.tokens[:first] = [token for token in draft.tokens[:first] if token.end <= start]
        draft.note(start, end, words_of_place)

    def _take_wishes(self, draft: _Draft) -> None:
        at = 0
        while at < len(draft.tokens):
            found = self._wishes.at(_stems(draft.tokens[at:]), unfinished=False)
            if found is None:
                at += 1
                continue
            draft.filters.update(found.values)
            last = at + found.length - 1
            draft.note(draft.tokens[at].start, draft.tokens[last].end, _FILTER_WORDS[found.values[0]])
            if Filter.WALK_IN in found.values:
                draft.soft.update(token.start for token in draft.tokens[at : last + 1])
                at = last + 1
            else:
                del draft.tokens[at : last + 1]

    def _take_leanings(self, draft: _Draft) -> None:
        for at in range(len(draft.tokens)):
            if found := self._leanings.at(_stems(draft.tokens[at:]), unfinished=False):
                draft.leanings.update(found.values)
                draft.soft.update(token.start for token in draft.tokens[at : at + found.length])

    def _parts(self, draft: _Draft, known: Callable[[str], bool]) -> tuple[Part, ...]:
        tokens = draft.tokens
        spelled = [self._spelled(token.word, known) for token in tokens]
        typing = bool(tokens) and tokens[-1].end == len(draft.text.rstrip()) == len(draft.text)
        parts, at = [], 0
        while at < len(tokens):
            found = self._meanings.at(spelled[at:], unfinished=typing)
            length = found.length if found else 1
            group = [self._word(draft, token, typing and token is tokens[-1]) for token in tokens[at : at + length]]
            parts.append(Part(tuple(group), found.values if found else ()))
            at += length
        return self._without_small(parts)

    def _spelled(self, word: str, known: Callable[[str], bool]) -> str:
        return stem(word) if self._speller.knows(word) or known(word) else self._speller.right(word)

    @staticmethod
    def _word(draft: _Draft, token: Token, unfinished: bool) -> Word:
        return Word(token.word, unfinished, token.start in draft.soft)

    def _without_small(self, parts: list[Part]) -> tuple[Part, ...]:
        """Small words are left out, unless the query has no others."""
        kept = []
        for part in parts:
            large = tuple(word for word in part.words if word.text not in self._small)
            if large or part.means:
                kept.append(Part(large or part.words, part.means))
        return tuple(kept or parts)


def _tokens(text: str) -> list[Token]:
    return [
        Token(word, match.start(), match.end())
        for match in _RAW_WORD.finditer(text[: MOST_CHARACTERS * 2])
        for word in words(match.group())
    ]


def _stems(tokens: list[Token]) -> list[str]:
    return [stem(token.word) for token in tokens]


def _name(draft: _Draft) -> str:
    """A query with digits or a place is a number or an address: likeness to names would mislead."""
    if draft.digits or draft.near or any(letter.isdigit() for token in draft.tokens for letter in token.word):
        return ""
    return " ".join(token.word for token in draft.tokens)
