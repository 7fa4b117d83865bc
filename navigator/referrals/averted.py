"""What a visit averted, as far as somebody said what would have been: yes, no, not applicable, cannot say (section 3).

A count, never a cause: it rests on the word of the officer or caller and on how the visit ended.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from navigator.referrals.encounter import HoldType, Instead
from navigator.referrals.visit import Disposition, Ending


class Averted(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not applicable"
    CANNOT_SAY = "cannot say"


@dataclass(frozen=True)
class Finding:
    """`basis` is one line: what it rests on."""

    averted: Averted
    basis: str


_CAME_TO: Mapping[Instead, frozenset[Disposition]] = MappingProxyType(
    {
        Instead.ARREST: frozenset({Disposition.ARREST, Disposition.OFFICER}),
        Instead.EMERGENCY_ROOM: frozenset({Disposition.MEDICAL_ED}),
        Instead.HOLD: frozenset({Disposition.INVOLUNTARY}),
    }
)
_NAMES = {
    Instead.ARREST: "an arrest or custody",
    Instead.EMERGENCY_ROOM: "the emergency room",
    Instead.HOLD: "an involuntary hold",
}
AVERTABLE = tuple(_CAME_TO)
_UNSURE = frozenset({Disposition.NOT_LOCATED, Disposition.OTHER})


def averted(ending: Ending | None, what: Instead) -> Finding:
    """Whether `what`, one of `AVERTABLE`, was averted by a visit that ended so; None: it has not ended."""
    if ending is None:
        return Finding(Averted.CANNOT_SAY, "The visit has not ended.")
    if _happened(ending, what):
        return Finding(Averted.NO, f"It ended in {_NAMES[what]}.")
    if not ending.instead:
        return Finding(Averted.CANNOT_SAY, "Nobody was asked what would have been done instead.")
    if what not in ending.instead:
        return Finding(Averted.NOT_APPLICABLE, f"Nobody said that it would have been {_NAMES[what]}.")
    if ending.disposition in _UNSURE:
        return Finding(Averted.CANNOT_SAY, f"It ended as “{ending.disposition}”.")
    return Finding(Averted.YES, f"They said it would have been {_NAMES[what]}; it ended as “{ending.disposition}”.")


def _happened(ending: Ending, what: Instead) -> bool:
    ended = {ending.disposition, *ending.also}
    if what is Instead.HOLD and ending.hold is HoldType.INVOLUNTARY:
        return True
    return bool(ended & _CAME_TO[what])
