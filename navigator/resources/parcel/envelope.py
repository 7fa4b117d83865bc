"""The outside of a parcel: what it says of itself, signed, before its content (S-14).

A line with what it is, the length of the head, the head as JSON, the signature of all that, the packed content. The
signature covers the content's length and digest too, so that nothing is unpacked that was not signed.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from navigator.clock import from_store, to_store
from navigator.errors import BadInput
from navigator.resources.parcel.checked import moment
from navigator.storage import keys, signing

MAGIC = b"Navigator parcel 1\n"
_LENGTH_BYTES = 4
_LONGEST_HEAD = 16 * 1024
_LARGEST = 1024**3
_AT_ONCE = 1024 * 1024
_HIGHEST = 10**9


class Kind(StrEnum):
    DIRECTORY = "directory"
    RETURNS = "returns"


@dataclass(frozen=True)
class Head:
    """What a parcel says of itself. `public` is the key that signed it, `box` the one that answers are sealed to.

    `length` bytes of content with the SHA-256 `digest` unpack to `unpacked` bytes. `answers` is the number of the
    parcel that returns follow, 0 in others.
    """

    kind: Kind
    city: str
    public: str
    box: str
    number: int
    made_at: str
    entries: int
    answers: int
    length: int
    unpacked: int
    digest: str

    @property
    def key(self) -> bytes:
        return keys.from_text(self.public)

    @property
    def fingerprint(self) -> str:
        return signing.fingerprint(self.key)

    @property
    def made(self) -> datetime:
        return from_store(self.made_at)


@dataclass(frozen=True)
class Sealed:
    """A parcel whose head is signed; `content` checks the rest before anybody reads it."""

    head: Head
    file: BinaryIO
    name: str

    def content(self) -> BinaryIO:
        """The file at the start of the packed content; `BadInput` when that is not what was signed."""
        start = self.file.tell()
        left = os.fstat(self.file.fileno()).st_size - start
        if left < self.head.length:
            raise BadInput(f"{self.name} is cut short: copy it again. Nothing was changed.")
        if left > self.head.length or self._digest() != self.head.digest:
            raise BadInput(f"{self.name} is damaged: copy it again. Nothing was changed.")
        self.file.seek(start)
        return self.file

    def _digest(self) -> str:
        told = hashlib.sha256()
        while some := self.file.read(_AT_ONCE):
            told.update(some)
        return told.hexdigest()


def write(file: BinaryIO, head: Head, content: bytes, private: bytes) -> None:
    said = json.dumps(asdict(head)).encode()
    front = MAGIC + len(said).to_bytes(_LENGTH_BYTES) + said
    file.write(front + signing.sign(private, front))
    file.write(content)


def head_of(kind: Kind, city: str, private: bytes, content: bytes, unpacked: int, at: datetime, **more: Any) -> Head:
    """The head of a parcel with this packed content; `more` are `number`, `entries`, `box`, `answers`."""
    digest = hashlib.sha256(content).hexdigest()
    told: dict[str, Any] = {"number": 0, "entries": 0, "box": "", "answers": 0} | more
    public = keys.to_text(signing.public_of(private))
    return Head(
        kind=kind,
        city=city,
        public=public,
        made_at=to_store(at),
        length=len(content),
        unpacked=unpacked,
        digest=digest,
        **told,
    )


@contextmanager
def opened(path: Path) -> Iterator[Sealed]:
    """The parcel at `path` with its signature checked; `BadInput` says what is wrong with it."""
    try:
        with path.open("rb") as file:
            yield Sealed(_head(file, path.name), file, path.name)
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error


def _head(file: BinaryIO, name: str) -> Head:
    if file.read(len(MAGIC)) != MAGIC:
        raise BadInput(f"{name} is no parcel of Navigator's, or of a newer version. Nothing was changed.")
    length = file.read(_LENGTH_BYTES)
    said = file.read(min(int.from_bytes(length), _LONGEST_HEAD))
    signature = file.read(signing.SIGNATURE_BYTES)
    try:
        head = _read(json.loads(said))
        signing.check(head.key, signature, MAGIC + length + said)
    except (ValueError, TypeError, KeyError, RecursionError, signing.Forged):
        raise BadInput(
            f"{name} was damaged, or changed after it was signed: ask for it again. Nothing was changed."
        ) from None
    return head


def _read(told: Any) -> Head:
    """The head of a JSON value that anybody may have written."""
    head = Head(**(told | {"kind": Kind(told["kind"])}))
    texts = (head.city, head.public, head.box, head.made_at, head.digest)
    numbers = (head.number, head.entries, head.answers, head.length, head.unpacked)
    if not all(isinstance(text, str) for text in texts) or not all(type(number) is int for number in numbers):
        raise ValueError("a part of the head is of another kind")
    if min(numbers) < 0 or head.length > _LARGEST or max(head.number, head.entries, head.answers) > _HIGHEST:
        raise ValueError("a part of the head is out of its bounds")
    moment(head.made_at)
    return head
