"""What tells where a place is: looked for wherever its words may stand once it is made confidential (S-13)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from navigator.resources.fields import Record, Values, values_of
from navigator.resources.model import Entry

_SHORTEST = 6
"""Characters. What is shorter, a house number alone, stands in half of all texts."""
_STREET = re.compile(r"\d.*[A-Za-z]{2}|[A-Za-z]{2}.*\d")
_NAMELESS = "Confidential service"
_NAMES = ("name", "organization")


@dataclass(frozen=True)
class Telling:
    """Addresses, ways in, links and positions, in small letters; of the addresses, the streets."""

    words: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Telling":
        return cls.of_values(values_of(record) for record in records)

    @classmethod
    def of_values(cls, several: Iterable[Values]) -> "Telling":
        several = tuple(several)
        streets = frozenset(street for values in several if (street := _street(values)))
        found = {_plain(text) for values in several for text in _telling(values)}
        return cls(frozenset(text for text in found | streets if len(text) >= _SHORTEST), streets)

    def __or__(self, other: "Telling") -> "Telling":
        return Telling(self.words | other.words, self.streets | other.streets)

    def stands_in(self, value: Any) -> bool:
        """Whether any string or number of this JSON has one of the words in it."""
        return any(word in text for text in map(_plain, _leaves(value)) for word in self.words)

    def unplaced(self, entry: Entry) -> Entry:
        """The entry, its name and organization without the street ("Beds at 12 Oak St")."""
        name, organization = self._without(entry.name), self._without(entry.organization)
        return replace(entry, name=name or organization or _NAMELESS, organization=organization)

    def unnamed(self, values: Values) -> Values:
        """As `unplaced`, for values as history and proposals hold them."""
        return {key: self._without(told) or None if key in _NAMES and told else told for key, told in values.items()}

    def _without(self, name: str) -> str:
        for street in sorted(self.streets, key=len, reverse=True):
            words = r"\s+".join(re.escape(word) for word in street.split())
            bare = re.sub(rf"(?:\s*[,(–-]|\s+at)*\s*\b{words}\b\)?", "", name, flags=re.IGNORECASE)
            name = name if bare == name else " ".join(bare.split()).strip(" ,-–")
        return name


def _street(values: Values) -> str:
    """The address up to its first comma, when that names a house and not a neighborhood."""
    street = _plain(str((values.get("address") or {}).get("line", "")).partition(",")[0])
    return street if _STREET.search(street) else ""


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
