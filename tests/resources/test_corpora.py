"""Every importable file of the corpora: its format, and every one of its rows as a door, a part or a problem."""

import csv
import gzip
import io
from functools import cache
from pathlib import Path

import pytest

from navigator.errors import BadInput
from navigator.resources.exchange import formats
from navigator.resources.exchange.incoming import Setting
from navigator.resources.exchange.source import open_source
from tests.resources.pieces import Pieces, Read

FILES = [
    (["icarol/export-2012-116-columns.csv.gz"], "icarol", 1658, 474, 0),
    (["icarol/export-2025-169-columns.csv"], "icarol", 8, 12, 0),
    (["visionlink/org.csv", "visionlink/service.csv"], "visionlink", 10, 4, 0),
    (["visionlink"], "visionlink", 10, 4, 0),
    (["visionlink/service.csv"], "visionlink", 10, 1, 0),
    (["visionlink/org.csv"], "visionlink", 2, 1, 0),
    (["samhsa/2021_siterecs_samhsa_ftloc.csv"], "samhsa", 140, 0, 0),
    (["samhsa/2021_siterecs_samhsa_otp.csv"], "samhsa", 105, 0, 0),
    (["spreadsheets/food-2014-broken.csv"], "table", 218, 1, 1),
    (["spreadsheets/food-2014-mac-line-ends.csv"], "table", 219, 1, 0),
    (["spreadsheets/shelters-2016-lonlat.csv"], "table", 101, 0, 0),
]
"""Files, their format, and how many doors, parts and problems they hold."""
KEPT = {
    "icarol/export-2012-116-columns.csv.gz": 253,
    "icarol/export-2025-169-columns.csv": 0,
    "visionlink": 0,
    "samhsa/2021_siterecs_samhsa_ftloc.csv": 0,
    "samhsa/2021_siterecs_samhsa_otp.csv": 0,
    "spreadsheets/food-2014-broken.csv": 170,
    "spreadsheets/food-2014-mac-line-ends.csv": 172,
    "spreadsheets/shelters-2016-lonlat.csv": 16,
}
"""Cells kept as text, without those of hours, which are counted where hours are read."""
CONFIDENTIAL = {"icarol/export-2012-116-columns.csv.gz": 11}


@pytest.fixture(scope="module")
def pieces_of(corpora: Path, setting: Setting) -> Read:
    """The pieces of some files of the corpora, each read once."""

    @cache
    def of(*names: str) -> Pieces:
        source = open_source([corpora / name for name in names])
        return Pieces(formats.read(source, formats.detect(source), setting))

    return of


@pytest.mark.parametrize(("names", "format_name", "doors", "parts", "problems"), FILES)
def test_every_row_is_a_door_a_part_or_a_problem(
    corpora: Path, pieces_of: Read, names: list[str], format_name: str, doors: int, parts: int, problems: int
) -> None:
    paths = [corpora / name for name in names]
    pieces = pieces_of(*names)
    assert formats.detect(open_source(paths)) == format_name
    assert (len(pieces.doors), len(pieces.parts), len(pieces.problems)) == (doors, parts, problems)
    assert len(pieces) == sum(rows_of(path) for path in paths)
    assert len({door.key for door in pieces.doors}) == doors
    assert sum(door.record.entry.confidential for door in pieces.doors) == CONFIDENTIAL.get(names[0], 0)
    assert all(door.record.entry.name for door in pieces.doors)


@pytest.mark.parametrize(("name", "kept"), KEPT.items())
def test_what_could_not_be_read_is_counted(pieces_of: Read, name: str, kept: int) -> None:
    columns = [column for door in pieces_of(name).doors for column in door.kept_as_text]
    assert sum(not is_of_hours(column) for column in columns) == kept


def test_the_list_of_service_codes_says_what_it_is(corpora: Path, read: Read) -> None:
    with pytest.raises(BadInput, match="list of codes"):
        read(corpora / "samhsa" / "2021_sitecodes_samhsa_ftloc.csv")


def test_nothing_of_a_secret_place_is_in_any_door(pieces_of: Read) -> None:
    doors = pieces_of("icarol/export-2012-116-columns.csv.gz").doors
    for door in (door for door in doors if door.record.entry.confidential):
        entry = door.record.entry
        assert (entry.address, entry.place, entry.area, entry.directions, entry.url) == (None, None, "", "", "")
        assert not door.record.extra
        assert "directions" not in door.free_text


def rows_of(path: Path) -> int:
    """The rows of a table that are not empty and not its heading, counted by other means than the program's."""
    if path.is_dir():
        return sum(map(rows_of, path.glob("*.csv")))
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = csv.reader(io.StringIO(data.decode("latin-1"), newline=""))
    return sum(any(cell.strip() for cell in row) for row in rows) - 1


def is_of_hours(column: str) -> bool:
    return any(word in column.lower() for word in ("hours", "days", "time"))
