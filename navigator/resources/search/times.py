"""What is kept of the hours of many entries: weekly spans in arrays, and the places that need a second look (S-03)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from navigator.resources.holidays import speaks_of_holidays
from navigator.resources.hours import doors
from navigator.resources.model import Entry, Hours, HoursKind
from navigator.resources.search.packed import Arrays, under, within
from navigator.resources.search.tristates import Mask
from navigator.resources.search.weekly import Weekly, moved

_INTAKE = (HoursKind.INTAKE, HoursKind.WALK_IN)


def intake_doors(hours: tuple[Hours, ...]) -> tuple[Hours, ...]:
    """The hours at which somebody new is taken."""
    return tuple(one for one in hours if one.kind in _INTAKE)


@dataclass(frozen=True)
class Times:
    """What the arrays hold: spans of all doors and of those for intake, and the entries that need a second look.

    `has_intake`: hours for intake are spoken of; `on_holidays`: places of entries that speak of holidays; `days` and
    `dated`: ordinals of days with hours of their own, and the place of each.
    """

    doors: Weekly
    intake: Weekly
    has_intake: Mask
    on_holidays: NDArray[np.int32]
    days: NDArray[np.int32]
    dated: NDArray[np.int32]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Times":
        all_hours = [entry.hours for entry in entries]
        let_in, taken = [doors(hours) for hours in all_hours], [intake_doors(hours) for hours in all_hours]
        dated = [
            (one.on.toordinal(), place)
            for place, several in enumerate(all_hours)
            for hours in several
            for one in hours.exceptions
        ]
        table = np.array(dated, dtype=np.int32).reshape(-1, 2)
        return cls(
            doors=Weekly.of(let_in),
            intake=Weekly.of(taken),
            has_intake=np.array([bool(hours) for hours in taken], dtype=bool),
            on_holidays=np.array(
                [place for place, hours in enumerate(all_hours) if speaks_of_holidays(hours)], dtype=np.int32
            ),
            days=table[:, 0],
            dated=table[:, 1],
        )

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> "Times":
        return cls(
            doors=Weekly.of_arrays(within("doors", arrays)),
            intake=Weekly.of_arrays(within("intake", arrays)),
            has_intake=arrays["has_intake"],
            on_holidays=arrays["on_holidays"],
            days=arrays["days"],
            dated=arrays["dated"],
        )

    @classmethod
    def joined(cls, parts: Sequence[tuple["Times", Mask]]) -> "Times":
        """Those of the entries that are alive, one part after the other."""
        return cls(
            doors=Weekly.joined([(part.doors, alive) for part, alive in parts]),
            intake=Weekly.joined([(part.intake, alive) for part, alive in parts]),
            has_intake=np.concatenate([part.has_intake[alive] for part, alive in parts]),
            on_holidays=moved([(part.on_holidays, alive) for part, alive in parts]),
            days=np.concatenate([part.days[alive[part.dated]] for part, alive in parts]),
            dated=moved([(part.dated, alive) for part, alive in parts]),
        )

    def arrays(self) -> Arrays:
        return {
            **under("doors", self.doors.arrays()),
            **under("intake", self.intake.arrays()),
            "has_intake": self.has_intake,
            "on_holidays": self.on_holidays,
            "days": self.days,
            "dated": self.dated,
        }
