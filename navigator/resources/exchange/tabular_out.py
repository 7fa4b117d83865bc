"""Writes the directory as tables of HSDS 3.1.1 in a zip, with a datapackage.json that describes them (S-09)."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from navigator.resources.exchange.hsds_conform import Json
from navigator.resources.exchange.hsds_flat import Tables
from navigator.resources.exchange.hsds_shapes import SHAPES, Shape
from navigator.resources.exchange.hsds_tables import JSON_COLUMN

_DATED = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the zip, so that the same directory gives the same bytes."""


def write_tabular(services: Iterable[Json], into: BinaryIO) -> None:
    """Writes the zip; the rows of all tables are held in memory until the last service is known."""
    tables = Tables()
    for service in services:
        tables.take(service)
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as package:
        resources = []
        for shape, rows in tables.rows.items():
            columns = _columns(SHAPES[shape], rows)
            _put(package, f"{SHAPES[shape].file}.csv", _table(columns, rows))
            resources.append(_resource(SHAPES[shape], columns))
        described = {"name": "directory", "title": "Directory of help, HSDS 3.1.1", "resources": resources}
        _put(package, "datapackage.json", json.dumps(described, indent=1).encode())


def _put(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    told = zipfile.ZipInfo(name, _DATED)
    told.compress_type = zipfile.ZIP_DEFLATED
    package.writestr(told, data)


def _columns(shape: Shape, rows: Iterable[Json]) -> list[str]:
    """The columns of HSDS in its order, then ours and the publisher's."""
    flat = [one.name for one in shape.properties.values() if not one.of]
    others = dict.fromkeys(name for row in rows for name in row)
    return [*flat, *(name for name in others if name not in flat)]


def _table(columns: list[str], rows: Iterable[Json]) -> bytes:
    into = io.StringIO()
    writer = csv.DictWriter(into, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return into.getvalue().encode()


def _resource(shape: Shape, columns: list[str]) -> Json:
    fields = list(_fields(shape, columns))
    return {
        "name": shape.file,
        "path": f"{shape.file}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": "id"},
    }


def _fields(shape: Shape, columns: Iterable[str]) -> Iterator[dict[str, Any]]:
    for name in columns:
        known = shape.properties.get(name)
        kind = "number" if known and known.type == "number" else "string"
        told: Json = {"name": name, "type": "object" if name.endswith(JSON_COLUMN) else kind}
        yield told | ({"constraints": {"required": True}} if known and known.needed else {})
