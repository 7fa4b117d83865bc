"""Checks of entries as events: who, how, with whom, what came of it, when again (S-02, S-06)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import insert
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.errors import BadInput
from navigator.resources import rows, writing
from navigator.resources.categories import Category
from navigator.resources.fields import FIELDS, Values, differences, label_of, values_of
from navigator.resources.model import Entry, Outcome, Status, Verification
from navigator.resources.stewardship.changing import Act, Hand, record_of
from navigator.resources.stewardship.desk_drafts import DeskDraftKind, settle
from navigator.resources.stewardship.editing import edit, told
from navigator.resources.stewardship.marks import How, mark
from navigator.resources.stewardship.settings import next_due
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

_GONE: Values = {"status": Status.CLOSED.value, "status_reason": "Gone when it was checked."}
_NOT_ASKED = frozenset({"source", "seen", "duplicate_of"})
"""What the directory keeps for itself; no provider is asked for it."""
_FOUND_TRUE = (Outcome.CONFIRMED, Outcome.CHANGED)


class Method(StrEnum):
    PHONE = "by phone"
    VISIT = "visit"
    WEB = "web page"
    EMAIL = "e-mail"
    LETTER = "letter"


_WITH_SOMEBODY = (Method.PHONE, Method.VISIT)


@dataclass(frozen=True)
class Check:
    """One check. `with_whom` is the person spoken to, or the page that was read.

    `values` are what it changes in the same moment; `fields` those that it confirmed, None: all that have a value.
    Without `next_due` the kind of help decides (S-06); nobody reached: tomorrow.
    """

    method: Method
    with_whom: str
    outcome: Outcome
    next_due: date | None = None
    values: Values = field(default_factory=lambda: MappingProxyType({}))
    fields: tuple[str, ...] | None = None
    words: str = ""


class Checks:
    """Records checks. Editing is not checking."""

    def __init__(self, store: Store, categories: Mapping[str, Category], zone: tzinfo) -> None:
        self._store = store
        self._categories = categories
        self._zone = zone
        self._trail = Trail(store.clock)

    @requires(Permission.EDIT)
    def verify(self, actor: Actor, entry_id: str, check: Check) -> tuple[Entry, ...]:
        """Records the check with what it changed; returns the entries that changed, this one first.

        What is gone is closed, at all its places (S-05).
        """
        hand = Hand(actor, Act.CHECKED, self._store.clock())
        with self._store.writing() as session:
            doors = CheckBook(session, self._categories, self._zone).enter(entry_id, check, hand)
            settle(session, actor, DeskDraftKind.CHECK, entry_id)
            outcome = {"outcome": check.outcome.value}
            return told(session, self._trail, actor, Action.ENTRY_VERIFIED, doors, **outcome)

    @requires(Permission.EDIT)
    def next_due_of(self, actor: Actor, entry: Entry) -> date:  # noqa: ARG002 - the permission is the actor's
        """The day of the next check when this entry is found true today (S-06)."""
        today = self._store.clock().astimezone(self._zone).date()
        with self._store.reading() as session:
            return next_due(session, self._categories, entry, today)


class CheckBook:
    """Enters checks within one transaction."""

    def __init__(self, session: Session, categories: Mapping[str, Category], zone: tzinfo) -> None:
        self._session = session
        self._categories = categories
        self._zone = zone

    def enter(self, entry_id: str, check: Check, hand: Hand) -> tuple[str, ...]:
        """Makes the check's changes, marks what it confirmed, keeps it; returns the ids of doors that changed."""
        today = hand.at.astimezone(self._zone).date()
        before = record_of(self._session, entry_id)
        _refuse(check, today)
        doors = edit(self._session, entry_id, _values(check), hand, How.VERIFIED) or (entry_id,)
        after = record_of(self._session, entry_id)
        changed = {one.field for one in differences(values_of(before), values_of(after))}
        if check.outcome in _FOUND_TRUE:
            mark(self._session, [entry_id], _confirmed(check, values_of(after)), How.VERIFIED, hand)
        outcome = Outcome.CHANGED if changed and check.outcome is Outcome.CONFIRMED else check.outcome
        self._keep(after.entry, check, outcome, hand, today)
        return doors

    def _keep(self, entry: Entry, check: Check, outcome: Outcome, hand: Hand, today: date) -> None:
        source = ". ".join(part for part in (check.with_whom.strip(), check.words.strip()) if part)
        due = self._due(entry, check, today)
        event = Verification(hand.at, hand.actor.name, check.method.value, source, outcome, due)
        line = writing.verification_line(entry.id, event, hand.actor.id)
        self._session.execute(insert(rows.VerificationRow), [line])

    def _due(self, entry: Entry, check: Check, today: date) -> date | None:
        if check.outcome is Outcome.GONE:
            return None
        if check.outcome is Outcome.NOT_REACHED:
            return check.next_due or today + timedelta(days=1)
        return check.next_due or next_due(self._session, self._categories, entry, today)


def _values(check: Check) -> Values:
    return {**check.values, **_GONE} if check.outcome is Outcome.GONE else check.values


def _confirmed(check: Check, values: Values) -> tuple[str, ...]:
    if check.fields is not None:
        return check.fields
    return tuple(key for key in values if key in FIELDS and key not in _NOT_ASKED)


def _refuse(check: Check, today: date) -> None:
    reached = check.outcome is not Outcome.NOT_REACHED
    if reached and check.method in _WITH_SOMEBODY and not check.with_whom.strip():
        raise BadInput("Say who you spoke with, by name or by job. Nothing was saved.")
    if not reached and check.values:
        named = label_of(next(iter(check.values)))
        raise BadInput(f"Nobody was reached, so this is no check of “{named}”. Save the change as an edit.")
    if check.next_due is not None and check.next_due <= today:
        raise BadInput("The next check must be after today. Nothing was saved.")
