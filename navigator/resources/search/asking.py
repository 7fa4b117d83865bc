"""Words that ask for a filter, tell of the person or name a time, from the vocabulary."""

from collections.abc import Mapping, Sequence
from typing import Any

from navigator.resources.model import Fact
from navigator.resources.search.answer import filter_words, without_words
from navigator.resources.search.draft import Draft
from navigator.resources.search.house import is_house
from navigator.resources.search.phrases import Phrasebook
from navigator.resources.search.said_time import ALL_NIGHT, TONIGHT, Moment
from navigator.resources.vocabulary import Filter, Group, Kind, Vocabulary, When

_LONG_ENOUGH = 5
"""Shorter words are filters only as they stand in the vocabulary: "fred" is not "free"."""
_KINDS = (Kind.FILTER, Kind.PERSON, Kind.WITHOUT, Kind.LANGUAGE, Kind.TIME, Kind.TIME_BESIDE, Kind.PLAIN)
_FILTERS: Mapping[Filter, tuple[str, Mapping[str, Any]]] = {
    Filter.OPEN_NOW: ("Open now", {"open_now": True}),
    Filter.OPEN_TONIGHT: (f"Open {TONIGHT.words}", {"open_at": TONIGHT}),
    Filter.OPEN_ALL_NIGHT: (f"Open {ALL_NIGHT.words}", {"open_at": ALL_NIGHT}),
    Filter.INTAKE_OPEN: ("Intake open now", {"intake_open": True}),
    Filter.WALK_IN: ("Walk in", {"walk_in": True}),
}


_TOLD = {Fact.VETERANS_ONLY.value: "For a veteran"}
"""A veteran may go to a door for veterans only, and to every other."""


class Asks:
    """What phrases ask for, the longest first. What stands in a name of the directory asks for nothing."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._book = Phrasebook((say, (group,)) for group in vocabulary.of(*_KINDS) for say in group.say)

    @property
    def words(self) -> frozenset[str]:
        return self._book.words

    def take(self, draft: Draft) -> Sequence[Moment]:
        """Notes all filters but times, which may belong together: they are handed back."""
        heard, moments, place = draft.heard(_LONG_ENOUGH), [], 0
        while place < len(heard):
            found = None if place in draft.gone or is_house(draft, place) else self._book.at(heard, place)
            last = place + (found.length if found else 1) - 1
            if found and not draft.gone.intersection(range(place, last + 1)) and not draft.in_name(place, last):
                for group in _wanted(draft, found.values, place, last):
                    if group.kind in (Kind.TIME, Kind.TIME_BESIDE):
                        moments.append(_moment(group, place, last))
                    else:
                        _ask(draft, group, place, last)
            place = last + 1
        return moments


def _wanted(draft: Draft, groups: Sequence[Group], first: int, last: int) -> Sequence[Group]:
    """Words behind a "no" ask for nothing, unless it is that a fact be no; they stay words, and may be missing."""
    if any(group.kind is Kind.PLAIN for group in groups):
        return ()
    if not draft.is_denied(first):
        return groups
    draft.soft.update(range(first - 1, last + 1))
    return [group for group in groups if group.kind is Kind.WITHOUT]


def _moment(group: Group, first: int, last: int) -> Moment:
    return Moment(first, last, tuple(map(When, group.means)), beside=group.kind is Kind.TIME_BESIDE)


def _ask(draft: Draft, group: Group, first: int, last: int) -> None:
    places = range(first, last + 1)
    (draft.gone if _says_it_all(group) else draft.soft).update(places)
    if group.kind is Kind.WITHOUT:
        draft.doubtful.update(places)
    for means in group.means:
        words, filters = _filters(draft, group.kind, means)
        draft.ask(**filters)
        draft.note(first, last, words)


def _says_it_all(group: Group) -> bool:
    """Whether the words are of no use to find an entry by."""
    return group.kind is Kind.WITHOUT or (group.kind is Kind.FILTER and group.means[0] != Filter.WALK_IN)


def _filters(draft: Draft, kind: Kind, means: str) -> tuple[str, Mapping[str, Any]]:
    """The words of the chip, and the filters of the query."""
    asked = draft.asked
    match kind:
        case Kind.PERSON:
            return _TOLD.get(means) or filter_words(Fact(means)), {"facts": asked.facts | {Fact(means)}}
        case Kind.WITHOUT:
            return without_words(Fact(means)), {"without": asked.without | {Fact(means)}}
        case Kind.LANGUAGE:
            return means, {"languages": asked.languages | {means}}
    return _FILTERS[Filter(means)]
