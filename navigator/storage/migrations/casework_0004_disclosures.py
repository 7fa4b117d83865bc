"""What left, to whom and why, and what a second person has to decide (P-11, P-12, P-25)."""

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Its tables."""
