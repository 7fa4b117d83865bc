"""What the next shift must know."""

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Its tables."""
