"""The words of a decision while they are typed: kept for whoever may decide, also where they may not write casework."""

from collections.abc import Mapping

from navigator.access import Actor, Permission, requires
from navigator.referrals.draft import Draft, DraftKind
from navigator.referrals.drafts import TABLE, settle
from navigator.storage.database import Store


class DeciderDrafts:
    """Holds drafts of one form, `DraftKind.DECISION`; another kind is refused with ValueError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @requires(Permission.DECIDE)
    def keep(self, actor: Actor, kind: DraftKind, subject: str, content: Mapping[str, str]) -> None:
        """Puts `content` in place of the draft before."""
        draft = Draft(_decision(kind), subject, content, self._store.clock())
        with self._store.writing() as session:
            TABLE.put(session, actor.id, draft)

    @requires(Permission.DECIDE)
    def find(self, actor: Actor, kind: DraftKind, subject: str) -> Draft | None:
        """The actor's own draft, or None."""
        with self._store.reading() as session:
            return TABLE.find(session, actor.id, _decision(kind), subject)

    @requires(Permission.DECIDE)
    def drop(self, actor: Actor, kind: DraftKind, subject: str) -> None:
        """Throws the actor's own draft away."""
        with self._store.writing() as session:
            settle(session, actor, _decision(kind), subject)


def _decision(kind: DraftKind) -> DraftKind:
    if kind is not DraftKind.DECISION:
        raise ValueError("these drafts hold decisions alone")
    return kind
