"""What differs by city: crisis numbers, ZIPs and their neighbourhoods, names of holds, languages (data/cities)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from zoneinfo import ZoneInfo

from navigator.content import Table, read_content
from navigator.crisis import CrisisLine
from navigator.data import data_dir


@dataclass(frozen=True)
class Zip:
    """A ZIP code: the neighbourhood in words and the centre in degrees."""

    code: str
    area: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class City:
    """One city as the program needs to know it. `crisis_lines` stand in the order of the strip.

    `holds` maps "voluntary" and "involuntary" to what the state calls them (H-, section 3 of the record).
    """

    key: str
    name: str
    state: str
    zone: ZoneInfo
    crisis_lines: tuple[CrisisLine, ...]
    zips: Mapping[str, Zip]
    languages: tuple[str, ...]
    holds: Mapping[str, str]
    information_line: CrisisLine


def city_keys() -> tuple[str, ...]:
    """The cities that ship with the program, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in (data_dir() / "cities").glob("*.toml")))


def load_city(key: str) -> City:
    """The city of `key`; a file that is missing or wrong is an error that names file, place and key."""
    return read_content(data_dir() / "cities" / f"{key}.toml", lambda table: read_city(key, table))


def read_city(key: str, table: Table) -> City:
    return City(
        key=key,
        name=table.needed("name"),
        state=table.needed("state"),
        zone=_zone(table),
        crisis_lines=_several(table, "crisis_line"),
        information_line=_line(table.table("information_line")),
        languages=table.texts("languages"),
        holds=_words(table.table("holds")),
        zips=_zips(table.table("zips")),
    )


def _zone(table: Table) -> ZoneInfo:
    name = table.needed("zone")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise table.wrong("zone", f"{name!r} is not a time zone.") from None


def _several(table: Table, key: str) -> tuple[CrisisLine, ...]:
    lines = tuple(_line(line) for line in table.tables(key))
    if not lines:
        raise table.wrong(key, "this is missing.")
    return lines


def _line(table: Table) -> CrisisLine:
    line = CrisisLine(table.needed("label"), table.needed("number"))
    if not re.fullmatch(r"[0-9]+(-[0-9]+)*", line.number):
        raise table.wrong("number", f"{line.number!r} is not a telephone number.")
    table.done()
    return line


def _words(table: Table) -> Mapping[str, str]:
    return MappingProxyType({key: table.needed(key) for key in table.untaken()})


def _zips(table: Table) -> Mapping[str, Zip]:
    return MappingProxyType({code: _zip(table, code) for code in table.untaken()})


def _zip(table: Table, code: str) -> Zip:
    if not re.fullmatch(r"[0-9]{5}", code):
        raise table.wrong(code, "a ZIP has five digits.")
    one = table.table(code)
    found = Zip(code, one.needed("area"), one.degrees("latitude"), one.degrees("longitude"))
    one.done()
    return found
