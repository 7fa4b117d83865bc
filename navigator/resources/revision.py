"""The directory's number: it grows with every change, so that an index, a dry run or a parcel knows what it saw."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from navigator.resources.snapshot_rows import PackRow, SnapshotRow, TouchedRow
from navigator.storage import state

KNOWS_FROM = "search knows from"
"""Since this number it is noted which entries changed; the triggers of the store read it too."""
FORGETS_BEFORE = "search forgets before"
"""An index of an older number may hold what has left or was made confidential since; a trigger writes it (S-13)."""


def revision(session: Session) -> int:
    return number(session, state.REVISION)


def number(session: Session, key: str) -> int:
    return int(state.get(session, key) or 0)


def advance(session: Session) -> None:
    """Counts one change; called in the change's own transaction."""
    state.put(session, state.REVISION, str(revision(session) + 1))


def count_all(session: Session) -> None:
    """Much of the directory is about to change in this transaction: nobody notes what, and what was packed goes.

    Called before the first of the changes; `advance` comes after them.
    """
    state.put(session, KNOWS_FROM, str(revision(session) + 1))
    session.flush()
    for row in (PackRow, SnapshotRow, TouchedRow):
        session.execute(delete(row))
