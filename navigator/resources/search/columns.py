"""What filters and ranking look at, one array for all entries: facts, places, status, checks."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from navigator.city import City, Zip
from navigator.resources.categories import Category
from navigator.resources.model import Entry, Fact, HoursKind, Status, Tri
from navigator.resources.places import EARTH_RADIUS_MILES
from navigator.resources.search.kept import Kept
from navigator.resources.search.opening import NO, UNKNOWN, YES, Opening, Signs
from navigator.resources.search.tokens import words

_SIGN = {Tri.YES: YES, Tri.NO: NO, Tri.UNKNOWN: UNKNOWN}
_FACTS = {fact: column for column, fact in enumerate(Fact)}
_STATUSES = {status: number for number, status in enumerate(Status)}
_NEVER = 0
_CRISIS = "crisis"

Mask = NDArray[np.bool_]


class Columns:
    """The columns of some entries, in their order."""

    def __init__(self, entries: Sequence[Entry], city: City, categories: Mapping[str, Category]) -> None:
        self.opening = Opening(entries, city.zone)
        self.confidential: Mask = np.array([entry.confidential for entry in entries], dtype=bool)
        self.national: Mask = np.array([entry.national for entry in entries], dtype=bool)
        self.crisis: Mask = np.array([_is_crisis(entry, categories) for entry in entries], dtype=bool)
        self._facts = _facts(entries)
        self._walk_in = _walk_in(entries, self._facts[:, _FACTS[Fact.WALK_IN]])
        self._status = np.array([_STATUSES[entry.status] for entry in entries], dtype=np.int8)
        self._due = np.array(
            [entry.due_on.toordinal() if entry.due_on else _NEVER for entry in entries], dtype=np.int32
        )
        self.callable = np.array([bool(entry.phones) for entry in entries], dtype=bool)
        self._kinds = _kinds(entries)
        self._places = _on_the_globe(np.array([_place(entry, city) for entry in entries]).reshape(-1, 2))
        self._zips = np.array([_zip(entry) for entry in entries], dtype="U5")
        self._miles: Kept[Zip, NDArray[np.float32]] = Kept()

    def fact(self, fact: Fact) -> Signs:
        return self._walk_in if fact is Fact.WALK_IN else self._facts[:, _FACTS[fact]]

    def has_status(self, *statuses: Status) -> Mask:
        return np.isin(self._status, [_STATUSES[status] for status in statuses])

    def of_kind(self, codes: frozenset[str]) -> Signs:
        """1 for entries of one of these kinds of help, 0 where no kind is known, else -1."""
        signs = np.where(self._kinds[""], UNKNOWN, NO).astype(np.int8)
        for code in codes:
            signs[self._kinds.get(code, False)] = YES
        return signs

    def overdue(self, today: date) -> Mask:
        """Entries whose next check is due, or that were never checked (S-06)."""
        return self._due <= today.toordinal()

    def in_zip(self, code: str) -> Mask:
        """Entries whose address has this ZIP; never a confidential one (S-13)."""
        return np.asarray(self._zips == code)

    def miles_from(self, here: Zip) -> NDArray[np.float32]:
        """Miles as the crow flies; not a number where the place is not known or confidential."""
        return self._miles.get(here, lambda: _miles(self._places, here))


def _facts(entries: Sequence[Entry]) -> Signs:
    table = np.zeros((len(entries), len(_FACTS)), dtype=np.int8)
    for row, entry in enumerate(entries):
        for fact, known in entry.facts.items():
            table[row, _FACTS[fact]] = _SIGN[known]
    return table


def _walk_in(entries: Sequence[Entry], known: Signs) -> Signs:
    """Hours for walking in say that one can walk in, even where nothing else does."""
    has_hours = np.array([any(hours.kind is HoursKind.WALK_IN for hours in entry.hours) for entry in entries], bool)
    return np.where((known == UNKNOWN) & has_hours, YES, known).astype(np.int8)


def _kinds(entries: Sequence[Entry]) -> dict[str, Mask]:
    kinds = {"": np.array([not entry.categories for entry in entries], dtype=bool)}
    for row, entry in enumerate(entries):
        for code in entry.categories:
            kinds.setdefault(code, np.zeros(len(entries), dtype=bool))[row] = True
    return kinds


def _place(entry: Entry, city: City) -> tuple[float, float]:
    """Where the entry is: its own place, else the middle of its ZIP; a confidential one is nowhere (S-13)."""
    nowhere = (float("nan"), float("nan"))
    if entry.confidential:
        return nowhere
    if entry.place is not None:
        return entry.place
    area = city.zips.get(_zip(entry))
    return (area.latitude, area.longitude) if area else nowhere


def _zip(entry: Entry) -> str:
    return "" if entry.confidential or entry.address is None else entry.address.postal_code[:5]


def _is_crisis(entry: Entry, categories: Mapping[str, Category]) -> bool:
    names = (categories[code].name for code in entry.categories if code in categories)
    return _CRISIS in words(" ".join((entry.kind, *names)))


def _on_the_globe(degrees: NDArray[np.float64]) -> NDArray[np.float32]:
    """Latitudes and longitudes as points of a ball of radius 1, so that distances need no angles."""
    latitude, longitude = np.radians(degrees[:, 0]), np.radians(degrees[:, 1])
    across = np.cos(latitude)
    return np.stack([across * np.cos(longitude), across * np.sin(longitude), np.sin(latitude)]).astype(np.float32)


def _miles(places: NDArray[np.float32], here: Zip) -> NDArray[np.float32]:
    """Along the surface, from the straight line through the ball."""
    apart = places - _on_the_globe(np.array([[here.latitude, here.longitude]]))
    straight = np.sqrt(np.sum(apart * apart, axis=0))
    return np.asarray(2 * EARTH_RADIUS_MILES * np.arcsin(np.minimum(straight / 2, 1)), dtype=np.float32)
