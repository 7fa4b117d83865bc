"""How the table says why an entry is due: a word, a shape, a colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navigator.resources.stewardship.due import Due
from navigator.resources.stewardship.reasons import Why
from navigator.ui.theme.tokens import ColorRole


@dataclass(frozen=True)
class Face:
    words: str
    icon: str
    tone: ColorRole


_FEW = 3
_FACES: Mapping[Why, Face] = {
    Why.PROPOSAL: Face("Proposal", "message-square", "accent"),
    Why.ALERT_ENDS: Face("Alert ends", "info", "unknown"),
    Why.REOPENS: Face("Open again?", "door-open", "unknown"),
    Why.BEDS_OLD: Face("Beds old", "bed-double", "closing"),
    Why.GONE_FROM_SOURCE: Face("Off its list", "circle-minus", "danger"),
    Why.TEXT_WAITS: Face("Text to read", "file-text", "unknown"),
    Why.DUE: Face("Due", "clock", "closing"),
    Why.UNCHECKED: Face("Unchecked", "triangle-alert", "danger"),
}


def face_of(why: Why) -> Face:
    return _FACES[why]


def look_at(due: Due) -> str:
    """What to look at: where the entry is shut for a time, until when says more than the name of a field."""
    if due.why in (Why.ALERT_ENDS, Why.REOPENS):
        return due.words
    return "All" if asks_all(due) else listed(due.look_at)


def asks_all(due: Due) -> bool:
    """Whether the whole record is to be gone through, and no part of it more than another."""
    return due.why in (Why.DUE, Why.UNCHECKED) and len(due.look_at) > _FEW


def listed(labels: Sequence[str]) -> str:
    """ "Phone, hours, police drop-off"."""
    return ", ".join(label if place == 0 else label[:1].lower() + label[1:] for place, label in enumerate(labels))
