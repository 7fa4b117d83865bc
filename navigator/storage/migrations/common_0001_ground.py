"""The tables that both stores have. Rows of the audit chain can be added, never changed or deleted."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, Integer, String


def upgrade(op: Operations) -> None:
    op.create_table(
        "schema_step",
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("name", String, nullable=False),
        Column("ran_at", String, nullable=False),
        Column("program", String, nullable=False),
    )
    op.create_table(
        "audit",
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("at", String, nullable=False),
        Column("actor", String, nullable=False),
        Column("action", String, nullable=False),
        Column("subject", String, nullable=False),
        Column("detail", String, nullable=False),
        Column("hash", String, nullable=False),
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_no_{act.lower()} BEFORE {act} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END"
        )
    op.create_table(
        "roster",
        Column("id", String, primary_key=True),
        Column("name", String, nullable=False),
        Column("role", String, nullable=False),
        Column("public", String, nullable=False),
        Column("disabled", Boolean, nullable=False),
        Column("must_choose", Boolean, nullable=False),
    )
    op.create_table(
        "state",
        Column("key", String, primary_key=True),
        Column("value", String, nullable=False),
    )
