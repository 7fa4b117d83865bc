"""The field's own words, from `data/vocabulary/`: what people say, and what it means or asks for."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, partial
from pathlib import Path

from navigator.content import Table, read_content
from navigator.data import data_dir
from navigator.errors import StationError
from navigator.resources.model import Fact


class Filter(StrEnum):
    """A filter that words of a query can stand for and that is no fact of a service."""

    OPEN_NOW = "open now"
    OPEN_TONIGHT = "open tonight"
    OPEN_ALL_NIGHT = "open all night"
    INTAKE_OPEN = "intake open"
    WALK_IN = "walk in"


class When(StrEnum):
    """A day, or a part of one. The weekdays come first, in the order of their numbers (0 Monday)."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"
    TODAY = "today"
    TOMORROW = "tomorrow"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Kind(StrEnum):
    """What a group of words does; the names of the tables in the files."""

    SAME = "same"
    """Its phrases mean one another."""
    MEANS = "means"
    """Who types one of `say` may have meant one of `means`, the likeliest first."""
    FILTER = "filter"
    """The words ask for a `Filter`."""
    PERSON = "person"
    """The words tell of the person: they move entries up or down by a `Fact` and are looked up as well."""
    WITHOUT = "without"
    """The words ask that a `Fact` is no: "no ID"."""
    LANGUAGE = "language"
    """The words ask for a language."""
    TIME = "time"
    """The words are a day or a part of one: a `When`."""
    TIME_BESIDE = "time_beside"
    """The same, but only beside another word of time: "sat morning"."""
    DANGER = "danger"
    """The words speak of dying, harm or an overdose."""
    PLAIN = "plain"
    """The words hold one of another group and mean nothing of the kind: "suicide prevention training"."""


@dataclass(frozen=True)
class Group:
    """Phrases that are said, and what they mean: words of the directory, or the value that their kind names.

    `key` stands for the group while its words change: file, kind and the first phrase as they shipped.
    """

    kind: Kind
    say: tuple[str, ...]
    means: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """All groups of all files in their order.

    `small_words` never decide ("the", "of"); without `soft_words` an entry may do ("help", "open").
    """

    groups: tuple[Group, ...] = ()
    small_words: frozenset[str] = frozenset()
    soft_words: frozenset[str] = frozenset()

    def of(self, *kinds: Kind) -> Iterator[Group]:
        return (group for group in self.groups if group.kind in kinds)

    @cached_property
    def by_key(self) -> Mapping[str, Group]:
        return {group.key: group for group in self.groups}

    def joined(self, own: Collection[Group], off: Collection[str] = ()) -> "Vocabulary":
        """With the groups that the team wrote, before all others; one of the same key takes the place of ours.

        Groups whose key is in `off` are left out.
        """
        gone = {*off, *(group.key for group in own if group.key)}
        return replace(self, groups=(*own, *(group for group in self.groups if group.key not in gone)))


_MEANT: Mapping[Kind, frozenset[str] | None] = {
    Kind.MEANS: None,
    Kind.FILTER: frozenset(Filter),
    Kind.PERSON: frozenset(Fact),
    Kind.WITHOUT: frozenset(Fact),
    Kind.LANGUAGE: None,
    Kind.TIME: frozenset(When),
    Kind.TIME_BESIDE: frozenset(When),
}
"""The kinds that need `means`, and what may stand there; None: any words."""


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """The vocabulary in the TOML files of `folder` (else of this installation), in the order of their names."""
    folder = folder or data_dir() / "vocabulary"
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise StationError(f"The folder {folder.name} of Navigator's content has no words in it.")
    files = [read_content(path, partial(read_vocabulary, path.stem)) for path in paths]
    return Vocabulary(
        tuple(group for file in files for group in file.groups),
        frozenset().union(*(file.small_words for file in files)),
        frozenset().union(*(file.soft_words for file in files)),
    )


def read_vocabulary(file: str, table: Table) -> Vocabulary:
    """The words of one file; what is wrong in it is said with file, number of the group, and key."""
    groups = tuple(_group(kind, one, file) for kind in Kind for one in table.tables(kind.value))
    return Vocabulary(groups, frozenset(table.texts("small_words")), frozenset(table.texts("soft_words")))


def _group(kind: Kind, table: Table, file: str) -> Group:
    say = _phrases(table, "say")
    means = say if kind is Kind.SAME else _means(kind, table) if kind in _MEANT else ()
    table.done()
    return Group(kind, say, means, f"{file}/{kind}/{say[0]}")


def _means(kind: Kind, table: Table) -> tuple[str, ...]:
    means, known = _phrases(table, "means"), _MEANT[kind]
    for word in means:
        if known is not None and word not in known:
            raise table.wrong("means", f"{word!r} is not one of: {', '.join(sorted(known))}.")
    return means


def _phrases(table: Table, key: str) -> tuple[str, ...]:
    phrases = table.texts(key)
    if not phrases:
        raise table.wrong(key, "this is missing.")
    for phrase in phrases:
        if not any(letter.isalnum() for letter in phrase):
            raise table.wrong(key, f"{phrase!r} is not a word.")
    return phrases
