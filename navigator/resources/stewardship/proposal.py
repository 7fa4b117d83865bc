"""One proposal as its author and the desk see it: what was there, what is there now, what was proposed (S-07)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from navigator.clock import from_store
from navigator.resources import reading
from navigator.resources.fields import FIELDS, OTHER, PARTS, Record, Value, label_of, values_of
from navigator.resources.stewardship.reported import ProposalState
from navigator.resources.stewardship.rows import ProposalRow

_ORDER = {key: place for place, key in enumerate((*FIELDS, *(OTHER + part for part in PARTS)))}


@dataclass(frozen=True)
class Proposed:
    """One field of a proposal: what its author saw, what is there now, what was proposed; None: empty.

    `moved`: it was changed since, so taking it must be chosen knowingly.
    """

    field: str
    label: str
    saw: Value
    current: Value
    proposed: Value

    @property
    def moved(self) -> bool:
        return bool(self.saw != self.current)


@dataclass(frozen=True)
class Proposal:
    """One proposal. Without `entry_id` it proposes a new service, or with words alone it tells the desk something.

    `name` is the entry's, or the new service's. `words` are the author's, `answer` the desk's, later ones as
    paragraphs of their own.
    """

    id: str
    entry_id: str | None
    name: str
    at: datetime
    by: str
    by_role: str
    words: str
    state: ProposalState
    answer: str
    settled_at: datetime | None
    settled_by: str
    fields: tuple[Proposed, ...]


def proposals_of(session: Session, proposals: Iterable[ProposalRow]) -> tuple[Proposal, ...]:
    """The rows as proposals, in their order, beside what the entries are now."""
    wanted = tuple(proposals)
    ids = {row.entry_id for row in wanted if row.entry_id}
    now = {record.entry.id: record for record in reading.records(session, ids)} if ids else {}
    return tuple(_proposal(row, now) for row in wanted)


def _proposal(row: ProposalRow, now: Mapping[str, Record]) -> Proposal:
    record = now.get(row.entry_id or "")
    current = values_of(record) if record else {}
    return Proposal(
        id=row.id,
        entry_id=row.entry_id,
        name=record.entry.name if record else str(row.values_after.get("name") or ""),
        at=from_store(row.at),
        by=row.by_name,
        by_role=row.by_role,
        words=row.words,
        state=ProposalState(row.state),
        answer=row.answer,
        settled_at=from_store(row.settled_at) if row.settled_at else None,
        settled_by=row.settled_by_name or "",
        fields=tuple(
            Proposed(key, label_of(key), row.values_before.get(key), current.get(key), row.values_after[key])
            for key in sorted(row.values_after, key=lambda key: _ORDER.get(key, len(_ORDER)))
        ),
    )
