"""Gives each door of a file its verdict, reading the entries it is held against in turns."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import batched

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
from navigator.resources.stewardship.marks import protected_fields
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
        marks = protected_fields(self._session, ids)
        against = [self._against(arrival, one, records[one.entry_id], marks) for arrival, one in asked]
        curious = [one.record for one in against if one.asked]
        asked_of = {one.entry.id for one in curious} | {self._eldest[one.entry.service_id] for one in curious}
        words = last_words(self._session, self._feed.id, asked_of)
        for (arrival, one), held in zip(asked, against, strict=True):
            if isinstance(one, Doubt):
                yield held_door(arrival, one, held)
            else:
                ours = frozenset(key for key in held.asked if words.is_ours(self._speaks(held.record, key), key))
                yield matched_door(arrival, one, held, compare(held, ours))

    def _speaks(self, record: Record, field: str) -> str:
        """The entry whose history tells who said the field: of a service its first place, for others came later."""
        entry = record.entry
        return self._eldest[entry.service_id] if level_of(field) is Level.SERVICE else entry.id

    @cached_property
    def _eldest(self) -> Mapping[str, str]:
        """By service its first place."""
        return {
            one.service: one.id for one in sorted(self._here.entries.values(), key=lambda one: one.id, reverse=True)
        }

    def _against(self, arrival: Arrival, one: Match | Doubt, record: Record, marks: Marks) -> Against:
        told = unpack(arrival.told)
        if isinstance(one, Doubt):
            return Against(told, record, (), whole=True)
        service, house = record.entry.service_id, _house(record)
        self._services.setdefault(arrival.service, service)
        if one.again:
            return Against(told, record, (), whole=False, house=False, key=arrival.key)
        whole, first = service not in self._told_services, house not in self._told_houses
        self._told_services.add(service)
        self._told_houses.add(house)
        return Against(told, record, marks.get(one.entry_id, ()), whole=whole, house=whole and first, key=arrival.key)

    def _new(self, arrival: Arrival) -> Door:
        """A new door; one of a service that is confidential here is confidential, whatever the file says (S-13)."""
        service = self._services.get(arrival.service, "") if arrival.service else ""
        if service in self._hidden and not arrival.confidential:
            arrival = closed(arrival)
        return new_door(arrival, service or arrival.service)


def _house(record: Record) -> OrganizationKey:
    return organization_key(record.entry.organization, record.extra.get("organization", {}))
