"""What a directory desk sets for itself: how long checks and words on beds hold (S-04, S-06)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.errors import BadInput
from navigator.resources.categories import DUE_DAYS, Category
from navigator.resources.model import CAPACITY_HOURS, Entry
from navigator.storage import state
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

_KEY = "desk settings"


@dataclass(frozen=True)
class Settings:
    """`due_days` by kind of help, as the desk or else the kind itself says; `capacity_hours` until beds are old."""

    due_days: Mapping[str, int]
    capacity_hours: int = CAPACITY_HOURS

    def due_after(self, categories: tuple[str, ...], day: date) -> date:
        """When what was checked on `day` is to be checked again: the kind of help that ages fastest decides."""
        return day + timedelta(days=min((self.due_days.get(code, DUE_DAYS) for code in categories), default=DUE_DAYS))


def settings_in(session: Session, categories: Mapping[str, Category]) -> Settings:
    """The settings as they stand."""
    kept = json.loads(state.get(session, _KEY) or "{}")
    own = {code: category.due_days for code, category in categories.items()}
    due_days = own | {code: days for code, days in kept.get("due_days", {}).items() if code in own}
    return Settings(MappingProxyType(due_days), kept.get("capacity_hours", CAPACITY_HOURS))


def next_due(session: Session, categories: Mapping[str, Category], entry: Entry, today: date) -> date:
    """When an entry that is found true today is to be checked again (S-06)."""
    return settings_in(session, categories).due_after(entry.categories, today)


class DeskSettings:
    """Kept in the directory store, so every account of the station has the same."""

    def __init__(self, store: Store, categories: Mapping[str, Category]) -> None:
        self._store = store
        self._categories = categories
        self._trail = Trail(store.clock)

    @requires(Permission.EDIT)
    def settings(self, actor: Actor) -> Settings:  # noqa: ARG002 - the permission is the actor's
        with self._store.reading() as session:
            return settings_in(session, self._categories)

    @requires(Permission.EDIT)
    def change(self, actor: Actor, settings: Settings) -> None:
        """Puts the settings; checks that were made keep the day that was chosen for them."""
        if min((*settings.due_days.values(), settings.capacity_hours)) < 1:
            raise BadInput("Days and hours must be 1 or more. Nothing was saved.")
        usual = {code: category.due_days for code, category in self._categories.items()}
        own = {code: days for code, days in settings.due_days.items() if usual.get(code) != days}
        kept = {"due_days": own, "capacity_hours": settings.capacity_hours}
        with self._store.writing() as session:
            state.put(session, _KEY, json.dumps(kept, sort_keys=True))
            self._trail.record(session, actor, Action.DESK_SETTINGS_CHANGED, kinds=len(own))
