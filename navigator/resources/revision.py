"""The directory's number: it grows with every change, so that an index, a dry run or a parcel knows what it saw."""

from sqlalchemy.orm import Session

from navigator.storage import state


def revision(session: Session) -> int:
    return int(state.get(session, state.REVISION) or 0)


def advance(session: Session) -> None:
    """Counts one change; called in the change's own transaction."""
    state.put(session, state.REVISION, str(revision(session) + 1))
