"""Invented services to search, and the directory that ships."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest

from navigator.city import City, load_city
from navigator.data import data_dir
from navigator.resources.categories import Category, load_categories
from navigator.resources.model import WEEK, Address, Entry, Fact, Hours, HoursKind, Phone, Span, Tri
from navigator.resources.search import Search
from navigator.resources.search.understand import Reader
from navigator.resources.starter import read_directory
from navigator.resources.vocabulary import Vocabulary, load_vocabulary

NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)
"""Monday, noon in Philadelphia."""
NIGHT = datetime(2026, 11, 23, 7, tzinfo=UTC)
"""Monday, 2 AM in Philadelphia."""

ALWAYS = (Hours(HoursKind.OFFICE, (Span(0, WEEK),)),)
OFFICE = (Hours(HoursKind.OFFICE, tuple(Span(day * 1440 + 540, day * 1440 + 1020) for day in range(5))),)


def made(name: str, **more: Any) -> Entry:
    """An invented entry; its id is its name unless another is given."""
    facts: Mapping[Fact, Tri] = MappingProxyType(more.pop("facts", {}))
    return Entry(**{"id": name, "service_id": name, "name": name, "due_on": date(2027, 6, 1), "facts": facts} | more)


def street(line: str, code: str) -> Address:
    return Address(line, "Philadelphia", "PA", code)


DOORS = (
    made(
        "Harbor Withdrawal Unit",
        organization="Example Health Partners",
        categories=("detox",),
        kind="Detox, inpatient",
        address=street("1420 Example Street", "19134"),
        area="Kensington",
        phones=(Phone("215-555-0142"), Phone("1-800-555-0143")),
        hours=ALWAYS,
        facts={Fact.MEN: Tri.YES, Fact.WOMEN: Tri.NO, Fact.MEDICAID: Tri.YES, Fact.WALK_IN: Tri.YES},
        minimum_age=18,
    ),
    made(
        "Ridge Avenue Opioid Program",
        alternate_names=("Ridge Clinic",),
        categories=("opioid-treatment",),
        kind="Methadone",
        address=street("18 Ridge Avenue", "19132"),
        phones=(Phone("215-555-0118"),),
        hours=OFFICE,
        facts={Fact.MEDICAID: Tri.NO},
    ),
    made(
        "Willow Safe House",
        organization="Willow Example Services",
        categories=("domestic-violence",),
        phones=(Phone("215-555-0160"),),
        hours=ALWAYS,
        confidential=True,
        address=street("99 Secret Street", "19134"),
        area="Kensington",
        place=(39.99, -75.11),
        facts={Fact.WOMEN: Tri.YES},
    ),
    made(
        "Lantern Men's Shelter",
        categories=("shelter",),
        address=street("7 Lantern Road", "19132"),
        facts={Fact.MEN: Tri.YES, Fact.WOMEN: Tri.NO},
        languages=("English", "Spanish"),
    ),
    made(
        "Far Men's Shelter",
        categories=("shelter",),
        address=street("7 Far Road", "19154"),
        facts={Fact.MEN: Tri.YES, Fact.WOMEN: Tri.NO},
    ),
    made(
        "Grace Women's Shelter",
        categories=("shelter",),
        address=street("8 Grace Road", "19132"),
        facts={Fact.MEN: Tri.NO, Fact.WOMEN: Tri.YES},
    ),
    made("Unknown Place Shelter", categories=("shelter",)),
    made("Café Sunrise", categories=("food",), kind="Soup kitchen", address=street("12 Oak Street", "19104")),
)


@pytest.fixture(scope="session")
def city() -> City:
    return load_city("philadelphia")


@pytest.fixture(scope="session")
def categories() -> Mapping[str, Category]:
    return load_categories()


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


@pytest.fixture(scope="session")
def reader(vocabulary: Vocabulary, city: City) -> Reader:
    """Reads queries with the words that ship."""
    return Reader(vocabulary, city)


@pytest.fixture(scope="module", autouse=True)
def read_once() -> Iterator[None]:
    """Indexes of one module share the reader of the same words and city: it keeps nothing of what it read."""
    made: dict[tuple[int, int], tuple[Vocabulary, City, Reader]] = {}

    def reader_of(vocabulary: Vocabulary, city: City) -> Reader:
        key = (id(vocabulary), id(city))
        if key not in made:
            made[key] = (vocabulary, city, Reader(vocabulary, city))
        return made[key][-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("navigator.resources.search.search.Reader", reader_of)
        yield


@pytest.fixture
def search(city: City, categories: Mapping[str, Category], vocabulary: Vocabulary) -> Search:
    return Search(DOORS, vocabulary, city, categories)


@pytest.fixture(scope="session")
def philadelphia(city: City, categories: Mapping[str, Category], vocabulary: Vocabulary) -> Search:
    """The directory that ships, as a station has it on its first day."""
    files = [data_dir() / "directory" / name for name in ("philadelphia.toml", "national.toml")]
    entries = [entry for file in files for entry in read_directory(file, now=NOON, city=city, categories=categories)]
    return Search(entries, vocabulary, city, categories)
