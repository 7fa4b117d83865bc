"""The fields of an entry by name: their values as JSON, in words, and what differs between two records.

Everything that compares, proposes, imports, undoes or carries entries works on these. An empty field has no value
(None), and two values are equal exactly when their JSON is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

from navigator.resources.field_values import (
    address_of,
    address_value,
    facts_with,
    hours_of,
    hours_value,
    phones_of,
    phones_value,
    place_of,
    place_value,
)
from navigator.resources.model import Entry, Fact, Status, Tri

Value = Any
"""A JSON value, or None for an empty field."""
Values = Mapping[str, Value]
"""Values by field key. Where a key is missing, nothing is said of that field."""
Extra = Mapping[str, Mapping[str, Any]]
"""What a source said that Navigator does not use (S-01), by part: `PARTS`."""

Attributes = dict[str, Any]

PARTS = ("organization", "service", "location", "at_location")
FACT = "fact:"
OTHER = "other:"


@dataclass(frozen=True)
class Record:
    """An entry with the properties of its source that Navigator does not use; a confidential one has none (S-13)."""

    entry: Entry
    extra: Extra = field(default_factory=lambda: MappingProxyType({}))


class Level(Enum):
    """What a field belongs to: the service with all its places, or this one place."""

    SERVICE = "service"
    PLACE = "place"


@dataclass(frozen=True)
class Field:
    """One field: `read` its value from an entry, `put` a value among the attributes of one that is being made."""

    key: str
    label: str
    level: Level
    read: Callable[[Entry], Value]
    put: Callable[[Attributes, Value], None]


@dataclass(frozen=True)
class Difference:
    """One field that is not the same; None: empty."""

    field: str
    before: Value
    after: Value


def _text(key: str, label: str, level: Level = Level.SERVICE) -> Field:
    return Field(key, label, level, lambda one: getattr(one, key) or None, _put(key, lambda new: new or ""))


def _texts(key: str, label: str) -> Field:
    return Field(
        key,
        label,
        Level.SERVICE,
        lambda one: list(getattr(one, key)) or None,
        _put(key, lambda new: tuple(new or ())),
    )


def _number(key: str, label: str) -> Field:
    return Field(key, label, Level.SERVICE, lambda one: getattr(one, key), _put(key, lambda new: new))


def _fact(fact: Fact) -> Field:
    def read(entry: Entry) -> Value:
        return None if entry.fact(fact) is Tri.UNKNOWN else entry.fact(fact).value

    def put(told: Attributes, new: Value) -> None:
        told["facts"] = facts_with(told["facts"], fact, new)

    return Field(FACT + fact.value, fact.value[0].upper() + fact.value[1:], Level.SERVICE, read, put)


def _put(key: str, read: Callable[[Value], Any]) -> Callable[[Attributes, Value], None]:
    def put(told: Attributes, new: Value) -> None:
        told[key] = read(new)

    return put


def _put_place(told: Attributes, new: Value) -> None:
    told["place"], told["approximate"] = place_of(new)


_S, _P = Level.SERVICE, Level.PLACE
_ALL = (
    _text("name", "Name"),
    _text("organization", "Organization"),
    _texts("alternate_names", "Other names"),
    _texts("categories", "Kinds of help"),
    _text("kind", "Kind, in its own words"),
    Field(
        "phones",
        "Phone",
        _P,
        lambda one: phones_value(one.phones),
        _put("phones", phones_of),
    ),
    Field("hours", "Hours", _P, lambda one: hours_value(one.hours), _put("hours", hours_of)),
    Field(
        "address",
        "Address",
        _P,
        lambda one: address_value(one.address),
        _put("address", address_of),
    ),
    _text("area", "Neighborhood", _P),
    _text("directions", "How to get in", _P),
    Field("place", "Position on the map", _P, lambda one: place_value(one.place, one.approximate), _put_place),
    _text("description", "What it is"),
    _text("eligibility", "Who can come, as published"),
    *(_fact(fact) for fact in Fact),
    _number("minimum_age", "Youngest age"),
    _number("maximum_age", "Oldest age"),
    _text("payment", "Payment, as published"),
    _texts("languages", "Languages"),
    _text("language_text", "Languages, as published"),
    _text("bring", "What to bring"),
    _text("url", "Web page"),
    Field(
        "status",
        "Status",
        _S,
        lambda one: one.status.value,
        _put("status", lambda new: Status(new) if new else Status.ACTIVE),
    ),
    _text("status_reason", "Reason for the status"),
    Field(
        "status_until",
        "Closed until",
        _S,
        lambda one: one.status_until.isoformat() if one.status_until else None,
        _put("status_until", lambda new: date.fromisoformat(new) if new else None),
    ),
    _text("duplicate_of", "Duplicate of"),
    _text("discreet_label", "Words on a discreet card"),
    _text("note", "Note"),
    _text("source", "Source"),
    _text("seen", "Seen by the source"),
)
FIELDS: Mapping[str, Field] = MappingProxyType({one.key: one for one in _ALL})
"""Every field in the order in which the editor and the differences show them."""


def values_of(record: Record) -> dict[str, Value]:
    """The fields that are not empty."""
    found = {key: one.read(record.entry) for key, one in FIELDS.items()}
    found |= {OTHER + part: dict(record.extra[part]) for part in PARTS if record.extra.get(part)}
    return {key: value for key, value in found.items() if value is not None}


def with_values(record: Record, values: Values) -> Record:
    """The record with these fields changed and all others as they are; `KeyError` for a field that is none."""
    told, extra = dict(vars(record.entry)), dict(record.extra)
    for key, value in values.items():
        if key.startswith(OTHER):
            extra[key.removeprefix(OTHER)] = value or {}
        else:
            FIELDS[key].put(told, value)
    return Record(Entry(**told), MappingProxyType({part: extra[part] for part in PARTS if extra.get(part)}))


def differences(before: Values, after: Values) -> tuple[Difference, ...]:
    """The fields whose values differ, a missing key being an empty field; in the order of `FIELDS`."""
    keys = [key for key in (*FIELDS, *(OTHER + part for part in PARTS)) if key in before or key in after]
    pairs = ((key, before.get(key), after.get(key)) for key in keys)
    return tuple(Difference(key, old, new) for key, old, new in pairs if old != new)


def label_of(key: str) -> str:
    """What a person calls the field."""
    return FIELDS[key].label if key in FIELDS else "Other properties of the source"


def level_of(key: str) -> Level:
    if key in FIELDS:
        return FIELDS[key].level
    return Level.PLACE if key.removeprefix(OTHER) in ("location", "at_location") else Level.SERVICE
