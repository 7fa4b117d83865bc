"""Why entries are due: each reason is read in one pass over its own table, with its words (S-04, S-06, S-07, S-13)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from navigator.clock import from_store
from navigator.resources import rows
from navigator.resources.ages import ago, counted, dated, plural
from navigator.resources.categories import Category
from navigator.resources.fields import label_of
from navigator.resources.model import Status
from navigator.resources.stewardship.beds import old_lines
from navigator.resources.stewardship.quarantine import label_of_waiting
from navigator.resources.stewardship.reported import ProposalState
from navigator.resources.stewardship.rows import AlertRow, BatchRow, OriginRow, ProposalRow, QuarantineRow


class Why(StrEnum):
    """Why an entry is due, the most urgent first."""

    PROPOSAL = "somebody reported a change"
    ALERT_ENDS = "its alert ends"
    REOPENS = "it should be open again"
    BEDS_OLD = "the word on beds is old"
    GONE_FROM_SOURCE = "its source lists it no more"
    TEXT_WAITS = "text waits to be read"
    DUE = "its check is due"
    UNCHECKED = "never checked"


@dataclass(frozen=True)
class Door:
    """What the queue needs of an entry; `shut`: closed or a duplicate."""

    name: str
    service_id: str
    shut: bool


@dataclass(frozen=True)
class Moment:
    """When the desk asks: now, and which day that is in the city."""

    now: datetime
    zone: tzinfo

    @cached_property
    def today(self) -> date:
        return self.day_of(self.now)

    def day_of(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def start_of(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.zone)


@dataclass(frozen=True)
class Reason:
    """One reason of one entry; of two with the same `why` the one of the lower `rank` is the more urgent."""

    entry_id: str
    why: Why
    rank: float
    since: datetime | None
    words: str
    look_at: tuple[str, ...]


def proposals(session: Session, moment: Moment) -> Iterator[Reason]:
    """Those that wait for the desk; one that was asked back waits for its author."""
    row = ProposalRow
    wanted = select(row.entry_id, row.at, row.values_after).where(row.state == ProposalState.OPEN, row.entry_id != "")
    for one in session.execute(wanted):
        at = from_store(one.at)
        look_at = tuple(map(label_of, one.values_after)) or ("What was said",)
        yield Reason(one.entry_id, Why.PROPOSAL, at.timestamp(), at, f"reported {ago(at, moment.now)}", look_at)


def alerts(session: Session, moment: Moment) -> Iterator[Reason]:
    """Those whose last day is today or tomorrow."""
    row, last = AlertRow, {moment.today: "today", moment.today + timedelta(days=1): "tomorrow"}
    wanted = select(row.entry_id, row.at, row.words, row.ends).where(row.ends.in_([day.isoformat() for day in last]))
    for one in session.execute(wanted.where(row.starts <= moment.today.isoformat())):
        ends = date.fromisoformat(one.ends)
        words = f"“{one.words}” ends {last[ends]}"
        yield Reason(one.entry_id, Why.ALERT_ENDS, ends.toordinal(), from_store(one.at), words, ("Alert",))


def reopenings(session: Session, moment: Moment) -> Iterator[Reason]:
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    wanted = select(door.id, service.status_until).join(service, service.id == door.service_id)
    closed = (service.status == Status.TEMPORARILY_CLOSED, service.status_until <= moment.today.isoformat())
    for one in session.execute(wanted.where(*closed)):
        until = date.fromisoformat(one.status_until)
        look_at = (label_of("status"), label_of("hours"))
        words = f"closed until {dated(until)}"
        yield Reason(one.id, Why.REOPENS, until.toordinal(), moment.start_of(until), words, look_at)


def old_beds(session: Session, moment: Moment, categories: Mapping[str, Category]) -> Iterator[Reason]:
    for line in old_lines(session, categories, moment.now):
        if line.as_of is not None:
            look_at = (plural(line.unit or "place").capitalize(),)
            yield Reason(line.entry_id, Why.BEDS_OLD, line.as_of.timestamp(), line.as_of, line.words, look_at)


def gone(session: Session, moment: Moment) -> Iterator[Reason]:
    """Entries that no list has any more of those that had them."""
    listed = select(OriginRow.entry_id).where(OriginRow.gone_since == "")
    wanted = (
        select(OriginRow.entry_id, func.min(BatchRow.at).label("at"))
        .join(BatchRow, BatchRow.id == OriginRow.gone_since)
        .where(OriginRow.entry_id.not_in(listed))
        .group_by(OriginRow.entry_id)
    )
    for one in session.execute(wanted):
        at = from_store(one.at)
        words = f"no more in its source, {ago(at, moment.now)}"
        yield Reason(one.entry_id, Why.GONE_FROM_SOURCE, at.timestamp(), at, words, (label_of("status"),))


def texts(session: Session, moment: Moment) -> Iterator[Reason]:
    row = QuarantineRow
    waiting: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in session.execute(select(row.entry_id, row.at, row.field).order_by(row.at, row.id)):
        waiting[one.entry_id].append((one.at, one.field))
    for entry_id, told in waiting.items():
        since = from_store(told[0][0])
        words = f"{counted(len(told), 'text')} to read, {ago(since, moment.now)}"
        look_at = tuple(dict.fromkeys(label_of_waiting(field) for _, field in told))
        yield Reason(entry_id, Why.TEXT_WAITS, since.timestamp(), since, words, look_at)
