"""Reads a directory file: the services that ship with the program, real and invented (data/directory, data/demo).

What a source published is kept as text; beside it stands what could honestly be read out of it. A mistake in a file
is one sentence that names the file, the service and the field.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from navigator.city import City
from navigator.content import Table, read_content
from navigator.resources.categories import Category
from navigator.resources.model import Barred, Entry, Fact, Status, Tri
from navigator.resources.starter_hours import read_hours
from navigator.resources.starter_invented import read_invented
from navigator.resources.starter_place import read_address, read_phones, read_url

_FACTS = {fact.name.lower(): fact for fact in Fact}
_NOT_WITH_A_HIDDEN_PLACE = ("address", "city", "state", "postal_code", "directions", "url", "bring", "description")


@dataclass(frozen=True)
class _Setting:
    """What the services of one file are read against; `invented` is said once, at the head of the file."""

    now: datetime
    city: City
    categories: Mapping[str, Category]
    invented: bool


def read_directory(path: Path, *, now: datetime, city: City, categories: Mapping[str, Category]) -> tuple[Entry, ...]:
    """The services of a directory file, none of them verified unless it is invented; ids are their source ids.

    The invented ones say "so many days ago", which is counted back from `now`.
    """

    def read(table: Table) -> tuple[Entry, ...]:
        setting = _Setting(now, city, categories, table.flag("invented"))
        table.tables("do_not_list")
        entries = tuple(_service(service, setting) for service in table.tables("service"))
        _refuse_twins(table, entries)
        return entries

    return read_content(path, read)


def read_do_not_list(path: Path) -> tuple[Barred, ...]:
    """Who must not be added to the directory again, as the file lists them (S-05)."""

    def read(table: Table) -> tuple[Barred, ...]:
        table.flag("invented")
        table.tables("service")
        return tuple(_barred(line) for line in table.tables("do_not_list"))

    return read_content(path, read)


def _barred(line: Table) -> Barred:
    barred = Barred(line.needed("name"), line.needed("reason"))
    line.done()
    return barred


def _service(table: Table, setting: _Setting) -> Entry:
    name = table.needed("name")
    table.place += f" ({name})"
    confidential = table.flag("confidential")
    if confidential:
        _refuse_places(table)
    entry = _entry(table, name, setting, confidential=confidential)
    table.done()
    return entry


def _entry(table: Table, name: str, setting: _Setting, *, confidential: bool) -> Entry:
    source_id = table.needed("source_id")
    categories = _categories(table, setting.categories)
    address = read_address(table)
    home = setting.city.zips.get(address.postal_code) if address else None
    youngest, oldest = _ages(table)
    published = table.needed("category")
    invented = read_invented(table, setting.now, setting.city.zone, categories) if setting.invented else None
    return Entry(
        id=source_id,
        service_id=source_id,
        source_id=source_id,
        name=name,
        organization=table.text("organization"),
        alternate_names=table.texts("alternate_names"),
        categories=tuple(category.code for category in categories),
        kind=table.text("kind") or published,
        description=table.text("description"),
        address=address,
        directions=table.text("directions"),
        area=home.area if home else "",
        place=(home.latitude, home.longitude) if home else None,
        approximate=home is not None,
        phones=read_phones(table),
        hours=read_hours(table),
        eligibility=table.text("eligibility"),
        facts=_facts(table),
        minimum_age=youngest,
        maximum_age=oldest,
        payment=table.text("payment"),
        languages=table.texts("languages"),
        language_text=table.text("language_text"),
        bring=table.text("bring"),
        url=read_url(table),
        status=table.one_of("status", Status, Status.ACTIVE),
        status_reason=table.text("status_reason"),
        status_until=invented.status_until if invented else None,
        confidential=confidential,
        national=table.flag("national"),
        invented=setting.invented,
        discreet_label=table.text("discreet_label"),
        note=table.text("note"),
        capacities=invented.capacities if invented else (),
        verified=invented.verified if invented else None,
        due_on=invented.verified.next_due if invented and invented.verified else None,
        source=_source(table),
        seen=table.text("seen"),
    )


def _categories(table: Table, known: Mapping[str, Category]) -> tuple[Category, ...]:
    codes = table.texts("categories")
    if not codes:
        raise table.wrong("categories", "a service needs at least one.")
    for code in codes:
        if code not in known:
            raise table.wrong("categories", f"{code!r} is not a category.")
    return tuple(known[code] for code in codes)


def _facts(table: Table) -> Mapping[Fact, Tri]:
    """What is known: the lists `yes` and `no`. What stands in neither is unknown (S-02)."""
    facts: dict[Fact, Tri] = {}
    for answer in (Tri.YES, Tri.NO):
        for word in table.texts(answer.value):
            if word not in _FACTS:
                raise table.wrong(answer.value, f"{word!r} is not a fact that Navigator knows.")
            if facts.setdefault(_FACTS[word], answer) is not answer:
                raise table.wrong(answer.value, f"{word!r} is said to be both yes and no.")
    return MappingProxyType(facts)


def _ages(table: Table) -> tuple[int | None, int | None]:
    youngest, oldest = table.whole("minimum_age"), table.whole("maximum_age")
    if youngest is not None and oldest is not None and youngest > oldest:
        raise table.wrong("maximum_age", f"{oldest} is younger than the minimum age {youngest}.")
    return youngest, oldest


def _source(table: Table) -> str:
    """Where the facts come from, and how sure their collector was of them."""
    return "; ".join(part for part in (table.text("source"), table.text("confidence")) if part)


def _refuse_places(table: Table) -> None:
    for key in _NOT_WITH_A_HIDDEN_PLACE:
        if key in table:
            raise table.wrong(key, "a confidential service must not have this.")


def _refuse_twins(table: Table, entries: tuple[Entry, ...]) -> None:
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.source_id in seen:
            raise table.wrong("source_id", f"{seen[entry.source_id]} and {entry.name} have the same one.")
        seen[entry.source_id] = entry.name
