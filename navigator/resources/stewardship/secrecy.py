"""Confidential records (S-13): hides a place everywhere in the store, and settles its free text with a person."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.errors import BadInput
from navigator.resources import hiding, rows
from navigator.resources.confidential import RELEASABLE
from navigator.resources.fields import Value, label_of
from navigator.resources.model import Entry
from navigator.resources.stewardship.changing import Act, Hand, record_of
from navigator.resources.stewardship.editing import edit, told
from navigator.resources.stewardship.hidden_here import HIDDEN_HERE, forget
from navigator.resources.stewardship.marks import How
from navigator.resources.stewardship.quarantine import Waiting, quarantine, settle, waiting_texts
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store
from navigator.storage.sweeping import sweep

__all__ = ["HIDDEN_HERE", "Secrecy", "Waiting", "quarantine"]


class Secrecy:
    """Hides places and settles the texts that wait."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._trail = Trail(store.clock)

    @requires(Permission.EDIT)
    def hide(self, actor: Actor, entry_id: str) -> tuple[Entry, ...]:
        """Makes the entry's service confidential, at all its places and with its duplicates; returns its entries.

        At once nothing in the store tells the place any more; casework follows at its next sign-in. Free text waits.
        """
        with self._store.writing() as session:
            record_of(session, entry_id)
            place = hiding.services_of_place(session, entry_id)
            hiding.hide_here(session, entry_id, self._store.clock())
            hidden = self._told(session, actor, Action.ENTRY_MADE_CONFIDENTIAL, entry_id, place)
        sweep(self._store)
        return hidden

    @requires(Permission.EDIT)
    def reveal(self, actor: Actor, entry_id: str) -> tuple[Entry, ...]:
        """Makes the service an open one again; nothing that was removed comes back."""
        with self._store.writing() as session:
            service = record_of(session, entry_id).entry.service_id
            own = rows.ServiceRow.id == service
            session.execute(update(rows.ServiceRow).where(own).values(confidential=False))
            forget(session, [service])
            return self._told(session, actor, Action.ENTRY_REVEALED, entry_id, [service])

    @requires(Permission.EDIT)
    def waiting(self, actor: Actor, entry_id: str | None = None) -> tuple[Waiting, ...]:  # noqa: ARG002 - the permission is the actor's
        """The texts that wait, oldest first; of one entry or of all."""
        with self._store.reading() as session:
            return waiting_texts(session, entry_id)

    @requires(Permission.EDIT)
    def release(self, actor: Actor, waiting_id: str, field: str, text: str) -> tuple[Entry, ...]:
        """Adds `text`, as a person left it, to `field`, one of `RELEASABLE`; the text waits no more."""
        if field not in RELEASABLE:
            raise BadInput(f"A confidential entry keeps no “{label_of(field)}” (S-13). Choose another field.")
        if not text.strip():
            raise BadInput("There is no text to release. Delete it instead.")
        with self._store.writing() as session:
            row = settle(session, waiting_id)
            value = _with(getattr(record_of(session, row.entry_id).entry, field), text.strip())
            hand = Hand(actor, Act.EDITED, self._store.clock())
            doors = edit(session, row.entry_id, {field: value}, hand, How.EDITED) or (row.entry_id,)
            released = told(session, self._trail, actor, Action.TEXT_RELEASED, doors, field=field)
        sweep(self._store)
        return released

    @requires(Permission.EDIT)
    def delete(self, actor: Actor, waiting_id: str) -> None:
        """Deletes the text for good."""
        with self._store.writing() as session:
            row = settle(session, waiting_id)
            self._trail.record(session, actor, Action.TEXT_DELETED, row.entry_id, field=row.field)
        sweep(self._store)

    def _told(
        self, session: Session, actor: Actor, action: Action, entry_id: str, services: Sequence[str]
    ) -> tuple[Entry, ...]:
        door = rows.ServiceAtLocationRow
        others = select(door.id).where(door.service_id.in_(services), door.id != entry_id).order_by(door.id)
        doors = (entry_id, *session.scalars(others))
        return told(session, self._trail, actor, action, doors)


def _with(now: Value, text: str) -> Value:
    """What a field has, and the text beside it."""
    if isinstance(now, tuple):
        return [*now, *([] if text in now else [text])]
    return text if not now else now if text in now else f"{now} {text}"
