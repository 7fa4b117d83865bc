"""The tables of the packed index: nothing in them is known only there."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from navigator.resources.rows import Base


class SnapshotRow(Base):
    """The one packed index, or one that is being written. `arrays` names each array with its type and shape.

    `revision` is the directory's number that it was packed at; `stamp` the form of the arrays.
    """

    __tablename__ = "search_snapshot"

    id: Mapped[str] = mapped_column(primary_key=True)
    stamp: Mapped[str]
    revision: Mapped[int]
    arrays: Mapped[dict[str, Any]]
    finished: Mapped[bool]


class PackRow(Base):
    """A stretch of the bytes of an array; `position` counts the stretches of one array."""

    __tablename__ = "search_pack"

    name: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    data: Mapped[bytes]


class TouchedRow(Base):
    """Whose rows were written, and the directory's number that counted it. Triggers of the store write these.

    An owner is an entry (`is_door`) or what entries are read from: a service, a location, an organization.
    """

    __tablename__ = "search_touched"

    owner: Mapped[str] = mapped_column(primary_key=True)
    is_door: Mapped[bool] = mapped_column(primary_key=True)
    revision: Mapped[int]
