"""The tables of signatures and addenda, as rows. Both are append-only."""

from sqlalchemy.orm import Mapped, mapped_column

from navigator.referrals.rows import Base


class SignatureRow(Base):
    """One for a record. `revision` and `digest` (SHA-256, hex) are of what was signed."""

    __tablename__ = "record_signature"

    kind: Mapped[str] = mapped_column(primary_key=True)
    subject_id: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    digest: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[str]


class AddendumRow(Base):
    """Words that were added to a signed record, and why."""

    __tablename__ = "addendum"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    subject_id: Mapped[str] = mapped_column(index=True)
    words: Mapped[str]
    reason: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[str]
