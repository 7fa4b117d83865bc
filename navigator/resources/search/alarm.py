"""Words that speak of dying, harm or an overdose: the lines for danger are offered first."""

from navigator.resources.search.draft import Draft
from navigator.resources.search.phrases import Phrasebook
from navigator.resources.vocabulary import Kind, Vocabulary

_LONG_ENOUGH = 6
"""Shorter words alarm only as they stand in the vocabulary."""


class Alarm:
    """Errs on the side of offering help, but not over a training or a name."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        groups = vocabulary.of(Kind.DANGER, Kind.PLAIN)
        self._book = Phrasebook((say, (group.kind,)) for group in groups for say in group.say)

    @property
    def words(self) -> frozenset[str]:
        return self._book.words

    def sounds(self, draft: Draft) -> bool:
        heard, place = draft.heard(_LONG_ENOUGH), 0
        while place < len(heard):
            found = self._book.at(heard, place)
            length = found.length if found else 1
            if found and Kind.PLAIN not in found.values and not draft.in_name(place, place + length - 1):
                return True
            place += length
        return False
