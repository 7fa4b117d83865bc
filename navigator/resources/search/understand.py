"""Reads a query: which words are a place, a telephone number or a filter, and which are to be looked up."""

import re
from collections.abc import Mapping
from typing import Protocol

from navigator.city import Zip
from navigator.resources.search.answer import Understood, filter_words
from navigator.resources.search.phones import digits_of
from navigator.resources.search.phrases import Phrasebook, Speller, meanings_of
from navigator.resources.search.reading import (
    MOST_CHARACTERS,
    MOST_WORDS,
    Draft,
    Part,
    Reading,
    Token,
    Word,
    tokens_of,
)
from navigator.resources.search.tokens import stem
from navigator.resources.vocabulary import Filter, Vocabulary

_SHOWN = 40
"""Characters that are shown of what was left off a very long text."""
_WHOLE_NUMBER = re.compile(
    r"(?<!\w)(?:\+?1[\s.-]*)?(?:\(\d{3}\)|\d{3})[\s.-]*\d{3}[\s.-]*\d{4}(?!\w)|(?<!\w)\d{3}[-.]\d{4}(?!\w)"
)
_ONLY_DIGITS = re.compile(r"[\s\d().+-]+")
_WITHIN = re.compile(r"within\s+(\d{1,3}(?:\.\d+)?)\s*(?:mi|miles?)\b(?:\s+of)?", re.IGNORECASE)
_BESIDE = frozenset({"near", "in", "around", "by", "at", "zip"})
_STREETS = frozenset({"st", "street", "ave", "avenue", "rd", "road", "blvd", "boulevard", "drive", "lane", "pike"})

_FILTER_WORDS = {Filter.OPEN_NOW: "Open now", Filter.OPEN_TONIGHT: "Open tonight", Filter.WALK_IN: "Walk in"}


class Known(Protocol):
    """What the directory knows of words."""

    def word(self, word: str) -> bool:
        """Whether the folded word is, or begins, a word of an entry."""

    def name(self, stems: tuple[str, ...]) -> bool:
        """Whether these are all the words of a name."""


class Reader:
    """Reads queries with the vocabulary of the field and the ZIPs of the city."""

    def __init__(self, vocabulary: Vocabulary, zips: Mapping[str, Zip]) -> None:
        self._zips = zips
        self._meanings = meanings_of(vocabulary)
        self._wishes = Phrasebook((say, wish.filter) for wish in vocabulary.wishes for say in wish.say)
        self._leanings = Phrasebook((say, leaning.fact) for leaning in vocabulary.leanings for say in leaning.say)
        self._small = vocabulary.small_words
        self._speller = Speller(self._meanings.words | self._wishes.words | self._leanings.words)

    def read(self, text: str, known: Known) -> Reading:
        """What `text` asks for. Words that are a name of the directory ask for nothing else."""
        draft = Draft(text, tokens_of(text))
        self._shorten(draft)
        self._take_number(draft)
        if not known.name(tuple(_stems(draft.tokens))):
            self._take_wishes(draft)
            self._take_place(draft)
            self._take_leanings(draft)
        return Reading(
            parts=self._parts(draft, known),
            digits=draft.digits,
            near=draft.near,
            within_miles=draft.within_miles if draft.near else None,
            filters=frozenset(draft.filters),
            leanings=frozenset(draft.leanings),
            understood=tuple(draft.understood),
            name=draft.name,
        )

    @staticmethod
    def _shorten(draft: Draft) -> None:
        """Any text is a query, but only its beginning counts, and that is said."""
        cut, most = MOST_CHARACTERS, f"{MOST_CHARACTERS} characters"
        if len(draft.tokens) > MOST_WORDS:
            cut, most = draft.tokens[MOST_WORDS].start, f"{MOST_WORDS} words"
        rest = draft.text[cut:].strip()
        if rest:
            shown = rest if len(rest) <= MOST_CHARACTERS else f"{rest[:_SHOWN]}…"
            draft.understood.append(Understood(shown, f"Only the first {most} are searched"))
        draft.text, draft.tokens = draft.text[:cut], draft.tokens[:MOST_WORDS]

    def _take_number(self, draft: Draft) -> None:
        """A telephone number in any writing; digits alone may be the beginning of one."""
        if draft.text.strip() in self._zips:
            return
        if match := _WHOLE_NUMBER.search(draft.text):
            draft.digits = digits_of(match.group())
            draft.tokens = [token for token in draft.tokens if not match.start() <= token.start < match.end()]
        elif _ONLY_DIGITS.fullmatch(draft.text):
            draft.digits = digits_of(draft.text)

    def _take_place(self, draft: Draft) -> None:
        """The first ZIP of the city, with "near" and the like before it."""
        for at, token in enumerate(draft.tokens):
            if token.word in self._zips and not (at == 0 and self._is_street(draft.tokens[1:])):
                before = draft.tokens[at - 1] if at else token
                first = at - 1 if before.word in _BESIDE and before.start not in draft.soft else at
                draft.near = token.word
                self._note_place(draft, first, at)
                return

    @staticmethod
    def _is_street(tokens: list[Token]) -> bool:
        """Whether what follows a number of five digits makes it the number of a house."""
        return any(token.word in _STREETS for token in tokens[:4])

    @staticmethod
    def _note_place(draft: Draft, first: int, last: int) -> None:
        start, end = draft.tokens[first].start, draft.tokens[last].end
        within = _WITHIN.search(draft.text, 0, start)
        if within and not draft.text[within.end() : start].strip():
            draft.within_miles = float(within.group(1))
            start = within.start()
        near = f"Within {draft.within_miles:g} mi of {draft.near}" if draft.within_miles else f"Near {draft.near}"
        draft.note(start, end, near)
        draft.tokens = [token for token in draft.tokens if token.end <= start or token.start >= end]

    def _take_wishes(self, draft: Draft) -> None:
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

    def _take_leanings(self, draft: Draft) -> None:
        """Who the person is; the words stay to be looked up, but an entry may do without them."""
        at = 0
        while at < len(draft.tokens):
            found = self._leanings.at(_stems(draft.tokens[at:]), unfinished=False)
            length = found.length if found else 1
            if found:
                told = draft.tokens[at : at + length]
                draft.leanings.update(found.values)
                draft.soft.update(token.start for token in told)
                draft.note(told[0].start, told[-1].end, filter_words(found.values[0]))
            at += length

    def _parts(self, draft: Draft, known: Known) -> tuple[Part, ...]:
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

    def _spelled(self, word: str, known: Known) -> str:
        return stem(word) if self._speller.knows(word) or known.word(word) else self._speller.right(word)

    def _word(self, draft: Draft, token: Token, unfinished: bool) -> Word:
        """A single letter says next to nothing, so an entry may do without it."""
        soft = token.start in draft.soft or len(token.word) == 1
        return Word(token.word, unfinished, soft, self._speller.knows(token.word))

    def _without_small(self, parts: list[Part]) -> tuple[Part, ...]:
        """Small words are left out, unless the query has no others."""
        kept = []
        for part in parts:
            large = tuple(word for word in part.words if word.text not in self._small)
            if large or part.means:
                kept.append(Part(large or part.words, part.means))
        return tuple(kept or parts)


def _stems(tokens: list[Token]) -> list[str]:
    return [stem(token.word) for token in tokens]
