"""Ids under which the directory already knows its entries: its own, those of their sources, those of other lists.

By them a file that was exported here is known again, whatever it went through.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.resources import rows
from navigator.resources.importing.faces import Face
from navigator.resources.importing.likeness import is_elsewhere
from navigator.resources.importing.standing import EntriesHere, Standing
from navigator.resources.stewardship.rows import OriginRow

_NAMES = 60.0
_ID_LENGTH = 32
"""An id this long was made so that no other list has it; a shorter one may be any list's third record."""


class OwnIds:
    """The entries that one of the `wanted` ids names."""

    def __init__(self, session: Session, here: EntriesHere, wanted: Collection[str]) -> None:
        self._here = here
        self._named: dict[str, set[str]] = {}
        wanted = frozenset(wanted)
        for entry_id, one in _known(session, here.entries.values()):
            if one in wanted and entry_id in here.entries:
                self._named.setdefault(one, set()).add(entry_id)

    def entry(self, ids: Iterable[str], face: Face) -> str:
        """The entry that the first telling one of `ids` names, when it may have this face; else ""."""
        for one in ids:
            found = self._named.get(one, set())
            if len(found) == 1:
                (entry_id,) = found
                if len(one) >= _ID_LENGTH or self._may_be(entry_id, face):
                    return entry_id
        return ""

    def _may_be(self, entry_id: str, face: Face) -> bool:
        known = self._here.faces[entry_id]
        return fuzz.ratio(known.name, face.name) >= _NAMES and not is_elsewhere(known, face)


def ids_told(key: str, told: dict[str, Any]) -> tuple[str, ...]:
    """The ids that a door brings with it, the most telling first."""
    values = told["values"]
    at, service = values.get("other:at_location", {}), values.get("other:service", {})
    found = (key, at.get("id"), told.get("source_id"), service.get("id"))
    return tuple(dict.fromkeys(str(one) for one in found if one))


def _known(session: Session, entries: Collection[Standing]) -> Iterator[tuple[str, str]]:
    doors: dict[str, list[str]] = {}
    for entry in entries:
        doors.setdefault(entry.service, []).append(entry.id)
        yield entry.id, entry.id
    for row in session.execute(select(OriginRow.entry_id, OriginRow.key)):
        yield row.entry_id, row.key
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    for row in session.execute(select(door.id, door.extra["id"].as_string().label("told"))):
        if row.told:
            yield row.id, row.told
    alone = {service_id: ids[0] for service_id, ids in doors.items() if len(ids) == 1}
    for row in session.execute(select(service.id, service.extra["id"].as_string().label("told"))):
        if row.id in alone:
            yield alone[row.id], row.id
            yield alone[row.id], row.told or row.id
