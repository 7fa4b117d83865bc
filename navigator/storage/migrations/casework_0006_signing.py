"""Signed records and what was added to them later (P-17).

Signatures and addenda can be added, never changed or deleted. What is signed does not change: the database refuses it
too, whatever program asks.
"""

from alembic.operations import Operations
from sqlalchemy import Column, Integer, String


def upgrade(op: Operations) -> None:
    op.create_table(
        "record_signature",
        Column("kind", String, primary_key=True),
        Column("subject_id", String, primary_key=True),
        Column("revision", Integer, nullable=False),
        *(Column(name, String, nullable=False) for name in ("digest", "made_by", "made_at")),
    )
    op.create_table(
        "addendum",
        Column("id", String, primary_key=True),
        *(
            Column(name, String, nullable=False)
            for name in ("kind", "subject_id", "words", "reason", "made_by", "made_at")
        ),
    )
    op.create_index("ix_addendum_subject_id", "addendum", ["subject_id"])
    for table in ("record_signature", "addendum"):
        _refuse(op, table, "UPDATE", "DELETE")
    _keep_signed(op, "visit", "UPDATE OF facts, ending, arrived_at, cleared_at", "visit", "OLD.id")
    _keep_signed(op, "handoff", "INSERT", "handoff", "NEW.referral_id")


def _refuse(op: Operations, table: str, *acts: str) -> None:
    for act in acts:
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are append-only'); END"
        )


def _keep_signed(op: Operations, table: str, act: str, kind: str, subject: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_signed BEFORE {act} ON {table} "  # noqa: S608 - this file's own words
        f"WHEN EXISTS (SELECT 1 FROM record_signature WHERE kind = '{kind}' AND subject_id = {subject}) "
        f"BEGIN SELECT RAISE(ABORT, 'this {kind} is signed'); END"
    )
