"""The tables that both stores have: the audit chain, the roster of accounts, the state, the migrations that ran."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Tables of `navigator.storage` itself."""


class AuditRow(Base):
    """One act, chained to the row before it by `hash` (P-13). Never changed, never deleted."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    detail: Mapped[str]
    hash: Mapped[str]


class RosterRow(Base):
    """An account as this store knows it. A change of key seals to these public keys alone."""

    __tablename__ = "roster"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    public: Mapped[str]
    disabled: Mapped[bool] = mapped_column(default=False)
    must_choose: Mapped[bool] = mapped_column(default=False)


class StateRow(Base):
    """A single value the store remembers, such as the vault's generation."""

    __tablename__ = "state"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class StepRow(Base):
    """A migration that ran, written in the migration's own transaction."""

    __tablename__ = "schema_step"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    ran_at: Mapped[str]
    program: Mapped[str]
