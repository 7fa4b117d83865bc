"""One service with its places in HSDS 3.1.1: what its publisher wrote where that is still so, else our own words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from navigator.resources.confidential import stripped
from navigator.resources.exchange import hsds_place, hsds_reach, hsds_terms
from navigator.resources.exchange.hsds_conform import MADE, OWN, conformed, own_of, put_over
from navigator.resources.exchange.hsds_doors import PLACE_KEYS, SERVICE_KEYS
from navigator.resources.exchange.hsds_fit import is_uuid, made_id
from navigator.resources.exchange.hsds_hours import hours_written, put_schedules
from navigator.resources.exchange.hsds_news import put_news
from navigator.resources.exchange.hsds_own import own_values
from navigator.resources.exchange.hsds_parts import OTHERWISE, SHARED, Door, Json, Tree, objects_of, text_of
from navigator.resources.exchange.hsds_values import (
    ALERT,
    START,
    TEXTS,
    Reading,
    place_values,
    service_values,
    status_written,
)
from navigator.resources.fields import Record, Value, Values, values_of
from navigator.resources.model import Entry

_PROPERTIES = (
    *((key, name) for key, of, name in TEXTS if of == "service"),
    ("url", "url"),
    ("minimum_age", "minimum_age"),
    ("maximum_age", "maximum_age"),
)


def service_of(records: Sequence[Record], reading: Reading, today: date, zone: ZoneInfo) -> Json:
    """The service of these records, which are its places: valid, and read back it is these records again.

    A confidential one has what S-13 allows and no free text, whoever asked for it.
    """
    records = [_shareable(record) for record in records]
    tree = _tree(records)
    first = values_of(records[0])
    known = [first, *(values_of(record) for record in records[1:])]
    reading.begin()
    _write_service(tree, first, reading)
    said = _write_places(tree, known, reading)
    own = _own(tree, known, said, records[0].entry, reading)
    put_news(tree.service, [record.entry for record in records], today, zone)
    for level, seed in ((tree.service, tree.key), *((part, door.key) for door in tree.doors for part in _parts(door))):
        put_schedules(level, seed)
    whole = _joined(tree, records[0].entry)
    for part, told in zip((whole, *whole.get("service_at_locations", [whole])), own, strict=True):
        _add(part, told)
    return conformed("service", whole, tree.key)


def _shareable(record: Record) -> Record:
    return Record(stripped(record.entry)) if record.entry.confidential else record


def _tree(records: Sequence[Record]) -> Tree:
    extra = records[0].extra
    service, organization = dict(extra.get("service", {})), dict(extra.get("organization", {}))
    if isinstance(service.get(OTHERWISE), dict):
        organization = {**service.pop(OTHERWISE), OWN: {SHARED: organization}}
    key = str(service.get("id") or records[0].entry.service_id)
    return Tree(key, organization, service, tuple(_door(record) for record in records))


def _door(record: Record) -> Door:
    at, location = dict(record.extra.get("at_location", {})), dict(record.extra.get("location", {}))
    return Door(str(at.get("id") or record.entry.id), at, location)


def _parts(door: Door) -> tuple[Json, Json]:
    return door.at, door.location


def _write_service(tree: Tree, known: Values, reading: Reading) -> None:
    said = service_values(tree, reading)
    new = {key for key in SERVICE_KEYS if said.get(key) != known.get(key)}
    service = tree.service
    for key, name in _PROPERTIES:
        if key in new:
            _put(service, name, known.get(key))
    if "organization" in new:
        _put(tree.organization, "name", known.get("organization"))
    if "alternate_names" in new:
        _put(service, "alternate_name", "; ".join(known.get("alternate_names") or ()))
    if "payment" in new:
        for name in ("fees", "cost_options"):
            service.pop(name, None)
        _put(service, "fees_description", known.get("payment"))
    if "status" in new or "status" not in service:
        service["status"] = status_written(known["status"])
    if "note" in new:
        _keep_what_is_noted(service, known.get("note") or "")
    _write_lists(tree, known, new, reading)


def _write_lists(tree: Tree, known: Values, new: Iterable[str], reading: Reading) -> None:
    service = tree.service
    if "bring" in new:
        document = {"id": made_id(tree.key, "document"), "document": known.get("bring"), OWN: {MADE: True}}
        _put(service, "required_documents", [document] if known.get("bring") else None)
    if "languages" in new:
        there = objects_of(service, "languages")
        _put(service, "languages", hsds_reach.languages_written(known.get("languages") or (), there, tree.key))
    if "categories" in new:
        told = hsds_terms.categories_written(known.get("categories"), service, reading.categories, tree.key)
        _put(service, "attributes", told)


def _keep_what_is_noted(service: Json, note: str) -> None:
    """Takes out what a person took out of the note: an alert that is over is not published again."""
    for label, name in ((ALERT, "alert"), (START, "application_process")):
        if name in service and label + text_of(service[name]) not in note:
            del service[name]


def _write_places(tree: Tree, known: Sequence[Values], reading: Reading) -> list[dict[str, Value]]:
    """Writes what differs at the places; returns what they say then."""
    said = [place_values(tree, door, reading) for door in tree.doors]
    _write_reach(tree, "phones", [one.get("phones") for one in known], [one.get("phones") for one in said])
    _write_reach(tree, "schedules", [one.get("hours") for one in known], [one.get("hours") for one in said])
    for door, wanted, there in zip(tree.doors, known, said, strict=True):
        location = door.location
        if wanted.get("address") != there.get("address"):
            _put(location, "addresses", hsds_place.address_written(wanted.get("address"), location, door.key))
        if wanted.get("directions") != there.get("directions"):
            _put(location, "transportation", wanted.get("directions"))
        if wanted.get("place") != there.get("place"):
            place = wanted.get("place") or (None, None, True)
            exact = (None, None) if place[2] else place[:2]
            _put(location, "latitude", exact[0])
            _put(location, "longitude", exact[1])
    pairs = list(zip(known, said, strict=True))
    is_said = all(wanted.get(key) == there.get(key) for wanted, there in pairs for key in PLACE_KEYS)
    return said if is_said else [place_values(tree, door, reading) for door in tree.doors]


def _write_reach(tree: Tree, name: str, known: Sequence[Value], said: Sequence[Value]) -> None:
    """Telephones or hours that differ: at the service where all its places have the same, else at each place."""
    if list(known) == list(said):
        return
    if all(one == known[0] for one in known):
        there = [*objects_of(tree.service, name), *(one for door in tree.doors for one in objects_of(door.at, name))]
        for door in tree.doors:
            _forget(door.at, name)
        _put_reach(tree.service, name, known[0], there, tree.key)
        return
    there = objects_of(tree.service, name)
    if all(one != other for one, other in zip(known, said, strict=True)):
        _forget(tree.service, name)
    for door, wanted, now in zip(tree.doors, known, said, strict=True):
        if wanted != now:
            _put_reach(door.at, name, wanted, [*objects_of(door.at, name), *there], door.key)


def _put_reach(level: Json, name: str, wanted: Value, there: Iterable[Json], seed: str) -> None:
    written = hsds_reach.phones_written if name == "phones" else hours_written
    _forget(level, name)
    _put(level, name, written(wanted, there, seed) if wanted else None)


def _forget(level: Json, name: str) -> None:
    for one in (name, *(("regular_schedules", "holiday_schedules") if name == "schedules" else ())):
        level.pop(one, None)


def _joined(tree: Tree, entry: Entry) -> Json:
    whole = _with_id(tree.service, tree.key)
    if tree.organization or entry.organization:
        whole["organization"] = _with_id(tree.organization, made_id("organization", entry.organization))
    places = [_place(door) for door in tree.doors]
    if len(places) > 1 or tree.doors[0].at or tree.doors[0].location:
        whole["service_at_locations"] = places
    return whole


def _place(door: Door) -> Json:
    at = _with_id(door.at, door.key)
    return at | ({"location": _with_id(door.location, made_id(door.key, "location"))} if door.location else {})


def _with_id(part: Mapping[str, Any], own: str) -> Json:
    """The part with its source's id, or with ours, which is then no property of the source."""
    if part.get("id"):
        return dict(part)
    told = dict(part)
    told.pop("id", None)
    put_over(told, "id", own if is_uuid(own) else made_id(own))
    return {"id": told.pop("id")} | told


def _own(tree: Tree, known: Sequence[Values], said: Sequence[Values], entry: Entry, reading: Reading) -> list[Json]:
    """What HSDS does not say of the service, and of each of its places."""
    own = own_values(service_values(tree, reading), known[0], SERVICE_KEYS)
    marks = {"confidential": entry.confidential, "national": entry.national, "invented": entry.invented}
    places = [own_values(there, wanted, PLACE_KEYS) for there, wanted in zip(said, known, strict=True)]
    return [own | {name: True for name, is_so in marks.items() if is_so}, *places]


def _add(part: Json, own: Json) -> None:
    if not own:
        return
    there = own_of(part)
    for name in ("values", "where"):
        if name in own and name in there:
            own[name] = there[name] | own[name]
    part[OWN] = there | own


def _put(part: Json, name: str, value: Value) -> None:
    if value in (None, "", [], ()):
        part.pop(name, None)
    else:
        part[name] = value
