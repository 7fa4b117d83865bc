"""A casework store made once and copied for each test, with its services, opened by its key without a passphrase."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from navigator.access import Actor, Role, StoreName
from navigator.referrals.casework import open_casework
from navigator.storage import changes
from navigator.storage.database import Store
from navigator.storage.station import Station
from tests.conftest import PASSPHRASE, FakeClock, Laid

from .scenes import CITY, ZONE, Bench

NOOR = Actor("noor", "Noor", Role.CLINICIAN)
"""A second clinician."""


@dataclass(frozen=True)
class Filed:
    """A casework store as a file, its key, and an actor of each role."""

    path: Path
    key: bytes
    actors: dict[Role, Actor]


@pytest.fixture(scope="session")
def filed(laid_once: Laid, tmp_path_factory: pytest.TempPathFactory) -> Filed:
    folder = tmp_path_factory.mktemp("filed") / "station"
    shutil.copytree(laid_once.folder, folder)
    station = Station(folder, FakeClock())
    station.sign_in(Role.SUPERVISOR.value, PASSPHRASE)
    vault = station.file.read()
    actors = {role: Actor(vault.slot(role.value).id, role.value, role) for role in Role}
    with station.casework.writing() as session:
        changes.put_roster(session, changes.Account(NOOR.id, NOOR.name, NOOR.role.value, ""))
        for actor in actors.values():
            if changes.roster(session, actor.id) is None:
                changes.put_roster(session, changes.Account(actor.id, actor.name, actor.role.value, ""))
    key = station.keys[StoreName.CASEWORK]
    station.close()
    return Filed(folder / "casework.db", key, actors)


@pytest.fixture
def store(filed: Filed, tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    path = tmp_path / "casework.db"
    shutil.copy(filed.path, path)
    opened = Store(StoreName.CASEWORK, path, clock)
    opened.open(filed.key)
    yield opened
    opened.close()


@pytest.fixture
def second(store: Store, filed: Filed, clock: FakeClock) -> Iterator[Store]:
    """The same file, opened by a second program."""
    opened = Store(StoreName.CASEWORK, store.path, clock)
    opened.open(filed.key)
    yield opened
    opened.close()


@pytest.fixture
def dana(filed: Filed) -> Actor:
    """The clinician of most tests."""
    return filed.actors[Role.CLINICIAN]


@pytest.fixture
def supervisor(filed: Filed) -> Actor:
    return filed.actors[Role.SUPERVISOR]


@pytest.fixture
def bench(store: Store, clock: FakeClock, dana: Actor) -> Bench:
    return Bench(store, open_casework(store, ZONE, CITY), clock, dana)


@pytest.fixture
def other(second: Store, clock: FakeClock) -> Bench:
    """Noor's window on the same casework."""
    return Bench(second, open_casework(second, ZONE, CITY), clock, NOOR)
