"""An import that was tried and not applied: small enough to keep 100,000 rows of it in memory (S-08)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navigator.resources.importing.doors import Door, item_of
from navigator.resources.importing.verdicts import Item, Report, Verdict


@dataclass(frozen=True)
class Prepared:
    """The dry run of one file. `revision` is that of the directory it was held against.

    `back` are the keys of entries that were gone and came back, with the import since which they were.
    """

    report: Report
    revision: int
    feed_id: str
    doors: Mapping[Verdict, Sequence[Door]]
    back: Mapping[str, str]

    def items(self, verdict: Verdict, start: int, count: int) -> tuple[Item, ...]:
        """The items of `verdict` from the `start`-th (0 is the first), at most `count`, in the order of the file."""
        return tuple(item_of(door) for door in self.doors[verdict][start : start + count])
