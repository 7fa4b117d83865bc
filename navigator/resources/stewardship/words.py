"""The words of search at the desk: those that ship can be changed or switched off, and the team adds its own (S-12)."""

from collections.abc import Callable
from functools import cache, cached_property

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import to_store
from navigator.errors import BadInput, ChangedMeanwhile, NotFound
from navigator.ids import new_id
from navigator.resources.stewardship.desk_drafts import DeskDraftKind, settle
from navigator.resources.stewardship.rows import VocabularyGroupRow
from navigator.resources.stewardship.word_checks import NOTHING_SAVED, troubles
from navigator.resources.stewardship.word_groups import Listed, listed, spoken, taken_up
from navigator.resources.vocabulary import Vocabulary, load_vocabulary
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

CHANGED = f"Somebody else changed these words since you opened them. {NOTHING_SAVED} Look at them again."
GONE = f"These words are no longer there. {NOTHING_SAVED}"
STAYS = f"These words bring the crisis lines to the front, so they cannot be switched off. {NOTHING_SAVED}"


@cache
def _installed() -> Vocabulary:
    """The files of an installation stay as they are while it runs."""
    return load_vocabulary()


class Words:
    """Kept in the directory store, so every account of the station is understood alike. `load` gives what ships."""

    def __init__(self, store: Store, load: Callable[[], Vocabulary] = _installed) -> None:
        self._store = store
        self._load = load
        self._trail = Trail(store.clock)

    @requires(Permission.SEARCH)
    def vocabulary(self, actor: Actor) -> Vocabulary:  # noqa: ARG002 - the permission is the actor's
        """What search is to understand now."""
        with self._store.reading() as session:
            return spoken(self._shipped, self._listed(session))

    @requires(Permission.EDIT)
    def groups(self, actor: Actor) -> tuple[Listed, ...]:  # noqa: ARG002 - as above
        """All of them: the desk's own, the newest first, and then what shipped."""
        with self._store.reading() as session:
            return self._listed(session)

    @requires(Permission.EDIT)
    def troubles(self, actor: Actor, one: Listed) -> dict[str, str]:  # noqa: ARG002 - as above
        """By field why the group cannot be saved; {} when it can."""
        return dict(troubles(one, self._shipped))

    @requires(Permission.EDIT)
    def tried(self, actor: Actor, one: Listed) -> Vocabulary:  # noqa: ARG002 - as above
        """What search would understand with the group as it is given here; nothing is saved."""
        with self._store.reading() as session:
            return spoken(self._shipped, taken_up(self._listed(session), one))

    @requires(Permission.EDIT)
    def put(self, actor: Actor, one: Listed) -> Listed:
        """Saves a new group, a changed one, or one that was removed; returns it as it stands then.

        `BadInput` names the field and the phrase. `ChangedMeanwhile`: it is not as it was when `one` was read.
        """
        for sentence in troubles(one, self._shipped).values():
            raise BadInput(f"{sentence} {NOTHING_SAVED}")
        with self._store.writing() as session:
            row = self._row(session, one)
            _refuse_older(one, row)
            row_id = row.id if row is not None else one.id or new_id()
            if one.group == self._shipped.by_key.get(one.group.key) and one.is_on:
                _drop(session, row)
            else:
                session.merge(self._written(actor, one, row_id))
            settle(session, actor, DeskDraftKind.WORDS, one.ref)
            self._trail.record(session, actor, Action.WORDS_PUT, row_id, phrases=len(one.group.say))
            session.flush()
            return self._found(session, one.group.key or row_id)

    @requires(Permission.EDIT)
    def switch_off(self, actor: Actor, key: str) -> Listed:
        """Search no longer hears the shipped group; its words stay to be switched on again."""
        return self._switch(actor, key, is_on=False)

    @requires(Permission.EDIT)
    def switch_on(self, actor: Actor, key: str) -> Listed:
        return self._switch(actor, key, is_on=True)

    @requires(Permission.EDIT)
    def restore(self, actor: Actor, key: str) -> Listed:
        """The shipped group is as it came."""
        with self._store.writing() as session:
            found = self._found(session, key)
            _drop(session, self._row(session, found))
            settle(session, actor, DeskDraftKind.WORDS, key)
            self._trail.record(session, actor, Action.WORDS_RESTORED, found.id)
            return self._found(session, key)

    @requires(Permission.EDIT)
    def remove(self, actor: Actor, group_id: str) -> Listed:
        """Takes a group of the desk's own away; returns it, and `put` brings it back."""
        with self._store.writing() as session:
            found = self._found(session, group_id)
            if not found.is_own:
                raise BadInput(f"Words that came with Navigator are switched off, not removed. {NOTHING_SAVED}")
            _drop(session, self._row(session, found))
            settle(session, actor, DeskDraftKind.WORDS, group_id)
            self._trail.record(session, actor, Action.WORDS_REMOVED, group_id)
        return found

    @cached_property
    def _shipped(self) -> Vocabulary:
        return self._load()

    def _switch(self, actor: Actor, key: str, *, is_on: bool) -> Listed:
        with self._store.writing() as session:
            found = self._found(session, key)
            if not found.can_be_off:
                raise BadInput(STAYS)
            row, row_id = self._row(session, found), found.id or new_id()
            if is_on and not found.is_changed:
                _drop(session, row)
            else:
                session.merge(self._written(actor, found, row_id, off=not is_on))
            act = Action.WORDS_SWITCHED_ON if is_on else Action.WORDS_SWITCHED_OFF
            self._trail.record(session, actor, act, row_id)
            session.flush()
            return self._found(session, key)

    def _written(self, actor: Actor, one: Listed, row_id: str, *, off: bool | None = None) -> VocabularyGroupRow:
        group, at = one.group, to_store(self._store.clock())
        return VocabularyGroupRow(
            id=row_id,
            kind=group.kind.value,
            say=list(group.say),
            means=list(group.means),
            replaces=group.key,
            off=not one.is_on if off is None else off,
            at=at,
            by=actor.id,
            by_name=actor.name,
        )

    def _listed(self, session: Session) -> tuple[Listed, ...]:
        return listed(self._shipped, session.scalars(select(VocabularyGroupRow)))

    def _found(self, session: Session, ref: str) -> Listed:
        found = next((one for one in self._listed(session) if one.ref == ref), None)
        if found is None:
            raise NotFound(GONE)
        return found

    @staticmethod
    def _row(session: Session, one: Listed) -> VocabularyGroupRow | None:
        row = VocabularyGroupRow
        own = row.replaces == one.group.key if one.group.key else row.id == one.id
        return session.scalars(select(row).where(own)).first()


def _refuse_older(one: Listed, row: VocabularyGroupRow | None) -> None:
    """A group that was removed meanwhile comes back with what is saved: nothing is lost."""
    seen = to_store(one.at) if one.at is not None else ""
    if row is not None and row.at != seen:
        raise ChangedMeanwhile(CHANGED, ())


def _drop(session: Session, row: VocabularyGroupRow | None) -> None:
    if row is not None:
        session.execute(delete(VocabularyGroupRow).where(VocabularyGroupRow.id == row.id))
