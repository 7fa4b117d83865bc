"""Gives entries and services of this station the ids that the publisher knows them by (S-14)."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from navigator.resources import rows
from navigator.resources.stewardship import aliases
from navigator.resources.stewardship import rows as desk

_BY_ENTRY = (
    *(rows.CapacityRow.entry_id, rows.VerificationRow.entry_id, rows.PhoneRow.owner_id, rows.HoursRow.owner_id),
    *(desk.FieldMarkRow.entry_id, desk.ProposalRow.entry_id, desk.AlertRow.entry_id, desk.OriginRow.entry_id),
    *(desk.PairRow.entry_id, desk.PairRow.other_id, desk.QuarantineRow.entry_id, desk.ChangeRow.entry_id),
    *(desk.DraftRow.subject, rows.ServiceRow.duplicate_of),
)


def rename_entries(session: Session, renamed: Mapping[str, str]) -> None:
    """By old id the new one, which no entry has yet; what hangs on the old hangs on the new, links follow."""
    _rename(session, rows.ServiceAtLocationRow, renamed, _BY_ENTRY)
    aliases.rename(session, renamed)


def move_to_services(session: Session, wanted: Mapping[str, str]) -> None:
    """By entry the service it belongs to: one that is not there yet is made of the one that the entry has.

    Services that lose their last place go; their ids lead to the new ones.
    """
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    now = {row.id: row.service_id for row in session.execute(select(door.id, door.service_id))}
    moved = {entry_id: new for entry_id, new in wanted.items() if now.get(entry_id, new) != new}
    there = set(session.scalars(select(service.id)))
    _copy(session, {new: now[entry_id] for entry_id, new in reversed(moved.items()) if new not in there})
    told = [{"old": entry_id, "new": new} for entry_id, new in moved.items()]
    if told:
        _each(session, door, door.id == bindparam("old"), {"service_id": bindparam("new")}, told)
    used = set(session.scalars(select(door.service_id)))
    left = {now[entry_id]: new for entry_id, new in reversed(moved.items()) if now[entry_id] not in used}
    _drop_services(session, set(left))
    aliases.rename(session, left)


def _rename(
    session: Session, row: type[Any], renamed: Mapping[str, str], hanging: tuple[InstrumentedAttribute[Any], ...]
) -> None:
    told = [{"old": old, "new": new} for old, new in renamed.items()]
    if not told:
        return
    _insert_as(session, row, {new: old for old, new in renamed.items()})
    for column in hanging:
        _each(
            session, cast("type[Any]", column.class_), column == bindparam("old"), {column.key: bindparam("new")}, told
        )
    _delete_each(session, row, [one["old"] for one in told])


def _copy(session: Session, originals: Mapping[str, str]) -> None:
    """Services under new ids, by new id the one each is a copy of, with what is known of it in lists."""
    _insert_as(session, rows.ServiceRow, originals)
    copies: dict[str, list[str]] = defaultdict(list)
    for new, old in originals.items():
        copies[old].append(new)
    for row in (rows.CategoryRow, rows.FactRow, rows.LanguageRow) if originals else ():
        known = session.execute(select(_table(row))).all()
        lines = [dict(one._mapping) | {"service_id": new} for one in known for new in copies.get(one.service_id, ())]
        if lines:
            session.execute(insert(row), lines)


def _insert_as(session: Session, row: type[Any], originals: Mapping[str, str]) -> None:
    if not originals:
        return
    lines = {line.id: dict(line._mapping) for line in session.execute(select(_table(row)))}
    copies = [lines[old] | {"id": new} for new, old in originals.items()]
    session.execute(insert(row), copies)


def _drop_services(session: Session, services: set[str]) -> None:
    for row in (rows.CategoryRow, rows.FactRow, rows.LanguageRow):
        column = _table(row).c.service_id
        _run(session, delete(_table(row)).where(column == bindparam("gone")), [{"gone": one} for one in services])
    _delete_each(session, rows.ServiceRow, sorted(services))


def _each(
    session: Session, row: type[Any], where: ColumnElement[bool], values: Mapping[str, Any], told: list[dict[str, str]]
) -> None:
    _run(session, update(_table(row)).where(where).values(values), told)


def _delete_each(session: Session, row: type[Any], ids: list[str]) -> None:
    _run(session, delete(_table(row)).where(_table(row).c.id == bindparam("gone")), [{"gone": one} for one in ids])


def _run(session: Session, sentence: Any, told: list[dict[str, str]]) -> None:
    """One sentence for many values, past the session, which holds none of these rows."""
    session.flush()
    if told:
        session.connection().execute(sentence, told)
    session.expire_all()


def _table(row: type[Any]) -> Table:
    table = row.__table__
    assert isinstance(table, Table)  # noqa: S101 - tells the type checker what SQLAlchemy does not
    return table
