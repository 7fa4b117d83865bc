"""The tables of casework as rows. They never leave this package."""

from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from navigator.storage.drafts import DraftColumns

_JSON = dict[str, Any]


class Base(DeclarativeBase):
    """Tables of the casework store."""

    type_annotation_map = {_JSON: JSON, str: String}


class PersonRow(Base):
    """`…_key` are the folded names that people are found by."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(primary_key=True)
    given_name: Mapped[str]
    family_name: Mapped[str]
    preferred_name: Mapped[str]
    given_key: Mapped[str]
    family_key: Mapped[str]
    preferred_key: Mapped[str]
    described: Mapped[str]
    born_on: Mapped[str | None]
    birth_year: Mapped[int | None] = mapped_column(index=True)
    revision: Mapped[int]
    made_by: Mapped[str]
    made_at: Mapped[str]


class VisitRow(Base):
    __tablename__ = "visit"

    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(index=True)
    made_by: Mapped[str]
    made_at: Mapped[str]
    arrived_at: Mapped[str] = mapped_column(index=True)
    cleared_at: Mapped[str | None] = mapped_column(index=True)
    revision: Mapped[int]
    facts: Mapped[_JSON]
    ending: Mapped[_JSON | None] = mapped_column(JSON(none_as_null=True))


class ReferralRow(Base):
    """Everything from `status` to `check_on` is the result of its event rows."""

    __tablename__ = "referral"
    __table_args__ = tuple(
        Index(f"ix_referral_status_{column}", "status", column)
        for column in ("held_until", "awaiting_since", "check_on")
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    visit_id: Mapped[str] = mapped_column(index=True)
    person_id: Mapped[str]
    need: Mapped[str]
    service_id: Mapped[str] = mapped_column(index=True)
    status: Mapped[str] = mapped_column(index=True)
    business_status: Mapped[str]
    events: Mapped[int]
    requested_at: Mapped[str | None]
    awaiting_since: Mapped[str | None]
    held_until: Mapped[str | None]
    check_on: Mapped[str | None]
    replaces: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[str]
    discarded_at: Mapped[str | None]
    snapshot: Mapped[_JSON]


class EventRow(Base):
    """Append-only."""

    __tablename__ = "referral_event"

    referral_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    made_by: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str]
    business_status: Mapped[str]
    step: Mapped[_JSON]


class ContactRow(Base):
    """Append-only."""

    __tablename__ = "contact"

    id: Mapped[str] = mapped_column(primary_key=True)
    referral_id: Mapped[str] = mapped_column(index=True)
    made_by: Mapped[str]
    began_at: Mapped[str]
    content: Mapped[_JSON]


class HandoffRow(Base):
    """Append-only: each save is a row, the newest counts."""

    __tablename__ = "handoff"

    referral_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_by: Mapped[str]
    made_at: Mapped[str]
    version: Mapped[int]
    content: Mapped[_JSON]


class PlanRow(Base):
    """Each save is a row, the newest counts. None is ever changed but to take a hidden place out (S-13)."""

    __tablename__ = "plan"

    visit_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_by: Mapped[str]
    made_at: Mapped[str]
    version: Mapped[int]
    content: Mapped[_JSON]


class FollowUpRow(Base):
    __tablename__ = "follow_up"
    __table_args__ = (Index("ix_follow_up_state_due_at", "state", "due_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    referral_id: Mapped[str] = mapped_column(index=True)
    number: Mapped[int]
    due_at: Mapped[str] = mapped_column(index=True)
    state: Mapped[str]


class AttemptRow(Base):
    """Append-only."""

    __tablename__ = "follow_up_attempt"

    id: Mapped[str] = mapped_column(primary_key=True)
    follow_up_id: Mapped[str] = mapped_column(index=True)
    at: Mapped[str]
    made_by: Mapped[str]
    reached: Mapped[str]
    words: Mapped[str]
    told_by: Mapped[str]
    called: Mapped[str]


class PrintedRow(Base):
    """A paper that left, or was about to: its hash, never its content."""

    __tablename__ = "printed"

    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(index=True)
    visit_id: Mapped[str]
    template: Mapped[str]
    digest: Mapped[str]
    basis: Mapped[str]
    outlet: Mapped[str]
    state: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[str]
    pages: Mapped[int]
    own_copy: Mapped[bool]


class DraftRow(DraftColumns, Base):
    """What is typed into a form of casework and not yet saved; its author's alone."""
