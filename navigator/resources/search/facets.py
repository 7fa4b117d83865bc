"""How many entries each option of each facet finds, for the query as it is (S-12)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from navigator.resources.model import Fact
from navigator.resources.search.age_fit import age_signs
from navigator.resources.search.choices import (
    AGE,
    CHECKED,
    FACETS,
    INTAKE_OPEN,
    KIND,
    LANGUAGE,
    OPEN,
    OPEN_NOW,
    Facet,
    Option,
    age,
    checked,
    facet_of,
    facet_table,
    language,
    without,
)
from navigator.resources.search.columns import Columns
from navigator.resources.search.columns_read import FACTS
from navigator.resources.search.fit import checked_signs, facet_signs, status_signs
from navigator.resources.search.tristates import NO, UNKNOWN, YES, Mask, Signs
from navigator.resources.search.wanted import Wanted

__all__ = ["FACETS", "Count", "Counts", "Facet", "Option", "added", "counts", "facet_table"]

_CHECKED_WITHIN = tuple(int(option.key.partition(":")[2]) for option in FACETS[CHECKED].options)


@dataclass(frozen=True)
class Count:
    """How many entries would fit with an option chosen, and how many would have to be asked."""

    fits: int
    ask: int

    def __add__(self, other: "Count") -> "Count":
        return Count(self.fits + other.fits, self.ask + other.ask)


class Counts(dict[str, Count]):
    """The count of each option by its key. A kind of help or a language that no entry has: `no_kind`, `unspoken`."""

    def __init__(self, counts: Iterable[tuple[str, Count]], no_kind: Count, unspoken: Count) -> None:
        super().__init__(counts)
        self.no_kind, self.unspoken = no_kind, unspoken

    def __missing__(self, key: str) -> Count:
        return self.unspoken if key.startswith(language("")) else self.no_kind


def counts(columns: Columns, wanted: Wanted, rows: NDArray[np.integer]) -> Counts:
    """Of the entries at `rows`: each option with the choices of the other facets, and without those of its own."""
    bases = _Bases(columns, wanted, rows)
    kind, spoken = bases.of(KIND), bases.of(LANGUAGE)
    return Counts(
        (
            *_of_facts(columns, bases),
            *_of_signs(columns, wanted, bases),
            *_of_kinds(columns, kind),
            *((language(name), spoken.held(fits, may, spoken.all)) for name, fits, may in _carried(columns, spoken)),
        ),
        no_kind=kind.held(0, 0, kind.count(columns.kinds.bare())),
        unspoken=spoken.held(0, 0, spoken.all),
    )


def added(parts: Iterable[Counts]) -> Counts:
    """The counts of several segments together."""
    several = list(parts)
    keys = dict.fromkeys(key for part in several for key in part)
    return Counts(
        ((key, reduce(Count.__add__, (part[key] for part in several))) for key in keys),
        no_kind=reduce(Count.__add__, (part.no_kind for part in several), Count(0, 0)),
        unspoken=reduce(Count.__add__, (part.unspoken for part in several), Count(0, 0)),
    )


class _Base:
    """The entries that all other facets leave in: those that `fit` them, and those that `may`, which are more."""

    def __init__(self, sign: Signs, *, known_only: bool) -> None:
        self.fit: Mask = sign == YES
        self.may: Mask = sign >= UNKNOWN
        self.all = int(np.count_nonzero(self.may))
        self._known_only = known_only

    def count(self, of: Mask) -> int:
        return int(np.count_nonzero(self.may & of))

    def held(self, fits: int, may: int, unknown_too: int) -> Count:
        """`fits` and `may` of those that say yes to the option; `unknown_too` counts all that do not say no."""
        return Count(fits, (may if self._known_only else unknown_too) - fits)

    def of_signs(self, signs: Signs) -> Count:
        yes = signs == YES
        return self.held(int(np.count_nonzero(self.fit & yes)), self.count(yes), self.count(signs > NO))


class _Bases:
    """The base of each facet; most have the same, as nothing was chosen in them."""

    def __init__(self, columns: Columns, wanted: Wanted, rows: NDArray[np.integer]) -> None:
        self._known_only = wanted.known_only
        self._signs = {
            facet: _strict(signs) if facet in wanted.known_only else signs
            for facet, signs in facet_signs(columns, wanted).items()
        }
        self._found = np.full(len(columns), NO, dtype=np.int8)
        self._found[rows] = status_signs(columns)[rows]
        self._bases: dict[tuple[str, bool], _Base] = {}

    def key(self, facet: str) -> tuple[str, bool]:
        """A facet with the same base: in most nothing was chosen, and then they differ at most in what is known."""
        return facet if facet in self._signs else "", facet in self._known_only

    def of(self, facet: str) -> _Base:
        return self.at(self.key(facet))

    def at(self, key: tuple[str, bool]) -> _Base:
        if key not in self._bases:
            facet, known_only = key
            others = (signs for other, signs in self._signs.items() if other != facet)
            self._bases[key] = _Base(reduce(np.minimum, others, self._found), known_only=known_only)
        return self._bases[key]


def _strict(signs: Signs) -> Signs:
    """Where only the known are wanted, what is not known is left out like a no."""
    return np.where(signs == UNKNOWN, np.int8(NO), signs)


def _of_facts(columns: Columns, bases: _Bases) -> Iterator[tuple[str, Count]]:
    """Each fact, wanted and not wanted; those with the same base are counted at once."""
    together: dict[tuple[str, bool], list[tuple[str, Fact, bool]]] = {}
    for fact in FACTS:
        for key, unwanted in ((fact.value, False), (without(fact), True)):
            together.setdefault(bases.key(facet_of(key, fact)), []).append((key, fact, unwanted))
    for same, several in together.items():
        yield from _of_one_base(columns, bases.at(same), several)


def _of_one_base(
    columns: Columns, base: _Base, options: Sequence[tuple[str, Fact, bool]]
) -> Iterator[tuple[str, Count]]:
    rows = {fact: row for row, fact in enumerate(dict.fromkeys(fact for _, fact, _ in options))}
    asked = [FACTS[fact] for fact in rows]
    fit, may = columns.facts.known(base.fit, asked), columns.facts.known(base.may, asked)
    for key, fact, unwanted in options:
        row = rows[fact]
        yield key, base.held(fit[unwanted][row], may[unwanted][row], base.all - may[not unwanted][row])


def _of_signs(columns: Columns, wanted: Wanted, bases: _Bases) -> Iterator[tuple[str, Count]]:
    """What is asked of arrays: times, the last check, an age that was chosen."""
    yield OPEN_NOW, bases.of(OPEN).of_signs(columns.opening.at(wanted.at))
    yield INTAKE_OPEN, bases.of(OPEN).of_signs(columns.opening.intake(wanted.at))
    for days in dict.fromkeys((*_CHECKED_WITHIN, *([wanted.checked_within] if wanted.checked_within else []))):
        yield checked(days), bases.of(CHECKED).of_signs(checked_signs(columns, wanted, days))
    if wanted.age is not None:
        yield age(wanted.age), bases.of(AGE).of_signs(age_signs(columns, wanted.age))


def _of_kinds(columns: Columns, base: _Base) -> Iterator[tuple[str, Count]]:
    bare = base.count(columns.kinds.bare())
    fits = dict(columns.kinds.counts(base.fit))
    for code, may in columns.kinds.counts(base.may):
        yield code, base.held(fits[code], may, may + bare)


def _carried(columns: Columns, base: _Base) -> Iterator[tuple[str, int, int]]:
    fits = dict(columns.languages.counts(base.fit))
    return ((name, fits[name], may) for name, may in columns.languages.counts(base.may))
