"""Takes a whole import back; what was done here since wins, and is listed (S-08).

Entries that it added go, unless somebody touched them. Changed fields go back where the value is still the one that
it wrote and nobody vouched for it. What it made confidential stays so (S-13).
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from itertools import batched

from sqlalchemy import Select, delete, select, update
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.clock import to_store
from navigator.errors import BadInput
from navigator.resources import reading
from navigator.resources.confidential import allowed
from navigator.resources.fields import Record, Values, differences, values_of, with_values
from navigator.resources.importing import feeds
from navigator.resources.importing.batches import BACK
from navigator.resources.importing.holding import wait_again
from navigator.resources.importing.rewriting import rewrite
from navigator.resources.importing.steps import Steps
from navigator.resources.importing.touched import touched
from navigator.resources.importing.verdicts import Stayed, Undone
from navigator.resources.stewardship.changing import Act, Hand, prune
from navigator.resources.stewardship.marks import protected_fields
from navigator.resources.stewardship.pairs import PairState
from navigator.resources.stewardship.removing import remove
from navigator.resources.stewardship.rows import BatchRow, ChangeRow, OriginRow, PairRow, QuarantineRow

_AT_ONCE = 5000


class Undoing:
    """One import on its way out of the store, in the caller's transaction."""

    def __init__(self, session: Session, batch: BatchRow, actor: Actor, at: datetime) -> None:
        self._session = session
        self._batch = batch
        self._at = at
        self._hand = Hand(actor, Act.UNDONE, at, batch.id)
        self._stayed: list[Stayed] = []

    def undo(self, steps: Steps) -> Undone:
        self._refuse()
        added = self._entries(Act.ADDED)
        kept = touched(self._session, self._batch.id, added)
        restored = self._restore(steps)
        self._drop_waiting()
        self._unbind()
        self._remove([one for one in added if one not in kept], steps)
        feeds.bind_again(self._session, self._batch.feed_id, self._batch.id)
        prune(self._session)
        self._list_kept(kept)
        self._batch.undone_at, self._batch.undone_by = to_store(self._at), self._hand.actor.id
        self._session.flush()
        steps.finish()
        return Undone(self._batch.id, len(added) - len(kept), restored, tuple(self._stayed))

    def _refuse(self) -> None:
        """An import is taken back before the older ones of its list: what it found is what it puts back."""
        if self._batch.undone_at:
            raise BadInput("This import was taken back already.")
        row = BatchRow
        standing = select(row.id).where(row.feed_id == self._batch.feed_id, row.undone_at.is_(None))
        if self._session.scalars(standing.order_by(row.at.desc(), row.id.desc())).first() != self._batch.id:
            raise BadInput("A newer import of this list stands on this one. Take the newer one back first.")

    def _entries(self, act: Act) -> list[str]:
        row = ChangeRow
        wanted = select(row.entry_id).where(row.batch_id == self._batch.id, row.act == act.value).order_by(row.id)
        return list(dict.fromkeys(self._session.scalars(wanted)))

    def _restore(self, steps: Steps) -> int:
        changed = self._entries(Act.IMPORTED)
        restored = 0
        for some in batched(changed, _AT_ONCE):
            restored += rewrite(self._session, dict(self._wanted(some)), self._hand, steps)
        return restored

    def _wanted(self, entry_ids: Collection[str]) -> Iterator[tuple[str, Values]]:
        """By entry the fields that go back, with what they were."""
        written = self._written(entry_ids)
        vouched = protected_fields(self._session, entry_ids)
        for record in reading.records(self._session, written.keys()):
            values = dict(self._going_back(record, written[record.entry.id], vouched.get(record.entry.id, ())))
            if values:
                yield record.entry.id, values

    def _written(self, entry_ids: Collection[str]) -> Mapping[str, tuple[Values, Values]]:
        """By entry what the fields were before the import and after it."""
        row = ChangeRow
        wanted = select(row).where(
            row.batch_id == self._batch.id, row.act == Act.IMPORTED.value, row.entry_id.in_(entry_ids)
        )
        found: dict[str, tuple[Values, Values]] = {}
        for one in self._session.scalars(wanted.order_by(row.id)):
            before, after = found.get(one.entry_id, ({}, {}))
            found[one.entry_id] = ({**one.before, **before}, {**after, **one.after})
        return found

    def _going_back(
        self, record: Record, written: tuple[Values, Values], vouched: Collection[str]
    ) -> Iterator[tuple[str, object]]:
        before, after = written
        now = values_of(record)
        for field in after:
            if now.get(field) == before.get(field):
                continue
            if now.get(field) != after[field] or field in vouched:
                self._stayed.append(Stayed(record.entry.id, record.entry.name, field))
            elif _may_have(record, field, before.get(field)):
                yield field, before.get(field)

    def _drop_waiting(self) -> None:
        """The held rows that nobody settled, and the texts that came with the import; what was added keeps its own.

        Rows that waited before say again what they said then.
        """
        pair, text = PairRow, QuarantineRow
        waiting = pair.batch_id == self._batch.id, pair.state == PairState.OPEN.value, pair.other_id == ""
        self._session.execute(delete(pair).where(*waiting))
        wait_again(self._session, self._batch.feed_id, self._batch.id)
        self._session.execute(
            delete(text).where(text.batch_id == self._batch.id, text.entry_id.not_in(self._added_ids()))
        )

    def _unbind(self) -> None:
        """The feed knows its entries as it did before; one that was added and stays is known by its key still."""
        row = OriginRow
        bound = row.batch_id == self._batch.id, row.entry_id.not_in(self._added_ids())
        self._session.execute(delete(row).where(*bound))
        ours = update(row).where(row.feed_id == self._batch.feed_id)
        self._session.execute(ours.where(row.gone_since == self._batch.id).values(gone_since=""))
        for key, since in self._batch.counts.get(BACK, {}).items():
            self._session.execute(ours.where(row.key == key, row.gone_since == "").values(gone_since=since))

    def _added_ids(self) -> Select[str]:
        row = ChangeRow
        return select(row.entry_id).where(row.batch_id == self._batch.id, row.act == Act.ADDED.value)

    def _remove(self, entry_ids: list[str], steps: Steps) -> None:
        for some in batched(entry_ids, _AT_ONCE):
            self._session.execute(delete(PairRow).where(PairRow.other_id.in_(some)))
            remove(self._session, some)
            steps.step(len(some))

    def _list_kept(self, kept: Collection[str]) -> None:
        for some in batched(sorted(kept), _AT_ONCE):
            self._stayed += (Stayed(one.id, one.name) for one in reading.entries(self._session, some))


def _may_have(record: Record, field: str, value: object) -> bool:
    """Whether the entry may be given this value again: a confidential one keeps what S-13 allows."""
    if not record.entry.confidential:
        return True
    after = with_values(record, {field: value})
    return not differences(values_of(Record(allowed(after.entry))), values_of(after))
