"""Reads the columns of some entries: what filters and ranking look at, as arrays in the order of the entries."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Entry, Fact, HoursKind, Status
from navigator.resources.search.packed import Arrays
from navigator.resources.search.phones import digits_of
from navigator.resources.search.taken import fact_sign
from navigator.resources.search.tokens import words
from navigator.resources.search.tristates import NO, UNKNOWN, YES, Signs

NEVER = 0
NOT_KNOWN = -1
FACTS = {fact: row for row, fact in enumerate(Fact)}
STATUSES = {status: number for number, status in enumerate(Status)}

_BY_AGES = (Fact.YOUTH, Fact.ADULTS, Fact.OLDER_ADULTS)
_CRISIS, _CRISIS_LINE, _EMERGENCY = "crisis", "crisis-line", "911"
_OLDEST = 1000
_NOWHERE = (float("nan"), float("nan"))


def plain(entries: Sequence[Entry], city: City, categories: Mapping[str, Category]) -> Arrays:
    """One value for each entry. Days are ordinals, minutes count from 1970, ages and ZIPs not known are -1."""
    lines = frozenset(digits_of(line.number) for line in city.crisis_lines) - {_EMERGENCY}
    rows = [_row(entry, city.zone) for entry in entries]
    table = np.array(rows, dtype=np.int32).reshape(-1, 8).T
    types = (np.int8, np.int32, np.int32, np.int16, np.int16, np.int32, np.int8, np.int32)
    names = ("status", "due", "verified", "minimum_age", "maximum_age", "zip", "room", "room_at")
    return {
        **{name: row.astype(kind) for name, row, kind in zip(names, table, types, strict=True)},
        "confidential": _mask([entry.confidential for entry in entries]),
        "national": _mask([entry.national for entry in entries]),
        "callable": _mask([bool(entry.phones) for entry in entries]),
        "crisis": _mask(_crisis(entries, categories)),
        "always": _mask([_is_always(entry, lines) for entry in entries]),
        "places": on_the_globe(np.array([_place(entry, city) for entry in entries]).reshape(-1, 2)),
    }


def facts(entries: Sequence[Entry]) -> Signs:
    """The sign of each fact (row) of each entry (column)."""
    table = np.zeros((len(entries), len(FACTS)), dtype=np.int8)
    for place, entry in enumerate(entries):
        for fact in (*entry.facts, *_also_told(entry)):
            table[place, FACTS[fact]] = fact_sign(entry, fact)
    return table.T


def _also_told(entry: Entry) -> tuple[Fact, ...]:
    """The facts of which hours and ages say something."""
    by_hours = (Fact.WALK_IN,) if any(hours.kind is HoursKind.WALK_IN for hours in entry.hours) else ()
    aged = entry.minimum_age is not None or entry.maximum_age is not None
    return (*by_hours, *_BY_AGES) if aged else by_hours


def zip_number(code: str) -> int:
    """A ZIP as a number; anything else is not known."""
    return int(code) if len(code) == 5 and code.isascii() and code.isdigit() else NOT_KNOWN


def on_the_globe(degrees: NDArray[np.float64]) -> NDArray[np.float32]:
    """Latitudes and longitudes as points of a ball of radius 1, so that distances need no angles."""
    latitude, longitude = np.radians(degrees[:, 0]), np.radians(degrees[:, 1])
    across = np.cos(latitude)
    return np.stack([across * np.cos(longitude), across * np.sin(longitude), np.sin(latitude)]).astype(np.float32)


def _row(entry: Entry, zone: ZoneInfo) -> tuple[int, ...]:
    return (
        STATUSES[entry.status],
        entry.due_on.toordinal() if entry.due_on else NEVER,
        entry.verified.at.astimezone(zone).toordinal() if entry.verified else NEVER,
        _age(entry.minimum_age),
        _age(entry.maximum_age),
        zip_number(_zip(entry)),
        *_room(entry),
    )


def _age(years: int | None) -> int:
    return NOT_KNOWN if years is None else min(years, _OLDEST)


def _room(entry: Entry) -> tuple[int, int]:
    """Whether there was room at the last word on it, and the minute of that; of two at once the better (S-04)."""
    told = [(int(one.as_of.timestamp() // 60), one.available) for one in entry.capacities if one.available is not None]
    if not told:
        return UNKNOWN, NEVER
    minute, available = max(told)
    return (YES if available else NO), minute


def _mask(values: Sequence[bool]) -> NDArray[np.bool_]:
    return np.array(values, dtype=bool)


def _place(entry: Entry, city: City) -> tuple[float, float]:
    """Where the entry is: its own place, else the middle of its ZIP; a confidential one is nowhere (S-13)."""
    if entry.confidential:
        return _NOWHERE
    if entry.place is not None:
        return entry.place
    area = city.zips.get(_zip(entry))
    return (area.latitude, area.longitude) if area else _NOWHERE


def _zip(entry: Entry) -> str:
    return "" if entry.confidential or entry.address is None else entry.address.postal_code[:5]


def _crisis(entries: Sequence[Entry], categories: Mapping[str, Category]) -> list[bool]:
    """Doors and lines for a crisis, by their kind of help or what they call themselves."""
    codes = {code for code, category in categories.items() if _CRISIS in words(category.name)}
    kinds = {kind: _CRISIS in words(kind) for kind in {entry.kind for entry in entries}}
    return [kinds[entry.kind] or not codes.isdisjoint(entry.categories) for entry in entries]


def _is_always(entry: Entry, lines: frozenset[str]) -> bool:
    """A line that is offered when words mean danger (S-11): one to call outright, not "988, then press 1"."""
    if entry.status is not Status.ACTIVE or (entry.categories and _CRISIS_LINE not in entry.categories):
        return False
    return any(digits_of(phone.number) in lines for phone in entry.phones if not phone.words)
