"""Tells by evidence in which letters a text file is written, and says what was assumed."""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20
_LOOKED_AT = 2000
_STRAY = "navigator.stray"
_STRAYS = re.compile("[\ue080-\ue0ff]")
_BEYOND_ASCII = re.compile(rb"([\x00-\x7f]?)([\x80-\xff])(?=([\x00-\x7f]?))")
_TYPOGRAPHIC = "\u2018\u2019\u201c\u201d\u2013\u2014\u2022\u2026\u00a0®©™°§½¼¾"


@dataclass(frozen=True)
class Encoding:
    """How to decode a file. `words` say what was assumed; empty where the file itself says or proves it."""

    codec: str
    errors: str = "strict"
    words: str = ""


def encoding_of(start: Callable[[], BinaryIO]) -> Encoding:
    """Reads the whole file once. Unicode is proved by a mark or by its own form; older letters are weighed."""
    with start() as stream:
        head = stream.read(4096)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return Encoding(codec)
    return _wide(head) or _narrow(start)


def _wide(head: bytes) -> Encoding | None:
    """UTF-16 without a mark: every second byte of plain letters is zero."""
    half = len(head) // 2
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if half and head[offset::2].count(0) > 0.4 * half and head[1 - offset :: 2].count(0) < 0.1 * half:
            return Encoding(codec, words="The letters were taken to be UTF-16.")
    return None


def _narrow(start: Callable[[], BinaryIO]) -> Encoding:
    decoder = codecs.getincrementaldecoder("utf-8")(_STRAY)
    stray = many = 0
    for chunk in _chunks(start):
        text = decoder.decode(chunk)
        strays = len(_STRAYS.findall(text))
        stray += strays
        many += len(text) - len(text.encode("ascii", "ignore")) - strays
    if not stray:
        return Encoding("utf-8")
    if many >= 10 * stray:
        told = f"The letters are UTF-8 but for {stray} that are not; those were read as Windows letters."
        return Encoding("utf-8", "navigator.windows", told)
    return _older(start)


def _older(start: Callable[[], BinaryIO]) -> Encoding:
    windows = mac = looked_at = 0
    for chunk in _chunks(start):
        if b"\r" in chunk and b"\n" not in chunk:
            mac += 3  # only old Macs end lines so
        for found in _BEYOND_ASCII.finditer(chunk):
            before, after = found[1].decode(), found[3].decode()
            windows += _likely(found[2].decode("cp1252", "replace"), before, after)
            mac += _likely(found[2].decode("mac_roman"), before, after)
            looked_at += 1
        if looked_at > _LOOKED_AT:
            break
    if mac > windows:
        return Encoding("mac_roman", words="The letters beyond A to Z were taken to be those of old Macs (Mac Roman).")
    return Encoding("cp1252", "replace", "The letters beyond A to Z were taken to be those of Windows (Windows-1252).")


def _likely(letter: str, before: str, after: str) -> int:
    """How well a letter stands between its neighbours, in English with names of other languages."""
    if letter == "\ufffd":
        return -5
    if letter in "\u2019\u2018":
        return 3 if before.isalpha() or after.isalpha() else 1
    if letter in _TYPOGRAPHIC:
        return 2
    if not letter.isalpha():
        return -1
    if letter.isupper() and before.islower():
        return -2
    return 2 if before.isalpha() or after.isalpha() else 0


def _chunks(start: Callable[[], BinaryIO]) -> Iterator[bytes]:
    with start() as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _as_private(error: UnicodeError) -> tuple[str, int]:
    """Marks a byte that is not UTF-8 with a letter of the private area, so that it can be counted."""
    byte, after = _stray(error)
    return chr(0xE000 + byte[0]), after


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    byte, after = _stray(error)
    return byte.decode("cp1252", "replace"), after


def _stray(error: UnicodeError) -> tuple[bytes, int]:
    """The byte that is not UTF-8, and where to read on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1], error.start + 1


codecs.register_error(_STRAY, _as_private)
codecs.register_error("navigator.windows", _as_windows)
