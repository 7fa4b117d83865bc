"""The tables of the directory desk. Values of fields are JSON by `resources.fields`."""

from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from navigator.resources.rows import Base
from navigator.storage.drafts import DraftColumns

Json = dict[str, Any]


class ChangeRow(Base):
    """One change of one entry: the changed fields as they were and as they became (None: empty).

    `batch_id` is the import, merge or parcel that it came with, or "". Rows are added and never altered, save that
    marking a record confidential takes its place out of them (S-13).
    """

    __tablename__ = "change"

    id: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = mapped_column(index=True)
    at: Mapped[str]
    by: Mapped[str]
    by_name: Mapped[str]
    act: Mapped[str]
    batch_id: Mapped[str] = mapped_column(default="", index=True)
    before: Mapped[Json]
    after: Mapped[Json]


class FieldMarkRow(Base):
    """When somebody here last edited or verified a field; an import leaves such a field alone (S-07, S-08)."""

    __tablename__ = "field_mark"

    entry_id: Mapped[str] = mapped_column(ForeignKey("service_at_location.id"), primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[str]
    by: Mapped[str]
    by_name: Mapped[str]
    how: Mapped[str]


class ProposalRow(Base):
    """What somebody reported: new values by field and the values they saw, or words alone (S-07).

    Without `entry_id` it proposes a new service, or tells the desk what was looked for and not found.
    """

    __tablename__ = "proposal"

    id: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[str | None] = mapped_column(ForeignKey("service_at_location.id"), index=True)
    at: Mapped[str]
    by: Mapped[str]
    by_name: Mapped[str]
    by_role: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    settled_at: Mapped[str | None]
    settled_by: Mapped[str | None]
    settled_by_name: Mapped[str | None]
    values_before: Mapped[Json] = mapped_column(default=dict)
    values_after: Mapped[Json] = mapped_column(default=dict)


class AlertRow(Base):
    """Something that is so for a time: dates in days of the city, both included; no end: until it is ended (S-06)."""

    __tablename__ = "alert"

    id: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("service_at_location.id"), index=True)
    words: Mapped[str]
    starts: Mapped[str]
    ends: Mapped[str | None]
    at: Mapped[str]
    by: Mapped[str]
    by_name: Mapped[str]


class FeedRow(Base):
    """One list that is imported again and again; it is known again by the ids in it."""

    __tablename__ = "feed"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    format: Mapped[str]


class BatchRow(Base):
    """One import that was applied; `counts` and `problems` as its report said."""

    __tablename__ = "batch"

    id: Mapped[str] = mapped_column(primary_key=True)
    feed_id: Mapped[str] = mapped_column(ForeignKey("feed.id"))
    at: Mapped[str]
    by: Mapped[str]
    by_name: Mapped[str]
    file_name: Mapped[str]
    format: Mapped[str]
    counts: Mapped[Json]
    problems: Mapped[list[Any]]
    undone_at: Mapped[str | None]
    undone_by: Mapped[str | None]


class OriginRow(Base):
    """Under which key a feed knows an entry. `gone_since`: the batch in which it was missing, or ""."""

    __tablename__ = "origin"

    feed_id: Mapped[str] = mapped_column(ForeignKey("feed.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("service_at_location.id"), index=True)
    batch_id: Mapped[str]
    gone_since: Mapped[str] = mapped_column(default="")


class PairRow(Base):
    """Two records that may be one: two entries (`other_id`), or an entry and a row of an import that was held.

    `incoming` holds the held row: `values`, `extra`; `reasons` say what is alike. A pair that was settled as "two
    places" is not brought up again.
    """

    __tablename__ = "pair"

    id: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("service_at_location.id"), index=True)
    other_id: Mapped[str] = mapped_column(default="")
    batch_id: Mapped[str] = mapped_column(default="")
    feed_id: Mapped[str] = mapped_column(default="")
    key: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    at: Mapped[str]
    settled_at: Mapped[str | None]
    settled_by: Mapped[str | None]
    score: Mapped[float]
    incoming: Mapped[Json] = mapped_column(default=dict)
    reasons: Mapped[list[Any]] = mapped_column(default=list)


class QuarantineRow(Base):
    """Free text of a confidential record that waits for a person to release or delete it (S-13)."""

    __tablename__ = "quarantine"

    id: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("service_at_location.id"), index=True)
    batch_id: Mapped[str] = mapped_column(default="")
    at: Mapped[str]
    field: Mapped[str]
    text: Mapped[str]


class MappingRow(Base):
    """How the columns of one kind of table become fields; known again by its headings (S-08)."""

    __tablename__ = "mapping"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    format: Mapped[str]
    at: Mapped[str]
    by_name: Mapped[str]
    headings: Mapped[list[Any]]
    content: Mapped[Json]


class VocabularyGroupRow(Base):
    """Words of the desk's own (`replaces` is ""), or what became of the shipped group with that key; `off`: nothing."""

    __tablename__ = "vocabulary_group"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    say: Mapped[list[Any]]
    means: Mapped[list[Any]]
    replaces: Mapped[str]
    off: Mapped[bool]
    at: Mapped[str]
    by: Mapped[str]
    by_name: Mapped[str]


class AliasRow(Base):
    """An id under which an entry or service was known before a parcel gave it another (S-14)."""

    __tablename__ = "alias"

    old_id: Mapped[str] = mapped_column(primary_key=True)
    new_id: Mapped[str]


class DraftRow(DraftColumns, Base):
    """What is typed into a form of the desk and not yet saved; its author's alone."""
