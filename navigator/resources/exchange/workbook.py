"""Reads Excel workbooks as a person sees their cells: formulas by their values, dates and numbers as text."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from navigator.errors import BadInput
from navigator.resources.exchange.packed import Packed
from navigator.resources.exchange.sheet import Cells, Sheet, sheet_of

LIMIT = 512 * 1024**2
"""Bytes of one workbook, unpacked; its texts stand in memory at once."""
_ZEROS = re.compile(r"0{2,}")
_BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, zipfile.BadZipFile, ParseError)
"""What openpyxl raises for workbooks that are damaged or none at all."""


def workbook_sheets(file: Packed) -> Iterator[Sheet]:
    """Every sheet of the workbook that is not empty."""
    book = _book(file)
    for page in book.worksheets:
        sheet = sheet_of(f"{file.name}, {page.title}", partial(_records, page, file.name))
        if sheet:
            yield sheet


def _book(file: Packed) -> Any:
    with file.open() as stream:
        data = io.BytesIO(stream.read(LIMIT + 1))
    try:
        with zipfile.ZipFile(data) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > LIMIT:
            raise BadInput(f"{file.name}: unpacked, the workbook is larger than {LIMIT // 1024**2} MB.")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of colours, pictures and menus, which are not read
            return load_workbook(data, read_only=True, data_only=True, keep_links=False)
    except _BROKEN:
        raise BadInput(f"{file.name}: this is no workbook that can be read. Save it anew as .xlsx or .csv.") from None


def _records(page: Any, name: str) -> Iterator[Cells]:
    page.reset_dimensions()  # many programs write wrong ones
    width = 0
    try:
        for row in page.iter_rows():
            cells = [_seen(cell) for cell in row]
            width = max(width, len(cells))
            yield cells + [""] * (width - len(cells))
    except _BROKEN:
        raise BadInput(f"{name}: the workbook is damaged and cannot be read to its end.") from None


def _seen(cell: Any) -> str:
    """What stands in the cell on the screen, dates as 2014-05-03 and times as 9:00."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value)
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format))
    return str(value)


def _moment(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%Y-%m-%d}"


def _number(value: float, shown_as: str) -> str:
    if shown_as.endswith("%"):
        return f"{round(value * 100, 6):g}%"
    if value != int(value):
        return repr(value)
    whole = str(int(value))
    return whole.zfill(len(shown_as)) if _ZEROS.fullmatch(shown_as) else whole
