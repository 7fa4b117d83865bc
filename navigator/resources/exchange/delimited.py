"""Reads text tables: CSV and TSV with any separator, line ends and letters that people's programs write."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from navigator.errors import BadInput
from navigator.resources.exchange.encoding import Encoding, encoding_of
from navigator.resources.exchange.packed import Packed
from navigator.resources.exchange.sheet import Cells, Sheet, sheet_of

LONGEST = 16 * 1024 * 1024
"""Characters in one cell or line; more is no table of services."""
_SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 1 << 16
_NO_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)

csv.field_size_limit(LONGEST)


def delimited_sheet(file: Packed) -> Sheet | None:
    """The table of a text file, or None for an empty one."""
    _refuse_binary(file)
    encoding = encoding_of(file.open)
    separator = _separator(_sample(file, encoding), file.suffix)

    def records() -> Iterator[Cells]:
        return _records(file, encoding, separator)

    return sheet_of(file.name, records, (encoding.words,) if encoding.words else ())


def _refuse_binary(file: Packed) -> None:
    """A picture, a PDF, a document of a word processor: text has no control characters, but UTF-16 has every byte."""
    with file.open() as stream:
        head = stream.read(4096)
    controls = sum(byte < 32 and byte not in b"\0\t\n\r\v\f" for byte in head)
    is_wide = head.startswith(_WIDE_MARKS)
    if head.startswith(_NO_TABLES) or (controls > 0.02 * len(head) and not is_wide):
        raise BadInput(f"{file.name}: this is no table. Give a list as CSV, Excel, JSON or GeoJSON.")


def _records(file: Packed, encoding: Encoding, separator: str) -> Iterator[Cells]:
    with file.open() as stream, _text(stream, encoding) as text:
        try:
            yield from csv.reader(_lines(text, file.name), delimiter=separator)
        except (csv.Error, UnicodeError):
            raise BadInput(f"{file.name}: the file is damaged, or no table: it cannot be read to its end.") from None


def _lines(text: io.TextIOWrapper, name: str) -> Iterator[str]:
    """The lines with their ends, whichever of CR, LF and CRLF they are: a cell in quotation marks may hold one."""
    while line := text.readline(LONGEST):
        if len(line) == LONGEST:
            raise BadInput(f"{name}: a line has more than {LONGEST // 1024**2} million letters. This is no table.")
        yield line


def _text(stream: BinaryIO, encoding: Encoding) -> io.TextIOWrapper:
    return io.TextIOWrapper(stream, encoding.codec, encoding.errors, newline="")


def _sample(file: Packed, encoding: Encoding) -> str:
    with file.open() as stream, _text(stream, encoding) as text:
        try:
            return text.read(_SAMPLE)
        except UnicodeError:
            raise BadInput(f"{file.name}: the file is damaged and cannot be read.") from None


def _separator(sample: str, suffix: str) -> str:
    """The one by which the most rows have the same number of cells, and the most cells."""
    if suffix in (".tsv", ".tab") and "\t" in sample:
        return "\t"
    return max(_SEPARATORS, key=lambda one: _evenness(sample, one))


def _evenness(sample: str, separator: str) -> float:
    rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=separator))
    widths = Counter(len(row) for row in (rows[:-1] or rows)[:100] if any(row))
    if not widths:
        return 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (width - 1) * count / widths.total()
