"""Reads published opening-hours text into weekly minutes; what is not plain stays text and is never guessed (S-03)."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from navigator.resources.hours_text.composing import composed
from navigator.resources.hours_text.parts import SIGNS, Part, pieces
from navigator.resources.hours_text.plain import is_aside
from navigator.resources.hours_text.statements import Unfit
from navigator.resources.hours_text.tokens import tokens
from navigator.resources.hours_text.words import joined
from navigator.resources.model import Hours, HoursKind

__all__ = ["HoursReading", "Understood", "Unfit", "leaves_hours", "read_hours_text"]


class Understood(StrEnum):
    """How much of a text was read."""

    WHOLE = "whole"
    """All that it says of hours stands in the typed hours."""
    PARTLY = "partly"
    """What stands in the typed hours is certain; there is more, which `unfit` names and the text says."""
    NOT = "not"
    NONE_SAID = "says no hours"
    """Nobody is said to be there at any time: other things are spoken of, a machine answers, hours "vary"."""


@dataclass(frozen=True)
class HoursReading:
    """What a text says. Each of `hours` holds the text as it was published; blank text has none.

    Where something stands as text only, the last of `hours` has the text and nothing else, so that "closed" is never
    said on the strength of half a text. `unfit` are the reasons.
    """

    hours: tuple[Hours, ...]
    understood: Understood
    unfit: tuple[Unfit, ...] = ()


@lru_cache(maxsize=65_536)
def read_hours_text(text: str, kind: HoursKind = HoursKind.UNKNOWN) -> HoursReading:
    """What `text` says; `kind` is that of hours whose door the text does not name. How AM and PM are told: `clock`."""
    if not text.strip():
        return HoursReading((), Understood.NONE_SAID)
    found = composed(text, kind)
    hours = tuple(replace(one, text=text) for one in found.read)
    if found.says_none or found.unfit:
        hours = (*hours, Hours(kind, text=text))
    return HoursReading(hours, _understood(found.says_none, bool(found.unfit), bool(found.read)), found.unfit)


def leaves_hours(text: str) -> bool:
    """Whether words that stand beside typed days and times leave them as they are; any word not known may not."""
    said = [piece for piece in pieces(tokens(text)) if piece.part not in SIGNS]
    named = all(piece.part in (Part.WORD, Part.APPOINTMENT) for piece in said)
    return named and is_aside(joined(piece.text for piece in said if piece.text))


def _understood(says_none: bool, is_unfit: bool, is_read: bool) -> Understood:
    if says_none:
        return Understood.NONE_SAID
    if not is_unfit:
        return Understood.WHOLE
    return Understood.PARTLY if is_read else Understood.NOT
