"""Keeps a record as a few hundred bytes, so that 100,000 rows of a file lie in memory at once."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from navigator.clock import from_store, to_store
from navigator.resources.exchange.incoming import Incoming
from navigator.resources.fields import Difference, Record
from navigator.resources.model import Capacity, Outcome, Verification
from navigator.resources.stewardship.pairs import incoming_of, record_in

Json = dict[str, Any]
_FAST = 1
"""The quickest compression: the rows are read again a moment later."""


def pack(value: Mapping[str, Any]) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), _FAST)


def unpack(packed: bytes) -> Json:
    found: Json = json.loads(zlib.decompress(packed)) if packed else {}
    return found


def told_of(incoming: Incoming) -> Json:
    """What the source says of a door, as JSON: its values and what no field holds."""
    entry = incoming.record.entry
    told = incoming_of(incoming.record, incoming.free_text)
    if entry.capacities:
        told["capacities"] = [_capacity_value(one) for one in entry.capacities]
    if entry.verified:
        told["verified"] = _verified_value(entry.verified)
    return told


def record_of(told: Json) -> Record:
    """The record that `told_of` was made from, without its ids."""
    record = record_in(told)
    if not told.keys() & {"capacities", "verified"}:
        return record
    capacities = tuple(Capacity(**one | {"as_of": from_store(one["as_of"])}) for one in told.get("capacities", ()))
    verified = _verified(told["verified"]) if "verified" in told else None
    return replace(record, entry=replace(record.entry, capacities=capacities, verified=verified))


def differences_value(differences: tuple[Difference, ...]) -> list[list[Any]]:
    return [[one.field, one.before, one.after] for one in differences]


def differences_of(value: list[list[Any]]) -> tuple[Difference, ...]:
    return tuple(Difference(field, before, after) for field, before, after in value)


def _capacity_value(capacity: Capacity) -> Json:
    return {
        "unit": capacity.unit,
        "available": capacity.available,
        "maximum": capacity.maximum,
        "restriction": capacity.restriction,
        "said_by": capacity.said_by,
        "as_of": to_store(capacity.as_of),
    }


def _verified_value(check: Verification) -> Json:
    due = check.next_due.isoformat() if check.next_due else None
    told = {"at": to_store(check.at), "by": check.by, "method": check.method, "source": check.source}
    return told | {"outcome": check.outcome.value, "next_due": due}


def _verified(told: Json) -> Verification:
    due = date.fromisoformat(told["next_due"]) if told["next_due"] else None
    return Verification(
        from_store(told["at"]), told["by"], told["method"], told["source"], Outcome(told["outcome"]), due
    )
