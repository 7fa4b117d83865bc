"""What comes in by HSDS goes out by HSDS as it was, and what is known here comes back as it was (S-01, S-02)."""

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navigator.resources.exchange.hsds_json import read_hsds_json
from navigator.resources.exchange.hsds_out import services_of
from navigator.resources.exchange.hsds_tabular import read_hsds_tabular
from navigator.resources.exchange.hsds_values import Reading
from navigator.resources.exchange.incoming import Incoming
from navigator.resources.exchange.source import open_source
from navigator.resources.exchange.tabular_out import write_tabular
from navigator.resources.fields import FIELDS, Level, Record, values_of, with_values
from navigator.storage.database import Store
from tests.resources.hsds_support import CITY, SETTING, TODAY, doors, faults, read, services, stored, written
from tests.resources.long_lists import PAGE, TABLES, TREATMENT
from tests.resources.strategies import RECORDS

FILES = (
    TREATMENT,
    PAGE,
    *(f"hsds-examples/3.0/{name}_full.json" for name in ("service", "organization", "service_at_location")),
    *(f"hsds-examples/3.1-dev/{name}_full.json" for name in ("service", "organization", "service_at_location")),
    "hsds-oruk-mock/V3.0-UK-Fail/service_full.json",
    "hsds-oruk-mock/V3.0-UK-Warn/service_full.json",
)
PACKAGES = (
    TABLES,
    "hsds-examples/1.1-sample-datapackage/all_resources",
    "hsds-examples/1.1-sample-datapackage/simple",
    "hsds-examples/3.0/csv",
    "hsds-examples/3.1-dev/csv",
)
LONG = {TREATMENT: 35, PAGE: 80, TABLES: 80}
"""Long lists, and how many of their services make the round of every day; the long tests send them whole."""

Doors = Callable[[str], list[Incoming]]


def rounds(*names: str) -> list:
    """A list and how many of its services go round; 0 for all of them."""
    whole = [pytest.param(name, 0, marks=pytest.mark.torture if name in LONG else ()) for name in names]
    return whole + [pytest.param(name, LONG[name]) for name in names if name in LONG]


@pytest.fixture
def store(desk) -> Store:
    return desk.store


@pytest.fixture(scope="module")
def doors_in(corpora: Path) -> Doors:
    """The doors of a list; each is read once for all tests of this module."""
    return cache(lambda name: doors(read(corpora / name)))


def some_of(found: list[Incoming], count: int) -> list[Incoming]:
    """Every door of about so many services, from all over the list; everything for 0."""
    services_ = list(dict.fromkeys(one.record.entry.service_id for one in found))
    wanted = set(services_[:: max(1, len(services_) // count)] if count else services_)
    return [one for one in found if one.record.entry.service_id in wanted]


def leaves(value: object) -> Iterator[str]:
    """Every value in a tree of JSON, without its place."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield json.dumps(value)


def published(path: Path, wanted: set[str]) -> object:
    """What the file says of these services; of a page no more than its services."""
    value = json.loads(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())
    return [one for one in value["contents"] if one["id"] in wanted] if "contents" in value else value


def shareable(found: Iterable[Incoming]) -> list[Incoming]:
    return [one for one in found if not one.record.entry.confidential]


def kept(store, found: Iterable[Incoming]) -> list[Record]:
    return stored(store, [one.record for one in found])


def told(records: Iterable[Record]) -> list[dict]:
    return sorted((values_of(record) for record in records), key=lambda values: json.dumps(values, sort_keys=True))


def through_json(folder: Path, records: list[Record]) -> list[Incoming]:
    path = folder / "out.json"
    path.write_bytes(written(records))
    return doors(read_hsds_json(open_source([path]), SETTING))


def through_tables(folder: Path, records: list[Record]) -> list[Incoming]:
    path = folder / "out.zip"
    with path.open("wb") as file:
        write_tabular(services_of(records, Reading.of(CITY, SETTING.categories), TODAY, CITY), file)
    return doors(read_hsds_tabular(open_source([path]), SETTING))


@pytest.mark.parametrize(("name", "count"), rounds(*FILES))
def test_a_list_of_another_publisher_comes_back_without_a_difference_and_no_value_is_lost(
    store, corpora, doors_in, tmp_path, name, count
):
    found = some_of(shareable(doors_in(name)), count)
    records = kept(store, found)
    back = through_json(tmp_path, records)
    assert told(one.record for one in back) == told(one.record for one in found) == told(records)
    assert {one.key for one in back} == {one.key for one in found}
    services_ = {one.record.entry.service_id for one in found}
    lost = Counter(leaves(published(corpora / name, services_))) - Counter(leaves(services(written(records))))
    assert lost == Counter()


@pytest.mark.parametrize(("name", "count"), rounds(*(name for name in FILES if name != PAGE), *PACKAGES))
def test_tables_of_another_publisher_come_back_without_a_difference(store, doors_in, tmp_path, name, count):
    found = some_of(shareable(doors_in(name)), count)
    records = kept(store, found)
    back = through_tables(tmp_path, records)
    assert told(one.record for one in back) == told(records) == told(one.record for one in found)
    assert {one.key for one in back} == {one.key for one in found}


@pytest.mark.parametrize(("name", "count"), rounds(*FILES, *PACKAGES))
def test_an_export_of_what_others_published_is_valid_hsds(store, doors_in, name, count):
    found = some_of(doors_in(name), count)
    assert faults(services(written(kept(store, found)))) == []


@pytest.mark.parametrize(
    ("name", "count"),
    [
        (TABLES, 4089),
        ("hsds-examples/1.1-sample-datapackage/all_resources", 13),
        ("hsds-examples/1.1-sample-datapackage/simple", 13),
        ("hsds-examples/3.0/csv", 1),
        ("hsds-examples/3.1-dev/csv", 1),
        (PAGE, 4089),
        (TREATMENT, 140),
        ("hsds-examples/3.1-dev/organization_full.json", 1),
        ("hsds-oruk-mock/V3.0-UK-Default/service_list.json", 1),
        ("hsds-oruk-mock/V3.0-UK-Fail/service_list.json", 0),
    ],
)
def test_published_lists_have_so_many_doors(doors_in, name, count):
    assert len(doors_in(name)) == count


def places_of(record: Record, others: list[Record]) -> list[Record]:
    """`record` as a service with more places, which are those of `others`."""
    values = [
        {key: one for key, one in values_of(other).items() if key in FIELDS and FIELDS[key].level is Level.PLACE}
        for other in others
    ]
    empty = dict.fromkeys(key for key, one in FIELDS.items() if one.level is Level.PLACE)
    of_service = {part: told for part, told in record.extra.items() if part in ("organization", "service")}
    places = [with_values(Record(record.entry, of_service), empty | one) for one in values]
    return [replace(one, entry=replace(one.entry, service_id="one")) for one in (record, *places)]


@pytest.mark.parametrize("through", [through_json, through_tables])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=RECORDS, others=st.lists(RECORDS, max_size=2))
def test_what_is_known_here_comes_back_as_it_was(store, tmp_path, through, record, others):
    records = stored(store, places_of(record, others))
    back = through(tmp_path, records)
    assert told(one.record for one in back) == told(records)
    assert len({one.record.entry.service_id for one in back}) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=RECORDS, others=st.lists(RECORDS, max_size=2))
def test_whatever_is_known_here_goes_out_as_valid_hsds(store, record, others):
    assert faults(services(written(stored(store, places_of(record, others))))) == []
