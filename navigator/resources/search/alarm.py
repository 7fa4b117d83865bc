"""Words that speak of dying, harm or an overdose: the lines for danger are offered first."""

import re
from collections.abc import Iterator, Sequence

from navigator.resources.search.draft import Draft
from navigator.resources.search.phrases import Phrasebook
from navigator.resources.search.services import is_service
from navigator.resources.search.spelling import Speller
from navigator.resources.vocabulary import Kind, Vocabulary

_LONG_ENOUGH = 6
"""Shorter words alarm only as they stand in the vocabulary."""
_OVERDOSED = re.compile(r"od['’ʼ](?:d|ed|ing|s)", re.IGNORECASE)
"""Folded it would be "odd"."""
_NOT = {"does": "doesnt", "do": "dont", "did": "didnt", "is": "isnt", "are": "arent", "can": "cant", "will": "wont"}
_ONE_WORD = {"cannot": "cant", "doesn": "doesnt", "isn": "isnt"}

Span = tuple[int, int]
"""The first and the last place of some tokens."""


class Alarm:
    """Errs on the side of offering help, but not over a training or a name.

    It puts slips right by its own words of danger alone: no word of the directory or of the desk takes one from it.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._danger = _book(vocabulary, Kind.DANGER)
        self._plain = _book(vocabulary, Kind.PLAIN)
        self._speller = Speller(self._danger.words)

    @property
    def words(self) -> frozenset[str]:
        return self._danger.words | self._plain.words

    def sounds(self, draft: Draft) -> bool:
        """What is harmless excuses only words of danger that lie wholly inside it and are not all of it."""
        heard = [self._heard(draft, place) for place in range(len(draft.tokens))]
        harmless = {*_spans(self._plain, draft, heard), *_spans(self._plain, draft, draft.heard(_LONG_ENOUGH))}
        return any(
            not any(_inside(span, other) for other in harmless) and not _in_service(draft, span)
            for span in _spans(self._danger, draft, heard)
        )

    def _heard(self, draft: Draft, place: int) -> str:
        token = draft.tokens[place]
        if _OVERDOSED.fullmatch(draft.text[token.start : token.end]):
            return "od"
        if len(token.word) < _LONG_ENOUGH or self._speller.knows(token.word):
            return token.stem
        meant = self._speller.right(token.word)
        return meant if token.word[0] in meant[:2] else token.stem  # "postage" is no slip of "hostage"


def _book(vocabulary: Vocabulary, kind: Kind) -> Phrasebook[bool]:
    return Phrasebook((say, (True,)) for group in vocabulary.of(kind) for say in group.say)


def _spans(book: Phrasebook[bool], draft: Draft, heard: Sequence[str]) -> Iterator[Span]:
    """The longest phrase from each word on, as it is written and with "does not" as "doesn't"."""
    places = [(place, place) for place in range(len(heard))]
    for words, spans in ((heard, places), _drawn_together(draft, heard)):
        for at in range(len(words)):
            if found := book.at(words, at):
                yield spans[at][0], spans[at + found.length - 1][1]


def _drawn_together(draft: Draft, heard: Sequence[str]) -> tuple[list[str], list[Span]]:
    words: list[str] = []
    spans: list[Span] = []
    for place, token in enumerate(draft.tokens):
        before = draft.tokens[place - 1].word if place else ""
        if token.word == "not" and before in _NOT:
            words[-1], spans[-1] = _NOT[before], (place - 1, place)
        else:
            words.append(_ONE_WORD.get(token.word, heard[place]))
            spans.append((place, place))
    return words, spans


def _inside(span: Span, other: Span) -> bool:
    return other != span and other[0] <= span[0] and span[1] <= other[1]


def _in_service(draft: Draft, span: Span) -> bool:
    """Whether a longer name of the directory holds the words, and is by its other words that of a service."""
    return any(
        is_service([draft.tokens[place].stem for place in range(*name) if not span[0] <= place <= span[1]])
        for name in draft.names_around(*span)
    )
