"""The drafts of casework: kept encrypted as one types, read by their author alone, gone when the record is saved."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.referrals.draft import VERSIONS, Draft, DraftKind
from navigator.referrals.rows import DraftRow
from navigator.storage.database import Store
from navigator.storage.drafts import DraftTable

TABLE = DraftTable(DraftRow, DraftKind, VERSIONS)


class Drafts:
    """Not audited: a draft is its author's own typing, and no one else can read it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @requires(Permission.WRITE_CASEWORK)
    def keep(self, actor: Actor, kind: DraftKind, subject: str, content: Mapping[str, str]) -> None:
        """Puts `content` in place of the draft before."""
        with self._store.writing() as session:
            TABLE.put(session, actor.id, Draft(kind, subject, content, self._store.clock()))

    @requires(Permission.WRITE_CASEWORK)
    def find(self, actor: Actor, kind: DraftKind, subject: str) -> Draft | None:
        """The actor's own draft, or None."""
        with self._store.reading() as session:
            return TABLE.find(session, actor.id, kind, subject)

    @requires(Permission.WRITE_CASEWORK)
    def mine(self, actor: Actor) -> tuple[Draft, ...]:
        """All drafts of the actor, newest first."""
        with self._store.reading() as session:
            return TABLE.of(session, actor.id)

    @requires(Permission.WRITE_CASEWORK)
    def drop(self, actor: Actor, kind: DraftKind, subject: str) -> None:
        """Throws the actor's own draft away."""
        with self._store.writing() as session:
            settle(session, actor, kind, subject)


def settle(session: Session, actor: Actor, kind: DraftKind, subject: str) -> None:
    """The form was saved: its draft goes in the same transaction."""
    TABLE.settle(session, actor.id, kind, subject)


can_be_taken_back = TABLE.can_be_taken_back
"""Whether a form of this program has the fields that the draft was typed into."""
