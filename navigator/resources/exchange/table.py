"""Reads any table by what its columns mean: a mapping that a person made or that is guessed from the headings."""

from collections.abc import Iterator

from navigator.errors import BadInput
from navigator.resources.exchange.door import Surroundings
from navigator.resources.exchange.guess import guess
from navigator.resources.exchange.incoming import Piece, Problem, Setting
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.sheet import Row, Sheet
from navigator.resources.exchange.source import Source
from navigator.resources.exchange.table_door import TableDoors

SAMPLE = 500
"""So many rows are looked at for a guess."""


def is_table(source: Source) -> bool:
    return any(len(sheet.headings) > 1 for sheet in source.tables)


def guessed(sheet: Sheet, setting: Setting) -> ColumnMapping:
    """The mapping that is proposed for a table."""
    return guess(sheet.headings, sheet.sample(SAMPLE), setting.categories)


def read_table(source: Source, setting: Setting, mapping: ColumnMapping | None = None) -> Iterator[Piece]:
    """The rows of all tables with the headings of the first; a table with others is told row by row."""
    wide = [sheet for sheet in source.tables if len(sheet.headings) > 1 or mapping]
    if not wide:
        raise BadInput(f"{source.name}: there is no table with more than one column in it.")
    first = wide[0]
    return read_sheets(source.tables, first, setting, mapping or guessed(first, setting))


def read_sheets(sheets: tuple[Sheet, ...], first: Sheet, setting: Setting, mapping: ColumnMapping) -> Iterator[Piece]:
    _refuse(mapping, first, setting)
    doors = TableDoors(first, mapping, Surroundings(setting))
    for sheet in sheets:
        for line in sheet.lines():
            if not isinstance(line, Row):
                yield line
            elif sheet.headings == first.headings:
                yield doors.read(line)
            else:
                yield Problem(line.number, sheet.headings[0], "", _other(sheet, first))


def _refuse(mapping: ColumnMapping, sheet: Sheet, setting: Setting) -> None:
    for heading in mapping.columns:
        if heading not in sheet.headings:
            raise BadInput(f'{sheet.name}: the mapping speaks of a column "{heading}", which is not in the table.')
    if not mapping.headings("name") and not mapping.headings("organization"):
        raise BadInput(
            f"{sheet.name}: none of its columns is known to be the name. "
            'Give a mapping that says which one is ("columns": {"…": "name"}).'
        )
    for code in (*mapping.categories.values(), *([mapping.category] if mapping.category else [])):
        if code and code not in setting.categories:
            raise BadInput(f'The mapping, categories: "{code}" is not a kind of help that Navigator knows.')


def _other(sheet: Sheet, first: Sheet) -> str:
    return f"{sheet.name}: its columns are others than those of {first.name}. Import it by itself."
