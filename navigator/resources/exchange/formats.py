"""The formats that can be read, which of them a source is in, and the pieces it yields."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from navigator.errors import BadInput
from navigator.resources.exchange.geojson import is_geojson, read_geojson
from navigator.resources.exchange.hsds_json import is_hsds_json, read_hsds_json
from navigator.resources.exchange.hsds_tabular import is_hsds_tabular, read_hsds_tabular
from navigator.resources.exchange.icarol import is_icarol, read_icarol
from navigator.resources.exchange.incoming import Piece, Setting
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.samhsa import is_samhsa, read_samhsa
from navigator.resources.exchange.sheet import Row
from navigator.resources.exchange.source import Source
from navigator.resources.exchange.table import is_table, read_table
from navigator.resources.exchange.visionlink import is_visionlink, read_visionlink


@dataclass(frozen=True)
class Format:
    """One format. `is_this` looks at headings or the first bytes only; it may raise `BadInput` that says what to do."""

    name: str
    label: str
    is_this: Callable[[Source], bool]
    read: Callable[[Source, Setting], Iterator[Piece]]
    takes_mapping: bool = False


_ALL = (
    Format("hsds-json", "HSDS 3, JSON", is_hsds_json, read_hsds_json),
    Format("hsds-tabular", "HSDS 1.1, 2 or 3, tables", is_hsds_tabular, read_hsds_tabular),
    Format("icarol", "iCarol (211)", is_icarol, read_icarol),
    Format("visionlink", "VisionLink (Pennsylvania 211)", is_visionlink, read_visionlink),
    Format("samhsa", "SAMHSA treatment locator", is_samhsa, read_samhsa),
    Format("geojson", "GeoJSON", is_geojson, read_geojson, takes_mapping=True),
    Format("table", "Any table, by its columns", is_table, read_table, takes_mapping=True),
)
FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in _ALL})
"""Every format by its name, in the order in which a source is tried."""


def detect(source: Source) -> str:
    """The name of the first format that fits; `BadInput` where none does."""
    for one in _ALL:
        if one.is_this(source):
            return one.name
    raise BadInput(f"{source.name}: this is no directory of help in any format that Navigator reads.")


def read(source: Source, format_name: str, setting: Setting, mapping: ColumnMapping | None = None) -> Iterator[Piece]:
    """The pieces of a source, row by row. Without `mapping` the columns of a table are guessed from its headings."""
    if format_name not in FORMATS:
        raise BadInput(f'"{format_name}" is not one of the formats: {", ".join(FORMATS)}.')
    if mapping is not None and not FORMATS[format_name].takes_mapping:
        raise BadInput("A mapping of columns is for tables and GeoJSON only.")
    _refuse_other(source, FORMATS[format_name])
    if format_name == "geojson":
        return read_geojson(source, setting, mapping)
    if format_name == "table":
        return read_table(source, setting, mapping)
    return chain(_misfits(source, format_name), FORMATS[format_name].read(source, setting))


def _refuse_other(source: Source, format_: Format) -> None:
    """What is not in the format would be read as nothing at all; columns mean what a person says, whatever they are."""
    fits = bool(source.tables) if format_.name == "table" else format_.is_this(source)
    if not fits:
        raise BadInput(f"{source.name}: this is not in the format “{format_.label}”. Nothing was read.")


def _misfits(source: Source, format_name: str) -> Iterator[Piece]:
    """Rows that do not fit their headings. Most readers tell of them as they go; HSDS tables are joined first."""
    if format_name == "hsds-tabular":
        for sheet in source.tables:
            yield from (line for line in sheet.lines() if not isinstance(line, Row))
