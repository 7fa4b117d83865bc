"""Whose word the value of a field is: that of this feed, or somebody else's (S-08)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.resources.fields import OTHER
from navigator.resources.stewardship.changing import Act
from navigator.resources.stewardship.rows import BatchRow, ChangeRow


@dataclass(frozen=True)
class LastWords:
    """By entry the fields that the feed spoke of last, those that others ever spoke of, and what the feed added."""

    ours: Mapping[str, Collection[str]]
    others: Mapping[str, Collection[str]]
    added: Collection[str]

    def is_ours(self, entry_id: str, field: str) -> bool:
        """Whether the value came from this feed and nobody changed it since.

        Numbers, and what sources say beside the fields, are mixed once two of them spoke: then they are nobody's.
        """
        alone = entry_id in self.added and field not in self.others.get(entry_id, ())
        mixed = field == "phones" or field.startswith(OTHER)
        return alone or (field in self.ours.get(entry_id, ()) and not mixed)


NOBODY = LastWords({}, {}, frozenset())


def last_words(session: Session, feed_id: str, entry_ids: Collection[str]) -> LastWords:
    """The last words on each field of the entries, from their history, without imports that were taken back."""
    if not feed_id or not entry_ids:
        return NOBODY
    batches = set(session.scalars(select(BatchRow.id).where(BatchRow.feed_id == feed_id)))
    undone = select(BatchRow.id).where(BatchRow.undone_at.is_not(None))
    others: dict[str, set[str]] = defaultdict(set)
    ours: dict[str, set[str]] = defaultdict(set)
    added: set[str] = set()
    wanted = select(ChangeRow).where(ChangeRow.entry_id.in_(entry_ids), ChangeRow.batch_id.not_in(undone))
    for row in session.scalars(wanted.order_by(ChangeRow.at, ChangeRow.id)):
        is_ours = row.batch_id in batches
        if row.act == Act.ADDED.value and is_ours:
            added.add(row.entry_id)
        fields = row.before.keys() | row.after.keys()
        if is_ours:
            ours[row.entry_id] |= fields
        else:
            ours[row.entry_id] -= fields
            others[row.entry_id] |= fields
    return LastWords(ours, others, added)
