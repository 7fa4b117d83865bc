"""What the tests of HSDS share: reading a file, keeping records in a real store, the schemas of HSDS 3.1.1."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from navigator.city import load_city
from navigator.resources import reading, writing
from navigator.resources.categories import load_categories
from navigator.resources.exchange.hsds_json import read_hsds_json
from navigator.resources.exchange.hsds_out import hsds_json
from navigator.resources.exchange.hsds_tabular import is_hsds_tabular, read_hsds_tabular
from navigator.resources.exchange.hsds_values import Reading
from navigator.resources.exchange.incoming import Incoming, Piece, Setting
from navigator.resources.exchange.source import open_source
from navigator.resources.fields import Record
from navigator.storage.database import Store

CITY = load_city("philadelphia")
SETTING = Setting(CITY, load_categories(), datetime(2026, 11, 23, 7, 14, tzinfo=UTC))
TODAY = date(2026, 11, 23)
SCHEMAS = Path(__file__).parents[3] / "shared" / "standards" / "hsds-3.1.1" / "schema"


def read(*paths: Path) -> list[Piece]:
    source = open_source(paths)
    return list((read_hsds_tabular if is_hsds_tabular(source) else read_hsds_json)(source, SETTING))


def read_text(folder: Path, text: str) -> list[Piece]:
    path = folder / "given.json"
    path.write_text(text, encoding="utf-8")
    return read(path)


def read_value(folder: Path, value: object) -> list[Piece]:
    return read_text(folder, json.dumps(value))


def doors(pieces: Iterable[Piece]) -> list[Incoming]:
    return [piece for piece in pieces if isinstance(piece, Incoming)]


def only(pieces: Sequence[Piece]) -> Incoming:
    (piece,) = pieces
    assert isinstance(piece, Incoming), piece
    return piece


def stored(store: Store, records: Iterable[Record]) -> list[Record]:
    """The records as the store gives them, in the order of an export."""
    with store.writing() as session:
        ids = writing.add(session, records, "somebody")
        return list(reading.records(session, ids))


def written(records: Iterable[Record]) -> bytes:
    """The records as a page of HSDS JSON."""
    records = list(records)
    services = len({record.entry.service_id for record in records})
    return b"".join(hsds_json(records, services, Reading.of(CITY, SETTING.categories), TODAY, CITY))


def services(page: bytes) -> list[dict]:
    return json.loads(page)["contents"]


@cache
def validator() -> Draft202012Validator:
    if not SCHEMAS.is_dir():
        pytest.skip("the schemas of HSDS are not beside this checkout")
    registry = Registry().with_resources(
        (path.name, Resource.from_contents(json.loads(path.read_text()), default_specification=DRAFT202012))
        for path in SCHEMAS.glob("*.json")
    )
    return Draft202012Validator({"$ref": "service.json"}, registry=registry, format_checker=FormatChecker())


def faults(found: Iterable[dict]) -> list[str]:
    """What the schemas say against services, with the place of each fault."""
    check = validator()
    return [f"{fault.json_path}: {fault.message}" for one in found for fault in check.iter_errors(one)]
