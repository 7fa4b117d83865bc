"""Single values that a store remembers, read and written in the caller's transaction."""

from sqlalchemy.orm import Session

from navigator.storage.rows import StateRow

GENERATION = "vault generation"
PENDING = "pending vault change"
STORE_ID = "store id"
REVISION = "directory revision"


def get(session: Session, key: str) -> str | None:
    row = session.get(StateRow, key)
    return row.value if row else None


def put(session: Session, key: str, value: str) -> None:
    session.merge(StateRow(key=key, value=value))


def drop(session: Session, key: str) -> None:
    row = session.get(StateRow, key)
    if row:
        session.delete(row)
