"""Addresses of the directory as places that distances can be measured from."""

from collections.abc import Iterable

from navigator.resources.model import Entry
from navigator.resources.places import Spot
from navigator.resources.search.answer import Hit


def spots_of(hits: Iterable[Hit], limit: int) -> tuple[Spot, ...]:
    """The places of the first `limit` hits whose place is known; never a confidential one (S-13)."""
    found = (spot_of(hit.entry) for hit in hits)
    return tuple(spot for spot in found if spot is not None)[:limit]


def spot_of(entry: Entry) -> Spot | None:
    """Where the entry is, named after it; None where that is not known or not to be told."""
    if entry.confidential or entry.place is None:
        return None
    return Spot(entry.name, *entry.place, approximate=entry.approximate)
