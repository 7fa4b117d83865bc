"""What a person gives for an import, read as tables and JSON whatever it is packed in."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from navigator.errors import BadInput
from navigator.resources.exchange.delimited import delimited_sheet
from navigator.resources.exchange.encoding import encoding_of
from navigator.resources.exchange.packed import KNOWN, Packed, files_of
from navigator.resources.exchange.sheet import Row, Sheet
from navigator.resources.exchange.workbook import workbook_sheets

__all__ = ["Document", "Row", "Sheet", "Source", "open_source"]

_JSON = (".json", ".jsonl", ".ndjson", ".geojson")
_WORKBOOK = (".xlsx", ".xlsm")
_BESIDE = ("datapackage.json", "readme.txt", "license.txt")
"""Files that stand beside the tables of a package and hold no doors."""


@dataclass(frozen=True)
class Document:
    """One JSON file."""

    name: str
    file: Packed

    def open(self) -> BinaryIO:
        """Its bytes as UTF-8 without a mark."""
        encoding = encoding_of(self.file.open)
        stream = self.file.open()
        if encoding.codec == "utf-8":
            return stream
        return io.BufferedReader(_Recoded(io.TextIOWrapper(stream, encoding.codec, encoding.errors)), 1 << 16)


@dataclass(frozen=True)
class Source:
    """One or several files that belong together. `passed_over` are names of files that are neither table nor JSON."""

    name: str
    tables: tuple[Sheet, ...] = ()
    documents: tuple[Document, ...] = ()
    passed_over: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences on what was assumed in reading, each with the name of its file."""
        return tuple(f"{sheet.name}: {note}" for sheet in self.tables for note in sheet.notes)

    def json_stream(self) -> BinaryIO:
        """The first JSON file from its beginning, as UTF-8; the caller closes it."""
        if not self.documents:
            raise BadInput(f"{self.name}: there is no JSON in it.")
        return self.documents[0].open()


def open_source(paths: Sequence[Path]) -> Source:
    """One source of all `paths`; `BadInput` names the file that cannot be read. Nothing is kept open."""
    if not paths:
        raise BadInput("No file was given.")
    files = [(path, file) for path in paths for file in files_of(path)]
    tables: list[Sheet] = []
    documents: list[Document] = []
    passed_over: list[str] = []
    for path, file in files:
        if not _is_wanted(path, file):
            passed_over.append(file.name)
        elif _is_json(file):
            documents.append(Document(file.name, file))
        else:
            tables += _tables(file)
    name = paths[0].name if len(paths) == 1 else ", ".join(path.name for path in paths)
    if not tables and not documents:
        raise BadInput(f"{name}: there is nothing to read in it.")
    return Source(name, tuple(tables), tuple(documents), tuple(passed_over))


def _is_wanted(path: Path, file: Packed) -> bool:
    """A file that is given by itself is read whatever its name; of a folder or an archive only what may be data."""
    if file.suffix == ".xls":
        raise BadInput(f"{file.name}: this is a workbook of an old Excel. Save it as .xlsx or .csv and give that.")
    if file.name == path.name:
        return True
    return file.suffix in KNOWN and Path(file.name).name.lower() not in _BESIDE


def _is_json(file: Packed) -> bool:
    if file.suffix in _JSON:
        return True
    if file.suffix in KNOWN:
        return False
    with file.open() as stream:
        return stream.read(512).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def _tables(file: Packed) -> Iterator[Sheet]:
    if file.suffix in _WORKBOOK:
        return workbook_sheets(file)
    sheet = delimited_sheet(file)
    return iter([sheet] if sheet else [])


class _Recoded(io.RawIOBase):
    """Text in other letters as the bytes of UTF-8."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text, self._left = text, b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]  # typeshed asks for any buffer
        if not self._left:
            self._left = self._text.read(1 << 15).encode("utf-8", "replace")
        count = min(len(into), len(self._left))
        into[:count], self._left = self._left[:count], self._left[count:]
        return count

    def close(self) -> None:
        self._text.close()
        super().close()
