"""The field's own words, from `data/vocabulary/`: what people say, and what the directory calls it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from navigator.content import Table, read_content
from navigator.data import data_dir
from navigator.errors import StationError
from navigator.resources.model import Fact


class Filter(StrEnum):
    """A filter that words of a query can stand for."""

    OPEN_NOW = "open now"
    OPEN_TONIGHT = "open tonight"
    WALK_IN = "walk in"


@dataclass(frozen=True)
class Meaning:
    """Who types one of `say` may have meant one of `means`, the likeliest first."""

    say: tuple[str, ...]
    means: tuple[str, ...]


@dataclass(frozen=True)
class Wish:
    """Words that ask for a filter."""

    say: tuple[str, ...]
    filter: Filter


@dataclass(frozen=True)
class Leaning:
    """Words that tell of the person: they move entries up or down by a fact and leave none out."""

    say: tuple[str, ...]
    fact: Fact


@dataclass(frozen=True)
class Vocabulary:
    """All words of all files, and the small words that never decide ("the", "of")."""

    meanings: tuple[Meaning, ...] = ()
    wishes: tuple[Wish, ...] = ()
    leanings: tuple[Leaning, ...] = ()
    small_words: frozenset[str] = frozenset()


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """The vocabulary in the TOML files of `folder` (else of this installation), in the order of their names."""
    folder = folder or data_dir() / "vocabulary"
    files = [read_content(path, read_vocabulary) for path in sorted(folder.glob("*.toml"))]
    if not files:
        raise StationError(f"The folder {folder.name} of Navigator's content has no words in it.")
    return Vocabulary(
        tuple(meaning for file in files for meaning in file.meanings),
        tuple(wish for file in files for wish in file.wishes),
        tuple(leaning for file in files for leaning in file.leanings),
        frozenset().union(*(file.small_words for file in files)),
    )


def read_vocabulary(table: Table) -> Vocabulary:
    """The words of one file; what is wrong in it is said with file, number of the group, and key."""
    meanings = [meaning for group in table.tables("same") for meaning in _same(group)]
    meanings += [_meaning(group) for group in table.tables("means")]
    return Vocabulary(
        tuple(meanings),
        tuple(_wish(group) for group in table.tables("filter")),
        tuple(_leaning(group) for group in table.tables("person")),
        frozenset(table.texts("small_words")),
    )


def _same(group: Table) -> Iterator[Meaning]:
    phrases = _phrases(group, "say")
    group.done()
    for phrase in phrases:
        yield Meaning((phrase,), tuple(other for other in phrases if other != phrase))


def _meaning(group: Table) -> Meaning:
    meaning = Meaning(_phrases(group, "say"), _phrases(group, "means"))
    group.done()
    return meaning


def _wish(group: Table) -> Wish:
    wish = Wish(_phrases(group, "say"), _one_of(group, "filter", Filter))
    group.done()
    return wish


def _leaning(group: Table) -> Leaning:
    leaning = Leaning(_phrases(group, "say"), _one_of(group, "fact", Fact))
    group.done()
    return leaning


def _phrases(group: Table, key: str) -> tuple[str, ...]:
    phrases = group.texts(key)
    if not phrases:
        raise group.wrong(key, "this is missing.")
    for phrase in phrases:
        if not any(letter.isalnum() for letter in phrase):
            raise group.wrong(key, f"{phrase!r} is not a word.")
    return phrases


def _one_of[E: StrEnum](group: Table, key: str, kinds: type[E]) -> E:
    if key not in group:
        raise group.wrong(key, "this is missing.")
    return group.one_of(key, kinds, next(iter(kinds)))
