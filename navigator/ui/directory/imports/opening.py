"""A file that was chosen: its format, and for a table its columns with what they are taken to mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from navigator.resources.exchange.formats import FORMATS, detect
from navigator.resources.exchange.geojson import feature_sheet
from navigator.resources.exchange.incoming import Setting
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.sheet import Sheet
from navigator.resources.exchange.source import Source, open_source
from navigator.resources.exchange.table import guessed
from navigator.ui.ports import Desk

SAMPLE = 200
"""So many rows are looked at for what stands in a column."""


@dataclass(frozen=True)
class Opened:
    """`mapping` None: the format says what its columns mean. `values` are different cells of each column, in order.

    `kept_as`: the name under which this mapping was kept for a table with the same headings, or "".
    """

    paths: tuple[Path, ...]
    name: str
    format: str
    headings: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] | None = None
    mapping: ColumnMapping | None = None
    kept_as: str = ""

    def keep_columns(self, desk: Desk) -> None:
        """Keeps what a person said of the columns, for the next table with these headings."""
        if self.mapping is not None and self.kept_as:
            desk.keeping.imports.keep_mapping(desk.actor, self.kept_as, self.format, self.headings, self.mapping)


def open_file(desk: Desk, paths: tuple[Path, ...]) -> Opened:
    """Looks at the beginning of the files; on the worker."""
    source = open_source(paths)
    name = detect(source)
    if not FORMATS[name].takes_mapping:
        return Opened(paths, source.name, name)
    sheet = _sheet(source, name)
    known = desk.keeping.imports.mapping_for(desk.actor, sheet.headings)
    setting = Setting(desk.city, desk.categories, desk.clock())
    mapping = known.mapping if known else guessed(sheet, setting)
    return Opened(paths, source.name, name, sheet.headings, _values(sheet), mapping, known.name if known else "")


def _sheet(source: Source, format_name: str) -> Sheet:
    if format_name == "geojson":
        return feature_sheet(source.documents[0])
    return next(sheet for sheet in source.tables if len(sheet.headings) > 1)


def _values(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    sample = sheet.sample(SAMPLE)
    return {
        heading: tuple(dict.fromkeys(row[heading] for row in sample if row.get(heading))) for heading in sheet.headings
    }
