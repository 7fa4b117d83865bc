"""What tells where a place is: looked for wherever its words may stand once it is made confidential (S-13)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from navigator.resources.fields import Record, Values, values_of

_SHORTEST = 6
"""Characters. What is shorter, a house number alone, stands in half of all texts."""


@dataclass(frozen=True)
class Telling:
    """Addresses, ways in, links and positions, in small letters."""

    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Telling":
        return cls.of_values(values_of(record) for record in records)

    @classmethod
    def of_values(cls, several: Iterable[Values]) -> "Telling":
        found = {_plain(text) for values in several for text in _telling(values)}
        return cls(frozenset(text for text in found if len(text) >= _SHORTEST))

    def __or__(self, other: "Telling") -> "Telling":
        return Telling(self.words | other.words)

    def stands_in(self, value: Any) -> bool:
        """Whether any string or number of this JSON has one of the words in it."""
        return any(word in text for text in map(_plain, _leaves(value)) for word in self.words)


def _telling(values: Values) -> Iterator[str]:
    address, place = values.get("address"), values.get("place")
    if address:
        yield str(address.get("line", ""))
    if place:
        yield from (str(degrees) for degrees in place[:2])
    yield from (values[key] for key in ("directions", "url") if values.get(key))


def _leaves(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from (str(key), *_leaves(inner))
        case list() | tuple():
            for inner in value:
                yield from _leaves(inner)
        case None | bool():
            return
        case _:
            yield str(value)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
