"""The keys of filters that can be ticked: what each says, and the query with it on or off (S-12).

A key is a kind of help, a `Fact`, a time, or one of the prefixes below and what it is about: "language:Spanish".
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from navigator.resources.model import Fact
from navigator.resources.search import Query, filter_words
from navigator.resources.search.answer import without_words
from navigator.resources.search.choices import INTAKE_OPEN, OPEN_NOW
from navigator.ui.find.facet_groups import FACETS_OF, OPTION_WORDS, TITLE_OF

WITHOUT, LANGUAGE, CHECKED, AGE, KNOWN = "without:", "language:", "checked:", "age:", "known:"
_FACTS: Mapping[str, Fact] = MappingProxyType({fact.value: fact for fact in Fact})


@dataclass(frozen=True)
class _Kind:
    """What a prefix means, given what stands after it: its words, and the query with it on or off."""

    words: Callable[[str], str]
    tick: Callable[[Query, str, bool], Query]


def words_of(key: str) -> str:
    """A filter as its chip names it."""
    kind, about = _kind(key)
    if kind is not None:
        return kind.words(about)
    return OPTION_WORDS.get(key) or (filter_words(_FACTS[key]) if key in _FACTS else key)


def with_tick(query: Query, key: str, on: bool) -> Query:
    """The query with one box ticked or cleared. Of the ages and the days since a check one holds at a time."""
    kind, about = _kind(key)
    if kind is not None:
        return kind.tick(query, about, on)
    if key == OPEN_NOW:
        return replace(query, open_now=on)
    if key == INTAKE_OPEN:
        return replace(query, intake_open=on)
    if key == Fact.WALK_IN:
        return replace(query, walk_in=on)
    if key in _FACTS:
        return replace(query, facts=_with(query.facts, _FACTS[key], on))
    return replace(query, categories=_with(query.categories, key, on))


def ticks(query: Query) -> frozenset[str]:
    """The keys that are on."""
    return query.categories | {*times_on(query), *others_on(query)}


def times_on(query: Query) -> Iterator[str]:
    on = {OPEN_NOW: query.open_now, INTAKE_OPEN: query.intake_open, Fact.WALK_IN: query.walk_in}
    yield from (key for key, asked in on.items() if asked)


def others_on(query: Query) -> Iterator[str]:
    """All but times and kinds of help, in the order of their chips."""
    yield from (fact for fact in Fact if fact in query.facts)
    yield from (f"{WITHOUT}{fact}" for fact in Fact if fact in query.without)
    if query.age is not None:
        yield f"{AGE}{query.age}"
    yield from (f"{LANGUAGE}{language}" for language in sorted(query.languages))
    if query.checked_within is not None:
        yield f"{CHECKED}{query.checked_within}"
    yield from (f"{KNOWN}{group}" for group, facets in FACETS_OF.items() if facets <= query.known_only)


def _kind(key: str) -> tuple[_Kind | None, str]:
    prefix, colon, about = key.partition(":")
    return _KINDS.get(f"{prefix}{colon}"), about


def _with[T: str](chosen: frozenset[T], one: T, on: bool) -> frozenset[T]:
    return chosen | {one} if on else chosen - {one}


def _set_without(query: Query, about: str, on: bool) -> Query:
    return replace(query, without=_with(query.without, _FACTS[about], on))


def _set_language(query: Query, about: str, on: bool) -> Query:
    return replace(query, languages=_with(query.languages, about, on))


def _set_known(query: Query, about: str, on: bool) -> Query:
    facets = FACETS_OF[about]
    return replace(query, known_only=query.known_only | facets if on else query.known_only - facets)


def _set_checked(query: Query, about: str, on: bool) -> Query:
    return replace(query, checked_within=int(about) if on else None)


def _set_age(query: Query, about: str, on: bool) -> Query:
    return replace(query, age=int(about) if on else None)


_KINDS: Mapping[str, _Kind] = {
    WITHOUT: _Kind(lambda fact: without_words(_FACTS[fact]), _set_without),
    LANGUAGE: _Kind(str, _set_language),
    CHECKED: _Kind(lambda days: f"Checked within {days} days", _set_checked),
    AGE: _Kind(lambda years: f"Age {years}", _set_age),
    KNOWN: _Kind(lambda group: f"{TITLE_OF[group]}: known only", _set_known),
}
