"""The capacity call: how much room is there? It names nobody, so it needs no consent, and it is written down with the
place and not with the person (R-08).

Nothing here is given a visit, a person or a referral: what it writes cannot hold what it was never told.
"""

from dataclasses import dataclass
from datetime import datetime

from navigator.resources.model import Capacity, Entry


@dataclass(frozen=True)
class RoomAsked:
    """What somebody at the place said there is. `available` None: they could not say; `said_by` a name or a post."""

    unit: str
    available: int | None
    said_by: str
    maximum: int | None = None
    restriction: str = ""

    def lacks(self) -> str:
        """The sentence that says what is still missing, or ""."""
        if not self.said_by.strip():
            return "Write who said so, by name or by post."
        if not self.unit.strip():
            return "Write what is counted there: beds, chairs, slots."
        return ""

    def capacity(self, at: datetime) -> Capacity:
        return Capacity(self.unit, self.available, self.maximum, self.restriction, self.said_by.strip(), at)


def last_told(entry: Entry, unit: str) -> Capacity | None:
    """The newest word on that unit of the place."""
    alike = (one for one in entry.capacities if one.unit == unit)
    return max(alike, key=lambda one: one.as_of, default=None)
