"""What of a handoff cannot be, each under its field, in the sentences of the model."""

from navigator.referrals.bounds import Bounds
from navigator.referrals.handoff import Handoff
from navigator.ui.handoff.content import Content, read, written

_ALONE: tuple[tuple[str, ...], ...] = (
    ("part_at",),
    ("read_back_at",),
    ("left_at",),
    ("arrived_at",),
    ("medicines", "medicines_unknown"),
    ("weapons_secured", "weapons"),
)
"""What can be wrong by itself: the field under which it is said, and those that it hangs on."""


def troubles_of(handoff: Handoff, bounds: Bounds) -> dict[str, str]:
    """A sentence by the name of its field; empty exactly when the handoff may be saved."""
    content = written(handoff)
    found = {names[0]: _only(content, *names).lacks(bounds) for names in _ALONE}
    if not found["arrived_at"] and not found["left_at"]:
        found["arrived_at"] = _only(content, "left_at", "arrived_at").lacks(bounds)
    return {name: sentence for name, sentence in found.items() if sentence}


def _only(content: Content, *names: str) -> Handoff:
    return read({name: content[name] for name in names if name in content})
