"""Who said what at a follow-up, times chosen by hand, the station's own times, and what the next shift must know.

The indices are those of the worklists: none of them reads a whole table (R-09).
"""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, Integer, String

_APPEND_ONLY = ("follow_up_date", "shift_note", "shift_read")


def _text(*names: str) -> list[Column[Any]]:
    return [Column(name, String, nullable=False) for name in names]


def _of(name: str, target: str, *, key: bool = False) -> Column[Any]:
    return Column(name, String, ForeignKey(f"{target}.id"), nullable=False, primary_key=key)


def upgrade(op: Operations) -> None:
    _follow_ups(op)
    _shifts(op)
    _worklists(op)
    for table in _APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are append-only'); END"
            )


def _follow_ups(op: Operations) -> None:
    for name in ("told_by", "called"):
        op.add_column("follow_up_attempt", Column(name, String, nullable=False, server_default=""))
    op.create_table(
        "follow_up_date",
        Column("id", String, primary_key=True),
        _of("follow_up_id", "follow_up"),
        *_text("at", "made_by", "due_at", "words"),
    )
    op.create_index("ix_follow_up_date_follow_up_id", "follow_up_date", ["follow_up_id"])
    op.create_table(
        "follow_up_time",
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("hours", Integer, nullable=False),
    )


def _shifts(op: Operations) -> None:
    op.create_table(
        "shift_note",
        Column("id", String, primary_key=True),
        *_text("signed_by", "signed_at", "words"),
        Column("owed", Integer, nullable=False),
    )
    op.create_index("ix_shift_note_signed_at", "shift_note", ["signed_at"])
    op.create_table(
        "shift_read",
        _of("note_id", "shift_note", key=True),
        Column("read_by", String, primary_key=True),
        *_text("read_at"),
    )


def _worklists(op: Operations) -> None:
    for column in ("held_until", "awaiting_since", "check_on"):
        op.create_index(f"ix_referral_status_{column}", "referral", ["status", column])
    op.create_index("ix_follow_up_state_due_at", "follow_up", ["state", "due_at"])
