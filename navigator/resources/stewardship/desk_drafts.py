"""What is typed into forms of the desk and not yet saved: its author's alone."""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.resources.stewardship.rows import DraftRow
from navigator.storage.database import Store
from navigator.storage.drafts import Draft, DraftTable

NEW = "new"
"""The subject of a draft whose record does not exist yet."""


class DeskDraftKind(StrEnum):
    """Which form it was typed into."""

    EDITOR = "editor"
    PROPOSAL = "proposal"
    CHECK = "check"
    ALERT = "alert"
    BEDS = "beds"
    TEXT = "text"
    PAIR = "pair"
    WORDS = "words"


VERSIONS = dict.fromkeys(DeskDraftKind, 1)
"""A form's number grows when its fields change: a draft of other fields is left alone."""
TABLE = DraftTable(DraftRow, DeskDraftKind, VERSIONS)


class DeskDrafts:
    """Not audited: a draft is its author's own typing, and no one else can read it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @requires(Permission.PROPOSE)
    def keep(self, actor: Actor, kind: DeskDraftKind, subject: str, content: Mapping[str, str]) -> None:
        """Puts `content` in place of the draft before."""
        with self._store.writing() as session:
            TABLE.put(session, actor.id, Draft(kind, subject, content, self._store.clock()))

    @requires(Permission.PROPOSE)
    def find(self, actor: Actor, kind: DeskDraftKind, subject: str) -> Draft[DeskDraftKind] | None:
        """The actor's own draft, or None."""
        with self._store.reading() as session:
            return TABLE.find(session, actor.id, kind, subject)

    @requires(Permission.PROPOSE)
    def mine(self, actor: Actor) -> tuple[Draft[DeskDraftKind], ...]:
        """All drafts of the actor, newest first."""
        with self._store.reading() as session:
            return TABLE.of(session, actor.id)

    @requires(Permission.PROPOSE)
    def drop(self, actor: Actor, kind: DeskDraftKind, subject: str) -> None:
        """Throws the actor's own draft away."""
        with self._store.writing() as session:
            TABLE.settle(session, actor.id, kind, subject)


def settle(session: Session, actor: Actor, kind: DeskDraftKind, subject: str) -> None:
    """The form was saved: its draft goes in the same transaction."""
    TABLE.settle(session, actor.id, kind, subject)
