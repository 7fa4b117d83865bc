"""The numbers of an entry as a paper shows them: two large at most, the others as one line of words (D-07)."""

import re

from navigator.documents.blocks import Number
from navigator.documents.wording import Wording
from navigator.resources.model import Entry, Phone, PhoneKind

LARGE = 2
_PRESS_THREE = re.compile(r"[,;]?\s*(?:\b(?:then|and|or)\s+)?\bpress\s+(?:3|three)\b", re.IGNORECASE)


def large_numbers(entry: Entry, wording: Wording) -> tuple[Number, ...]:
    """The numbers to set large: voice first, then text."""
    return tuple(_number(phone, wording) for phone in _callable(entry)[:LARGE])


def other_numbers(entry: Entry, wording: Wording) -> str:
    """The numbers that are left, with what they are for; a fax helps nobody in need and is left out."""
    left = [*_callable(entry)[LARGE:], *_of(entry, PhoneKind.TTY)]
    return " ".join(_line(phone, wording) for phone in left)


def _callable(entry: Entry) -> list[Phone]:
    return [*_of(entry, PhoneKind.VOICE), *_of(entry, PhoneKind.TEXT)]


def _of(entry: Entry, kind: PhoneKind) -> list[Phone]:
    return [phone for phone in entry.phones if phone.kind is kind]


def _number(phone: Phone, wording: Wording) -> Number:
    words = without_press_three(phone.words)
    if phone.kind is PhoneKind.TEXT and not words:
        words = wording.say("phone.text")
    return Number(_dialled(phone, wording), words)


def _line(phone: Phone, wording: Wording) -> str:
    words = without_press_three(phone.words)
    number = _dialled(phone, wording)
    if words:
        number = wording.say("phone.with_words", number=number, words=words)
    return wording.say(f"phone.{phone.kind.name.lower()}_line", number=number)


def _dialled(phone: Phone, wording: Wording) -> str:
    number = without_press_three(phone.number)
    if not phone.extension:
        return number
    return wording.say("phone.extension", number=number, extension=phone.extension)


def without_press_three(text: str) -> str:
    """`text` without "press 3": that choice of 988 ended and must not be printed, whatever an import says (S-11)."""
    return _PRESS_THREE.sub("", text).strip()
