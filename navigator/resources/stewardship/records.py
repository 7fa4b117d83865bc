"""Opens an entry with all that is known of it, adds and edits entries, and takes changes back."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.errors import BadInput, NotFound
from navigator.resources import rows, writing
from navigator.resources.fields import Record, Values, differences, label_of, values_of, with_values
from navigator.resources.model import Entry
from navigator.resources.stewardship.changing import Act, Hand, change, keep, record_of
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind, settle
from navigator.resources.stewardship.do_not_list import refuse_barred
from navigator.resources.stewardship.editing import edit, newest_change, refuse_changed, told
from navigator.resources.stewardship.history import BY_HAND, Event, history
from navigator.resources.stewardship.marks import How, Mark, mark, marks_of
from navigator.resources.stewardship.quarantine import Waiting, waiting_texts
from navigator.resources.stewardship.rows import ChangeRow
from navigator.resources.stewardship.soundness import refuse_unsound
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

_NOTHING = Record(Entry(id="", service_id="", name=""))


@dataclass(frozen=True)
class RecordView:
    """An entry as the editor shows it.

    `confirmed` has the fields that somebody here edited or verified; `places` counts the service's doors, this one
    among them: its service-level fields change at all of them. `seen` goes back with an edit.
    """

    record: Record
    confirmed: Mapping[str, Mark]
    history: tuple[Event, ...]
    places: int
    quarantine: tuple[Waiting, ...]
    seen: str


class Records:
    """Entries as the desk works on them. An edit is not a check (S-02)."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._trail = Trail(store.clock)

    @requires(Permission.EDIT)
    def view(self, actor: Actor, entry_id: str) -> RecordView:  # noqa: ARG002 - the permission is the actor's
        with self._store.reading() as session:
            record = record_of(session, entry_id)
            return RecordView(
                record=record,
                confirmed=marks_of(session, entry_id),
                history=history(session, entry_id),
                places=_places(session, record.entry.service_id),
                quarantine=waiting_texts(session, entry_id),
                seen=newest_change(session, entry_id),
            )

    @requires(Permission.EDIT)
    def add(self, actor: Actor, values: Values) -> tuple[Entry, ...]:
        """Adds a service with these fields; `BadInput` without a name, or when it is on the do-not-list (S-05)."""
        with self._store.writing() as session:
            entry_id = add(session, values, Hand(actor, Act.ADDED, self._store.clock()))
            settle(session, actor, DeskDraftKind.EDITOR, NEW)
            return told(session, self._trail, actor, Action.ENTRY_ADDED, [entry_id])

    @requires(Permission.EDIT)
    def edit(self, actor: Actor, entry_id: str, values: Values, seen: str) -> tuple[Entry, ...]:
        """Changes these fields; returns every entry that changed, this one first; none when nothing did.

        `ChangedMeanwhile` when one of them was changed by somebody since `seen`: nothing is written then.
        """
        with self._store.writing() as session:
            record_of(session, entry_id)
            refuse_changed(session, entry_id, tuple(values), seen)
            hand = Hand(actor, Act.EDITED, self._store.clock())
            doors = edit(session, entry_id, values, hand, How.EDITED)
            settle(session, actor, DeskDraftKind.EDITOR, entry_id)
            return told(session, self._trail, actor, Action.ENTRY_EDITED, doors) if doors else ()

    @requires(Permission.EDIT)
    def take_back(self, actor: Actor, change_id: str) -> tuple[Entry, ...]:
        """Undoes one change that was made by hand, unless something newer stands on it."""
        with self._store.writing() as session:
            row = session.get(ChangeRow, change_id)
            if row is None:
                raise NotFound("This change is no longer in the history.")
            _refuse_take_back(session, row)
            hand = Hand(actor, Act.UNDONE, self._store.clock())
            doors = change(session, row.entry_id, row.before, hand)
            mark(session, doors, row.before, How.EDITED, hand)
            return told(session, self._trail, actor, Action.EDIT_TAKEN_BACK, doors or [row.entry_id], change=change_id)


def add(session: Session, values: Values, hand: Hand) -> str:
    """Adds a service by a person's hand, with its first line of history; returns the entry's id."""
    record = with_values(_NOTHING, values)
    refuse_unsound(record.entry, {"name", *values})
    refuse_barred(session, record.entry)
    (entry_id,) = writing.add(session, [record], hand.actor.id)
    made = differences({}, values_of(record_of(session, entry_id)))
    keep(session, hand, {entry_id: made})
    mark(session, [entry_id], (one.field for one in made), How.EDITED, hand)
    return entry_id


def _places(session: Session, service: str) -> int:
    door = rows.ServiceAtLocationRow
    return session.scalars(select(func.count()).select_from(door).where(door.service_id == service)).one()


def _refuse_take_back(session: Session, row: ChangeRow) -> None:
    if row.act not in BY_HAND or row.batch_id:
        raise BadInput("Only what somebody changed by hand can be taken back here. Undo an import or a merge whole.")
    newer = select(ChangeRow).where(ChangeRow.entry_id == row.entry_id, ChangeRow.id > row.id)
    for one in session.scalars(newer):
        built_on = [field for field in one.after if field in row.after]
        if built_on:
            raise BadInput(f"“{label_of(built_on[0])}” was changed again since. Take the newer change back first.")
    now = record_of(session, row.entry_id)
    refuse_barred(session, with_values(now, row.before).entry, before=now.entry)
