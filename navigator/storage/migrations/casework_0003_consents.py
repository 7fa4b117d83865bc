"""Consents and their revocation (P-08, P-10)."""

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Its tables."""
