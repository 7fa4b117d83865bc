"""Writes what was tried: changes, new entries, held rows, what is gone, in the caller's transaction (S-08)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import batched

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.ids import new_id
from navigator.resources import hiding, rows, writing
from navigator.resources.confidential import arriving
from navigator.resources.fields import Difference, Record, Values
from navigator.resources.importing import feeds
from navigator.resources.importing.batches import batch_line
from navigator.resources.importing.doors import Door
from navigator.resources.importing.holding import hold_rows
from navigator.resources.importing.packing import differences_of, record_of, unpack
from navigator.resources.importing.prepared import Prepared
from navigator.resources.importing.rewriting import rewrite
from navigator.resources.importing.steps import Steps
from navigator.resources.importing.verdicts import Verdict
from navigator.resources.stewardship.changing import Act, Hand, keep
from navigator.resources.stewardship.quarantine import quarantine
from navigator.resources.stewardship.rows import BatchRow, OriginRow
from navigator.resources.stewardship.secrecy import HIDDEN_HERE
from navigator.storage import state

_AT_ONCE = 2000
_NAMES_AT_ONCE = 5000


class Applying:
    """One import on its way into the store. `hides`: it makes places confidential that were not."""

    def __init__(self, session: Session, prepared: Prepared, actor: Actor, at: datetime, steps: Steps) -> None:
        self.batch_id = new_id()
        self.hides = any(door.hides for door in prepared.doors[Verdict.CHANGED])
        self._session = session
        self._prepared = prepared
        self._at = at
        self._steps = steps
        self._hand = Hand(actor, Act.IMPORTED, at, self.batch_id)
        self._feed_id = feeds.keep_feed(session, prepared.feed_id, prepared.report.feed, prepared.report.format)
        self._services: dict[str, str] = {}

    def apply(self) -> None:
        doors = self._prepared.doors
        line = batch_line(self._prepared, self.batch_id, self._feed_id, self._hand.actor, self._at)
        self._session.execute(insert(BatchRow), [line])
        known = (*doors[Verdict.CHANGED], *doors[Verdict.UNCHANGED])
        self._hide(door for door in doors[Verdict.CHANGED] if door.hides)
        self._change(doors[Verdict.CHANGED])
        self._steps.step(len(doors[Verdict.UNCHANGED]))
        self._bind({door.key: door.entry_id for door in known if door.binds})
        self._let_wait(known)
        self._add(doors[Verdict.NEW])
        decided = (*known, *doors[Verdict.NEW])
        hold_rows(self._session, doors[Verdict.HELD], decided, self._feed_id, self.batch_id, self._at)
        self._mark_gone()
        self._steps.finish()

    def _hide(self, doors: Iterable[Door]) -> None:
        """Also against a parcel that still has the place (S-14)."""
        for service, entry_id in {door.service: door.entry_id for door in doors}.items():
            hiding.hide(self._session, entry_id, self._at)
            state.put(self._session, HIDDEN_HERE + service, "")

    def _change(self, doors: Sequence[Door]) -> None:
        for some in batched(doors, _AT_ONCE):
            rewrite(self._session, {door.entry_id: _values(door) for door in some}, self._hand, self._steps)

    def _bind(self, entries: Mapping[str, str]) -> None:
        feeds.bind(self._session, self._feed_id, self.batch_id, entries)

    def _let_wait(self, doors: Iterable[Door]) -> None:
        for door in doors:
            if door.told:
                texts = unpack(door.told).get("free_text", {})
                quarantine(self._session, door.entry_id, texts, self.batch_id, self._at)

    def _add(self, doors: Sequence[Door]) -> None:
        counts = Counter(door.service for door in doors if door.service)
        several = {service for service, count in counts.items() if count > 1}
        for some in batched(doors, _AT_ONCE):
            self._add_some(some, several)
            self._steps.step(len(some))

    def _add_some(self, doors: Sequence[Door], several: set[str]) -> None:
        """New entries, with the sign in their history that this import brought them; beds are its word too."""
        told = [unpack(door.record) for door in doors]
        records = [self._record(door, record_of(one)) for door, one in zip(doors, told, strict=True)]
        ids = writing.add(self._session, records, self.batch_id)
        self._know_services(doors, ids, several)
        nothing: tuple[Difference, ...] = ()
        keep(self._session, replace(self._hand, act=Act.ADDED), dict.fromkeys(ids, nothing))
        self._bind({door.key: entry_id for door, entry_id in zip(doors, ids, strict=True)})
        for entry_id, one in zip(ids, told, strict=True):
            if one["free_text"]:
                quarantine(self._session, entry_id, one["free_text"], self.batch_id, self._at)

    def _record(self, door: Door, record: Record) -> Record:
        service = self._services.get(door.service, door.service)
        return replace(record, entry=arriving(replace(record.entry, service_id=service)))

    def _know_services(self, doors: Sequence[Door], ids: Sequence[str], several: set[str]) -> None:
        """Under which id the services stand now that have more places to come."""
        wanted = {entry_id: door.service for door, entry_id in zip(doors, ids, strict=True) if door.service in several}
        row = rows.ServiceAtLocationRow
        for some in batched(wanted, _NAMES_AT_ONCE):
            for found in self._session.execute(select(row.id, row.service_id).where(row.id.in_(some))):
                self._services[wanted[found.id]] = found.service_id

    def _mark_gone(self) -> None:
        row = OriginRow
        ours = update(row).where(row.feed_id == self._feed_id)
        gone = [door.entry_id for door in self._prepared.doors[Verdict.GONE]]
        for some in batched(gone, _NAMES_AT_ONCE):
            missing = ours.where(row.entry_id.in_(some), row.gone_since == "")
            self._session.execute(missing.values(gone_since=self.batch_id))
        for some in batched(self._prepared.back, _NAMES_AT_ONCE):
            self._session.execute(ours.where(row.key.in_(some)).values(gone_since=""))


def _values(door: Door) -> Values:
    return {one.field: one.after for one in differences_of(unpack(door.told).get("differences", []))}
