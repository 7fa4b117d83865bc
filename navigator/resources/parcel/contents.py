"""What is in a directory parcel: entries with room, checks and alerts, the do-not-list, answers to proposals (S-14).

The words of search travel with it. No person served is in it, no proposal, no draft, no text that waits; a
confidential record has what S-13 allows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.errors import BadInput
from navigator.resources import reading, rows
from navigator.resources.confidential import allowed
from navigator.resources.fields import Record, values_of, with_values
from navigator.resources.model import Entry, Outcome
from navigator.resources.parcel import words
from navigator.resources.parcel.checked import Check, an_id, count, day, maybe, moment, one_of, part, text, values
from navigator.resources.parcel.names import called
from navigator.resources.parcel.packing import UNREADABLE
from navigator.resources.stewardship.reported import ProposalState
from navigator.resources.stewardship.rows import AlertRow, FeedRow, OriginRow, ProposalRow

Line = dict[str, Any]
STATION = "station:"
"""Before the fingerprint of the station that something came back from, in the place of an account."""
PARCEL = "parcel:"
"""Before the fingerprint of the publisher that something came from, in the place of an account."""
_FLAGS = ("confidential", "national", "invented")
ROOM: Mapping[str, Check] = {
    **{"id": an_id, "unit": text, "available": maybe(count), "maximum": maybe(count)},
    **{"restriction": text, "said_by": text, "as_of": moment},
}
_CHECK: Mapping[str, Check] = {
    **{"id": an_id, "at": moment, "by_name": text, "method": text, "source": text},
    **{"outcome": one_of(Outcome), "next_due": maybe(day)},
}
_ALERT: Mapping[str, Check] = {
    **{"id": an_id, "words": text, "starts": day, "ends": maybe(day), "at": moment, "by_name": text},
}
_BARRED: Mapping[str, Check] = {"id": an_id, "name": text, "reason": text}
_ANSWER: Mapping[str, Check] = {
    **{"id": an_id, "entry_id": maybe(an_id), "state": one_of(ProposalState), "answer": text},
    **{"settled_at": maybe(moment), "settled_by_name": maybe(text)},
}


@dataclass(frozen=True)
class Carried:
    """One entry of a parcel. `origins` are (format, key): under which keys its feeds know it.

    `hidden_here`: only this station hides it; `waiting` are then the texts by field that a person must read first.
    """

    record: Record
    origins: tuple[tuple[str, str], ...] = ()
    rooms: tuple[Line, ...] = ()
    checks: tuple[Line, ...] = ()
    alerts: tuple[Line, ...] = ()
    hidden_here: bool = False
    waiting: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        return self.record.entry.id


@dataclass
class Contents:
    """A whole directory as it is carried; `answers` are what became of proposals that stations sent.

    `words` is None in a parcel that says nothing of them.
    """

    entries: list[Carried] = field(default_factory=list)
    barred: list[Line] = field(default_factory=list)
    answers: list[Line] = field(default_factory=list)
    words: list[Line] | None = None


def lines_of(session: Session) -> Iterator[Line]:
    """The directory in lines of JSON, entries last."""
    for bar in session.execute(select(rows.DoNotListRow.__table__)):
        yield {"is": "barred"} | _part(bar, _BARRED)
    answered = ProposalRow.by.startswith(STATION), ProposalRow.state != ProposalState.OPEN
    for answer in session.execute(select(ProposalRow.__table__).where(*answered)):
        yield {"is": "answer"} | _part(answer, _ANSWER)
    yield words.line_of(session)
    beside = _beside(session)
    for record in reading.records(session):
        yield {"is": "entry"} | _line(record) | beside.get(record.entry.id, {})


def contents_of(lines: Iterable[Any]) -> Contents:
    """The inverse of `lines_of`; `BadInput` for what this program cannot read."""
    found = Contents()
    try:
        for line in lines:
            match line["is"]:
                case "entry":
                    found.entries.append(_carried(line))
                case "barred":
                    found.barred.append(part(line, _BARRED))
                case "answer":
                    found.answers.append(part(line, _ANSWER))
                case "words":
                    found.words = words.groups_of(line)
        _refuse_torn(found)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(UNREADABLE) from error
    return found


def _refuse_torn(found: Contents) -> None:
    """Every id stands once, and the places of a service agree in whether it is confidential."""
    several = [[one.id for one in found.entries], [one["id"] for one in found.barred]]
    beside = ("rooms", "checks", "alerts")
    several += [[line["id"] for one in found.entries for line in getattr(one, name)] for name in beside]
    if any(len(set(ids)) < len(ids) for ids in several):
        raise ValueError("one id stands twice")
    secret = {one.record.entry.service_id for one in found.entries if one.record.entry.confidential}
    if any(one.record.entry.service_id in secret and not one.record.entry.confidential for one in found.entries):
        raise ValueError("a service is confidential at one place and open at another")


def _line(record: Record) -> Line:
    entry = record.entry
    flags = [flag for flag in _FLAGS if getattr(entry, flag)]
    told = {"id": entry.id, "service": entry.service_id, "source_id": entry.source_id}
    return told | {"flags": flags, "values": values_of(record)}


def _carried(line: Mapping[str, Any]) -> Carried:
    flags = line["flags"]
    bare = Entry(
        id=an_id(line["id"]),
        service_id=an_id(line["service"]),
        name="",
        source_id=text(line["source_id"]),
        confidential="confidential" in flags,
        national="national" in flags,
        invented="invented" in flags,
    )
    record = with_values(Record(bare), values(line["values"]))
    if not record.entry.name:
        raise ValueError("an entry has no name")
    if record.entry.confidential:
        record = Record(allowed(replace(record.entry, alerts=(), reported=())))
    return Carried(
        record=record,
        origins=tuple((text(kind), text(key)) for kind, key in line.get("origins", ())),
        rooms=tuple(part(room, ROOM) for room in line.get("rooms", ())),
        checks=tuple(part(check, _CHECK) for check in line.get("checks", ())),
        alerts=tuple(part(alert, _ALERT) for alert in line.get("alerts", ())),
    )


def _beside(session: Session) -> Mapping[str, Line]:
    """By entry what is carried beside its fields: the newest words on room, the newest checks, alerts, origins."""
    found: dict[str, Line] = defaultdict(dict)
    room, check, alert = rows.CapacityRow, rows.VerificationRow, AlertRow
    newest = {(row.entry_id, row.unit, row.restriction): row for row in _all(session, room, room.as_of)}
    for one in newest.values():
        found[one.entry_id].setdefault("rooms", []).append(_part(one, ROOM))
    checked = {(row.entry_id, row.outcome in _TRUE): row for row in _all(session, check, check.at)}
    for one in checked.values():
        found[one.entry_id].setdefault("checks", []).append(_part(one, _CHECK))
    for one in _all(session, alert, alert.id):
        found[one.entry_id].setdefault("alerts", []).append(_part(one, _ALERT))
    for entry_id, kind, key in session.execute(select(OriginRow.entry_id, FeedRow.format, OriginRow.key).join(FeedRow)):
        found[entry_id].setdefault("origins", []).append([kind, key])
    return found


_TRUE = (Outcome.CONFIRMED, Outcome.CHANGED)


def _all(session: Session, row: type[rows.Base], order: Any) -> Iterable[Any]:
    return session.execute(select(row.__table__).order_by(order)).all()


def _part(row: Any, names: Iterable[str]) -> Line:
    told = {name: row._mapping[name] for name in names}
    return told | {name: called(told[name]) for name in ("by_name", "settled_by_name") if told.get(name)}
