"""Brings a store's tables to what this program expects, one numbered step at a time.

Each step runs in one transaction with the record that it ran, after a copy of the file was put beside it. A store that
a newer program changed is refused. Alembic does the work and is imported only when there is work to do.
"""

import importlib
import os
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, inspect

from navigator import __version__
from navigator.access import StoreName
from navigator.clock import to_store
from navigator.errors import StationError
from navigator.storage.database import Store

STEPS: dict[StoreName, tuple[str, ...]] = {
    StoreName.DIRECTORY: (
        "common_0001_ground",
        "directory_0002_services",
        "directory_0003_desk",
        "directory_0004_search",
    ),
    StoreName.CASEWORK: (
        "common_0001_ground",
        "casework_0002_visits",
        "casework_0003_consents",
        "casework_0004_disclosures",
        "casework_0005_people",
        "casework_0006_signing",
        "casework_0007_follow_up",
    ),
}
"""The steps of each store in order; the first has number 1. A step is never changed once it shipped."""


def bring_up(store: Store, steps: Sequence[str] | None = None) -> None:
    """Runs the steps that `store` has not had; does nothing when it is up to date."""
    steps = STEPS[store.name] if steps is None else steps
    with store.connection(writes=False) as connection:
        ran = steps_ran(connection)
    if ran > len(steps):
        raise StationError(
            f"The {store.name} store of this station was changed by a newer Navigator. Install that version to open it."
        )
    if ran == len(steps):
        return
    if ran:
        _keep_copy(store, ran)
    for number in range(ran + 1, len(steps) + 1):
        _run(store, number, steps[number - 1])


def steps_ran(connection: Connection) -> int:
    """How many steps this store has had; 0 for a new file."""
    if not inspect(connection).has_table("schema_step"):
        return 0
    return int(connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM schema_step").scalar_one())


def copy_path(store: Store, ran: int) -> Path:
    """Where the copy made before step `ran` + 1 stands."""
    return store.path.with_name(f"{store.path.stem}.before-step-{ran + 1}{store.path.suffix}")


def _keep_copy(store: Store, ran: int) -> None:
    """A copy under the same key, complete before it takes its name."""
    new = copy_path(store, ran).with_suffix(".new")
    new.unlink(missing_ok=True)
    store.copy_to(new)
    os.replace(new, copy_path(store, ran))


def _run(store: Store, number: int, name: str) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    step = importlib.import_module(f"{__name__}.{name}")
    with store.connection(writes=True) as connection:
        step.upgrade(Operations(MigrationContext.configure(connection)))
        connection.exec_driver_sql(
            "INSERT INTO schema_step (number, name, ran_at, program) VALUES (?, ?, ?, ?)",
            (number, name, to_store(store.clock()), __version__),
        )
