"""Reads from the columns of a table where a door is: address in one cell or in parts, ZIP, position."""

from dataclasses import replace

from navigator.resources.exchange.address import address_of, joined
from navigator.resources.exchange.door import Door
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.plain import is_nothing, plain
from navigator.resources.exchange.point import pair_of
from navigator.resources.exchange.sheet import Row
from navigator.resources.model import Address


def stand(door: Door, line: Row, mapping: ColumnMapping) -> None:
    def cell(target: str) -> str:
        text = next((line.cells[heading] for heading in mapping.headings(target)), "")
        return "" if is_nothing(text) else plain(text)

    whole = address_of(cell("address")) if cell("address") else Address("")
    street = joined(cell("address.line") or whole.line, cell("address.line2"))
    parts = Address(street, cell("address.city") or whole.city, cell("address.state") or whole.state)
    code = cell("address.zip") or whole.postal_code
    door.at(replace(parts, postal_code=whole.postal_code), code)
    _position(door, line, mapping)


def _position(door: Door, line: Row, mapping: ColumnMapping) -> None:
    for heading in mapping.headings("latlon"):
        text = line.cells[heading]
        pair = pair_of(text)
        if pair:
            door.stands(*pair, heading)
        elif not is_nothing(text):
            door.unread("location", heading, text)
    for north, east in zip(mapping.headings("latitude"), mapping.headings("longitude"), strict=False):
        door.stands(line.cells[north], line.cells[east], north)
