"""Reads exports of iCarol, which many 211 lines keep: rows are agencies, programs, sites, and programs at sites.

A door is a program at a site; a program without one; an agency or a site that carries nothing else. The other rows
are parts, and what they say stands with the doors. Terms of the 211 taxonomy stay in the record of the import only,
never as a kind of help (S-10).
"""

from collections.abc import Iterator

from navigator.resources.exchange.door import Surroundings
from navigator.resources.exchange.icarol_door import read_door
from navigator.resources.exchange.icarol_rows import AGENCY, LEVELS, PROGRAM, PROGRAM_AT_SITE, SITE, Columns, Ties
from navigator.resources.exchange.incoming import SHOWN, Part, Piece, Problem, Setting
from navigator.resources.exchange.sheet import Row
from navigator.resources.exchange.source import Source

_NEEDED = ("resourceagencynum", "publicname", "taxonomylevelname")


def is_icarol(source: Source) -> bool:
    return bool(source.tables) and all(_is_ours(sheet.headings) for sheet in source.tables)


def read_icarol(source: Source, setting: Setting) -> Iterator[Piece]:
    """Reads every table twice: first what hangs on what, then the doors, row by row."""
    around, ties, seen = Surroundings(setting), Ties(source.tables), dict[str, int]()
    for sheet in source.tables:
        for line in sheet.lines():
            yield _piece(Columns(line.cells), line, ties, around, seen) if isinstance(line, Row) else line


def _is_ours(headings: tuple[str, ...]) -> bool:
    return set(_NEEDED) <= {heading.lower() for heading in headings}


def _piece(columns: Columns, line: Row, ties: Ties, around: Surroundings, seen: dict[str, int]) -> Piece:
    number, level = columns["ResourceAgencyNum"], columns["TaxonomyLevelName"]
    if not number:
        return Problem(line.number, "ResourceAgencyNum", "", "The row has no number, so nothing can be tied to it.")
    if level not in LEVELS:
        known = ", ".join(LEVELS)
        return Problem(line.number, "TaxonomyLevelName", level[:SHOWN], f"This is not one of: {known}.")
    if seen.setdefault(number, line.number) != line.number:
        return Problem(line.number, "ResourceAgencyNum", number, f"The number stands in row {seen[number]} already.")
    carried = _carried(level, number, ties)
    return Part(line.number, carried) if carried else read_door(line.number, columns, ties, around)


def _carried(level: str, number: str, ties: Ties) -> str:
    """Why the row is no door of its own; "" where it is one."""
    if level == PROGRAM_AT_SITE:
        return ""
    count = {AGENCY: ties.under_agency, PROGRAM: ties.of_program, SITE: ties.of_site}[level][number]
    doors = "1 door" if count == 1 else f"{count} doors"
    return f"{_CARRIES[level]} {doors}; what it says stands with them." if count else ""


_CARRIES = {AGENCY: "An agency with", PROGRAM: "A program with", SITE: "A site with"}
