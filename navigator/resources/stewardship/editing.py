"""Changes an entry by a person's hand: sound, not barred, refused when others changed the same, marked, and told."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.errors import ChangedMeanwhile, NotFound
from navigator.resources import reading
from navigator.resources.fields import Values, differences, label_of, values_of, with_values
from navigator.resources.model import Entry
from navigator.resources.revision import advance
from navigator.resources.stewardship.changing import Hand, change, record_of
from navigator.resources.stewardship.do_not_list import refuse_barred
from navigator.resources.stewardship.marks import How, mark
from navigator.resources.stewardship.rows import ChangeRow
from navigator.resources.stewardship.soundness import completed, refuse_unsound
from navigator.storage.audit import Action, Trail


def edit(session: Session, entry_id: str, values: Values, hand: Hand, how: How) -> tuple[str, ...]:
    """Puts `values` into the entry and marks what they changed; returns the ids of the doors that changed, it first."""
    before = record_of(session, entry_id)
    values = completed(before, values)
    after = with_values(before, values)
    changed = {one.field for one in differences(values_of(before), values_of(after))}
    refuse_unsound(after.entry, changed)
    refuse_barred(session, after.entry, before=before.entry)
    doors = change(session, entry_id, values, hand)
    mark(session, doors, changed, how, hand)
    return doors


def newest_change(session: Session, entry_id: str) -> str:
    """The id of the entry's newest change, or ""."""
    own = select(ChangeRow.id).where(ChangeRow.entry_id == entry_id)
    return session.scalars(own.order_by(ChangeRow.id.desc()).limit(1)).first() or ""


def refuse_changed(session: Session, entry_id: str, fields: Collection[str], seen: str) -> None:
    """`ChangedMeanwhile` when one of the fields was changed after the change `seen`."""
    newer = session.scalars(select(ChangeRow).where(ChangeRow.entry_id == entry_id, ChangeRow.id > seen))
    touched = {field for row in newer for field in (row.before | row.after) if field in fields}
    if touched:
        raise changed_meanwhile(tuple(field for field in fields if field in touched))


def changed_meanwhile(fields: Sequence[str]) -> ChangedMeanwhile:
    named = ", ".join(f"“{label_of(field)}”" for field in fields)
    sentence = f"Somebody changed {named} since you saw it. Nothing was saved. Look at it again."
    return ChangedMeanwhile(sentence, tuple(fields))


def told(
    session: Session, trail: Trail, actor: Actor, action: Action, doors: Sequence[str], **detail: str | int
) -> tuple[Entry, ...]:
    """Ends a write: counts it, writes the trail about the first of `doors`, and returns the entries as they are now."""
    advance(session)
    trail.record(session, actor, action, doors[0], **detail)
    return entries_of(session, doors)


def entries_of(session: Session, doors: Sequence[str]) -> tuple[Entry, ...]:
    """The entries in the order of `doors`; `NotFound` when one is there no more."""
    session.flush()
    found = {entry.id: entry for entry in reading.entries(session, doors)}
    if not found.keys() >= set(doors):
        raise NotFound("This entry is no longer in the directory.")
    return tuple(found[door] for door in doors)
