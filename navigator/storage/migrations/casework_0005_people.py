"""Other names of people, and who was found to be the same person.

A merge and its undoing are rows of their own and nothing else is rewritten, so both histories stay as they were.
"""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, String


def _text(*names: str) -> list[Column[Any]]:
    return [Column(name, String, nullable=False) for name in names]


def _person(name: str) -> Column[Any]:
    return Column(name, String, ForeignKey("person.id"), nullable=False)


def upgrade(op: Operations) -> None:
    op.create_table(
        "person_name",
        Column("id", String, primary_key=True),
        _person("person_id"),
        *_text("name", "key", "made_by", "made_at"),
        Column("ended_by", String),
        Column("ended_at", String),
    )
    op.create_index("ix_person_name_person_id", "person_name", ["person_id"])
    op.create_table(
        "person_merge",
        Column("id", String, primary_key=True),
        _person("kept_id"),
        _person("other_id"),
        *_text("made_by", "made_at"),
    )
    op.create_index("ix_person_merge_kept_id", "person_merge", ["kept_id"])
    op.create_index("ix_person_merge_other_id", "person_merge", ["other_id"])
    op.create_table(
        "person_unmerge",
        Column("merge_id", String, ForeignKey("person_merge.id"), primary_key=True),
        *_text("made_by", "made_at"),
    )
    for table in ("person_merge", "person_unmerge"):
        _refuse(op, table, "UPDATE", "DELETE")
    _refuse(op, "person_name", "DELETE")


def _refuse(op: Operations, table: str, *acts: str) -> None:
    for act in acts:
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are append-only'); END"
        )
