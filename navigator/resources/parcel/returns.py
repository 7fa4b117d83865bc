"""What goes back from a station to the publisher: proposals, words on room, checks, entries made here (S-14).

Sealed to the publisher, for a proposal is free text. Whoever proposed is called by first name and role.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from navigator.errors import BadInput
from navigator.resources import reading, rows
from navigator.resources.fields import values_of
from navigator.resources.parcel.contents import PARCEL, STATION
from navigator.resources.parcel.local import hidden_here, made_here
from navigator.resources.parcel.names import called
from navigator.resources.parcel.packing import UNREADABLE, Packed, pack, unpack
from navigator.resources.stewardship.reported import UNSETTLED, ProposalState
from navigator.resources.stewardship.rows import ProposalRow
from navigator.storage import keys

Line = dict[str, Any]
_SEAL = b"navigator parcel returns"
_PROPOSAL = ("id", "entry_id", "at", "by_name", "by_role", "words", "values_before", "values_after")
_ROOM = ("id", "entry_id", "unit", "available", "maximum", "restriction", "said_by", "as_of")
_UNKNOWN = "About an entry that is not in this directory."
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
    return unpack(BytesIO(packed), unpacked)


def take(session: Session, lines: Iterable[Any], station: str) -> Returned:
    """Adds what is not here yet; `station` is the fingerprint of where it is from."""
    there = set(session.scalars(select(rows.ServiceAtLocationRow.id)))
    known = set(session.scalars(select(ProposalRow.id))) | set(session.scalars(select(rows.CapacityRow.id)))
    proposals, rooms = [], []
    try:
        for line in lines:
            if line["id"] in known:
                continue
            known.add(line["id"])
            if line["is"] == "proposal":
                proposals.append(_taken(line, there, STATION + station))
            elif line["is"] == "room" and line["entry_id"] in there:
                rooms.append({name: line[name] for name in _ROOM} | {"recorded_by": STATION + station})
    except (KeyError, TypeError) as error:
        raise BadInput(UNREADABLE) from error
    for row, new in ((ProposalRow, proposals), (rows.CapacityRow, rooms)):
        if new:
            session.execute(insert(row), new)
    return Returned(len(proposals), len(rooms))


def _taken(line: Mapping[str, Any], there: set[str], by: str) -> Line:
    told = {name: line[name] for name in _PROPOSAL}
    if told["entry_id"] and told["entry_id"] not in there:
        told |= {"entry_id": None, "words": f"{_UNKNOWN}\n\n{told['words']}".strip()}
    settled = dict.fromkeys(("settled_at", "settled_by", "settled_by_name"))
    return told | settled | {"by": by, "state": ProposalState.OPEN.value, "answer": ""}


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
        told = {"id": record.entry.id, "at": at, "by_name": "", "words": "A service that a station added."}
        yield told | {"values_after": values_of(record)}


def _hidden(session: Session, at: str) -> Iterator[Line]:
    door = rows.ServiceAtLocationRow
    own = select(door.id, door.service_id).where(door.service_id.in_(hidden_here(session))).order_by(door.id.desc())
    for service, entry_id in {one.service_id: one.id for one in session.execute(own)}.items():
        yield {"id": f"hide {service}", "entry_id": entry_id, "at": at, "by_name": "", "words": _HIDDEN}
