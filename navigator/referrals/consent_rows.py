"""The tables of consents as rows. All are append-only: what ends or settles a consent is a row of its own (P-10)."""

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from navigator.referrals.rows import Base


class ConsentRow(Base):
    """`ends_at` is the end of its last day in the city's zone, None where it ends by an event alone.

    `asks_supervisor`: the city's table does not say who signs for this person (P-24).
    """

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_person_id_service_id", "person_id", "service_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str]
    visit_id: Mapped[str]
    service_id: Mapped[str]
    ends_at: Mapped[str | None] = mapped_column(index=True)
    asks_supervisor: Mapped[bool] = mapped_column(index=True)
    made_by: Mapped[str]
    made_at: Mapped[str]
    content: Mapped[dict[str, Any]]


class ConsentEndRow(Base):
    """A consent that was taken back, or whose event came about; once for a consent. `how` is an `EndedBy`."""

    __tablename__ = "consent_end"

    consent_id: Mapped[str] = mapped_column(primary_key=True)
    how: Mapped[str]
    words: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[str]


class SignerRow(Base):
    """What a supervisor said of who signed, where the city's table does not; once for a consent."""

    __tablename__ = "consent_signer"

    consent_id: Mapped[str] = mapped_column(primary_key=True)
    allowed: Mapped[bool]
    words: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[str]


class Part2Row(Base):
    """Whether 42 CFR Part 2 applies, from that row on; the newest counts, without one it does (P-09)."""

    __tablename__ = "part2_setting"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    applies: Mapped[bool]
    reason: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[str]
