"""What filters and ranking look at, one array for all entries: facts, places, status, checks."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from navigator.city import City, Zip
from navigator.resources.categories import Category
from navigator.resources.model import Entry, Fact, Status
from navigator.resources.places import EARTH_RADIUS_MILES
from navigator.resources.search.columns_read import (
    FACTS,
    NEVER,
    NOT_KNOWN,
    STATUSES,
    facts,
    on_the_globe,
    plain,
    zip_number,
)
from navigator.resources.search.kept import Kept
from navigator.resources.search.opening import Opening
from navigator.resources.search.packed import Arrays, under, within
from navigator.resources.search.tags import Tags
from navigator.resources.search.times import Times
from navigator.resources.search.tristates import Mask, Signs, Tristates

__all__ = ["Columns", "Mask", "Signs"]

EntryAt = Callable[[int], Entry]
_PLACES = "places"


class Columns:
    """The columns of some entries, in their order. `entry_at` gives the entry at a place, whole.

    `signs` and `lasting` keep what others reckoned of them: the signs of facets, the part of worth that lasts.
    """

    def __init__(self, one_each: Arrays, facts: Tristates, kinds: Tags, languages: Tags, opening: Opening) -> None:
        self._one_each = one_each
        self.facts, self.kinds, self.languages, self.opening = facts, kinds, languages, opening
        self.confidential: Mask = one_each["confidential"]
        self.national: Mask = one_each["national"]
        self.crisis: Mask = one_each["crisis"]
        self.always: Mask = one_each["always"]
        self.callable: Mask = one_each["callable"]
        self.minimum_age, self.maximum_age = one_each["minimum_age"], one_each["maximum_age"]
        self.signs: Kept[object, Mapping[str, Signs]] = Kept()
        self.lasting: Kept[object, NDArray[np.float32]] = Kept()
        self._miles: Kept[Zip, NDArray[np.float32]] = Kept()
        self._status: Kept[tuple[Status, ...], Mask] = Kept()

    @classmethod
    def of(
        cls, entries: Sequence[Entry], city: City, categories: Mapping[str, Category], entry_at: EntryAt
    ) -> "Columns":
        return cls(
            plain(entries, city, categories),
            Tristates.of(facts(entries)),
            Tags.of([entry.categories for entry in entries]),
            Tags.of([entry.languages for entry in entries]),
            Opening(Times.of(entries), city.zone, entry_at),
        )

    @classmethod
    def of_arrays(cls, arrays: Arrays, city: City, entry_at: EntryAt) -> "Columns":
        one_each = within("each", arrays)
        size = len(one_each["status"])
        return cls(
            one_each,
            Tristates.of_arrays(size, within("facts", arrays)),
            Tags.of_arrays(size, within("kinds", arrays)),
            Tags.of_arrays(size, within("languages", arrays)),
            Opening(Times.of_arrays(within("times", arrays)), city.zone, entry_at),
        )

    @classmethod
    def joined(cls, parts: Sequence[tuple["Columns", Mask]], city: City, entry_at: EntryAt) -> "Columns":
        """Those of the entries that are alive, one part after the other."""
        names = parts[0][0]._one_each
        return cls(
            {
                name: np.concatenate([part._one_each[name][..., alive] for part, alive in parts], axis=-1)
                for name in names
            },
            Tristates.joined([(part.facts, alive) for part, alive in parts]),
            Tags.joined([(part.kinds, alive) for part, alive in parts]),
            Tags.joined([(part.languages, alive) for part, alive in parts]),
            Opening(Times.joined([(part.opening.times, alive) for part, alive in parts]), city.zone, entry_at),
        )

    def arrays(self) -> Arrays:
        return {
            **under("each", self._one_each),
            **under("facts", self.facts.arrays()),
            **under("kinds", self.kinds.arrays()),
            **under("languages", self.languages.arrays()),
            **under("times", self.opening.times.arrays()),
        }

    def __len__(self) -> int:
        return len(self.confidential)

    def fact(self, fact: Fact) -> Signs:
        return self.facts.sign(FACTS[fact])

    def has_status(self, *statuses: Status) -> Mask:
        of_each = self._one_each["status"]
        return self._status.get(statuses, lambda: np.isin(of_each, [STATUSES[status] for status in statuses]))

    def of_kind(self, codes: frozenset[str]) -> Signs:
        """1 for entries of one of these kinds of help, 0 where no kind is known, else -1."""
        return self.kinds.signs(codes)

    def overdue(self, today: date) -> Mask:
        """Entries whose next check is due, or that were never checked (S-06)."""
        return np.asarray(self._one_each["due"] <= today.toordinal())

    def checked_since(self, day: date) -> Mask:
        """Entries that somebody found true on this day or later."""
        return np.asarray(self._one_each["verified"] >= day.toordinal())

    def days_unchecked(self, today: date) -> NDArray[np.int32]:
        """Days since the last check; -1 where nobody has checked."""
        verified = self._one_each["verified"]
        return np.where(verified == NEVER, NOT_KNOWN, np.maximum(today.toordinal() - verified, 0)).astype(np.int32)

    def room(self) -> Signs:
        """1 where the last word on beds was that there are some, -1 where that there are none (S-04)."""
        return np.asarray(self._one_each["room"])

    def minutes_since_room(self, at: datetime) -> NDArray[np.int32]:
        """How old the last word on beds is; of no meaning where there was none."""
        return np.asarray(np.int32(at.timestamp() // 60) - self._one_each["room_at"])

    def in_zip(self, code: str) -> Mask:
        """Entries whose address has this ZIP; never a confidential one (S-13)."""
        number = zip_number(code)
        return np.asarray((self._one_each["zip"] == number) & (number != NOT_KNOWN))

    def miles_from(self, here: Zip) -> NDArray[np.float32]:
        """Miles as the crow flies; not a number where the place is not known or confidential."""
        return self._miles.get(here, lambda: _miles(self._one_each[_PLACES], here))


def _miles(places: NDArray[np.float32], here: Zip) -> NDArray[np.float32]:
    """Along the surface, from the straight line through the ball."""
    straight = np.zeros(places.shape[1], dtype=np.float32)
    for there, point in zip(places, on_the_globe(np.array([[here.latitude, here.longitude]])), strict=True):
        apart = there - point
        straight += apart * apart
    half = np.sqrt(straight) * np.float32(0.5)
    return np.asarray(np.arcsin(np.minimum(half, 1)) * np.float32(2 * EARTH_RADIUS_MILES))
