"""Alerts on entries, such as "Closed this week for repairs": put with a start and an end, and ended (S-06)."""

from datetime import date, timedelta, tzinfo

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import to_store
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.resources.model import Entry
from navigator.resources.stewardship.changing import record_of
from navigator.resources.stewardship.editing import told
from navigator.resources.stewardship.rows import AlertRow
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store


class Alerts:
    """Days are the city's, both included."""

    def __init__(self, store: Store, zone: tzinfo) -> None:
        self._store = store
        self._zone = zone
        self._trail = Trail(store.clock)

    @requires(Permission.EDIT)
    def put(self, actor: Actor, entry_id: str, words: str, starts: date, ends: date | None) -> tuple[Entry, ...]:
        """Puts an alert on the entry; `ends` None: until somebody ends it."""
        self._refuse(words, starts, ends)
        alert_id = new_id()
        alert = {
            "id": alert_id,
            "entry_id": entry_id,
            "words": words.strip(),
            "starts": starts.isoformat(),
            "ends": ends.isoformat() if ends else None,
            "at": to_store(self._store.clock()),
            "by": actor.id,
            "by_name": actor.name,
        }
        with self._store.writing() as session:
            record_of(session, entry_id)
            session.execute(insert(AlertRow), [alert])
            return told(session, self._trail, actor, Action.ALERT_PUT, [entry_id], alert=alert_id)

    @requires(Permission.EDIT)
    def end(self, actor: Actor, alert_id: str) -> tuple[Entry, ...]:
        """The alert was on until yesterday; it stays in the history."""
        yesterday = self._today() - timedelta(days=1)
        with self._store.writing() as session:
            alert = _alert_of(session, alert_id)
            if alert.ends is None or alert.ends > yesterday.isoformat():
                alert.ends = yesterday.isoformat()
            return told(session, self._trail, actor, Action.ALERT_ENDED, [alert.entry_id], alert=alert_id)

    @requires(Permission.EDIT)
    def prolong(self, actor: Actor, alert_id: str, ends: date) -> tuple[Entry, ...]:
        """The alert goes on until the end of that day."""
        with self._store.writing() as session:
            alert = _alert_of(session, alert_id)
            self._refuse(alert.words, date.fromisoformat(alert.starts), ends)
            alert.ends = ends.isoformat()
            return told(session, self._trail, actor, Action.ALERT_PUT, [alert.entry_id], alert=alert_id)

    def _refuse(self, words: str, starts: date, ends: date | None) -> None:
        if not words.strip():
            raise BadInput("Say what the alert is. Nothing was saved.")
        if ends is not None and ends < starts:
            raise BadInput("The alert ends before it starts. Nothing was saved.")
        if ends is not None and ends < self._today():
            raise BadInput("The alert would have ended already. Nothing was saved.")

    def _today(self) -> date:
        return self._store.clock().astimezone(self._zone).date()


def _alert_of(session: Session, alert_id: str) -> AlertRow:
    alert = session.scalars(select(AlertRow).where(AlertRow.id == alert_id)).one_or_none()
    if alert is None:
        raise NotFound("This alert is no longer there.")
    return alert
