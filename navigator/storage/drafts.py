"""Drafts of forms in either store: kept as one types, read by their author alone, gone when the record is saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from navigator.clock import from_store, to_store


class DraftColumns:
    """The columns of a table of drafts; each store has one."""

    __tablename__ = "draft"

    author_id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    content: Mapped[dict[str, Any]]
    saved_at: Mapped[str]


@dataclass(frozen=True)
class Draft[K: StrEnum]:
    """`kind` is the form, `subject` the record's id or "new", `content` the fields of the form by their names."""

    kind: K
    subject: str
    content: Mapping[str, str]
    saved_at: datetime


class DraftTable[K: StrEnum]:
    """One table of drafts, in the transaction of whoever calls; `versions` are those of the forms `kinds`."""

    def __init__(self, row: type[Any], kinds: type[K], versions: Mapping[K, int]) -> None:
        self._row: type[DraftColumns] = row
        self._kinds = kinds
        self._versions = versions

    def put(self, session: Session, author: str, draft: Draft[K]) -> None:
        """In place of the draft before."""
        row = self._row()
        row.author_id, row.kind, row.subject = author, draft.kind.value, draft.subject
        row.version, row.content = self._versions[draft.kind], dict(draft.content)
        row.saved_at = to_store(draft.saved_at)
        session.merge(row)

    def find(self, session: Session, author: str, kind: K, subject: str) -> Draft[K] | None:
        row = session.get(self._row, (author, kind.value, subject))
        return self._draft(row) if row is not None and self.can_be_taken_back(row) else None

    def of(self, session: Session, author: str) -> tuple[Draft[K], ...]:
        """All drafts of the author, newest first."""
        newest = select(self._row).where(self._row.author_id == author).order_by(self._row.saved_at.desc())
        return tuple(self._draft(row) for row in session.scalars(newest) if self.can_be_taken_back(row))

    def settle(self, session: Session, author: str, kind: K, subject: str) -> None:
        """The form was saved or thrown away: its draft goes."""
        row = self._row
        own = (row.author_id == author, row.kind == kind.value, row.subject == subject)
        session.execute(delete(row).where(*own))

    def can_be_taken_back(self, row: DraftColumns) -> bool:
        """Whether a form of this program has the fields that the draft was typed into."""
        return any(row.kind == kind.value and row.version == version for kind, version in self._versions.items())

    def _draft(self, row: DraftColumns) -> Draft[K]:
        return Draft(self._kinds(row.kind), row.subject, row.content, from_store(row.saved_at))
