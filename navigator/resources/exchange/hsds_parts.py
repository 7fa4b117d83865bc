"""A service of HSDS with its organization and its places, taken apart; and what of it Navigator does not use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from navigator.resources.exchange.hsds_conform import OWN, own_of, restored, without_made

Json = dict[str, Any]
SHARED = "shared"
OTHERWISE = "organization"
"""Where a service keeps how it tells its organization, when others of the same organization tell it otherwise."""


@dataclass(frozen=True)
class Door:
    """One place of a service. A service without a place has one door that is empty; `own` is Navigator's own part."""

    key: str = ""
    at: Json = field(default_factory=dict)
    location: Json = field(default_factory=dict)
    own: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Tree:
    """One service, whole."""

    key: str
    organization: Json
    service: Json
    doors: tuple[Door, ...]
    own: Mapping[str, Any] = field(default_factory=dict)
    shared: Json | None = None
    """What is told of the organization elsewhere, where this service tells it otherwise."""

    @property
    def locations(self) -> list[Json]:
        return [door.location for door in self.doors]


def taken_apart(service: Json) -> Tree:
    """The parts of a service as its publisher wrote it, also after it went through our export."""
    told, own = _own(restored("service", service), service)
    key = str(told.get("id") or service.get("id") or "")
    organization = told.pop("organization", None)
    places = told.pop("service_at_locations", None)
    doors = tuple(
        _door(place, raw)
        for place, raw in zip(_objects(places), _objects(service.get("service_at_locations")), strict=True)
    )
    if isinstance(organization, dict):
        organization = {name: value for name, value in organization.items() if name != OWN}
    else:
        told |= {} if organization is None else {"organization": organization}
    return Tree(key, organization or {}, told, doors or (Door(key),), own, _shared(service.get("organization")))


def kept(part: Mapping[str, Any]) -> Json:
    """What is kept of a part as it came: all but what Navigator itself had put there."""
    return without_made(part)


def texts(objects: object, name: str) -> list[str]:
    """The property `name` of each of a list of objects, where it is a text that says something."""
    found = (text_of(one.get(name)) for one in _objects(objects))
    return [text for text in found if text]


def objects_of(part: Mapping[str, Any], name: str) -> list[Json]:
    return _objects(part.get(name))


def text_of(value: object) -> str:
    """Text as a person reads it; line ends that a publisher's export wrote as "\\n" are line ends."""
    if not isinstance(value, str):
        return ""
    return (value.replace("\\r", "").replace("\\n", "\n") if "\\" in value else value).strip()


def _objects(value: object) -> list[Json]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _own(told: Json, raw: Json) -> tuple[Json, Mapping[str, Any]]:
    """A copy of an object without our property, and that property as it stands in the file."""
    if not isinstance(raw.get(OWN), dict):
        return dict(told), {}
    return {name: value for name, value in told.items() if name != OWN}, raw[OWN]


def _shared(organization: object) -> Json | None:
    shared = own_of(organization).get(SHARED) if isinstance(organization, dict) else None
    return shared if isinstance(shared, dict) else None


def _door(place: Json, raw: Json) -> Door:
    at, own = _own(place, raw)
    location = at.pop("location", None)
    if isinstance(location, dict):
        location = {name: value for name, value in location.items() if name != OWN}
    return Door(str(at.get("id") or raw.get("id") or ""), at, location if isinstance(location, dict) else {}, own)
