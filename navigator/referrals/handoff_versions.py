"""Handoffs as they stand in the store: the form of today, and the flat one of version 1, read as if written today."""

from collections.abc import Mapping
from typing import Any

from navigator.referrals.handoff import Handoff
from navigator.referrals.kept import take_back

VERSION = 2
"""Of the rows that are written now; grows when a field moves."""
_FLAT = 1
_MOVED: Mapping[str, tuple[str, str]] = {
    **{
        name: ("person", name)
        for name in ("part", "part_at", "agreed", "goal", "needs", "companion", "children", "pets")
    },
    **{
        name: ("ipass", name)
        for name in ("severity", "summary", "actions", "awareness", "read_back_by", "read_back_at", "corrections")
    },
    "transport_by": ("transport", "by"),
    **{name: ("transport", name) for name in ("left_at", "arrived_at", "received_by", "bedside")},
    **{name: ("close", name) for name in ("next_contact_at", "follows_up", "if_refused")},
}
"""Where each field of version 1 stands since version 2."""


def handoff_of(content: Mapping[str, Any], version: int) -> Handoff:
    """The handoff that a row of that version holds."""
    return take_back(_grouped(content) if version == _FLAT else dict(content), Handoff)


def _grouped(flat: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"absent": flat.get("absent", {})}
    for name, (group, field) in _MOVED.items():
        if name in flat:
            found.setdefault(group, {})[field] = flat[name]
    return found
