"""What follow-ups and the change of shift keep beside the tables of the first visit, as rows."""

from sqlalchemy.orm import Mapped, mapped_column

from navigator.referrals.rows import Base


class FollowUpDateRow(Base):
    """A time chosen by hand for a follow-up, and why. Append-only."""

    __tablename__ = "follow_up_date"

    id: Mapped[str] = mapped_column(primary_key=True)
    follow_up_id: Mapped[str] = mapped_column(index=True)
    at: Mapped[str]
    made_by: Mapped[str]
    due_at: Mapped[str]
    words: Mapped[str]


class FollowUpTimeRow(Base):
    """How long after the visit each follow-up of a new referral is due at this station."""

    __tablename__ = "follow_up_time"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hours: Mapped[int]


class ShiftNoteRow(Base):
    """What one shift told the next, signed by its author. Append-only."""

    __tablename__ = "shift_note"

    id: Mapped[str] = mapped_column(primary_key=True)
    signed_by: Mapped[str]
    signed_at: Mapped[str] = mapped_column(index=True)
    words: Mapped[str]
    owed: Mapped[int]


class ShiftReadRow(Base):
    """Somebody else confirmed having read it. Append-only."""

    __tablename__ = "shift_read"

    note_id: Mapped[str] = mapped_column(primary_key=True)
    read_by: Mapped[str] = mapped_column(primary_key=True)
    read_at: Mapped[str]
