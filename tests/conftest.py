"""Fixtures that everything shares: a clock that stands still until moved, and stations made once and copied."""

import gc
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from navigator.access import Actor, Role
from navigator.storage import keys
from navigator.storage.accounts import Accounts
from navigator.storage.station import Station

PASSPHRASE = "correct horse battery staple"


class FakeClock:
    """Stands at 2:14 AM in Philadelphia on Monday, November 23, 2026, until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass(frozen=True)
class Laid:
    """A station's folder as it was made, with its recovery code."""

    folder: Path
    recovery_code: str


@dataclass
class Signed:
    station: Station
    actor: Actor


def pytest_collection_finish() -> None:
    """What is there before the first test stays to the end, so the collector need not walk it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def derived_once() -> Iterator[None]:
    """Each passphrase and salt goes through the real Argon2id once in a process: copies of a station share them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "key_of_passphrase", cache(keys.key_of_passphrase))
        yield


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def laid_once(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """A station with an account of each role, named like the role, all with `PASSPHRASE`."""
    folder = tmp_path_factory.mktemp("laid") / "station"
    station, supervisor, code = Station.make(folder, "philadelphia", "supervisor", PASSPHRASE, FakeClock())
    once = {role: Accounts(station).add(supervisor, role.value, role) for role in Role if role is not Role.SUPERVISOR}
    station.close()
    for role, passphrase in once.items():
        station.choose_passphrase(role.value, passphrase, PASSPHRASE)
        station.close()
    return Laid(folder, code)


@pytest.fixture
def laid(laid_once: Laid, tmp_path: Path) -> Laid:
    """A copy of the station to do harm to."""
    folder = tmp_path / "profile" / "station"
    shutil.copytree(laid_once.folder, folder)
    folder.parent.chmod(0o700)
    return Laid(folder, laid_once.recovery_code)


@pytest.fixture
def closed(laid: Laid, clock: FakeClock):
    """The station with nobody signed in."""
    station = Station(laid.folder, clock)
    yield station
    station.close()


@pytest.fixture
def signed(closed: Station):
    """Signs in as the account of a role."""

    def sign_in(role: Role) -> Signed:
        return Signed(closed, closed.sign_in(role.value, PASSPHRASE))

    return sign_in
