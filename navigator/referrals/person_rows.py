"""The tables of other names, and of who was found to be the same person. They never leave this package."""

from sqlalchemy.orm import Mapped, mapped_column

from navigator.referrals.rows import Base


class OtherNameRow(Base):
    """`key` is the folded name; `ended_at` is set where the name was taken away again."""

    __tablename__ = "person_name"

    id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    key: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[str]
    ended_by: Mapped[str | None]
    ended_at: Mapped[str | None]


class MergeRow(Base):
    """Append-only: from now on the other is read under the kept person."""

    __tablename__ = "person_merge"

    id: Mapped[str] = mapped_column(primary_key=True)
    kept_id: Mapped[str] = mapped_column(index=True)
    other_id: Mapped[str] = mapped_column(index=True)
    made_by: Mapped[str]
    made_at: Mapped[str]


class UnmergeRow(Base):
    """Append-only: the merge of that id holds no longer."""

    __tablename__ = "person_unmerge"

    merge_id: Mapped[str] = mapped_column(primary_key=True)
    made_by: Mapped[str]
    made_at: Mapped[str]
