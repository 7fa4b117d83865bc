"""What happened to an entry, on one line of time: changes, checks, beds, alerts, proposals (P-13)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.clock import from_store
from navigator.resources import rows
from navigator.resources.ages import counted, dated
from navigator.resources.field_words import words_of
from navigator.resources.fields import Values, differences, label_of
from navigator.resources.stewardship.changing import Act
from navigator.resources.stewardship.reported import ProposalState
from navigator.resources.stewardship.rows import AlertRow, BatchRow, ChangeRow, ProposalRow

BY_HAND = frozenset({Act.EDITED, Act.CHECKED, Act.PROPOSAL_TAKEN, Act.UNDONE})
"""What one person did to one entry, so that it can be taken back alone."""


class EventKind(StrEnum):
    CHANGE = "change"
    CHECK = "check"
    CAPACITY = "beds"
    ALERT = "alert"
    PROPOSAL = "proposal"


@dataclass(frozen=True)
class ChangedField:
    """One field as it was and as it became, as a person reads it, line by line."""

    field: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """One thing that happened. `title` says it in a few words, `words` what was said with it.

    `id` of a change is what `Records.take_back` takes, where `can_be_taken_back`.
    """

    id: str
    kind: EventKind
    at: datetime
    by: str
    title: str
    words: str = ""
    fields: tuple[ChangedField, ...] = ()
    can_be_taken_back: bool = False


def history(session: Session, entry_id: str) -> tuple[Event, ...]:
    """Everything that is kept of the entry, newest first."""
    told = (_changes, _checks, _counts, _alerts, _proposals)
    found = chain.from_iterable(read(session, entry_id) for read in told)
    return tuple(sorted(found, key=lambda event: (event.at, event.id), reverse=True))


def _changes(session: Session, entry_id: str) -> Iterator[Event]:
    wanted = select(ChangeRow, BatchRow.file_name).outerjoin(BatchRow, BatchRow.id == ChangeRow.batch_id)
    newer: set[str] = set()
    for row, file_name in session.execute(wanted.where(ChangeRow.entry_id == entry_id).order_by(ChangeRow.id.desc())):
        back = row.act in BY_HAND and not row.batch_id and newer.isdisjoint(row.after)
        newer.update(row.after)
        yield Event(
            id=row.id,
            kind=EventKind.CHANGE,
            at=from_store(row.at),
            by=row.by_name,
            title=row.act[0].upper() + row.act[1:] + (f" from {file_name}" if file_name else ""),
            fields=_fields(row.before, row.after),
            can_be_taken_back=back,
        )


def _fields(before: Values, after: Values) -> tuple[ChangedField, ...]:
    return tuple(
        ChangedField(one.field, label_of(one.field), words_of(one.field, one.before), words_of(one.field, one.after))
        for one in differences(before, after)
    )


def _checks(session: Session, entry_id: str) -> Iterator[Event]:
    row = rows.VerificationRow
    for check in session.scalars(select(row).where(row.entry_id == entry_id)):
        due = f"Next check {dated(date.fromisoformat(check.next_due))}." if check.next_due else ""
        words = ". ".join(part for part in (check.source, due) if part)
        how = f"Check {check.method}" if check.method else "Check"
        title = f"{how}: {check.outcome}"
        yield Event(check.id, EventKind.CHECK, from_store(check.at), check.by_name, title, words)


def _counts(session: Session, entry_id: str) -> Iterator[Event]:
    row = rows.CapacityRow
    for told in session.scalars(select(row).where(row.entry_id == entry_id)):
        title = room_words(told.unit, told.available, told.maximum)
        yield Event(told.id, EventKind.CAPACITY, from_store(told.as_of), told.said_by, title, told.restriction)


def room_words(unit: str, available: int | None, maximum: int | None) -> str:
    """ "3 of 18 beds", "1 chair", "beds not known"; nothing known is never 0 (S-04)."""
    unit = unit or "place"
    if available is None:
        return f"{counted(0, unit).removeprefix('0 ')} not known"
    return counted(available, unit) if maximum is None else f"{available} of {counted(maximum, unit)}"


def _alerts(session: Session, entry_id: str) -> Iterator[Event]:
    for alert in session.scalars(select(AlertRow).where(AlertRow.entry_id == entry_id)):
        ends = f" to {dated(date.fromisoformat(alert.ends))}" if alert.ends else ", until it is ended"
        words = f"From {dated(date.fromisoformat(alert.starts))}{ends}"
        title = f"Alert: {alert.words}"
        yield Event(alert.id, EventKind.ALERT, from_store(alert.at), alert.by_name, title, words)


def _proposals(session: Session, entry_id: str) -> Iterator[Event]:
    for row in session.scalars(select(ProposalRow).where(ProposalRow.entry_id == entry_id)):
        fields = _fields(row.values_before, row.values_after)
        title = f"Proposed by a {row.by_role}: {row.state}"
        yield Event(row.id, EventKind.PROPOSAL, from_store(row.at), row.by_name, title, row.words, fields)
        if row.state == ProposalState.TURNED_DOWN and row.settled_at:
            by = row.settled_by_name or ""
            yield Event(row.id, EventKind.PROPOSAL, from_store(row.settled_at), by, "Proposal turned down", row.answer)
