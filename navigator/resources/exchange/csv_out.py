"""Writes the directory as one table for a spreadsheet: a line for each door, a column for each field (S-09)."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from navigator.resources.categories import Category
from navigator.resources.confidential import stripped
from navigator.resources.field_words import words_of
from navigator.resources.fields import FIELDS, Record, Value, values_of

BOM = b"\xef\xbb\xbf"
"""By it a spreadsheet knows that the text is UTF-8."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEADINGS = ("ID", *(one.label for one in FIELDS.values()), "Confidential")


def csv_lines(records: Iterable[Record], categories: Mapping[str, Category]) -> Iterator[bytes]:
    """The file in pieces of a line each."""
    yield BOM + _line(HEADINGS)
    for record in records:
        yield _line(_cells(record, categories))


def _cells(record: Record, categories: Mapping[str, Category]) -> Iterator[str]:
    entry = record.entry
    values = values_of(Record(stripped(entry) if entry.confidential else entry))
    yield entry.id
    yield from (guarded(_words(key, values.get(key), categories)) for key in FIELDS)
    yield "yes" if entry.confidential else ""


def guarded(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula (OWASP, "CSV injection"), nor a telephone for a number."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _words(key: str, value: Value, categories: Mapping[str, Category]) -> str:
    if value is None:
        return ""
    if key == "categories":
        return "\n".join(categories[code].name if code in categories else code for code in value)
    if key == "place":
        return f"{value[0]:.6f}, {value[1]:.6f}" + (" (about)" if value[2] else "")
    return "\n".join(words_of(key, value))


def _line(cells: Iterable[str]) -> bytes:
    into = io.StringIO()
    csv.writer(into).writerow(cells)
    return into.getvalue().encode()
