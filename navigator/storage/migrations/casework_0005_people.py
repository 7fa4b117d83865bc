"""Other names of people, and who was found to be the same person."""

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Its tables."""
