"""The words of a query that are looked up, in groups with the phrases that mean the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from navigator.resources.search.draft import Draft
from navigator.resources.search.house import begins_address, is_house
from navigator.resources.search.phrases import Found, Phrase, Phrasebook, written_out
from navigator.resources.search.reading import Part, Word
from navigator.resources.search.spelling import Speller
from navigator.resources.search.tokens import stem
from navigator.resources.vocabulary import Group, Kind, Vocabulary

_MOST_MEANS = 8
_LONG_PAIR = 5
"""Two words that are one word of the vocabulary have so many letters together: "de tox"."""
_ADDRESS = 4
"""So many words belong to an address: "1450 NE 2nd Avenue"."""


class Sense(NamedTuple):
    """A phrase that may have been meant; `same` when a directory may also use the words that were said."""

    phrase: Phrase
    same: bool


Meanings = Phrasebook[Sense]


def meanings_of(vocabulary: Vocabulary) -> Meanings:
    """For each phrase that people say the stems of what it means."""
    pairs = ((say, _meant(say, group)) for group in vocabulary.of(Kind.SAME, Kind.MEANS) for say in group.say)
    return Phrasebook(pairs, vocabulary.small_words)


def _meant(say: str, group: Group) -> Iterator[Sense]:
    own = set(written_out(say))
    phrases = [phrase for means in group.means for phrase in written_out(means)]
    same = group.kind is Kind.SAME or not own.isdisjoint(phrases)
    return (Sense(phrase, same) for phrase in phrases if phrase not in own)


@dataclass(frozen=True)
class _Group:
    """Tokens that stand together, by their places, and what the vocabulary says of them."""

    places: tuple[int, ...]
    senses: tuple[Sense, ...] = ()
    begun: bool = False

    @property
    def means(self) -> tuple[Phrase, ...]:
        return tuple(dict.fromkeys(sense.phrase for sense in self.senses))[:_MOST_MEANS]


class Lookup:
    """Finds the phrases of the vocabulary among the words that are left of a query."""

    def __init__(self, vocabulary: Vocabulary, meanings: Meanings, speller: Speller) -> None:
        self._meanings, self._speller = meanings, speller
        self._small, self._soft = vocabulary.small_words, vocabulary.soft_words
        self._glued = {"".join(phrase): phrase for phrase in meanings.phrases if len(phrase) > 1}

    def is_help(self, draft: Draft, places: Sequence[int]) -> bool:
        """Whether the words at `places` are a kind of help: all of them of the vocabulary, small, or filters."""
        groups = self._groups(draft, places)
        return any(group.senses for group in groups) and all(
            group.senses or draft.soft.issuperset(group.places) or draft.tokens[group.places[0]].word in self._small
            for group in groups
        )

    def parts(self, draft: Draft) -> tuple[Part, ...]:
        """Small words are left out, unless the query has no others.

        Where nothing else is left, doubtful ones are looked up as well: "no ID" alone may want one.
        """
        live = draft.live
        if not live and draft.doubtful:
            draft.soft.update(draft.doubtful)
            return tuple(self._part(draft, one) for one in self._groups(draft, sorted(draft.doubtful)) if one.senses)
        groups = self._groups(draft, live)
        draft.numbered = draft.numbered or any(_has_number(draft, group) for group in groups if not group.senses)
        parts = [self._part(draft, group) for group in groups]
        return tuple([part for part in map(self._without_small, parts) if part.words] or parts)

    def _groups(self, draft: Draft, live: Sequence[int]) -> list[_Group]:
        heard = [draft.meant[place] for place in live]
        typing = draft.is_typing and bool(live) and live[-1] == len(draft.tokens) - 1
        groups: list[_Group] = []
        at = plain = 0
        while at < len(live):
            if self._is_address(draft, heard, live, at):
                plain = at + _ADDRESS
            found = self._found(draft, heard, live, at, typing) if at >= plain else None
            length = found.length if found else 1
            places = tuple(live[at : at + length])
            groups.append(_Group(places, found.values, found.begun) if found else _Group(places))
            at += length
        return groups

    def _is_address(self, draft: Draft, heard: Sequence[str], live: Sequence[int], at: int) -> bool:
        if is_house(draft, live[at]):
            return True
        return at == 0 and begins_address(draft, live[0]) and not self._meanings.at(heard, 0)

    def _found(
        self, draft: Draft, heard: Sequence[str], live: Sequence[int], at: int, typing: bool
    ) -> Found[Sense] | None:
        found = self._meanings.at(heard, at, unfinished=typing)
        if found and found.length > 1:
            return found
        pair = "".join(draft.tokens[place].word for place in live[at : at + 2])
        if at + 1 < len(live) and len(pair) >= _LONG_PAIR and (values := self._meanings.whole((stem(pair),))):
            return Found(2, (Sense((stem(pair),), same=True), *values))
        if found is None and (phrase := self._glued.get(draft.tokens[live[at]].stem)):
            return Found(1, (Sense(phrase, same=True), *self._meanings.whole(phrase)))
        return found

    def _part(self, draft: Draft, group: _Group) -> Part:
        words = tuple(self._word(draft, place, group) for place in group.places)
        return Part(words, group.means, self._is_street(draft, group))

    def _is_street(self, draft: Draft, group: _Group) -> bool:
        """Whether no directory uses the words, nor do they stand in any of the phrases."""
        own = {draft.meant[place] for place in group.places if draft.tokens[place].word not in self._small}
        return bool(group.senses) and not any(
            sense.same or (own <= set(sense.phrase)) or (group.begun and _goes_on(own, sense.phrase))
            for sense in group.senses
        )

    def _word(self, draft: Draft, place: int, group: _Group) -> Word:
        """A single letter says next to nothing, so an entry may do without it; a whole phrase does not go on."""
        token = draft.tokens[place]
        whole = len(group.places) > 1 and bool(group.senses) and not group.begun
        unfinished = draft.is_typing and place == len(draft.tokens) - 1 and not whole
        soft = place in draft.soft or len(token.word) == 1 or token.word in self._soft
        return Word(token.word, unfinished, soft, self._speller.knows(token.word))

    def _without_small(self, part: Part) -> Part:
        large = tuple([word for word in part.words if word.text not in self._small])
        if len(large) == len(part.words):
            return part
        return replace(part, words=large or (part.words if part.means else ()))


def _has_number(draft: Draft, group: _Group) -> bool:
    return any(letter.isdigit() for place in group.places for letter in draft.tokens[place].word)


def _goes_on(own: set[str], phrase: Phrase) -> bool:
    """Whether every word is one of the phrase, or its beginning."""
    return all(any(word.startswith(start) for word in phrase) for start in own)
