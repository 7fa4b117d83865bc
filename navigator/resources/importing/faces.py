"""What two records are compared by, in one plain spelling: name, organization, numbers, street, ZIP."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from navigator.resources.model import Entry, PhoneKind

_NOISE = frozenset(
    (
        *("a", "an", "and", "at", "for", "in", "of", "the", "to"),
        *("inc", "incorporated", "llc", "corp", "corporation", "co", "company", "ltd"),
    )
)
_STREET = {
    **{"street": "st", "avenue": "ave", "av": "ave", "road": "rd", "boulevard": "blvd", "drive": "dr", "lane": "ln"},
    **{"place": "pl", "court": "ct", "square": "sq", "highway": "hwy", "parkway": "pkwy", "terrace": "ter"},
    **{"north": "n", "south": "s", "east": "e", "west": "w", "northeast": "ne", "northwest": "nw"},
    **{"southeast": "se", "southwest": "sw", "saint": "st", "first": "1st", "second": "2nd", "third": "3rd"},
}
_DIRECTIONS = frozenset(["n", "s", "e", "w", "ne", "nw", "se", "sw"])
_ROOM = re.compile(r"(?:\b(?:suite|ste|unit|apt|apartment|room|rm|floor|fl|building|bldg|box)\b|#).*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_NUMBER_LENGTH = 10
"""Digits of a number of this country without the leading 1."""


@dataclass(frozen=True, slots=True)
class Face:
    """`name` and `organization` are words in the order of the alphabet; "" where nothing is known."""

    name: str
    organization: str
    phones: frozenset[str]
    number: str
    street: str
    zip: str
    city: str


def face_of(entry: Entry) -> Face:
    """The face of a record; a fax number is none of its telephones."""
    address = entry.address
    numbers = (phone.number for phone in entry.phones if phone.kind is not PhoneKind.FAX)
    return make_face(
        entry.name,
        entry.organization,
        numbers,
        (address.line, address.city, address.postal_code) if address else ("", "", ""),
    )


def make_face(name: str, organization: str, phones: Iterable[str], where: tuple[str, str, str]) -> Face:
    """`where` is line, city, ZIP."""
    line, city, code = where
    number, street = place_of_line(line)
    numbers = frozenset(filter(None, map(dialled, phones)))
    return Face(spelled(name), spelled(organization), numbers, number, street, code.strip()[:5], spelled(city))


def spelled(text: str) -> str:
    """The words of a name in the order of the alphabet, without those that say nothing."""
    found = _words(text)
    return " ".join(sorted(word for word in found if word not in _NOISE) or sorted(found))


def _words(text: str) -> list[str]:
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in parts if not unicodedata.combining(letter))
    text = text.casefold().replace("'", "").replace("’", "")
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def dialled(number: str) -> str:
    """The digits of a number, without the 1 of this country."""
    digits = "".join(_DIGITS.findall(number))
    return digits[-_NUMBER_LENGTH:] if len(digits) == _NUMBER_LENGTH + 1 and digits[0] == "1" else digits


def place_of_line(line: str) -> tuple[str, str]:
    """House number and street; suites and floors are left out."""
    found = [_STREET.get(word, word) for word in _words(_ROOM.sub("", line))]
    number = next((word for word in found if word[0].isdigit()), "")
    if number:
        found.remove(number)
    return number, " ".join(word for word in found if word not in _DIRECTIONS)
