"""Reads telephone numbers as people write them into cells: several in one, with extensions, words and letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from phonenumbers import convert_alpha_characters_in_number

from navigator.resources.model import Phone, PhoneKind

_LONG = re.compile(
    r"(?<![\d.-])(?<!\d[\s)])(?<!\d\)\s)(?:\+?1\s*[-.\s/]?\s*)?\(?([2-9]\d{2})\)?[-.\s/–]{0,3}([2-9]\d{2})[-.\s–]{0,3}(\d{4})(?!\d|[-.]\d)"
)
_SHORT = re.compile(r"(?<![\d\-.(/])(?:[2-9]-?1-?1|988)(?![\d\-./)]|\s*\))")
_ONLY_SHORT = re.compile(r"[\s()-]*([2-9]11|988)[\s()-]*")
_TO_TEXT = re.compile(r"(?<![\d\-])\d{5,6}(?![\d\-])")
_VANITY = re.compile(
    r"(?<![\w-])(?:\+?1[-. ])?\(?\d{3}\)?[-. ]{1,2}(?=[\dA-Z. -]*[A-Z]{3})[\dA-Z](?:[-. ]?[\dA-Z]){5,}(?![\w-])"
)
_EXTENSION = re.compile(r"\s*,?\s*(?:extension|ext|x|#)\.?\s*#?\s*(\d{1,6})\b", re.IGNORECASE)
_NANP = re.compile(r"1?([2-9]\d{2})([2-9]\d{2})(\d{4})")
_KINDS = (
    (re.compile(r"\bfax\b", re.IGNORECASE), PhoneKind.FAX),
    (re.compile(r"\b(tty|tdd|tt/?y)\b", re.IGNORECASE), PhoneKind.TTY),
    (re.compile(r"\b(text|texting|sms)\b", re.IGNORECASE), PhoneKind.TEXT),
)
_CALLED = re.compile(r"\b(?:call|phone|voice|tel)\b", re.IGNORECASE)
"""Who may call a number and text it is told to call: "call or text", "voice/TTY"."""
_EDGE = " \t\r\n,;:/|&()[]-–—.*"
_JOINING = re.compile(r"^(?:or|and)\b|\b(?:or|and)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    number: str
    extension: str = ""
    is_text: bool = False


@lru_cache(maxsize=8192)
def phones_of(text: str, kind: PhoneKind = PhoneKind.VOICE, words: str = "") -> tuple[tuple[Phone, ...], str]:
    """The numbers of a cell as "215-555-0100" or "988", and what of the cell was not read ("" when all was).

    What is written beside a number ("Intake:", "TTY") becomes its words or its kind; `words` are used where there are
    none. A number without area code is not read: nobody knows which one is meant.
    """
    found = _found(text)
    if not found:
        return (), text.strip() if any(letter.isalnum() for letter in text) else ""
    chunks = _chunks(text, found)
    phones, left = [], []
    for place, chunk in zip(found, chunks[:-1], strict=True):
        told, unread = _told(chunk)
        left += [unread] if unread else []
        phones.append(_phone(place, kind, told, words))
    told, unread = _told(chunks[-1])
    left += [unread] if unread else []
    if told and phones[-1].words in ("", words):
        phones[-1] = _phone(found[-1], kind, told, words)
    elif told:
        left.append(told)
    return tuple(dict.fromkeys(phones)), "; ".join(left)


def _found(text: str) -> list[_Found]:
    """Every number with its place, none within another; the longer ones are looked for first."""
    taken: list[_Found] = []
    for one in (*_vanity(text), *_long(text), *_short(text)):
        if all(one.end <= other.start or one.start >= other.end for other in taken):
            taken.append(one)
    return sorted(taken, key=lambda one: one.start)


def _vanity(text: str) -> Iterator[_Found]:
    """ "1-800-273-TALK (8255)": letters of the keypad, perhaps with their digits after them."""
    for match in _VANITY.finditer(text):
        digits = re.sub(r"\D", "", convert_alpha_characters_in_number(match[0]))
        whole = _NANP.match(digits)
        if whole:
            again = re.compile(r"\s*\(\s*[\d-]{4,12}\s*\)").match(text, match.end())
            yield _Found(match.start(), again.end() if again else match.end(), "-".join(whole.groups()))


def _long(text: str) -> Iterator[_Found]:
    for match in _LONG.finditer(text):
        after = _EXTENSION.match(text, match.end())
        yield _Found(
            match.start(), after.end() if after else match.end(), "-".join(match.groups()), after[1] if after else ""
        )


def _short(text: str) -> Iterator[_Found]:
    if whole := _ONLY_SHORT.fullmatch(text):
        yield _Found(0, len(text), whole[1])
    for match in _SHORT.finditer(text):
        yield _Found(match.start(), match.end(), match[0].replace("-", ""))
    if re.search(r"\btext\b", text, re.IGNORECASE):
        for match in _TO_TEXT.finditer(text):
            yield _Found(match.start(), match.end(), match[0], is_text=True)


def _chunks(text: str, found: list[_Found]) -> list[str]:
    edges = [0, *(edge for one in found for edge in (one.start, one.end)), len(text)]
    return [text[edges[index] : edges[index + 1]] for index in range(0, len(edges), 2)]


def _told(chunk: str) -> tuple[str, str]:
    """Words that stand beside a number; with digits in them they may be a number that was not read."""
    words = _JOINING.sub("", chunk.strip(_EDGE)).strip(_EDGE)
    return ("", words) if any(letter.isdigit() for letter in words) else (" ".join(words.split()), "")


def _phone(place: _Found, kind: PhoneKind, told: str, words: str) -> Phone:
    if kind is PhoneKind.VOICE:
        kind = PhoneKind.TEXT if place.is_text else _kind(told or words)
    bare = told.lower().strip(_EDGE) in ("fax", "tty", "tdd", "text", "phone", "tel", "telephone", "call")
    return Phone(place.number, kind, words if bare or not told else told, place.extension)


def _kind(words: str) -> PhoneKind:
    if _CALLED.search(words):
        return PhoneKind.VOICE
    return next((kind for form, kind in _KINDS if form.search(words)), PhoneKind.VOICE)
