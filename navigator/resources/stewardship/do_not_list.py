"""The do-not-list: providers that must never be added again, each with its reason (S-05)."""

from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.resources.model import Barred
from navigator.resources.rows import DoNotListRow
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store


class DoNotList:
    """Names are the same whatever their case."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._trail = Trail(store.clock)

    @requires(Permission.EDIT)
    def barred(self, actor: Actor) -> tuple[Barred, ...]:  # noqa: ARG002 - the permission is the actor's
        """Everybody on it, by name."""
        with self._store.reading() as session:
            found = session.execute(select(DoNotListRow.name, DoNotListRow.reason)).all()
        return tuple(sorted((Barred(row.name, row.reason) for row in found), key=lambda one: one.name.casefold()))

    @requires(Permission.EDIT)
    def bar(self, actor: Actor, name: str, reason: str) -> None:
        """Puts a provider on the list, or gives one that is there a new reason. What is listed now stays listed."""
        name, reason = " ".join(name.split()), reason.strip()
        if not name or not reason:
            raise BadInput("The do-not-list needs a name and the reason. Nothing was saved.")
        with self._store.writing() as session:
            _remove(session, name)
            line = {"id": new_id(), "name": name, "reason": reason}
            session.execute(insert(DoNotListRow), [line])
            self._trail.record(session, actor, Action.PROVIDER_BARRED, str(line["id"]))

    @requires(Permission.EDIT)
    def unbar(self, actor: Actor, name: str) -> None:
        with self._store.writing() as session:
            removed = _remove(session, name)
            if not removed:
                raise NotFound("This name is no longer on the do-not-list.")
            for one in removed:
                self._trail.record(session, actor, Action.PROVIDER_UNBARRED, one)


def refuse_barred(session: Session, names: Iterable[str], nothing: str = "Nothing was saved.") -> None:
    """`BadInput` with the reason for the first of `names` that is on the list."""
    barred = {row.name.casefold(): row.reason for row in session.scalars(select(DoNotListRow))}
    for name in names:
        if name.casefold() in barred:
            raise BadInput(f"“{name}” is on the do-not-list: {barred[name.casefold()]} {nothing}")


def _remove(session: Session, name: str) -> tuple[str, ...]:
    rows = session.execute(select(DoNotListRow.id, DoNotListRow.name))
    found = tuple(row.id for row in rows if row.name.casefold() == name.casefold())
    session.execute(delete(DoNotListRow).where(DoNotListRow.id.in_(found)))
    return found
