"""Ids under which entries and services were known before a parcel gave them others: casework still uses them (S-14)."""

from collections.abc import Collection, Mapping

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from navigator.resources.stewardship.rows import AliasRow


def current_id(session: Session, known_as: str) -> str:
    """The id of today, `known_as` itself when it never changed."""
    return session.scalars(select(AliasRow.new_id).where(AliasRow.old_id == known_as)).first() or known_as


def known_as(session: Session, ids: Collection[str]) -> frozenset[str]:
    """The ids and every id that one of them had before."""
    old = session.execute(select(AliasRow.old_id, AliasRow.new_id))
    return frozenset(ids) | {row.old_id for row in old if row.new_id in ids}


def rename(session: Session, renamed: Mapping[str, str]) -> None:
    """Remembers old ids by new; what led to an old one leads to the new one."""
    told = [{"old": old, "new": new} for old, new in renamed.items()]
    if not told:
        return
    table, link = AliasRow.__table__, session.connection()
    leads_on = update(AliasRow).where(table.c.new_id == bindparam("old")).values(new_id=bindparam("new"))
    link.execute(leads_on, told)
    link.execute(delete(AliasRow).where(table.c.old_id == bindparam("old")), told)
    session.execute(insert(AliasRow), [{"old_id": old, "new_id": new} for old, new in renamed.items()])
