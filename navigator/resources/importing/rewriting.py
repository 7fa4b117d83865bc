"""Changes many entries at once, as `stewardship.changing.change` changes one: content, history, S-13.

An import may change every entry of a directory of 100,000, so what most changes touch is written in long rows of
lines; an entry that changes its organization or stands at a place with others goes the way of a single change.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import batched
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from navigator.resources import reading, rows, writing
from navigator.resources.fields import (
    OTHER,
    Difference,
    Level,
    Record,
    Values,
    differences,
    level_of,
    values_of,
    with_values,
)
from navigator.resources.importing.steps import Steps
from navigator.resources.stewardship.changing import Hand, change, keep, refuse_hidden

_AT_ONCE = 1000
_ONE_BY_ONE = frozenset({"organization", OTHER + "organization"})
_PLACE = frozenset({"address", "area", "directions", "place", OTHER + "location"})
Line = dict[str, Any]


def rewrite(session: Session, wanted: Mapping[str, Values], hand: Hand, steps: Steps) -> int:
    """Puts values into entries, by their ids; returns how many entries changed. `BadInput` as `change`."""
    changed = 0
    for some in batched(wanted.items(), _AT_ONCE):
        changed += _Turn(session, dict(some), hand).write()
        steps.step(len(some))
    return changed


class _Turn:
    """Some entries that change together. `_made` is their history, `_shared` that of their services."""

    def __init__(self, session: Session, wanted: Mapping[str, Values], hand: Hand) -> None:
        self._session = session
        self._hand = hand
        self._alone = _alone(session, list(wanted))
        self._slow = {one: values for one, values in wanted.items() if self._is_slow(one, values)}
        self._quick = {one: values for one, values in wanted.items() if one not in self._slow}
        self._lines: dict[type[rows.Base], list[Line]] = defaultdict(list)
        self._emptied: dict[type[rows.Base], list[str]] = defaultdict(list)
        self._services: dict[str, Record] = {}
        self._shared: dict[str, dict[str, Difference]] = defaultdict(dict)
        self._made: dict[str, dict[str, Difference]] = defaultdict(dict)

    def write(self) -> int:
        changed = sum(bool(change(self._session, one, values, self._hand)) for one, values in self._slow.items())
        self._session.flush()
        for record in reading.records(self._session, self._quick) if self._quick else ():
            changed += self._take(record)
        self._take_services()
        self._put_lines()
        self._tell_all_doors()
        keep(self._session, self._hand, {one: tuple(made.values()) for one, made in self._made.items()})
        return changed

    def _is_slow(self, entry_id: str, values: Values) -> bool:
        place = _PLACE & values.keys()
        emptied = any(not values[key] for key in place)
        return bool(_ONE_BY_ONE & values.keys()) or emptied or (bool(place) and entry_id not in self._alone)

    def _take(self, found: Record) -> bool:
        service = found.entry.service_id
        before = with_values(found, {key: one.after for key, one in self._shared[service].items()})
        after = with_values(before, self._quick[found.entry.id])
        made = differences(values_of(before), values_of(after))
        if not made:
            return False
        refuse_hidden(before, after)
        shared = [one for one in made if level_of(one.field) is Level.SERVICE]
        if shared:
            _note(self._shared[service], shared)
            self._services[service] = after
        _note(self._made[found.entry.id], made)
        self._take_door(after, {one.field for one in made})
        return True

    def _take_door(self, after: Record, keys: set[str]) -> None:
        entry = after.entry
        if keys & _PLACE:
            line = writing.location_line(entry) | {"extra": dict(after.extra.get("location", {}))}
            self._lines[rows.LocationRow].append(line | {"id": self._alone[entry.id]})
        if OTHER + "at_location" in keys:
            extra = dict(after.extra.get("at_location", {}))
            self._lines[rows.ServiceAtLocationRow].append({"id": entry.id, "extra": extra})
        if "phones" in keys:
            self._emptied[rows.PhoneRow].append(entry.id)
            self._lines[rows.PhoneRow] += (writing.phone_line(entry.id, at, one) for at, one in enumerate(entry.phones))
        if "hours" in keys:
            self._emptied[rows.HoursRow].append(entry.id)
            self._lines[rows.HoursRow] += (writing.hours_line(entry.id, at, one) for at, one in enumerate(entry.hours))

    def _take_services(self) -> None:
        for service, after in self._services.items():
            extra = {"extra": dict(after.extra.get("service", {}))}
            self._lines[rows.ServiceRow].append(writing.service_line(after.entry) | extra | {"id": service})
            for row, known in writing.known_lines(after.entry, service).items():
                self._emptied[row].append(service)
                self._lines[row] += known

    def _put_lines(self) -> None:
        for row in (rows.ServiceRow, rows.LocationRow, rows.ServiceAtLocationRow):
            if self._lines[row]:
                self._session.execute(update(row), self._lines[row])
        for emptied, owners in self._emptied.items():
            columns = emptied.__table__.c
            owner = columns["owner_id"] if "owner_id" in columns else columns["service_id"]
            self._session.execute(delete(emptied).where(owner.in_(owners)))
            if self._lines[emptied]:
                self._session.execute(insert(emptied), self._lines[emptied])

    def _tell_all_doors(self) -> None:
        """What changed of a service is history of all its doors."""
        door = rows.ServiceAtLocationRow
        doors = select(door.id, door.service_id).where(door.service_id.in_(self._services)).order_by(door.id)
        for row in self._session.execute(doors):
            self._made[row.id] |= self._shared[row.service_id]


def _note(noted: dict[str, Difference], made: Iterable[Difference]) -> None:
    """What a field was before this turn and what it is after it."""
    for one in made:
        noted[one.field] = Difference(one.field, noted.get(one.field, one).before, one.after)


def _alone(session: Session, entry_ids: Sequence[str]) -> Mapping[str, str]:
    """By entry its location, where no other entry stands at it."""
    door = rows.ServiceAtLocationRow
    held = select(door.id, door.location_id).where(door.id.in_(entry_ids), door.location_id.is_not(None))
    places = {row.id: str(row.location_id) for row in session.execute(held)}
    standing = Counter(session.scalars(select(door.location_id).where(door.location_id.in_(set(places.values())))))
    return {one: place for one, place in places.items() if standing[place] == 1}
