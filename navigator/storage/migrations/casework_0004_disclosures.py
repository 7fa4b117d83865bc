"""What left, to whom and why, and what a second person has to decide (P-11, P-12, P-25).

Every row can be added, never changed or deleted. Nobody's request can be decided by its author: the table refuses it.
"""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import JSON, Boolean, Column, ForeignKey, String


def _text(*names: str) -> list[Column[Any]]:
    return [Column(name, String, nullable=False) for name in names]


def _id() -> Column[Any]:
    return Column("id", String, primary_key=True)


def _person() -> Column[Any]:
    return Column("person_id", String, ForeignKey("person.id"), nullable=False)


def _content() -> Column[Any]:
    return Column("content", JSON, nullable=False)


def upgrade(op: Operations) -> None:
    op.create_table(
        "request",
        _id(),
        _person(),
        *_text("kind"),
        Column("due_on", String),
        _content(),
        *_text("made_by", "made_at"),
    )
    op.create_table(
        "request_decision",
        Column("request_id", String, ForeignKey("request.id"), primary_key=True),
        Column("granted", Boolean, nullable=False),
        *_text("words", "made_by", "made_at"),
    )
    op.create_table(
        "disclosure",
        _id(),
        _person(),
        *_text("visit_id", "printed_id", "request_id"),
        _content(),
        *_text("made_by", "made_at"),
    )
    for table in ("request", "disclosure"):
        op.create_index(f"ix_{table}_person_id", table, ["person_id"])
    for table in ("request", "request_decision", "disclosure"):
        _refuse_change(op, table)
    _refuse_own(op)


def _refuse_change(op: Operations, table: str) -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are append-only'); END"
        )


def _refuse_own(op: Operations) -> None:
    op.execute(
        "CREATE TRIGGER request_decision_not_own BEFORE INSERT ON request_decision "
        "WHEN NEW.made_by = (SELECT made_by FROM request WHERE id = NEW.request_id) "
        "BEGIN SELECT RAISE(ABORT, 'a request is never decided by its author'); END"
    )
