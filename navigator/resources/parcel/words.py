"""The words of search in a parcel: those that the publisher's desk added, changed or switched off (S-12, S-14).

A parcel of an older Navigator says nothing of words, and then those that are here stay as they are.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from navigator.resources.parcel import known
from navigator.resources.parcel.checked import Check, an_id, flag, listed, moment, part, text
from navigator.resources.parcel.names import called
from navigator.resources.stewardship.rows import VocabularyGroupRow
from navigator.resources.stewardship.word_checks import LONGEST_LINE

Line = dict[str, Any]
_MOST_PHRASES = 500


def phrase(value: Any) -> str:
    if not 0 < len(text(value)) <= LONGEST_LINE:
        raise ValueError("not a phrase")
    return str(value)


def phrases(value: Any) -> list[str]:
    found: list[str] = listed(phrase)(value)
    if len(found) > _MOST_PHRASES:
        raise ValueError("too many phrases")
    return found


_GROUP: Mapping[str, Check] = {
    **{"id": an_id, "kind": text, "say": phrases, "means": phrases, "replaces": text, "off": flag},
    **{"at": moment, "by_name": text},
}


def line_of(session: Session) -> Line:
    """All of them in one line, which stands also where there are none."""
    rows = session.execute(select(VocabularyGroupRow.__table__).order_by(VocabularyGroupRow.id))
    told = [{name: row._mapping[name] for name in _GROUP} for row in rows]
    return {"is": "words", "groups": [one | {"by_name": called(one["by_name"])} for one in told]}


def groups_of(line: Line) -> list[Line]:
    """The inverse of `line_of`; raises for what is not such a line."""
    found = [part(group, _GROUP) for group in line["groups"]]
    several = [one["id"] for one in found], [one["replaces"] for one in found if one["replaces"]]
    if any(len(set(names)) < len(names) for names in several):
        raise ValueError("one group stands twice")
    return found


def put(session: Session, groups: Sequence[Line], by: str) -> None:
    """The publisher's words; those that this station added itself stay, and what both changed is the publisher's."""
    row, before = VocabularyGroupRow, known.received_words(session)
    ids = before | {one["id"] for one in groups}
    replaced = {one["replaces"] for one in groups} - {""}
    gone = [one.id for one in session.scalars(select(row)) if one.id in ids or one.replaces in replaced]
    session.execute(delete(row).where(row.id.in_(gone)))
    if groups:
        session.execute(insert(row), [one | {"by": by} for one in groups])
    known.note_words(session, [one["id"] for one in groups])
