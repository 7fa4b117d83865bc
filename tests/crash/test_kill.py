"""Kill -9 at random moments: every store opens again, verify passes, nothing confirmed is lost."""

import random
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest

from navigator.clock import system_clock
from navigator.resources.directory import Directory
from navigator.resources.model import Entry, Phone
from navigator.storage.accounts import Accounts
from navigator.storage.station import Station
from navigator.storage.verify import OK, Verifier
from tests.conftest import PASSPHRASE
from tests.crash.desk_visit import sign_in

VISIT = Path(__file__).with_name("desk_visit.py")


@pytest.fixture
def with_an_entry(closed):
    actor = closed.sign_in("supervisor", PASSPHRASE)
    entry = Entry("", "", "Harbor Withdrawal Unit", phones=(Phone("215-555-0142"),))
    Directory(closed.directory).load(actor, [entry], [], "test")
    closed.close()
    return closed.folder


def _killed_visit(folder: Path, after: float) -> dict[str, list[str]]:
    """What the visit had confirmed when it was killed `after` seconds past its first step."""
    visit = subprocess.Popen([sys.executable, VISIT, folder, PASSPHRASE], stdout=subprocess.PIPE, text=True)
    first = visit.stdout.readline()
    time.sleep(after)
    visit.kill()
    said, _ = visit.communicate()
    confirmed = defaultdict(list)
    for line in (first + said).splitlines(keepends=True):
        if line.endswith("\n"):
            what, which = line.strip().split(" ", 1)
            confirmed[what].append(which)
    return confirmed


def _assert_whole(folder: Path, confirmed: dict[str, list[str]], before: dict[str, int]) -> dict[str, int]:
    station = Station(folder, system_clock)
    actor, _ = sign_in(station, PASSPHRASE)
    assert set(Verifier(station).verify(actor).values()) == {OK}
    with station.directory.connection(writes=False) as connection:
        kept = {
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("capacity", "verification")
        }
        released = "SELECT count(*) FROM audit WHERE action = 'handout released'"
        kept["papers"] = connection.exec_driver_sql(released).scalar_one()
    assert kept["capacity"] - before["capacity"] >= len(confirmed["capacity"])
    assert kept["verification"] - before["verification"] >= len(confirmed["check"])
    assert kept["papers"] - before["papers"] >= len(confirmed["paper"])
    assert set(confirmed["account"]) <= {account.name for account in Accounts(station).roster(actor)}
    slots = {slot.name for slot in station.file.read().slots}
    assert slots == {account.name for account in Accounts(station).roster(actor)}
    station.close()
    return kept


def _kill_at(moments: int, folder: Path, seed: int) -> None:
    chance, before = random.Random(seed), {"capacity": 0, "verification": 0, "papers": 0}  # noqa: S311 - not a secret
    done = 0
    for _ in range(moments):
        confirmed = _killed_visit(folder, chance.uniform(0, 2))
        done += len(confirmed["capacity"])
        before = _assert_whole(folder, confirmed, before)
    assert done > moments // 2, "the visits were killed before they did anything"


def test_eight_killed_visits_lose_nothing_that_was_confirmed(with_an_entry):
    _kill_at(8, with_an_entry, seed=20261123)


@pytest.mark.torture
def test_two_hundred_killed_visits_lose_nothing_that_was_confirmed(with_an_entry):
    _kill_at(200, with_an_entry, seed=42)
