"""The tables of what was asked for, what was decided, and what was told to whom, as rows. All are append-only."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from navigator.referrals.rows import Base


class RequestRow(Base):
    """`kind` is "police" or what the person asks; `due_on` the day by which the person is owed an answer."""

    __tablename__ = "request"

    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    due_on: Mapped[str | None]
    content: Mapped[dict[str, Any]]
    made_by: Mapped[str]
    made_at: Mapped[str]


class RequestDecisionRow(Base):
    """One for each request at most, never by the author of the request: the table itself refuses that."""

    __tablename__ = "request_decision"

    request_id: Mapped[str] = mapped_column(primary_key=True)
    granted: Mapped[bool]
    words: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[str]


class DisclosureRow(Base):
    """What was told to somebody else (P-12). `printed_id`: by that paper; `request_id`: for that police request."""

    __tablename__ = "disclosure"

    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(index=True)
    visit_id: Mapped[str]
    printed_id: Mapped[str]
    request_id: Mapped[str]
    content: Mapped[dict[str, Any]]
    made_by: Mapped[str]
    made_at: Mapped[str]
