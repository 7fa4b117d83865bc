"""Writes down who looked at whom (P-13): once for an account and a person in a quarter of an hour."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from navigator.access import Actor
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

_AGAIN_AFTER = timedelta(minutes=15)


class Viewed:
    """Shared by the services of one signed-in desk."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._trail = Trail(store.clock)
        self._last: dict[tuple[str, str], datetime] = {}

    def note(self, actor: Actor, person_ids: Iterable[str]) -> None:
        """Called with the people whose data is about to be given to `actor`; what cannot be written is not given."""
        now = self._store.clock()
        fresh = [
            person_id
            for person_id in dict.fromkeys(person_ids)
            if now - self._last.get((actor.id, person_id), now - _AGAIN_AFTER) >= _AGAIN_AFTER
        ]
        if not fresh:
            return
        with self._store.writing() as session:
            self._trail.record_each(session, actor, Action.PERSON_VIEWED, fresh)
        self._last.update({(actor.id, person_id): now for person_id in fresh})
