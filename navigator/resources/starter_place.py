"""Reads from a directory file how to reach a service: the address, the telephones, the web page."""

import re

from navigator.content import Table
from navigator.resources.model import Address, Phone, PhoneKind

_TELEPHONE = re.compile(r"[0-9]+(-[0-9]+)*")
_ZIP = re.compile(r"[0-9]{5}")
_WEB = re.compile(r"https?://[^\s/]+\S*")


def read_address(table: Table) -> Address | None:
    """The address; a city without a street (a telephone line has only that) is no place to go to."""
    address = Address(table.text("address"), table.text("city"), table.text("state"), table.text("postal_code"))
    if address.postal_code and not _ZIP.fullmatch(address.postal_code):
        raise table.wrong("postal_code", f"{address.postal_code!r} is not a ZIP of five digits.")
    return address if address.line else None


def read_phones(table: Table) -> tuple[Phone, ...]:
    return tuple(_phone(line) for line in table.tables("phones"))


def _phone(line: Table) -> Phone:
    phone = Phone(
        number=line.needed("number"),
        kind=line.one_of("kind", PhoneKind, PhoneKind.VOICE),
        words=line.text("words"),
        extension=line.text("extension"),
    )
    if not _TELEPHONE.fullmatch(phone.number):
        raise line.wrong("number", f"{phone.number!r} is not a telephone number.")
    line.done()
    return phone


def read_url(table: Table) -> str:
    url = table.text("url")
    if url and not _WEB.fullmatch(url):
        raise table.wrong("url", f"{url!r} is not a web address.")
    return url
