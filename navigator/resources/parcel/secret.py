"""Keeps hidden what this station hides, whatever a parcel says of it (S-13, S-14)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.resources import rows
from navigator.resources.exchange.hidden import hidden
from navigator.resources.exchange.incoming import Incoming
from navigator.resources.fields import Level, level_of
from navigator.resources.parcel import known
from navigator.resources.parcel.contents import Carried
from navigator.resources.stewardship.hidden_here import hidden_here, remember
from navigator.resources.stewardship.quarantine import ALERT, CHECK, ROOM


def keep_hidden(session: Session, carried: Sequence[Carried]) -> list[Carried]:
    """Entries that the parcel shows and this station hides come as hidden ones; the others as they are."""
    own = _hidden_by_station(session, {one.id for one in carried if one.record.entry.confidential})
    entries = [one.record.entry for one in carried]
    services = {entry.service_id for entry in entries if not own.isdisjoint((entry.id, entry.service_id))}
    return list(_hide(carried, services))


def _hidden_by_station(session: Session, told: Collection[str]) -> frozenset[str]:
    """Services and places that somebody here hid, or that are confidential though no parcel says or said so.

    `told` are the places that this parcel hides too.
    """
    service, door = rows.ServiceRow, rows.ServiceAtLocationRow
    places = session.execute(select(door.id, door.service_id).join(service).where(service.confidential)).all()
    by_parcel = {one.service_id for one in places if one.id in told} | known.received_hidden(session)
    remember(session, {one.service_id for one in places} - by_parcel)
    session.flush()
    return hidden_here(session)


def _hide(carried: Sequence[Carried], services: Collection[str]) -> Iterator[Carried]:
    seen: set[str] = set()
    for one in carried:
        entry = one.record.entry
        if entry.service_id not in services or entry.confidential:
            yield one
        else:
            yield _hidden(one, whole=entry.service_id not in seen)
            seen.add(entry.service_id)


def _hidden(one: Carried, *, whole: bool) -> Carried:
    """Free text waits, that of the service with its first place (`whole`); the place itself is nowhere."""
    door = hidden(Incoming(0, "", one.record))
    own = ((key, said) for key, said in door.free_text.items() if whole or level_of(key) is Level.PLACE)
    return replace(
        one,
        record=door.record,
        rooms=tuple(room | {"restriction": "", "said_by": ""} for room in one.rooms),
        checks=tuple(check | {"method": "", "source": ""} for check in one.checks),
        alerts=(),
        hidden_here=True,
        waiting=(*own, *_said_beside(one)),
    )


def _said_beside(one: Carried) -> Iterator[tuple[str, str]]:
    for kind, lines, names in (
        (ROOM, one.rooms, ("restriction", "said_by")),
        (CHECK, one.checks, ("method", "source")),
        (ALERT, one.alerts, ("words",)),
    ):
        for line in lines:
            yield kind, "; ".join(line[name] for name in names if line[name])
