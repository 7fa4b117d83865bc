"""Which times can be true: what was told happened before now, and not before the visit began."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

_CLOCKS_DIFFER = timedelta(minutes=2)
_LONG_AGO = timedelta(days=3660)


@dataclass(frozen=True)
class Bounds:
    """`now` and `earliest` are aware; `zone` says which day a moment is; `first_day` and
    `arrived_at` are those of the visit.
    """

    now: datetime
    zone: tzinfo
    earliest: datetime | None = None
    first_day: date | None = None
    arrived_at: datetime | None = None

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def wrong(self, moment: datetime | None, what: str) -> str:
        """Why `moment` cannot be when `what` ("The call") happened, or ""."""
        if moment is None:
            return ""
        if moment.tzinfo is None:
            raise ValueError("a told time needs a time zone")
        if moment > self.now + _CLOCKS_DIFFER:
            return f"{what} cannot be later than now. Check the time and the day."
        if moment < self.now - _LONG_AGO:
            return f"{what} is more than ten years ago. Check the day."
        if self.earliest is not None and moment < self.earliest:
            return f"{what} cannot be before the visit began. Check the time and the day."
        return ""

    def wrong_leaving(self, moment: datetime | None) -> str:
        """Why the person cannot have been taken away at `moment`, or ""."""
        if moment is not None and self.arrived_at is not None and moment < self.arrived_at:
            return "Leaving cannot be before you arrived. Check the time and the day."
        return self.wrong(moment, "Leaving")

    def wrong_day(self, day: date | None, what: str) -> str:
        """Why `day` cannot be when `what` happened, or ""."""
        if day is None:
            return ""
        if day > self.today:
            return f"{what} cannot be in the future. Check the day."
        if self.first_day is not None and day < self.first_day:
            return f"{what} cannot be before the visit began. Check the day."
        return ""
