"""The drafts of casework: kept encrypted as one types, read by their author alone, gone when the record is saved."""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.referrals.draft import VERSIONS, Draft, DraftKind
from navigator.referrals.rows import DraftRow
from navigator.storage.database import Store


class Drafts:
    """Not audited: a draft is its author's own typing, and no one else can read it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @requires(Permission.WRITE_CASEWORK)
    def keep(self, actor: Actor, kind: DraftKind, subject: str, content: Mapping[str, str]) -> None:
        """Puts `content` in place of the draft before."""
        with self._store.writing() as session:
            session.merge(
                DraftRow(
                    author_id=actor.id,
                    kind=kind.value,
                    subject=subject,
                    version=VERSIONS[kind],
                    content=dict(content),
                    saved_at=to_store(self._store.clock()),
                )
            )

    @requires(Permission.WRITE_CASEWORK)
    def find(self, actor: Actor, kind: DraftKind, subject: str) -> Draft | None:
        """The actor's own draft, or None."""
        with self._store.reading() as session:
            row = session.get(DraftRow, (actor.id, kind.value, subject))
            return _draft(row) if row is not None and can_be_taken_back(row) else None

    @requires(Permission.WRITE_CASEWORK)
    def mine(self, actor: Actor) -> tuple[Draft, ...]:
        """All drafts of the actor, newest first."""
        newest = select(DraftRow).where(DraftRow.author_id == actor.id).order_by(DraftRow.saved_at.desc())
        with self._store.reading() as session:
            return tuple(_draft(row) for row in session.scalars(newest) if can_be_taken_back(row))

    @requires(Permission.WRITE_CASEWORK)
    def drop(self, actor: Actor, kind: DraftKind, subject: str) -> None:
        """Throws the actor's own draft away."""
        with self._store.writing() as session:
            settle(session, actor, kind, subject)


def settle(session: Session, actor: Actor, kind: DraftKind, subject: str) -> None:
    """The form was saved: its draft goes in the same transaction."""
    own = (DraftRow.author_id == actor.id, DraftRow.kind == kind.value, DraftRow.subject == subject)
    session.execute(delete(DraftRow).where(*own))


def can_be_taken_back(row: DraftRow) -> bool:
    """Whether a form of this program has the fields that the draft was typed into."""
    return any(row.kind == kind.value and row.version == version for kind, version in VERSIONS.items())


def _draft(row: DraftRow) -> Draft:
    return Draft(DraftKind(row.kind), row.subject, row.content, from_store(row.saved_at))
