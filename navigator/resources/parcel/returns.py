"""What goes back from a station to the publisher: proposals, words on room, checks, entries made here (S-14).

Sealed to the publisher, for a proposal is free text. Whoever proposed is called by first name and role.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.clock import to_store
from navigator.errors import BadInput
from navigator.resources import reading, rows
from navigator.resources.fields import values_of
from navigator.resources.parcel.checked import Check, an_id, maybe, moment, part, text, values
from navigator.resources.parcel.contents import PARCEL, ROOM, STATION
from navigator.resources.parcel.local import made_here
from navigator.resources.parcel.names import called
from navigator.resources.parcel.packing import UNREADABLE, Packed, pack, unpack
from navigator.resources.stewardship.hidden_here import hidden_here
from navigator.resources.stewardship.leftovers import clear_proposal
from navigator.resources.stewardship.quarantine import ROOM as ROOM_WORDS
from navigator.resources.stewardship.quarantine import quarantine
from navigator.resources.stewardship.reported import UNSETTLED, ProposalState
from navigator.resources.stewardship.rows import ProposalRow
from navigator.resources.telling import Telling
from navigator.storage import keys

Line = dict[str, Any]
_SEAL = b"navigator parcel returns"
_MOST = 64 * 1024**2
"""Bytes of JSON lines: what a station sends back is small, and all of it is checked before any is written."""
_AHEAD = timedelta(days=1)
_PROPOSAL: Mapping[str, Check] = {
    **{"id": an_id, "entry_id": maybe(an_id), "at": moment, "by_name": text, "by_role": text, "words": text},
    **{"values_before": values, "values_after": values},
}
_ROOM: Mapping[str, Check] = {"entry_id": an_id, **ROOM}
_UNKNOWN = "About an entry that is not in this directory."
_ADDED_HIDDEN = "A confidential service that a station added. Make it confidential here too when you take it."
_HIDDEN = "A station made this place confidential. Make it confidential here too, or call the station."


@dataclass(frozen=True)
class Returned:
    proposals: int
    rooms: int


def lines_of(session: Session, since: str, at: str) -> Iterator[Line]:
    """What is of this station alone and newer than `since`; unsettled proposals whatever their age."""
    row, room = ProposalRow, rows.CapacityRow
    for one in session.execute(select(row.__table__).where(row.state.in_(UNSETTLED), ~row.by.startswith(STATION))):
        yield {"is": "proposal"} | {name: one._mapping[name] for name in _PROPOSAL} | {"by_name": called(one.by_name)}
    newer = room.as_of > since, ~room.recorded_by.startswith(PARCEL)
    for one in session.execute(select(room.__table__).where(*newer)):
        yield {"is": "room"} | {name: one._mapping[name] for name in _ROOM}
    yield from (_proposal(one) for one in (*_checks(session, since), *_made(session, at), *_hidden(session, at)))


def seal(lines: Iterable[Line], box: str) -> Packed:
    """Packed, and sealed to the public half of the publisher's box."""
    packed, once = pack(lines), keys.fresh_store_key()
    sealed = keys.seal(once, keys.from_text(box), _SEAL)
    told = {"key": sealed, "content": keys.wrap(once, packed.content, _SEAL)}
    return Packed(json.dumps(told).encode(), packed.unpacked)


def unseal(content: bytes, unpacked: int, box: keys.KeyPair) -> Iterator[Any]:
    try:
        told = json.loads(content)
        packed = keys.unwrap(keys.unseal(told["key"], box, _SEAL), told["content"], _SEAL)
    except (ValueError, TypeError, KeyError, AttributeError, keys.DoesNotOpen):
        raise BadInput("This was sent back to another publisher: it cannot be opened here.") from None
    if unpacked > _MOST:
        raise BadInput("This is more than a station can have to send back. Nothing was taken.")
    return unpack(BytesIO(packed), unpacked)


