"""Reads GeoJSON: each feature is a row, its properties are the columns, its point is the place."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Any

import ijson

from navigator.errors import BadInput
from navigator.resources.exchange.incoming import Piece, Setting
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.sheet import Cells, Sheet
from navigator.resources.exchange.source import Document, Source
from navigator.resources.exchange.table import guessed, read_sheets
from navigator.resources.exchange.targets import OTHER

ID, LATITUDE, LONGITUDE, SHAPE = "feature id", "point: latitude", "point: longitude", "geometry"
"""Columns for what a feature has beside its properties."""
_OWN = {ID: "source_id", LATITUDE: "latitude", LONGITUDE: "longitude", SHAPE: OTHER}
_COLLECTION = re.compile(rb'"type"\s*:\s*"FeatureCollection"|"features"\s*:\s*\[')


def is_geojson(source: Source) -> bool:
    if not source.documents or source.tables:
        return False
    with source.json_stream() as stream:
        return bool(_COLLECTION.search(stream.read(65_536)))


def read_geojson(source: Source, setting: Setting, mapping: ColumnMapping | None = None) -> Iterator[Piece]:
    sheets = tuple(feature_sheet(document) for document in source.documents)
    first = sheets[0]
    return read_sheets(sheets, first, setting, _with_own(mapping or guessed(first, setting), first))


def feature_sheet(document: Document) -> Sheet:
    """The features as a table; the n-th feature is row n. Reads the file once for its columns."""
    headings: dict[str, None] = {}
    for feature in _features(document):
        headings |= dict.fromkeys(_row(feature))
    if not headings:
        raise BadInput(f"{document.name}: there are no features in it.")
    return Sheet(document.name, tuple(headings), 0, partial(_records, document, tuple(headings)))


def _with_own(mapping: ColumnMapping, sheet: Sheet) -> ColumnMapping:
    """What a feature has beside its properties means what it means, whatever is said of the properties."""
    own = {heading: target for heading, target in _OWN.items() if heading in sheet.headings}
    taken = set(mapping.columns.values()) - {OTHER}
    if "source_id" in taken and ID not in mapping.columns:
        own[ID] = OTHER
    properties = {
        heading: OTHER if target in own.values() and heading not in own else target
        for heading, target in mapping.columns.items()
    }
    return ColumnMapping(MappingProxyType(properties | own), mapping.categories, mapping.category)


def _records(document: Document, headings: tuple[str, ...]) -> Iterator[Cells]:
    for feature in _features(document):
        row = _row(feature)
        yield [row.get(heading, "") for heading in headings]


def _features(document: Document) -> Iterator[Any]:
    with document.open() as stream:
        try:
            yield from ijson.items(stream, "features.item")
        except (ijson.JSONError, UnicodeError):
            raise BadInput(f"{document.name}: the file is damaged or cut short and cannot be read.") from None


def _row(feature: Any) -> dict[str, str]:
    """One feature as cells; what says nothing or is no feature stands as it is, to be told as a row without a name."""
    row = _cells(feature) if isinstance(feature, dict) else {}
    return row if any(row.values()) else row | {SHAPE: json.dumps(feature, default=str)}


def _cells(feature: dict[str, Any]) -> dict[str, str]:
    properties = feature.get("properties") or {}
    row = {str(name): _text(value) for name, value in properties.items()} if isinstance(properties, dict) else {}
    if feature.get("id") not in (None, ""):
        row[ID] = _text(feature["id"])
    geometry = feature.get("geometry") or {}
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        return row | _point(geometry.get("coordinates"))
    return row | ({SHAPE: _text(geometry)} if geometry else {})


def _point(coordinates: Any) -> dict[str, str]:
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        return {SHAPE: _text(coordinates)}
    return {LATITUDE: _text(coordinates[1]), LONGITUDE: _text(coordinates[0])}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict | list):
        return ", ".join(value) if _is_words(value) else json.dumps(value, default=str, ensure_ascii=False)
    return str(value)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
