"""The door shortcut: the person stands at the door, somebody said yes, and in they went (R-06)."""

from dataclasses import dataclass

from navigator.referrals.bases import Basis
from navigator.referrals.calls import SOMEBODY_SPOKE, Call
from navigator.referrals.steps import Acceptance, Departure


@dataclass(frozen=True)
class AtTheDoor:
    """How they were asked, who said yes, and when the person went: what the guards of four events need.

    `basis` is the ground where the person was named.
    """

    call: Call
    yes: Acceptance
    gone: Departure
    basis: Basis | None = None

    def lacks(self) -> str:
        """What none of its steps sees alone, or ""."""
        if self.call.outcome not in SOMEBODY_SPOKE:
            return NOBODY_SAID_YES
        return ""


NOBODY_SAID_YES = "Nobody can say yes on a call that nobody answered."
