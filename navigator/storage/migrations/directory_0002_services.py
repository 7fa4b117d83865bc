"""The tables of the directory: services, where they are, how to reach them, and what is known of them."""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, String


def _text(*names: str) -> list[Column[Any]]:
    return [Column(name, String, nullable=False) for name in names]


def _id() -> Column[Any]:
    return Column("id", String, primary_key=True)


def _to(name: str, target: str, **kwargs: Any) -> Column[Any]:
    return Column(name, String, ForeignKey(f"{target}.id"), **kwargs)


def _json(*names: str) -> list[Column[Any]]:
    return [Column(name, JSON, nullable=False) for name in names]


def _flags(*names: str) -> list[Column[Any]]:
    return [Column(name, Boolean, nullable=False) for name in names]


def upgrade(op: Operations) -> None:
    _what(op)
    _where(op)
    _reach(op)
    _known(op)
    _checked(op)


def _what(op: Operations) -> None:
    op.create_table("organization", _id(), *_text("name", "description", "url", "source_id"), *_json("extra"))
    op.create_index("ix_organization_name", "organization", ["name"])
    op.create_table(
        "service",
        _id(),
        _to("organization_id", "organization", nullable=False),
        *_text("name", "kind", "description", "eligibility", "payment", "language_text", "bring", "url"),
        *_text("status", "status_reason", "discreet_label", "note", "source", "source_id", "seen"),
        *_json("alternate_names", "extra"),
        *_flags("confidential", "national", "invented"),
        Column("minimum_age", Integer),
        Column("maximum_age", Integer),
        Column("status_until", String),
    )
    op.create_index("ix_service_organization_id", "service", ["organization_id"])
    op.create_index("ix_service_source_id", "service", ["source_id"])


def _where(op: Operations) -> None:
    op.create_table(
        "location",
        _id(),
        *_text("name", "line", "city", "state", "postal_code", "area", "directions"),
        Column("latitude", Float),
        Column("longitude", Float),
        *_json("extra"),
    )
    op.create_table(
        "service_at_location",
        _id(),
        _to("service_id", "service", nullable=False),
        _to("location_id", "location"),
        *_json("extra"),
    )
    op.create_index("ix_service_at_location_service_id", "service_at_location", ["service_id"])


def _reach(op: Operations) -> None:
    op.create_table(
        "phone",
        _id(),
        *_text("owner_id", "number", "kind", "words", "extension"),
        Column("position", Integer, nullable=False),
        *_json("extra"),
    )
    op.create_table(
        "hours",
        _id(),
        *_text("owner_id", "kind", "text"),
        Column("position", Integer, nullable=False),
        *_flags("by_appointment"),
        *_json("spans", "exceptions", "extra"),
    )
    for table in ("phone", "hours"):
        op.create_index(f"ix_{table}_owner_id", table, ["owner_id"])


def _known(op: Operations) -> None:
    op.create_table(
        "service_category",
        _to("service_id", "service", primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *_text("code"),
    )
    op.create_table(
        "service_fact",
        _to("service_id", "service", primary_key=True),
        Column("fact", String, primary_key=True),
        *_flags("value"),
    )
    op.create_table(
        "service_language",
        _to("service_id", "service", primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *_text("name"),
    )


def _checked(op: Operations) -> None:
    op.create_table(
        "capacity",
        _id(),
        _to("entry_id", "service_at_location", nullable=False),
        *_text("unit", "restriction", "said_by", "as_of", "recorded_by"),
        Column("available", Integer),
        Column("maximum", Integer),
    )
    op.create_table(
        "verification",
        _id(),
        _to("entry_id", "service_at_location", nullable=False),
        *_text("at", "by", "by_name", "method", "source", "outcome"),
        Column("next_due", String),
    )
    for table in ("capacity", "verification"):
        op.create_index(f"ix_{table}_entry_id", table, ["entry_id"])
    op.create_table("do_not_list", _id(), *_text("name", "reason"))
