"""Reads exports of VisionLink, which Pennsylvania's 211 keeps: a table of services, a table of agencies, or both.

A service is a door; an agency without one too. The second row of each table is a legend of what may stand in its
columns. Taxonomy codes stay in the record of the import only (S-10).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator.resources.exchange.door import Surroundings
from navigator.resources.exchange.incoming import Part, Piece, Problem, Setting
from navigator.resources.exchange.sheet import Row, Sheet
from navigator.resources.exchange.source import Source
from navigator.resources.exchange.visionlink_cells import Cells, has_secret_address, without_secrets
from navigator.resources.exchange.visionlink_door import agency_door, service_door

_SERVICE, _AGENCY = "Service_Id", "Agency_Id"


def is_visionlink(source: Source) -> bool:
    return bool(source.tables) and all(_is_service(sheet) or _is_agency(sheet) for sheet in source.tables)


def read_visionlink(source: Source, setting: Setting) -> Iterator[Piece]:
    around = Surroundings(setting)
    agencies = _agencies(source)
    for sheet in source.tables:
        seen: dict[str, int] = {}
        for line in sheet.lines():
            yield _piece(sheet, line, agencies, around, seen) if isinstance(line, Row) else line


@dataclass(frozen=True)
class _Agencies:
    """The agencies by their number, what of them goes with each door, and how many services each has."""

    cells: Mapping[str, Cells]
    shared: Mapping[str, Mapping[str, Any]]
    services: Counter[str]


def _is_service(sheet: Sheet) -> bool:
    return {_SERVICE, "ServiceSystem_Name"} <= set(sheet.headings)


def _is_agency(sheet: Sheet) -> bool:
    return {_AGENCY, "AgencySystem_Name"} <= set(sheet.headings)


def _agencies(source: Source) -> _Agencies:
    cells: dict[str, Cells] = {}
    services: Counter[str] = Counter()
    for sheet in source.tables:
        for _, row in sheet.rows():
            if _is_legend(row):
                continue
            if _is_service(sheet):
                services[row[_AGENCY]] += 1
            else:
                cells.setdefault(row[_AGENCY], Cells(row))
    shared = {number: {"id": number, **without_secrets(one)} for number, one in cells.items()}
    return _Agencies(cells, shared, services)


def _is_legend(row: Mapping[str, str]) -> bool:
    """The row that tells for each column what may stand in it; ids are numbers in all others."""
    return not row.get(_SERVICE, row[_AGENCY]).isdigit() and "Unchangeable" in row.values()


def _piece(sheet: Sheet, line: Row, agencies: _Agencies, around: Surroundings, seen: dict[str, int]) -> Piece:
    if _is_legend(line.cells):
        return Part(line.number, "The legend: what may stand in each column.")
    column = _SERVICE if _is_service(sheet) else _AGENCY
    number = line.cells[column]
    if not number:
        return Problem(line.number, column, "", "The row has no number, so it cannot be known again.")
    if seen.setdefault(number, line.number) != line.number:
        return Problem(line.number, column, number, f"The number stands in row {seen[number]} already.")
    cells = Cells(line.cells)
    if column == _AGENCY:
        return _agency(line.number, cells, agencies, around)
    owner = cells["Agency_Id"]
    agency = agencies.cells.get(owner, Cells({}))
    shared = agencies.shared.get(owner, {"id": owner})
    return service_door(line.number, cells, agency, shared, around)


def _agency(row: int, cells: Cells, agencies: _Agencies, around: Surroundings) -> Piece:
    count = agencies.services[cells[_AGENCY]]
    if count:
        doors = "1 service" if count == 1 else f"{count} services"
        secret = " Its secret address was not taken." if has_secret_address(cells) else ""
        return Part(row, f"An agency with {doors}; what it says stands with them.{secret}")
    return agency_door(row, cells, around)
