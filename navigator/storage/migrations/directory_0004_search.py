"""What search keeps: its packed index, the note of what changed since, and the words of this station.

The index is derived. Triggers keep the note, so that no change can be missed whoever makes it, and take the index
away in the same transaction when an entry becomes confidential or leaves (S-13).
"""

from collections.abc import Sequence

from alembic.operations import Operations
from sqlalchemy import JSON, Boolean, Column, Integer, LargeBinary, String

_OWNERS = {
    "organization": "id",
    "service": "id",
    "location": "id",
    "service_at_location": "id",
    "phone": "owner_id",
    "hours": "owner_id",
    "service_category": "service_id",
    "service_fact": "service_id",
    "service_language": "service_id",
    "capacity": "entry_id",
    "verification": "entry_id",
    "alert": "entry_id",
    "proposal": "entry_id",
}
"""Every table that an entry is read from, and the column that says whose the row is."""

_DOORS = "service_at_location"
_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


_NOW = "coalesce((SELECT value FROM state WHERE key = 'directory revision') + 0, 0)"
_KNOWN_FROM = "coalesce((SELECT value FROM state WHERE key = 'search knows from') + 0, 0)"
_IS_NOTED = f"{_KNOWN_FROM} <= {_NOW}"
"""Not while the whole directory is counted as changed: an import of thousands writes no note of each."""

_FORGET = (
    "DELETE FROM search_pack; DELETE FROM search_snapshot; "
    "INSERT OR REPLACE INTO state (key, value) "
    "VALUES ('search forgets before', coalesce((SELECT value FROM state WHERE key = 'directory revision') + 0, 0) + 1);"
)


def upgrade(op: Operations) -> None:
    _pack(op)
    _words(op)
    for table, owner in _OWNERS.items():
        for act, sides in _ROWS.items():
            _note(op, table, act, [f"{side}.{owner}" for side in sides])
    _forget(op, "service_made_secret", "UPDATE OF confidential ON service WHEN NEW.confidential")
    _forget(op, "service_came_secret", "INSERT ON service WHEN NEW.confidential")
    _forget(op, "service_at_location_left", f"DELETE ON {_DOORS}")


def _pack(op: Operations) -> None:
    op.create_table(
        "search_snapshot",
        Column("id", String, primary_key=True),
        Column("stamp", String, nullable=False),
        Column("revision", Integer, nullable=False),
        Column("arrays", JSON, nullable=False),
        Column("finished", Boolean, nullable=False),
    )
    op.create_table(
        "search_pack",
        Column("name", String, primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("data", LargeBinary, nullable=False),
    )
    op.create_table(
        "search_touched",
        Column("owner", String, primary_key=True),
        Column("is_door", Boolean, primary_key=True),
        Column("revision", Integer, nullable=False),
    )


def _words(op: Operations) -> None:
    op.create_table(
        "vocabulary_group",
        Column("id", String, primary_key=True),
        Column("kind", String, nullable=False),
        Column("say", JSON, nullable=False),
        Column("means", JSON, nullable=False),
        Column("replaces", String, nullable=False),
        Column("off", Boolean, nullable=False),
        *(Column(name, String, nullable=False) for name in ("at", "by", "by_name")),
    )


def _note(op: Operations, table: str, act: str, owners: Sequence[str]) -> None:
    """The number is that of the next change: a reader of today's has not seen this one."""
    noted = " ".join(
        f"INSERT OR REPLACE INTO search_touched (owner, is_door, revision) "
        f"SELECT {owner}, {int(table == _DOORS)}, {_NOW} + 1 WHERE {owner} IS NOT NULL;"
        for owner in owners
    )
    op.execute(
        f"CREATE TRIGGER {table}_touched_by_{act.lower()} AFTER {act} ON {table} WHEN {_IS_NOTED} BEGIN {noted} END"
    )


def _forget(op: Operations, name: str, when: str) -> None:
    """What was packed goes, and what some other window packed before is not kept after."""
    op.execute(f"CREATE TRIGGER search_forgets_{name} AFTER {when} BEGIN {_FORGET} END")
