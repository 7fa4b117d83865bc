"""Column mappings that a person made, kept for the next table with the same headings (S-08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.clock import from_store, to_store
from navigator.ids import new_id
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.stewardship.rows import MappingRow


@dataclass(frozen=True)
class KeptMapping:
    """A mapping under the name that a person gave it."""

    id: str
    name: str
    format: str
    headings: tuple[str, ...]
    mapping: ColumnMapping
    at: datetime
    by: str


def kept(session: Session) -> tuple[KeptMapping, ...]:
    """Every mapping, by name."""
    return tuple(map(_mapping, session.scalars(select(MappingRow).order_by(MappingRow.name, MappingRow.id))))


def known_for(session: Session, headings: Sequence[str]) -> KeptMapping | None:
    """The newest mapping of a table with these headings, in whatever order and case."""
    found = session.scalars(select(MappingRow).order_by(MappingRow.at.desc(), MappingRow.id.desc()))
    wanted = _plain(headings)
    return next((_mapping(row) for row in found if _plain(row.headings) == wanted), None)


def keep(
    session: Session,
    actor: Actor,
    at: datetime,
    name: str,
    format_name: str,
    headings: Sequence[str],
    mapping: ColumnMapping,
) -> KeptMapping:
    session.execute(delete(MappingRow).where(MappingRow.name == name))
    line: dict[str, Any] = {
        "id": new_id(),
        "name": name,
        "format": format_name,
        "at": to_store(at),
        "by_name": actor.name,
        "headings": list(headings),
        "content": mapping.to_json(),
    }
    session.execute(insert(MappingRow), [line])
    return KeptMapping(line["id"], name, format_name, tuple(headings), mapping, at, actor.name)


def _mapping(row: MappingRow) -> KeptMapping:
    mapping = ColumnMapping.from_json(row.content)
    return KeptMapping(row.id, row.name, row.format, tuple(row.headings), mapping, from_store(row.at), row.by_name)


def _plain(headings: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(heading.casefold().split()) for heading in headings)