def take(session: Session, lines: Iterable[Any], station: str, now: datetime) -> Returned:
    """Adds what is not here yet; `station` is the fingerprint of where it is from.

    Of an entry that is confidential here it keeps what S-13 allows; free text waits.
    """
    proposals, rooms = _read(lines, now)
    door = rows.ServiceAtLocationRow
    secret = {
        one.id: one.confidential
        for one in session.execute(select(door.id, rows.ServiceRow.confidential).join(rows.ServiceRow))
    }
    by = STATION + station
    new = [_taken(line, secret.keys(), by) for line in proposals if session.get(ProposalRow, line["id"]) is None]
    told = [line | {"recorded_by": by} for line in rooms if line["entry_id"] in secret]
    told = [line for line in told if session.get(rows.CapacityRow, line["id"]) is None]
    for line in new:
        session.add(row := ProposalRow(**line))
        if secret.get(row.entry_id or ""):
            clear_proposal(session, row, str(row.entry_id), Telling(), now)
    for line in told:
        unsaid = _unsaid(session, line, now) if secret[line["entry_id"]] else {}
        session.add(rows.CapacityRow(**line | unsaid))
    return Returned(len(new), len(told))


def _read(lines: Iterable[Any], now: datetime) -> tuple[list[Line], list[Line]]:
    """Proposals and words on room, every one of them whole; `BadInput` for anything else."""
    found: dict[str, dict[str, Line]] = {"proposal": {}, "room": {}}
    checks = {"proposal": _PROPOSAL, "room": _ROOM}
    try:
        for line in lines:
            if (kind := line["is"]) in checks:
                found[kind].setdefault(an_id(line["id"]), part(line, checks[kind]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(UNREADABLE) from error
    proposals, rooms = ([*found[kind].values()] for kind in checks)
    latest = to_store(now + _AHEAD)
    if any(at > latest for at in (*(one["at"] for one in proposals), *(one["as_of"] for one in rooms))):
        raise BadInput("A time in it is ahead of the clock here. Set the clock of the station. Nothing was taken.")
    return proposals, rooms


def _taken(line: Line, there: Collection[str], by: str) -> Line:
    if line["entry_id"] and line["entry_id"] not in there:
        line |= {"entry_id": None, "words": f"{_UNKNOWN}\n\n{line['words']}".strip()}
    settled = dict.fromkeys(("settled_at", "settled_by", "settled_by_name"))
    return line | settled | {"by": by, "state": ProposalState.OPEN.value, "answer": ""}


def _unsaid(session: Session, room: Line, now: datetime) -> Line:
    """The words on room wait; the numbers stay."""
    said = "; ".join(filter(None, (room["restriction"], room["said_by"])))
    quarantine(session, room["entry_id"], {ROOM_WORDS: said}, "", now)
    return {"restriction": "", "said_by": ""}


def _proposal(line: Line) -> Line:
    empty: Line = {"entry_id": None, "by_role": "station", "values_before": {}, "values_after": {}}
    return {"is": "proposal"} | empty | line | {"by_name": called(line["by_name"])}


def _checks(session: Session, since: str) -> Iterator[Line]:
    row = rows.VerificationRow
    newer = row.at > since, ~row.by.startswith(PARCEL)
    for one in session.execute(select(row.__table__).where(*newer)):
        said = ", ".join(part for part in (one.method, one.source) if part)
        words = f"Checked at the station: {one.outcome}" + (f" ({said})." if said else ".")
        yield {"id": one.id, "entry_id": one.entry_id, "at": one.at, "by_name": one.by_name, "words": words}


def _made(session: Session, at: str) -> Iterator[Line]:
    """Entries that this station added by hand; the publisher's answer says which entry each became."""
    own = made_here(session, session.scalars(select(rows.ServiceAtLocationRow.id)).all())
    for record in reading.records(session, own):
        words = _ADDED_HIDDEN if record.entry.confidential else "A service that a station added."
        told = {"id": record.entry.id, "at": at, "by_name": "", "words": words}
        yield told | {"values_after": values_of(record)}


def _hidden(session: Session, at: str) -> Iterator[Line]:
    door = rows.ServiceAtLocationRow
    own = select(door.id, door.service_id).where(door.service_id.in_(hidden_here(session))).order_by(door.id.desc())
    for service, entry_id in {one.service_id: one.id for one in session.execute(own)}.items():
        yield {"id": f"hide {service}", "entry_id": entry_id, "at": at, "by_name": "", "words": _HIDDEN}
