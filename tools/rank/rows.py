"""Reads services row by row from a table of the kit's columns, plain or gzipped."""

import csv
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from tools.rank.asked import BadFile

COLUMNS = (
    *("id", "name", "alt", "org", "descr", "tax", "elig", "addr", "city", "state", "zip", "phone", "hours"),
    *("lat", "lon", "verified"),
)
_GZIP = b"\x1f\x8b"
_LONGEST_CELL = 10_000_000
_DIGITS = 18

Row = dict[str, str]


def rows(path: Path) -> Iterator[Row]:
    """The rows in their order, one at a time; the first that cannot be used is a `BadFile` with its number.

    The headings are row 1, as a spreadsheet counts.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with _opened(path) as file:
            yield from _checked(path, csv.DictReader(file, strict=True))
    except FileNotFoundError:
        raise BadFile(f"{path}: there is no such file.") from None
    except (OSError, EOFError, zlib.error) as error:
        raise BadFile(f"{path}: it cannot be read ({error}).") from None


def _opened(path: Path) -> IO[str]:
    with path.open("rb") as file:
        zipped = file.read(2) == _GZIP
    return (gzip.open if zipped else open)(path, "rt", encoding="utf-8-sig", newline="")


def _checked(path: Path, table: "csv.DictReader[str]") -> Iterator[Row]:
    at = 1
    try:
        if missing := [name for name in COLUMNS if name not in (table.fieldnames or ())]:
            raise BadFile(f"{path}, row 1: no column {missing[0]!r}.")
        for at, row in enumerate(table, 2):
            if wrong := _wrong(row):
                raise BadFile(f"{path}, row {at}: {wrong}")
            yield row
    except (csv.Error, UnicodeError) as error:
        raise BadFile(f"{path}, after row {at}: {error}.") from None


def _wrong(row: Row) -> str | None:
    """What is wrong with the row, in a sentence."""
    if None in row or None in row.values():
        return "it has not as many cells as there are headings."
    if not row["id"].isdecimal() or len(row["id"]) > _DIGITS:
        return f"the id {row['id']!r} is not a whole number of up to {_DIGITS} digits."
    return next(
        (f"{name} is {row[name]!r}, which is not a number." for name in ("lat", "lon") if _odd(row[name])), None
    )


def _odd(text: str) -> bool:
    try:
        return not -180 <= float(text or 0) <= 180
    except ValueError:
        return True
