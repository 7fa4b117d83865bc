"""The handoff as its form holds it and its draft keeps it: every field as text, under its name."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from navigator.clock import from_store, to_store
from navigator.referrals.consent import Category
from navigator.referrals.encounter import HoldType, YesNo
from navigator.referrals.handoff import Handoff, Needed
from navigator.referrals.handoff_groups import Agreement, Level, Part, Severity
from navigator.ui.handoff.labels import PLACES
from navigator.ui.sheets.ticks import joined, parted

Content = Mapping[str, str]
"""What is empty has no key. A time is ISO text once it was read, else what was typed; a choice is its value."""

TIMES = ("part_at", "read_back_at", "left_at", "arrived_at", "next_contact_at")
TICKED = "yes"
TICKS = ("bedside", "medicines_unknown")
CHOICES: Mapping[str, type[StrEnum]] = {
    "part": Part,
    "agreed": Agreement,
    "severity": Severity,
    "notice_given": YesNo,
    "suicide": Level,
    "violence": Level,
    "plan_given": YesNo,
    "weapons": YesNo,
    "weapons_secured": YesNo,
    "overdose": Level,
    "naloxone": YesNo,
    "withdrawal": Level,
    "hold": HoldType,
    "report_made": YesNo,
}
"""The fields of which one value is chosen."""
SHARED = "shared"
_UNSAID: Mapping[str, StrEnum] = {"part": Part.NOT_KNOWN, "agreed": Agreement.NOT_ASKED}
"""What a choice is in the record while nobody chose; None for the others."""


def reason_key(need: Needed) -> str:
    """Where the reason stands why a needed thing could not be had."""
    return f"absent {need.value}"


REASONS: Mapping[str, Needed] = {reason_key(need): need for need in Needed}


def written(handoff: Handoff) -> dict[str, str]:
    """The handoff as the form shows it; `read` takes it back."""
    told = {key: _text(key, getattr(getattr(handoff, group), name)) for key, (group, name) in PLACES.items()}
    told |= {reason_key(need): reason for need, reason in handoff.absent.items()}
    return {key: text for key, text in told.items() if text}


def read(content: Content) -> Handoff:
    """The handoff that was typed; a time that cannot be read is left out, and so is what this form does not have."""
    told: dict[str, dict[str, Any]] = {}
    for key, (group, name) in PLACES.items():
        told.setdefault(group, {})[name] = _value(key, content.get(key, ""))
    blank = Handoff(absent={need: content[key] for key, need in REASONS.items() if content.get(key)})
    return replace(blank, **{group: replace(getattr(blank, group), **values) for group, values in told.items()})


def time_text(moment: datetime | None) -> str:
    return "" if moment is None else to_store(moment)


def time_of(text: str) -> datetime | None:
    """None too for what was typed and is no time."""
    try:
        return from_store(text)
    except ValueError:
        return None


def _text(key: str, value: Any) -> str:
    if key in TIMES:
        return time_text(value)
    if key in TICKS:
        return TICKED if value else ""
    if key == SHARED:
        return joined(value)
    return "" if value is None or value is _UNSAID.get(key) else str(value)


def _value(key: str, text: str) -> Any:
    if key in TIMES:
        return time_of(text)
    if key in TICKS:
        return text == TICKED
    if key == SHARED:
        return parted(Category, text)
    return (_one(CHOICES[key], text) or _UNSAID.get(key)) if key in CHOICES else text


def _one[E: StrEnum](kind: Callable[[str], E], text: str) -> E | None:
    try:
        return kind(text)
    except ValueError:
        return None
