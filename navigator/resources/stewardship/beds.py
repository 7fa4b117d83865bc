"""Where beds, chairs and slots are counted, and how old the last word on each is (S-04)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from navigator.clock import from_store, to_store
from navigator.resources import rows
from navigator.resources.ages import ago
from navigator.resources.categories import Category
from navigator.resources.model import Status
from navigator.resources.stewardship.history import room_words
from navigator.resources.stewardship.settings import settings_in

SHUT = (Status.CLOSED.value, Status.DUPLICATE.value)
"""Nobody asks there for beds, and nobody checks it."""


@dataclass(frozen=True)
class BedLine:
    """One count of an entry, as it was last told; `available` None: not known; `as_of` None: never told.

    `words`: "3 of 18 beds, 20 min ago"; `is_old` by the desk's setting (S-04).
    """

    entry_id: str
    name: str
    organization: str
    unit: str
    available: int | None
    maximum: int | None
    restriction: str
    said_by: str
    as_of: datetime | None
    is_old: bool
    words: str


def bed_lines(session: Session, categories: Mapping[str, Category], now: datetime) -> tuple[BedLine, ...]:
    """The places that count something, the oldest word first; those never told last, by name."""
    told = _told(session, now, now - _holds(session, categories))
    known = {line.entry_id for line in told}
    units = {code: category.unit for code, category in categories.items() if category.unit}
    never: dict[str, BedLine] = {}
    for row in session.connection().execute(_counting(tuple(units))):
        if row.id not in known and row.id not in never:
            unit = units[row.code]
            words = room_words(unit, None, None)
            never[row.id] = BedLine(row.id, row.name, row.organization, unit, None, None, "", "", None, False, words)
    return (*sorted(told, key=lambda line: (line.as_of, line.name, line.unit, line.restriction)), *never.values())


def old_lines(session: Session, categories: Mapping[str, Category], now: datetime) -> list[BedLine]:
    """The counts whose last word is old."""
    old = now - _holds(session, categories)
    return _told(session, now, old, before=old)


def _holds(session: Session, categories: Mapping[str, Category]) -> timedelta:
    return timedelta(hours=settings_in(session, categories).capacity_hours)


def _told(session: Session, now: datetime, old: datetime, before: datetime | None = None) -> list[BedLine]:
    return [_line(row, now, old) for row in session.connection().execute(_newest_words(before)).all()]


def _line(row: Row[Any], now: datetime, old: datetime) -> BedLine:
    as_of = from_store(row.as_of)
    words = f"{room_words(row.unit, row.available, row.maximum)}, {ago(as_of, now)}"
    return BedLine(
        entry_id=row.id,
        name=row.name,
        organization=row.organization,
        unit=row.unit,
        available=row.available,
        maximum=row.maximum,
        restriction=row.restriction,
        said_by=row.said_by,
        as_of=as_of,
        is_old=as_of < old,
        words=words,
    )


def _newest_words(before: datetime | None) -> Any:
    """The newest word on each unit and restriction of every entry that is not shut, where it is older than `before`."""
    told = rows.CapacityRow
    turn = func.row_number().over(
        partition_by=(told.entry_id, told.unit, told.restriction), order_by=(told.as_of.desc(), told.id.desc())
    )
    newest = select(told, turn.label("turn")).subquery()
    named = _named(newest.c.unit, newest.c.available, newest.c.maximum, newest.c.restriction)
    door = rows.ServiceAtLocationRow
    joined = named.add_columns(newest.c.said_by, newest.c.as_of).join(newest, newest.c.entry_id == door.id)
    first = joined.where(newest.c.turn == 1)
    return first if before is None else first.where(newest.c.as_of < to_store(before))


def _counting(codes: tuple[str, ...]) -> Any:
    kind = rows.CategoryRow
    named = _named(kind.code).join(kind, kind.service_id == rows.ServiceRow.id).where(kind.code.in_(codes))
    return named.order_by(rows.ServiceRow.name, rows.ServiceAtLocationRow.id, kind.position)


def _named(*more: Any) -> Any:
    door, service, organization = rows.ServiceAtLocationRow, rows.ServiceRow, rows.OrganizationRow
    chosen = select(door.id, service.name, organization.name.label("organization"), *more).select_from(door)
    joined = chosen.join(service, service.id == door.service_id)
    return joined.join(organization, organization.id == service.organization_id).where(service.status.not_in(SHUT))
