"""The handoff as its form holds it and its draft keeps it: every field as text, under its name."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from navigator.clock import from_store, to_store
from navigator.referrals.handoff import Agreement, Handoff, Needed, Part, Severity

Content = Mapping[str, str]
"""What is empty has no key. A time is ISO text once it was read, else what was typed; a choice is its value."""

LABELS: Mapping[str, str] = {
    "part": "The person at the call",
    "part_at": "Time of the call",
    "agreed": "The person agreed",
    "severity": "Illness severity",
    "summary": "Person summary",
    "actions": "Action list",
    "awareness": "Situation awareness",
    "read_back_by": "Read back by",
    "read_back_at": "Time of the read-back",
    "corrections": "What they corrected",
    "transport_by": "Who takes the person there",
    "received_by": "Received by",
    "left_at": "Left",
    "arrived_at": "Arrived",
    "bedside": "Bedside transfer",
    "next_contact_at": "Next contact due",
    "follows_up": "Who follows up",
    "if_refused": "Plan if refused at the door",
    "goal": "Goal, in own words",
    "needs": "What helps with talking and access",
    "companion": "Companion",
    "children": "Children",
    "pets": "Pets",
}
"""What each field is called where it stands alone, in the order of the screen."""

SHORT: Mapping[str, str] = {
    "agreed": "Agreed",
    "transport_by": "By whom",
    "next_contact_at": "Next contact",
    "follows_up": "Follows up",
    "if_refused": "If refused",
    "read_back_by": "Read back by",
    "read_back_at": "At",
    "corrections": "Corrected",
    "goal": "Goal",
    "needs": "What helps",
}
"""Fewer words, where the head above them says the rest."""

TIMES = ("part_at", "read_back_at", "left_at", "arrived_at", "next_contact_at")
TICKED = "yes"
_CHOICES = ("part", "agreed", "severity", "bedside")
_WORDS = tuple(name for name in LABELS if name not in (*TIMES, *_CHOICES))


def reason_key(need: Needed) -> str:
    """Where the reason stands why a needed thing could not be had."""
    return f"absent {need.value}"


REASONS: Mapping[str, Needed] = {reason_key(need): need for need in Needed}


def written(handoff: Handoff) -> dict[str, str]:
    """The handoff as the form shows it; `read` takes it back."""
    told = {name: getattr(handoff, name) for name in _WORDS}
    told |= {name: time_text(getattr(handoff, name)) for name in TIMES}
    told |= {
        "part": "" if handoff.part is Part.NOT_KNOWN else handoff.part.value,
        "agreed": "" if handoff.agreed is Agreement.NOT_ASKED else handoff.agreed.value,
        "severity": handoff.severity.value if handoff.severity else "",
        "bedside": TICKED if handoff.bedside else "",
    }
    told |= {reason_key(need): reason for need, reason in handoff.absent.items()}
    return {name: text for name, text in told.items() if text}


def read(content: Content) -> Handoff:
    """The handoff that was typed; a time that cannot be read is left out, and so is what this form does not have."""
    told: dict[str, Any] = {name: content.get(name, "") for name in _WORDS}
    told |= {name: time_of(content.get(name, "")) for name in TIMES}
    return Handoff(
        part=_one(Part, content.get("part", "")) or Part.NOT_KNOWN,
        agreed=_one(Agreement, content.get("agreed", "")) or Agreement.NOT_ASKED,
        severity=_one(Severity, content.get("severity", "")),
        bedside=content.get("bedside") == TICKED,
        absent={need: content[key] for key, need in REASONS.items() if content.get(key)},
        **told,
    )


def time_text(moment: datetime | None) -> str:
    return "" if moment is None else to_store(moment)


def time_of(text: str) -> datetime | None:
    """None too for what was typed and is no time."""
    try:
        return from_store(text)
    except ValueError:
        return None


def _one[E: StrEnum](kind: Callable[[str], E], text: str) -> E | None:
    try:
        return kind(text)
    except ValueError:
        return None
