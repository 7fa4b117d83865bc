"""One door of a file as an import keeps it: what it is, what it was found to be, and the rest packed."""

from dataclasses import dataclass

from navigator.resources.importing.packing import differences_of, unpack
from navigator.resources.importing.verdicts import Item, Verdict


@dataclass(frozen=True, slots=True)
class Arrival:
    """A door as it was read. `service` is what the file calls its service; `told` is packed (`packing.told_of`)."""

    row: int
    key: str
    name: str
    service: str
    confidential: bool
    told: bytes


@dataclass(frozen=True, slots=True)
class Door:
    """A door with its verdict.

    `service` is the service it belongs to: an id of ours, or what the file calls it. `binds`: the feed has not known
    the entry under this key yet. Packed are `record` (of a new or held door, `packing.told_of`) and `told`:
    `differences`, `protected`, `free_text`.
    """

    row: int
    key: str
    name: str
    verdict: Verdict
    entry_id: str = ""
    service: str = ""
    binds: bool = False
    hides: bool = False
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    record: bytes = b""
    told: bytes = b""


def item_of(door: Door) -> Item:
    """The door as a person is shown it."""
    told = unpack(door.told)
    return Item(
        row=door.row,
        key=door.key,
        verdict=door.verdict,
        entry_id=door.entry_id,
        name=door.name,
        differences=differences_of(told.get("differences", [])),
        protected=differences_of(told.get("protected", [])),
        values=unpack(door.record).get("values", {}),
        score=door.score,
        reasons=door.reasons,
        hides=door.hides,
    )
