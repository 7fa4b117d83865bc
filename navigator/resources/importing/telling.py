"""What a door of a file is found by: the ids that came with it, and its face."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from navigator.resources.importing.doors import Arrival
from navigator.resources.importing.faces import Face, make_face
from navigator.resources.importing.own_ids import ids_told
from navigator.resources.importing.packing import unpack


@dataclass(frozen=True, slots=True)
class Told:
    """Of one door what it is found by."""

    ids: tuple[str, ...]
    face: Face


def tell(arrival: Arrival) -> Told:
    told = unpack(arrival.told)
    return Told(ids_told(arrival.key, told), face_of_values(told["values"]))


def face_of_values(values: Any) -> Face:
    """The face of a record in its values (`fields.values_of`)."""
    phones: Iterator[str] = (one["number"] for one in values.get("phones") or () if one["kind"] != "fax")
    address = values.get("address") or {}
    where = (address.get("line", ""), address.get("city", ""), address.get("postal_code", ""))
    return make_face(values.get("name") or "", values.get("organization") or "", phones, where)
