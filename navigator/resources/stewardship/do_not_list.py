"""The do-not-list: providers that must never be added again, each with its reason (S-05)."""

import unicodedata
from collections.abc import Mapping

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.resources.model import Barred, Entry
from navigator.resources.revision import advance
from navigator.resources.rows import DoNotListRow
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store


class DoNotList:
    """Names are the same whatever their case and their spaces. A change of it is a change of the directory."""

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
            advance(session)
            self._trail.record(session, actor, Action.PROVIDER_BARRED, str(line["id"]))

    @requires(Permission.EDIT)
    def unbar(self, actor: Actor, name: str) -> None:
        with self._store.writing() as session:
            removed = _remove(session, name)
            if not removed:
                raise NotFound("This name is no longer on the do-not-list.")
            advance(session)
            for one in removed:
                self._trail.record(session, actor, Action.PROVIDER_UNBARRED, one)


def barred_names(session: Session) -> Mapping[str, Barred]:
    """Who is on the list, by plain name."""
    return {plain_name(row.name): Barred(row.name, row.reason) for row in session.scalars(select(DoNotListRow))}


def find_barred(barred: Mapping[str, Barred], entry: Entry, before: Entry | None = None) -> Barred | None:
    """Who of the list the entry names as itself, as another name or as its organization.

    A name that it had `before` counts no more: what is listed now stays listed, and can be worked on.
    """
    had = {plain_name(name) for name in _names(before)} if before else ()
    named = (plain_name(name) for name in _names(entry))
    return next((barred[name] for name in named if name in barred and name not in had), None)


def refuse_barred(
    session: Session, *entries: Entry, before: Entry | None = None, nothing: str = "Nothing was saved."
) -> None:
    """`BadInput` with the reason when one of the entries names somebody who is on the list (`find_barred`)."""
    barred = barred_names(session)
    found = next(filter(None, (find_barred(barred, entry, before) for entry in entries)), None)
    if found is not None:
        raise BadInput(f"“{found.name}” is on the do-not-list: {found.reason} {nothing}")


def plain_name(name: str) -> str:
    """A name as the list is searched for it: small letters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.name, *entry.alternate_names, entry.organization)


def _remove(session: Session, name: str) -> tuple[str, ...]:
    rows = session.execute(select(DoNotListRow.id, DoNotListRow.name))
    found = tuple(row.id for row in rows if plain_name(row.name) == plain_name(name))
    session.execute(delete(DoNotListRow).where(DoNotListRow.id.in_(found)))
    return found
