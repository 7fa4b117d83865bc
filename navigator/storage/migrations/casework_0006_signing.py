"""Signed records and what was added to them later (P-17)."""

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Its tables."""
