"""A directory store made once and copied for each test, opened by its key without a passphrase."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from navigator.access import StoreName
from navigator.storage.database import Store
from navigator.storage.keys import fresh_store_key
from navigator.storage.migrations import bring_up
from tests.conftest import FakeClock

from .bench import Bench

KEY = fresh_store_key()


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("directory") / "directory.db"
    made = Store(StoreName.DIRECTORY, path, FakeClock())
    made.create(KEY)
    bring_up(made)
    made.close()
    return path


@pytest.fixture
def store(made_once: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    path = tmp_path / "directory.db"
    shutil.copy(made_once, path)
    opened = Store(StoreName.DIRECTORY, path, clock)
    opened.open(KEY)
    yield opened
    opened.close()


@pytest.fixture
def bench(store: Store, clock: FakeClock) -> Bench:
    return Bench(store, clock)
