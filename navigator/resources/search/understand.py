"""Reads a query: which words are a place, a telephone number or a filter, and which are to be looked up."""

from navigator.city import City
from navigator.resources.search.alarm import Alarm
from navigator.resources.search.asking import Asks
from navigator.resources.search.draft import Draft, Known
from navigator.resources.search.lookup import Lookup, meanings_of
from navigator.resources.search.reading import Reading
from navigator.resources.search.said_age import take_age
from navigator.resources.search.said_number import take_number
from navigator.resources.search.said_place import Places
from navigator.resources.search.said_time import take_time
from navigator.resources.search.spelling import Speller
from navigator.resources.vocabulary import Vocabulary


class Reader:
    """Reads queries with the vocabulary of the field and the places of the city."""

    def __init__(self, vocabulary: Vocabulary, city: City) -> None:
        meanings = meanings_of(vocabulary)
        self._asks, self._alarm = Asks(vocabulary), Alarm(vocabulary)
        self._places = Places(city, vocabulary)
        self._speller = Speller(meanings.words | self._asks.words | self._alarm.words)
        self._lookup = Lookup(vocabulary, meanings, self._speller)

    def read(self, text: str, known: Known) -> Reading:
        """What `text` asks for. Words that are a name of the directory ask for nothing else, but may be danger."""
        draft = Draft.of(text, known)
        take_number(draft, self._places.zips)
        self._hear(draft)
        draft.danger = self._alarm.sounds(draft)
        if not draft.is_name:
            self._take(draft)
        return Reading(
            parts=self._lookup.parts(draft),
            digits=draft.digits,
            understood=tuple(draft.understood),
            name=draft.name,
            asked=draft.asked,
            danger=draft.danger,
        )

    def _take(self, draft: Draft) -> None:
        """Ages and places first: what is left beside them is words of the vocabulary."""
        take_age(draft)
        moments = self._asks.take(draft)
        take_time(draft, moments)
        self._places.take(draft, self._lookup.is_help)

    def _hear(self, draft: Draft) -> None:
        draft.usual = {place for place, token in enumerate(draft.tokens) if self._speller.knows(token.word)}
        draft.meant = [self._meant(draft, place) for place in range(len(draft.tokens))]

    def _meant(self, draft: Draft, place: int) -> str:
        token = draft.tokens[place]
        if place in draft.usual | draft.gone or draft.known.word(token.word):
            return token.stem
        if draft.is_typing and place == len(draft.tokens) - 1 and self._speller.begins(token.word):
            return token.stem
        return self._speller.right(token.word)
