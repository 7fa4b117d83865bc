"""Consents, what ended them, who may sign, and whether 42 CFR Part 2 applies (P-08, P-09, P-10). All append-only."""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String


def _text(*names: str) -> list[Column[Any]]:
    return [Column(name, String, nullable=False) for name in names]


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False)


def _consent() -> Column[Any]:
    return Column("consent_id", String, ForeignKey("consent.id"), primary_key=True)


def upgrade(op: Operations) -> None:
    op.create_table(
        "consent",
        Column("id", String, primary_key=True),
        Column("person_id", String, ForeignKey("person.id"), nullable=False),
        *_text("visit_id", "service_id"),
        Column("ends_at", String),
        _flag("asks_supervisor"),
        *_text("made_by", "made_at"),
        Column("content", JSON, nullable=False),
    )
    op.create_index("ix_consent_person_id_service_id", "consent", ["person_id", "service_id"])
    op.create_index("ix_consent_ends_at", "consent", ["ends_at"])
    op.create_index("ix_consent_asks_supervisor", "consent", ["asks_supervisor"])
    op.create_table("consent_end", _consent(), *_text("how", "words", "made_by", "made_at"))
    op.create_table("consent_signer", _consent(), _flag("allowed"), *_text("words", "made_by", "made_at"))
    op.create_table(
        "part2_setting",
        Column("number", Integer, primary_key=True, autoincrement=False),
        _flag("applies"),
        *_text("reason", "made_by", "made_at"),
    )
    for table in ("consent", "consent_end", "consent_signer", "part2_setting"):
        _refuse(op, table, "UPDATE", "DELETE")


def _refuse(op: Operations, table: str, *acts: str) -> None:
    for act in acts:
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are append-only'); END"
        )
