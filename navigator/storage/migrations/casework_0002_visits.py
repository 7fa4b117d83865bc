"""The tables of the first visit: people, visits, referrals with their history, handoffs, plans, papers, drafts.

Rows of history (events, contacts, saved handoffs, attempts) can be added, never changed or deleted. Saved plans and
the register are never deleted; a place that becomes confidential is taken out of plans (S-13).
"""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String


def _text(*names: str) -> list[Column[Any]]:
    return [Column(name, String, nullable=False) for name in names]


def _maybe(*names: str) -> list[Column[Any]]:
    return [Column(name, String) for name in names]


def _id() -> Column[Any]:
    return Column("id", String, primary_key=True)


def _of(name: str, target: str) -> Column[Any]:
    return Column(name, String, ForeignKey(f"{target}.id"), nullable=False)


def _key_of(name: str, target: str) -> list[Column[Any]]:
    """A row is known by its owner and its number there."""
    return [
        Column(name, String, ForeignKey(f"{target}.id"), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
    ]


def _number(name: str = "number") -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _content(name: str = "content") -> Column[Any]:
    return Column(name, JSON, nullable=False)


def upgrade(op: Operations) -> None:
    _people(op)
    _referrals(op)
    _records(op)
    _follow_ups(op)
    _papers(op)
    for table in ("referral_event", "contact", "handoff", "follow_up_attempt"):
        _refuse(op, table, "UPDATE", "DELETE")
    for table in ("plan", "printed"):
        _refuse(op, table, "DELETE")


def _people(op: Operations) -> None:
    op.create_table(
        "person",
        _id(),
        *_text("given_name", "family_name", "preferred_name", "given_key", "family_key", "preferred_key", "described"),
        *_maybe("born_on"),
        Column("birth_year", Integer),
        _number("revision"),
        *_text("made_by", "made_at"),
    )
    op.create_index("ix_person_birth_year", "person", ["birth_year"])
    op.create_table(
        "visit",
        _id(),
        _of("person_id", "person"),
        *_text("made_by", "made_at", "arrived_at"),
        *_maybe("cleared_at"),
        _number("revision"),
        _content("facts"),
        Column("ending", JSON),
    )
    op.create_index("ix_visit_person_id", "visit", ["person_id"])
    op.create_index("ix_visit_arrived_at", "visit", ["arrived_at"])
    op.create_index("ix_visit_cleared_at", "visit", ["cleared_at"])


def _referrals(op: Operations) -> None:
    op.create_table(
        "referral",
        _id(),
        _of("visit_id", "visit"),
        _of("person_id", "person"),
        *_text("need", "service_id", "status", "business_status", "replaces", "made_by", "made_at"),
        *_maybe("requested_at", "awaiting_since", "held_until", "check_on", "discarded_at"),
        _number("events"),
        _content("snapshot"),
    )
    op.create_index("ix_referral_visit_id", "referral", ["visit_id"])
    op.create_index("ix_referral_status", "referral", ["status"])
    op.create_index("ix_referral_service_id", "referral", ["service_id"])
    op.create_table(
        "referral_event",
        *_key_of("referral_id", "referral"),
        *_text("at", "made_by"),
        *_maybe("before"),
        *_text("after", "business_status"),
        _content("step"),
    )
    op.create_table("contact", _id(), _of("referral_id", "referral"), *_text("made_by", "began_at"), _content())
    op.create_index("ix_contact_referral_id", "contact", ["referral_id"])


def _records(op: Operations) -> None:
    for table, owner in (("handoff", "referral"), ("plan", "visit")):
        op.create_table(
            table,
            *_key_of(f"{owner}_id", owner),
            *_text("made_by", "made_at"),
            _number("version"),
            _content(),
        )
    op.create_table(
        "draft",
        Column("author_id", String, primary_key=True),
        Column("kind", String, primary_key=True),
        Column("subject", String, primary_key=True),
        _number("version"),
        _content(),
        *_text("saved_at"),
    )


def _follow_ups(op: Operations) -> None:
    op.create_table("follow_up", _id(), _of("referral_id", "referral"), _number(), *_text("due_at", "state"))
    op.create_index("ix_follow_up_referral_id", "follow_up", ["referral_id"])
    op.create_index("ix_follow_up_due_at", "follow_up", ["due_at"])
    op.create_table(
        "follow_up_attempt", _id(), _of("follow_up_id", "follow_up"), *_text("at", "made_by", "reached", "words")
    )
    op.create_index("ix_follow_up_attempt_follow_up_id", "follow_up_attempt", ["follow_up_id"])


def _papers(op: Operations) -> None:
    """The print register: what left, by its hash; never its content."""
    op.create_table(
        "printed",
        _id(),
        _of("person_id", "person"),
        *_text("visit_id", "template", "digest", "basis", "outlet", "state", "made_by", "made_at"),
        Column("pages", Integer, nullable=False),
        Column("own_copy", Boolean, nullable=False),
    )
    op.create_index("ix_printed_person_id", "printed", ["person_id"])


def _refuse(op: Operations, table: str, *acts: str) -> None:
    for act in acts:
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are append-only'); END"
        )
