"""Reads HSDS tables of version 1.1, 2.0 and 3.x: joins them by their ids in memory, then service by service."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from navigator.resources.exchange.hsds_doors import doors_of, without_service
from navigator.resources.exchange.hsds_joined import Joined
from navigator.resources.exchange.hsds_older import renamed
from navigator.resources.exchange.hsds_parts import Json
from navigator.resources.exchange.hsds_shapes import SHAPES
from navigator.resources.exchange.hsds_tables import JSON_COLUMN, shape_of_table
from navigator.resources.exchange.hsds_values import Reading
from navigator.resources.exchange.incoming import SHOWN, Part, Piece, Problem, Setting
from navigator.resources.exchange.sheet import Sheet
from navigator.resources.exchange.source import Source

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_MAIN = ("service", "organization", "location")


def is_hsds_tabular(source: Source) -> bool:
    """Whether the tables are those of HSDS, by their names and their ids."""
    shapes = {shape_of_table(sheet.name): sheet for sheet in source.tables}
    main = [shapes[name] for name in _MAIN if name in shapes and {"id", "name"} <= set(shapes[name].headings)]
    return bool(main) and (len(shapes) > 1 or "organization_id" in main[0].headings)


def read_hsds_tabular(source: Source, setting: Setting) -> Iterator[Piece]:
    """The doors of every service, in the order of its table; rows count the lines of that table."""
    joined = Joined()
    for sheet in source.tables:
        shape = shape_of_table(sheet.name)
        if shape in ("", "meta_table_description"):
            yield Part(0, f"{sheet.name} is no table that holds anything of a door.")
            continue
        for row, one in _objects(sheet, shape):
            joined.take(shape, sheet.name, row, one)
    yield from joined.join()
    yield from _doors(joined, Reading.of(setting.city, setting.categories))


def _doors(joined: Joined, reading: Reading) -> Iterator[Piece]:
    seen: set[str] = set()
    for row, service in joined.services():
        key = str(service.get("id", ""))
        if key in seen:
            yield Problem(row, "id", key[:SHOWN], "Another service of the file has the same id.")
            continue
        seen.add(key)
        yield from doors_of(service, row, reading)
    for row, what, one in joined.alone():
        yield without_service(what, one, row)


def _objects(sheet: Sheet, shape: str) -> Iterator[tuple[int, Json]]:
    for row, cells in sheet.rows():
        yield row, renamed(shape, sheet.name, _object(shape, cells))


def _object(shape: str, cells: Mapping[str, str]) -> Json:
    """A row as its object: numbers as numbers, what we wrote as JSON as it was, empty cells left out."""
    known = SHAPES[shape].properties if shape in SHAPES else {}
    told: Json = {}
    for heading, cell in cells.items():
        if not cell:
            continue
        name = heading.removesuffix(JSON_COLUMN)
        if name != heading:
            told[name] = _json(cell)
        elif name in known and known[name].type == "number" and _NUMBER.fullmatch(cell):
            told[name] = json.loads(cell)
        else:
            told[name] = cell
    return told


def _json(cell: str) -> Any:
    try:
        return json.loads(cell)
    except ValueError:
        return cell
