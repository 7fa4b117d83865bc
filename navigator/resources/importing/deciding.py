"""Gives each door of a file its verdict, reading the entries it is held against in turns."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import batched

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.resources import reading
from navigator.resources.fields import Level, Record, level_of
from navigator.resources.importing.arrivals import closed
from navigator.resources.importing.comparing import Against, compare
from navigator.resources.importing.doors import Arrival, Door
from navigator.resources.importing.feeds import Feed
from navigator.resources.importing.last_words import last_words
from navigator.resources.importing.matching import Doubt, Found, Match
from navigator.resources.importing.outcomes import held_door, matched_door, new_door
from navigator.resources.importing.packing import unpack
from navigator.resources.importing.standing import EntriesHere
from navigator.resources.importing.steps import Steps
from navigator.resources.rows import ServiceAtLocationRow
from navigator.resources.stewardship.rows import FieldMarkRow
from navigator.resources.writing import OrganizationKey, organization_key

_AT_ONCE = 1000
Asked = tuple[Arrival, Match | Doubt]
Marks = Mapping[str, Collection[str]]


class Deciding:
    """Holds doors against the directory. What a service or organization is, is read from its first door alone."""

    def __init__(self, session: Session, feed: Feed, here: EntriesHere, steps: Steps) -> None:
        self._session = session
        self._feed = feed
        self._here = here
        self._steps = steps
        self._services: dict[str, str] = {}
        self._told_services: set[str] = set()
        self._told_houses: set[OrganizationKey] = set()
        self._hidden = frozenset(one.service for one in here.entries.values() if one.confidential)

    def doors(self, arrivals: Sequence[Arrival], found: Found) -> Iterator[Door]:
        """Matched and held doors first, then the new ones, which may be places of services that are here."""
        asked = [(arrivals[at], one) for at, one in sorted(found.items())]
        for some in batched(asked, _AT_ONCE):
            for door in self._decided(some):
                yield door
                self._steps.step()
        for at, arrival in enumerate(arrivals):
            if at not in found:
                yield self._new(arrival)
                self._steps.step()
        self._steps.finish()

    def _decided(self, asked: Sequence[Asked]) -> Iterator[Door]:
        ids = {one.entry_id for _, one in asked}
        records = {record.entry.id: record for record in reading.records(self._session, ids)}
        marks = self._marks({record.entry.service_id for record in records.values()}, ids)
        against = [self._against(arrival, one, records[one.entry_id], marks) for arrival, one in asked]
        curious = {one.record.entry.id for one in against if one.asked}
        words = last_words(self._session, self._feed.id, curious)
        for (arrival, one), held in zip(asked, against, strict=True):
            if isinstance(one, Doubt):
                yield held_door(arrival, one, held)
            else:
                ours = frozenset(key for key in held.asked if words.is_ours(one.entry_id, key))
                yield matched_door(arrival, one, held, compare(held, ours))

    def _marks(self, services: Collection[str], ids: Collection[str]) -> Marks:
        """By entry its protected fields; one of the service is protected at every place of it."""
        door, mark = ServiceAtLocationRow, FieldMarkRow
        wanted = select(mark.entry_id, mark.field, door.service_id).join(door, door.id == mark.entry_id)
        found: dict[str, set[str]] = {}
        for row in self._session.execute(wanted.where(door.service_id.in_(services))):
            shared = level_of(row.field) is Level.SERVICE
            found.setdefault(row.service_id if shared else row.entry_id, set()).add(row.field)
        entries = self._here.entries
        return {one: found.get(one, set()) | found.get(entries[one].service, set()) for one in ids}

    def _against(self, arrival: Arrival, one: Match | Doubt, record: Record, marks: Marks) -> Against:
        told = unpack(arrival.told)
        if isinstance(one, Doubt):
            return Against(told, record, (), whole=True)
        service, house = record.entry.service_id, _house(record)
        self._services.setdefault(arrival.service, service)
        whole, first = service not in self._told_services, house not in self._told_houses
        self._told_services.add(service)
        self._told_houses.add(house)
        return Against(told, record, marks[one.entry_id], whole=whole, house=whole and first)

    def _new(self, arrival: Arrival) -> Door:
        """A new door; one of a service that is confidential here is confidential, whatever the file says (S-13)."""
        service = self._services.get(arrival.service, "") if arrival.service else ""
        if service in self._hidden and not arrival.confidential:
            arrival = closed(arrival)
        return new_door(arrival, service or arrival.service)


def _house(record: Record) -> OrganizationKey:
    return organization_key(record.entry.organization, record.extra.get("organization", {}))
