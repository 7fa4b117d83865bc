"""Where a service is, read from HSDS and written to it: address, position, way in, wheelchair access."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from navigator.city import City
from navigator.resources.exchange.address import joined, zip_of
from navigator.resources.exchange.hsds_conform import MADE, OWN
from navigator.resources.exchange.hsds_fit import made_id
from navigator.resources.exchange.hsds_parts import Json, objects_of, text_of
from navigator.resources.exchange.point import Found, point_of
from navigator.resources.field_values import address_of, address_value
from navigator.resources.fields import Value
from navigator.resources.model import Address, Tri
from navigator.resources.places import Point

_WHEELCHAIR = re.compile(
    r"\bwheel\s?chairs?\b|\bhandicap(?:ped)?[ -]access|\bstep[ -]?free\b|\bADA[ -](?:access|compl)", re.IGNORECASE
)
_NOT = re.compile(
    r"\b(?:no|not|none|without|limited|partial(?:ly)?|un?able|inaccessible|ask|call|unknown)\b|n't\b", re.IGNORECASE
)
_NONE = re.compile(
    r"\b(?:no wheel\s?chair access|not (?:wheel\s?chair|handicap(?:ped)?)[ -]accessible)\b", re.IGNORECASE
)


def address(location: Mapping[str, Any]) -> Value:
    """The first address that a person can go to; one for letters is none (S-02)."""
    for one in objects_of(location, "addresses"):
        if text_of(one.get("address_type")).lower() in ("", "physical") and (found := _address(one)):
            return address_value(found)
    return None


def address_written(value: Value, location: Mapping[str, Any], seed: str) -> list[Json]:
    """The address first, then those of the publisher that are not places to go to."""
    others = [one for one in objects_of(location, "addresses") if text_of(one.get("address_type")).lower() == "postal"]
    told = address_of(value)
    return others if told is None else [_written(told, seed), *others]


def position(location: Mapping[str, Any], there: Value, centre: Callable[[str], Point | None]) -> tuple[Value, Found]:
    """The position, or the centre of its ZIP where none stands or it cannot be; and what was met in reading it.

    `there` is its address.
    """
    told = [_cell(location.get(name)) for name in ("latitude", "longitude")]
    code = _zip(there)
    home = centre(code) if code else None
    found = point_of(told[0], told[1], home) if any(told) else Found()
    if found.point:
        return [*found.point, False], found
    return ([*home, True] if home else None), found


def area(there: Value, city: City) -> Value:
    """The neighborhood of the ZIP of an address."""
    home = city.zips.get(_zip(there))
    return home.area if home and home.area else None


def wheelchair(locations: list[Json]) -> Value:
    """Only what every place of the service says plainly; anything else is not known (S-02)."""
    said = {_wheelchair(location) for location in locations}
    return said.pop() if len(said) == 1 else None


def _wheelchair(location: Mapping[str, Any]) -> Value:
    words = " / ".join(
        text_of(one.get(name)) for one in objects_of(location, "accessibility") for name in ("description", "details")
    )
    if _NONE.search(words):
        return Tri.NO.value
    plain = _WHEELCHAIR.search(words) and not any(
        _NOT.search(clause) for clause in re.split(r"[./;]", words) if _WHEELCHAIR.search(clause)
    )
    return Tri.YES.value if plain else None


def _address(one: Mapping[str, Any]) -> Address | None:
    street = joined(*(text_of(one.get(f"address_{number}")) for number in range(1, 5)))
    state = text_of(one.get("state_province"))
    found = Address(street, text_of(one.get("city")), state, text_of(one.get("postal_code")))
    return found if any((found.line, found.city, found.postal_code)) else None


def _written(told: Address, seed: str) -> Json:
    return {
        "id": made_id(seed, "address"),
        "address_1": told.line,
        "city": told.city,
        "state_province": told.state,
        "postal_code": told.postal_code,
        "country": "US",
        "address_type": "physical",
        OWN: {MADE: True},
    }


def _zip(there: Value) -> str:
    return zip_of(there.get("postal_code", ""), there.get("state", "")) if there else ""


def _cell(value: object) -> str:
    return repr(value) if isinstance(value, int | float) and not isinstance(value, bool) else text_of(value)
