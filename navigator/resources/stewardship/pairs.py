"""Two records that may be one: how such a pair is kept until somebody settles it (S-08)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from navigator.clock import to_store
from navigator.ids import new_id
from navigator.resources.fields import Record, values_of, with_values
from navigator.resources.model import Entry
from navigator.resources.stewardship.rows import PairRow

_FLAGS = ("confidential", "national", "invented")


class PairState(StrEnum):
    OPEN = "open"
    ONE = "one place"
    TWO = "two places"
    OVER = "told anew"
    """A held row that waits no more because a newer import (`settled_by`) told it anew, until that is taken back."""


@dataclass(frozen=True)
class Pair:
    """Two entries that may be one, or (`is_held`) an entry and the row of an import that may be it.

    `other.entry.id` is "" for a held row. `reasons` say what is alike, `score` how much, 0 to 100.
    """

    id: str
    one: Record
    other: Record
    score: float
    reasons: tuple[str, ...]
    is_held: bool
    batch_id: str


@dataclass(frozen=True)
class Held:
    """A row of an import that may be the entry `entry_id` and waits for the desk."""

    entry_id: str
    record: Record
    feed_id: str
    key: str
    batch_id: str
    score: float
    reasons: Sequence[str]
    free_text: Mapping[str, str] = MappingProxyType({})


def hold(session: Session, held: Sequence[Held], at: datetime) -> None:
    """Keeps rows of an import for the desk; whoever calls has made sure that no settled pair says "two places"."""
    lines = [_line(one, at) for one in held]
    if lines:
        session.execute(insert(PairRow), lines)


def incoming_of(record: Record, free_text: Mapping[str, str]) -> dict[str, Any]:
    """A record that is no entry yet, as JSON."""
    flags = {flag: True for flag in _FLAGS if getattr(record.entry, flag)}
    return {"values": values_of(record), "source_id": record.entry.source_id} | flags | {"free_text": dict(free_text)}


def record_in(incoming: Mapping[str, Any]) -> Record:
    """The inverse of `incoming_of`; its entry has no id."""
    bare = Record(Entry(id="", service_id="", name="", source_id=incoming.get("source_id", "")))
    record = with_values(bare, incoming.get("values", {}))
    confidential, national, invented = (bool(incoming.get(flag, False)) for flag in _FLAGS)
    entry = replace(record.entry, confidential=confidential, national=national, invented=invented)
    return replace(record, entry=entry)


def _line(held: Held, at: datetime) -> dict[str, Any]:
    return {
        "id": new_id(),
        "entry_id": held.entry_id,
        "other_id": "",
        "batch_id": held.batch_id,
        "feed_id": held.feed_id,
        "key": held.key,
        "state": PairState.OPEN.value,
        "at": to_store(at),
        "settled_at": None,
        "settled_by": None,
        "score": held.score,
        "incoming": incoming_of(held.record, held.free_text),
        "reasons": list(held.reasons),
    }
