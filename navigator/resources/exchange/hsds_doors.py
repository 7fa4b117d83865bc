"""The doors of one service of HSDS, as an import takes them: fields, what is kept beside them, what is wrong."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from navigator.resources.exchange.hidden import hidden, says_secret
from navigator.resources.exchange.hsds_own import with_own
from navigator.resources.exchange.hsds_parts import OTHERWISE, Door, Json, Tree, kept, objects_of, taken_apart, text_of
from navigator.resources.exchange.hsds_values import TEXTS, Reading, place_values, service_values, status_written
from navigator.resources.exchange.incoming import SHOWN, Incoming, Part, Piece, Problem
from navigator.resources.fields import FIELDS, Level, Record, Values, with_values
from navigator.resources.model import Entry

SERVICE_KEYS = tuple(key for key, one in FIELDS.items() if one.level is Level.SERVICE)
PLACE_KEYS = tuple(key for key, one in FIELDS.items() if one.level is Level.PLACE)
_WORD_FOR_WORD = {
    **{name: key for key, of, name in TEXTS if of == "service"},
    **{name: name for name in ("url", "minimum_age", "maximum_age")},
}
"""Properties of a service that a field holds as they are: property, field."""
_CELLS = ("name", "alternate_name", "location_type", "external_identifier")
_SENTENCES = ("description", "transportation")
_TOLD = re.compile(
    r"\b(?:confidential|undisclosed|unpublished|secret)\s+(?:shelter\s+)?(?:location|address|site|place)\b"
    r"|\b(?:location|address)\s+(?:is\s+|are\s+|remains?\s+|kept\s+)*(?:confidential|undisclosed|not\s+disclosed|withheld)\b",
    re.IGNORECASE,
)
"""In a sentence about a place; "free and confidential counseling" is said there too."""


def doors_of(service: Json, row: int, reading: Reading) -> Iterator[Piece]:
    """An `Incoming` for each place of a service, or one where it has none; a `Problem` where it cannot be taken."""
    reading.begin()
    tree = taken_apart(service)
    wrong = _wrong(tree, service, row)
    if wrong:
        yield wrong
        return
    told = with_own(service_values(tree, reading), tree.own, SERVICE_KEYS)
    told.setdefault("organization", told["name"])
    secret = _is_secret(tree)
    for door in tree.doors:
        yield _incoming(tree, door, row, told, reading, is_secret=secret)


def without_service(what: str, one: Mapping[str, Any], row: int) -> Part:
    """An organization or a place in which nothing is offered: no door."""
    name = text_of(one.get("name")) or str(one.get("id") or "")
    return Part(row, f"{what} “{name[:SHOWN]}” has no service here, so there is no door to it.")


def _wrong(tree: Tree, raw: Json, row: int) -> Problem | None:
    if not tree.key:
        return Problem(row, "id", "", "A service needs an id, so that the next import knows it again.")
    name = raw.get("name")
    if not text_of(name):
        shown = "" if name in (None, "") else str(name)[:SHOWN]
        return Problem(row, "name", shown, f"The service {tree.key[:SHOWN]} has no name.")
    lost = next((number for number, door in enumerate(tree.doors, 1) if not door.key), None)
    if lost:
        return Problem(row, "service_at_locations", "", f"Place {lost} of the service has no id.")
    return None


def _incoming(
    tree: Tree, door: Door, row: int, told: Values, reading: Reading, *, is_secret: bool
) -> Incoming | Problem:
    here, repaired = len(reading.kept), len(reading.repaired)
    own = door.own or (tree.own if len(tree.doors) == 1 else {})
    values = dict(told) | with_own(place_values(tree, door, reading), own, PLACE_KEYS)
    blank = Entry(
        id="",
        service_id=tree.key,
        name="",
        national=tree.own.get("national") is True,
        invented=tree.own.get("invented") is True,
        source_id=door.key,
    )
    try:
        record = with_values(Record(blank, _extra(tree, door, values, reading)), values)
    except (ValueError, TypeError, KeyError, AttributeError):
        return Problem(row, "navigator", "", "What Navigator had written here was changed and cannot be read.")
    said = tuple(dict.fromkeys(reading.kept))
    put_right = tuple(reading.repaired[repaired:])
    del reading.kept[here:]
    found = Incoming(row, door.key, record, said, repaired=put_right)
    return hidden(found) if is_secret else found


def _is_secret(tree: Tree) -> bool:
    """Whether the publisher says of a place of it that it is not to be known, or our own export did (S-13)."""
    if tree.own.get("confidential") is True:
        return True
    cells = (text_of(location.get(name)) for location in tree.locations for name in _CELLS)
    sentences = (text_of(location.get(name)) for location in tree.locations for name in _SENTENCES)
    lines = (
        text_of(one.get(name))
        for location in tree.locations
        for one in objects_of(location, "addresses")
        for name in ("address_1", "address_2", "attention", "city")
    )
    return says_secret(*cells, *lines) or any(_TOLD.search(sentence) for sentence in sentences)


def _extra(tree: Tree, door: Door, values: Values, reading: Reading) -> Mapping[str, Mapping[str, Any]]:
    """What came and is not said by a field word for word; what Navigator itself had put there is not kept."""
    organization, told = _organization(tree, values, reading)
    parts = {
        "organization": organization,
        "service": _service(tree, values) | told,
        "location": _location(door, values),
        "at_location": kept(door.at),
    }
    return MappingProxyType({name: part for name, part in parts.items() if part})


def _service(tree: Tree, values: Values) -> Json:
    part = kept(tree.service)
    said = {name: values.get(key) for name, key in _WORD_FOR_WORD.items()}
    if not (part.get("fees") or part.get("cost_options")):
        said["fees_description"] = values.get("payment")
    said["status"] = status_written(values.get("status"))
    said["alternate_name"] = "; ".join(values.get("alternate_names") or ()) or None
    return _without(part, said)


def _location(door: Door, values: Values) -> Json:
    part = _without(kept(door.location), {"transportation": values.get("directions")})
    if values.get("place") == [part.get("latitude"), part.get("longitude"), False]:
        return {name: value for name, value in part.items() if name not in ("latitude", "longitude")}
    return part


def _organization(tree: Tree, values: Values, reading: Reading) -> tuple[Json, Json]:
    """What is kept of the organization, and what the service keeps because it tells it otherwise than others do."""
    name = values.get("organization", "")
    told = _without(kept(tree.organization), {"name": name or None})
    known = reading.organizations.setdefault(
        (name, str(told.get("id", ""))), told if tree.shared is None else tree.shared
    )
    shared = known if tree.shared is None else tree.shared
    return (told, {}) if shared == told else (shared, {OTHERWISE: told})


def _without(part: Json, said: Values) -> Json:
    """`part` without those properties whose value is what a field says."""
    return {
        name: value
        for name, value in part.items()
        if name not in said or value != said[name] or type(value) is not type(said[name])
    }
