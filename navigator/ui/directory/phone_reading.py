"""A telephone number as one types it, read as it is shown and dialled: "215-555-0100", or what is wrong with it."""

import re
from dataclasses import dataclass

from navigator.resources.exchange.telephone import phones_of
from navigator.resources.model import PhoneKind

NO_NUMBER = "This is no telephone number. Write ten digits, such as 215-555-0100."
_TEXT_CODE = re.compile(r"\d{3,6}")


@dataclass(frozen=True)
class PhoneRead:
    """The number as it is shown, with the extension that was typed behind it; or the `trouble` with it."""

    number: str = ""
    extension: str = ""
    trouble: str = ""


def read_phone(typed: str, kind: PhoneKind = PhoneKind.VOICE) -> PhoneRead:
    """One number and nothing else: of the United States, or a short one such as 988, or a code to send a text to."""
    typed = typed.strip()
    if not typed:
        return PhoneRead()
    if kind is PhoneKind.TEXT and _TEXT_CODE.fullmatch(typed):
        return PhoneRead(typed)
    found, left = phones_of(typed, kind)
    if len(found) != 1 or left or found[0].words:
        return PhoneRead(trouble=NO_NUMBER)
    return PhoneRead(found[0].number, found[0].extension)
