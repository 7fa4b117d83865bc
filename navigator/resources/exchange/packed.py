"""Opens what a person gives for an import: a file, a `.gz` of it, a `.zip`, a folder; always within a limit."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from navigator.errors import BadInput

LIMIT = 2 * 1024**3
"""So many bytes are unpacked of one file or one archive; no directory of help comes near it."""
KNOWN = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".json", ".jsonl", ".ndjson", ".geojson")
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)
"""What the standard library raises for files that are damaged, cut short, encrypted or packed in an unknown way."""


@dataclass(frozen=True)
class Packed:
    """One file, unpacked as it is read. `suffix` is that of its name without `.gz`, in small letters."""

    name: str
    suffix: str
    start: Callable[[], BinaryIO]

    def open(self) -> BinaryIO:
        """The bytes from the beginning; `BadInput` with the name of the file where they cannot be had."""
        try:
            stream = self.start()
            if stream.read(2) == b"\x1f\x8b":
                stream.seek(0)
                return _bounded(gzip.GzipFile(fileobj=stream), self.name, beneath=stream)
            stream.seek(0)
        except _BROKEN as error:
            raise unreadable(self.name, error) from None
        return _bounded(stream, self.name)


def files_of(path: Path) -> Iterator[Packed]:
    """The files of `path` that may hold a directory, in the order of their names.

    Hidden files and what macOS adds to archives are left out. Nothing is written: a path inside an archive is only a
    name.
    """
    if path.is_dir():
        inside = sorted(file for file in path.rglob("*") if file.is_file() and _is_shown(file.relative_to(path).parts))
        yield from (_file(one, one.relative_to(path).as_posix()) for one in inside)
    elif not path.is_file():
        raise BadInput(f"{path.name}: there is no such file.")
    elif path.suffix.lower() == ".zip" or _is_plain_archive(path):
        yield from _members(path)
    else:
        yield _file(path, path.name)


def unreadable(name: str, error: Exception) -> BadInput:
    if isinstance(error, PermissionError):
        return BadInput(f"{name}: this account of the computer may not read the file.")
    return BadInput(f"{name}: the file is damaged or cut short and cannot be read.")


def _is_plain_archive(path: Path) -> bool:
    """A zip by its content under another name; a workbook is one too, and is no archive here."""
    if path.suffix.lower() in KNOWN:
        return False
    try:
        return zipfile.is_zipfile(path)
    except OSError as error:
        raise unreadable(path.name, error) from None


def _is_shown(parts: tuple[str, ...]) -> bool:
    return not any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)


def _file(path: Path, name: str) -> Packed:
    return Packed(name, _suffix(name), lambda: path.open("rb"))


def _suffix(name: str) -> str:
    return PurePosixPath(name.lower().removesuffix(".gz")).suffix


def _members(path: Path) -> Iterator[Packed]:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [one for one in archive.infolist() if not one.is_dir()]
    except _BROKEN as error:
        raise unreadable(path.name, error) from None
    if sum(one.file_size for one in inside) > LIMIT:
        raise _too_large(path.name)
    shown = [one for one in inside if _is_shown(PurePosixPath(one.filename).parts)]
    for one in sorted(shown, key=lambda member: member.filename):
        yield Packed(one.filename, _suffix(one.filename), _Member(path, one))


@dataclass(frozen=True)
class _Member:
    path: Path
    member: zipfile.ZipInfo

    def __call__(self) -> BinaryIO:
        archive = zipfile.ZipFile(self.path)
        try:
            stream = archive.open(self.member)
        finally:
            archive.close()  # the open member keeps the file as long as it needs it
        return stream  # type: ignore[return-value]  # typed as IO[bytes], which it is


def _bounded(stream: object, name: str, beneath: BinaryIO | None = None) -> BinaryIO:
    return io.BufferedReader(_Bounded(stream, name, beneath), 1 << 16)


class _Bounded(io.RawIOBase):
    """Reads on until `LIMIT`, and says in a sentence what the libraries say in many ways."""

    def __init__(self, stream: object, name: str, beneath: BinaryIO | None) -> None:
        self._stream: BinaryIO = stream  # type: ignore[assignment]  # a file, a member of an archive, a gzip stream
        self._name, self._beneath, self._read = name, beneath, 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]  # typeshed asks for any buffer
        try:
            found = self._stream.read(len(into))
        except _BROKEN as error:
            raise unreadable(self._name, error) from None
        self._read += len(found)
        if self._read > LIMIT:
            raise _too_large(self._name)
        into[: len(found)] = found
        return len(found)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            if self._beneath:
                self._beneath.close()
        super().close()


def _too_large(name: str) -> BadInput:
    return BadInput(f"{name}: unpacked, this is more than {LIMIT // 1024**3} GB. No directory of help is so large.")
