"""Takes what was removed for good out of a store's file: at once, or at the next sign-in where somebody reads now."""

from sqlalchemy.orm import Session

from navigator.storage import state
from navigator.storage.database import Store

_PENDING = "traces to sweep"


def note(session: Session) -> None:
    """Something was removed that must leave no trace: remembered until the file is swept."""
    state.put(session, _PENDING, "yes")


def sweep(store: Store) -> None:
    """After something was removed: sweeps the file; what cannot be swept now is swept later."""
    with store.writing() as session:
        note(session)
    finish(store)


def finish(store: Store) -> None:
    """Sweeps the file when that is still to be done. Never stands in the way of whoever signs in."""
    with store.reading() as session:
        if state.get(session, _PENDING) is None:
            return
    if store.leave_no_trace():
        with store.writing() as session:
            state.drop(session, _PENDING)
