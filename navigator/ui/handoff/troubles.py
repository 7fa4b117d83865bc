"""Which times of a handoff cannot be, each under its field, in the sentences of the model."""

from dataclasses import replace

from navigator.referrals.bounds import Bounds
from navigator.referrals.handoff import Handoff

_HAPPENED = ("part_at", "read_back_at", "left_at", "arrived_at")


def troubles_of(handoff: Handoff, bounds: Bounds) -> dict[str, str]:
    """A sentence by the name of its field; empty exactly when the handoff may be saved."""
    alone = {name: replace(Handoff(), **{name: getattr(handoff, name)}) for name in _HAPPENED}
    found = {name: one.lacks(bounds) for name, one in alone.items()}
    if not found["arrived_at"]:
        order = replace(Handoff(), left_at=handoff.left_at, arrived_at=handoff.arrived_at)
        found["arrived_at"] = "" if found["left_at"] else order.lacks(bounds)
    return {name: sentence for name, sentence in found.items() if sentence}
