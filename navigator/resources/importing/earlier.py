"""How entries looked before they were changed here: a list may still tell of them as they were."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import batched

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.resources import reading
from navigator.resources.fields import values_of
from navigator.resources.importing.faces import Face
from navigator.resources.importing.telling import face_of_values
from navigator.resources.stewardship.rows import ChangeRow

_AT_ONCE = 1000
_FACE = ("name", "organization", "phones", "address")


def earlier_faces(session: Session, entry_ids: Collection[str]) -> Mapping[str, list[Face]]:
    """By entry the faces it had, the newest first; entries that were never changed are not in it."""
    found: dict[str, list[Face]] = {}
    for some in batched(entry_ids, _AT_ONCE):
        before = _before(session, some)
        for record in reading.records(session, before.keys()) if before else ():
            values = dict(values_of(record))
            found[record.entry.id] = faces = []
            for change in before[record.entry.id]:
                values |= change
                faces.append(face_of_values(values))
    return found


def _before(session: Session, entry_ids: Collection[str]) -> Mapping[str, list[dict[str, object]]]:
    """By entry what each change took from its face, the newest first."""
    found: dict[str, list[dict[str, object]]] = defaultdict(list)
    wanted = select(ChangeRow.entry_id, ChangeRow.before).where(ChangeRow.entry_id.in_(entry_ids))
    for row in session.execute(wanted.order_by(ChangeRow.at.desc(), ChangeRow.id.desc())):
        told = {key: row.before[key] for key in _FACE if key in row.before}
        if told:
            found[row.entry_id].append(told)
    return found
