"""The inside of a parcel: one JSON value a line, packed; unpacked no further than what was signed."""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from navigator.errors import BadInput

_LARGEST = 4 * 1024**3
_LONGEST_LINE = 16 * 1024**2
UNREADABLE = "The content of this parcel cannot be read, though it is signed: it may be of a newer Navigator."


@dataclass(frozen=True)
class Packed:
    content: bytes
    unpacked: int


def pack(values: Iterable[Any]) -> Packed:
    into, unpacked = BytesIO(), 0
    with gzip.GzipFile(fileobj=into, mode="wb", compresslevel=6, mtime=0) as file:
        for value in values:
            line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            unpacked += file.write(line)
    return Packed(into.getvalue(), unpacked)


def unpack(file: BinaryIO, unpacked: int) -> Iterator[Any]:
    """The values, read as they are asked for; `BadInput` for more or other than `unpacked` bytes of JSON lines."""
    left = unpacked
    try:
        if unpacked > _LARGEST:
            raise ValueError("too much")
        with gzip.GzipFile(fileobj=file, mode="rb") as stream:
            while line := stream.readline(_LONGEST_LINE):
                left -= len(line)
                if left < 0 or not line.endswith(b"\n"):
                    raise ValueError("longer than it said")
                yield json.loads(line)
    except (OSError, EOFError, ValueError, RecursionError, zlib.error) as error:
        raise BadInput(UNREADABLE) from error
