"""What the directory desk works with: history, proposals, alerts, imports, doubtful pairs, quarantine, parcels."""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, String, true


def _text(*names: str) -> list[Column[Any]]:
    return [Column(name, String, nullable=False) for name in names]


def _maybe(*names: str) -> list[Column[Any]]:
    return [Column(name, String) for name in names]


def _id() -> Column[Any]:
    return Column("id", String, primary_key=True)


def _json(*names: str) -> list[Column[Any]]:
    return [Column(name, JSON, nullable=False) for name in names]


def _entry(**kwargs: Any) -> Column[Any]:
    return Column("entry_id", String, ForeignKey("service_at_location.id"), **kwargs)


def upgrade(op: Operations) -> None:
    op.add_column("service", Column("duplicate_of", String, nullable=False, server_default=""))
    op.add_column("location", Column("approximate", Boolean, nullable=False, server_default=true()))
    op.create_index("ix_service_at_location_location_id", "service_at_location", ["location_id"])
    _changed(op)
    _told(op)
    _imported(op)
    _carried(op)


def _changed(op: Operations) -> None:
    op.create_table(
        "change",
        _id(),
        *_text("entry_id", "at", "by", "by_name", "act", "batch_id"),
        *_json("before", "after"),
    )
    op.create_index("ix_change_entry_id", "change", ["entry_id"])
    op.create_index("ix_change_batch_id", "change", ["batch_id"])
    op.create_table(
        "field_mark",
        _entry(primary_key=True),
        Column("field", String, primary_key=True),
        *_text("at", "by", "by_name", "how"),
    )


def _told(op: Operations) -> None:
    op.create_table(
        "proposal",
        _id(),
        _entry(),
        *_text("at", "by", "by_name", "by_role", "words", "state", "answer"),
        *_maybe("settled_at", "settled_by", "settled_by_name"),
        *_json("values_before", "values_after"),
    )
    op.create_table(
        "alert",
        _id(),
        _entry(nullable=False),
        *_text("words", "starts", "at", "by", "by_name"),
        *_maybe("ends"),
    )
    for table in ("proposal", "alert"):
        op.create_index(f"ix_{table}_entry_id", table, ["entry_id"])


def _imported(op: Operations) -> None:
    op.create_table("feed", _id(), *_text("name", "format"))
    op.create_table(
        "batch",
        _id(),
        Column("feed_id", String, ForeignKey("feed.id"), nullable=False),
        *_text("at", "by", "by_name", "file_name", "format"),
        *_maybe("undone_at", "undone_by"),
        *_json("counts", "problems"),
    )
    op.create_table(
        "origin",
        Column("feed_id", String, ForeignKey("feed.id"), primary_key=True),
        Column("key", String, primary_key=True),
        _entry(nullable=False),
        *_text("batch_id", "gone_since"),
    )
    op.create_index("ix_origin_entry_id", "origin", ["entry_id"])
    op.create_table(
        "pair",
        _id(),
        _entry(nullable=False),
        *_text("other_id", "batch_id", "feed_id", "key", "state", "at"),
        *_maybe("settled_at", "settled_by"),
        Column("score", Float, nullable=False),
        *_json("incoming", "reasons"),
    )
    op.create_index("ix_pair_entry_id", "pair", ["entry_id"])
    op.create_table(
        "quarantine",
        _id(),
        _entry(nullable=False),
        *_text("batch_id", "at", "field", "text"),
    )
    op.create_index("ix_quarantine_entry_id", "quarantine", ["entry_id"])
    op.create_table("mapping", _id(), *_text("name", "format", "at", "by_name"), *_json("headings", "content"))


def _carried(op: Operations) -> None:
    op.create_table("alias", Column("old_id", String, primary_key=True), *_text("new_id"))
    op.create_table(
        "draft",
        Column("author_id", String, primary_key=True),
        Column("kind", String, primary_key=True),
        Column("subject", String, primary_key=True),
        Column("version", Integer, nullable=False),
        *_json("content"),
        *_text("saved_at"),
    )
