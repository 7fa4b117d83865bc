"""What differs by city: crisis numbers, ZIPs and their neighbourhoods, names of holds, languages (data/cities)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
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


class Signer(StrEnum):
    """Who signs a consent of somebody of a given age (P-24)."""

    THEMSELVES = "the person"
    PARENT_OR_GUARDIAN = "a parent or guardian"
    EITHER = "the person, or a parent or guardian"
    ASK_SUPERVISOR = "ask the supervisor"


@dataclass(frozen=True)
class ConsentRules:
    """What state and city settle of consent; counsel of the city reviews it (`reviewed_by`, "" until then).

    `signers` holds the first age, in years, at which each answer counts, youngest first. `treatment`: state law lets a
    treating provider be told without a consent. None of it can relax federal law (P-07).
    """

    discloser: str = ""
    take_back: str = ""
    verbal: bool = False
    treatment: bool = False
    signers: tuple[tuple[int, Signer], ...] = ()
    reviewed_by: str = ""


@dataclass(frozen=True)
class City:
    """One city as the program needs to know it. `crisis_lines` stand in the order of the strip.

    `holds` maps "voluntary" and "involuntary" to what the state calls them (H-, section 3 of the record).
    `follow_up_after` is how long after a visit each follow-up is due, empty: as everywhere (R-10).
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
    follow_up_after: tuple[timedelta, ...] = ()
    consent: ConsentRules = field(default_factory=ConsentRules)


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
        consent=_consent(table.table("consent")),
        follow_up_after=tuple(_after(one) for one in table.tables("follow_up")),
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


def _after(table: Table) -> timedelta:
    hours = table.whole("hours", least=1)
    if hours is None:
        raise table.wrong("hours", "this is missing.")
    table.done()
    return timedelta(hours=hours)


def _consent(table: Table) -> ConsentRules:
    rules = ConsentRules(
        discloser=table.text("discloser"),
        take_back=table.text("take_back"),
        verbal=table.flag("verbal"),
        treatment=table.flag("treatment"),
        signers=tuple(_signer(one) for one in table.tables("signer")),
        reviewed_by=table.text("reviewed_by"),
    )
    ages = [age for age, _ in rules.signers]
    if ages != sorted(set(ages)):
        raise table.wrong("signer", "the ages do not stand in order, youngest first.")
    table.done()
    return rules


def _signer(table: Table) -> tuple[int, Signer]:
    age = table.whole("from_age")
    if age is None:
        raise table.wrong("from_age", "this is missing.")
    signer = table.one_of("signer", Signer, Signer.ASK_SUPERVISOR)
    table.done()
    return age, signer


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
