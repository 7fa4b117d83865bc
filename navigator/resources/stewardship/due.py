"""What waits for the directory desk today, the most urgent first, and where beds are to be asked for (S-04, S-06)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.resources import rows
from navigator.resources.categories import Category
from navigator.resources.stewardship import overdue, reasons
from navigator.resources.stewardship.beds import SHUT, BedLine, bed_lines
from navigator.resources.stewardship.reasons import Door, Moment, Reason, Why
from navigator.storage.database import Store

_URGENCY = {why: place for place, why in enumerate(Why)}
_ALSO_WHERE_SHUT = (Why.PROPOSAL, Why.TEXT_WAITS)
"""What waits even on an entry that is closed or a duplicate."""


@dataclass(frozen=True)
class Due:
    """One entry that is due, for the most urgent reason; `also` are the others.

    `since` is when that began: the proposal, the last word on beds, the last check; None: never. `words` say it:
    "reported 9 days ago", "checked 14 months ago, not reached yesterday". `look_at` names what to look at.
    """

    entry_id: str
    name: str
    why: Why
    since: datetime | None
    words: str
    look_at: tuple[str, ...]
    also: tuple[Why, ...] = ()


class DueQueue:
    """No entry is read whole, so that thousands are answered while the page opens."""

    def __init__(self, store: Store, categories: Mapping[str, Category], zone: tzinfo) -> None:
        self._store = store
        self._categories = categories
        self._zone = zone

    @requires(Permission.EDIT)
    def due(self, actor: Actor) -> tuple[Due, ...]:  # noqa: ARG002 - the permission is the actor's
        """Each entry once. Within a reason the oldest first; never checked: the kinds that age fastest first."""
        moment = Moment(self._store.clock(), self._zone)
        with self._store.reading() as session:
            doors = _doors(session)
            found = _by_entry(self._reasons(session, moment, doors), doors)
        listed = [(told, doors[entry_id].name) for entry_id, told in found.items()]
        listed.sort(key=lambda one: (_URGENCY[one[0][0].why], one[0][0].rank, one[1].casefold(), one[0][0].entry_id))
        return tuple(_due(told, name) for told, name in listed)

    @requires(Permission.PROPOSE)
    def beds(self, actor: Actor) -> tuple[BedLine, ...]:  # noqa: ARG002 - the permission is the actor's
        """The places that count something, the oldest word first; those never told last, by name."""
        with self._store.reading() as session:
            return bed_lines(session, self._categories, self._store.clock())

    def _reasons(self, session: Session, moment: Moment, doors: Mapping[str, Door]) -> Iterator[Reason]:
        for read in (reasons.proposals, reasons.alerts, reasons.reopenings, reasons.gone, reasons.texts):
            yield from read(session, moment)
        yield from reasons.old_beds(session, moment, self._categories)
        yield from overdue.checks(session, moment, self._categories, doors)


def _doors(session: Session) -> Mapping[str, Door]:
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    wanted = select(door.id, service.name, door.service_id, service.status)
    lines = session.connection().execute(wanted.join(service, service.id == door.service_id)).all()
    return {one.id: Door(one.name, one.service_id, one.status in SHUT) for one in lines}


def _by_entry(found: Iterable[Reason], doors: Mapping[str, Door]) -> Mapping[str, list[Reason]]:
    """The reasons of each entry, the most urgent first."""
    told: dict[str, list[Reason]] = defaultdict(list)
    for reason in found:
        if not doors[reason.entry_id].shut or reason.why in _ALSO_WHERE_SHUT:
            told[reason.entry_id].append(reason)
    for several in told.values():
        several.sort(key=lambda reason: (_URGENCY[reason.why], reason.rank))
    return told


def _due(told: list[Reason], name: str) -> Due:
    first = told[0]
    also = tuple(dict.fromkeys(reason.why for reason in told if reason.why is not first.why))
    return Due(first.entry_id, name, first.why, first.since, first.words, first.look_at, also)
