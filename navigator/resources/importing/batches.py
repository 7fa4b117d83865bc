"""Imports that were applied, as the store keeps them."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.clock import from_store, to_store
from navigator.errors import NotFound
from navigator.resources.exchange.incoming import Problem
from navigator.resources.importing.prepared import Prepared
from navigator.resources.importing.verdicts import Batch
from navigator.resources.stewardship.rows import BatchRow, FeedRow

COUNTS = ("rows", "new", "changed", "unchanged", "gone", "held", "kept_as_text", "confidential", "protected", "parts")
BACK = "back"
"""Beside the counts: the keys that came back, with the import since which they were gone; undo needs them."""
_KEPT_PROBLEMS = 1000


def batch_line(prepared: Prepared, batch_id: str, feed_id: str, actor: Actor, at: datetime) -> dict[str, Any]:
    """The row of an import that is being applied; of very many bad rows the first are kept."""
    report = prepared.report
    return {
        "id": batch_id,
        "feed_id": feed_id,
        "at": to_store(at),
        "by": actor.id,
        "by_name": actor.name,
        "file_name": report.file_name,
        "format": report.format,
        "counts": {name: getattr(report, name) for name in COUNTS}
        | {"problems": len(report.problems), BACK: dict(prepared.back)},
        "problems": [asdict(problem) for problem in report.problems[:_KEPT_PROBLEMS]],
        "undone_at": None,
        "undone_by": None,
    }


def batches(session: Session, batch_id: str | None = None) -> Iterator[Batch]:
    """Every import, the newest first, or the one of this id."""
    wanted = select(BatchRow, FeedRow.name).join(FeedRow, FeedRow.id == BatchRow.feed_id)
    if batch_id is not None:
        wanted = wanted.where(BatchRow.id == batch_id)
    for row, feed in session.execute(wanted.order_by(BatchRow.at.desc(), BatchRow.id.desc())):
        yield _batch(row, feed)


def one_batch(session: Session, batch_id: str) -> Batch:
    found = next(batches(session, batch_id), None)
    if found is None:
        raise NotFound("This import is no longer in the directory.")
    return found


def _batch(row: BatchRow, feed: str) -> Batch:
    return Batch(
        id=row.id,
        feed=feed,
        file_name=row.file_name,
        format=row.format,
        at=from_store(row.at),
        by=row.by_name,
        counts=MappingProxyType({name: count for name, count in row.counts.items() if name != BACK}),
        problems=tuple(Problem(**problem) for problem in row.problems),
        undone_at=from_store(row.undone_at) if row.undone_at else None,
    )
