"""P-04: after a whole visit no file of the profile and no temp file holds a word of it, open, closed or killed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from navigator.access import Role
from navigator.city import load_city
from navigator.clock import system_clock
from navigator.documents.pages import Pages
from navigator.storage.station import Station
from tests.conftest import PASSPHRASE
from tests.crash.casework_visit import Rounds
from tests.crash.test_casework_kill import VISIT

CANARY = "Quillonberg"
NEEDLES = tuple(
    text.encode(coding) for text in (CANARY, CANARY.lower()) for coding in ("utf-8", "utf-16-le", "utf-16-be")
)


class Tray:
    """A printer that keeps nothing on the disk."""

    kind = "printer"

    def __init__(self) -> None:
        self.taken: list[Pages] = []

    def take(self, pages: Pages) -> str:
        self.taken.append(pages)
        return "Printed."


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def with_the_canary(folder: Path) -> list[str]:
    return [path.name for path in files(folder) if any(needle in path.read_bytes() for needle in NEEDLES)]


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files would go, here and in programs that the test starts."""
    folder = tmp_path / "temp"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def rounds(laid, temp: Path) -> Iterator[Rounds]:
    station = Station(laid.folder, system_clock)
    actor = station.sign_in(Role.CLINICIAN.value, PASSPHRASE)
    yield Rounds(station, actor, load_city("philadelphia"), CANARY, Tray(), lambda *_: None)
    station.close()


def test_a_canary_is_found_where_it_is(tmp_path: Path):
    for number, coding in enumerate(("utf-8", "utf-16-le")):
        (tmp_path / str(number)).write_bytes(f"x{CANARY}y".encode(coding))
    assert with_the_canary(tmp_path) == ["0", "1"]


def test_no_file_holds_a_word_of_the_visit_while_the_store_is_open(rounds: Rounds, laid, temp: Path):
    rounds.visit(1)
    assert rounds.outlet.taken
    names = {path.name for path in files(laid.folder)}
    assert {"casework.db", "casework.db-wal", "directory.db", "vault.json"} <= names
    assert with_the_canary(laid.folder.parent) == []
    assert files(temp) == []


def test_nor_after_it_was_locked_and_closed(rounds: Rounds, laid, temp: Path):
    rounds.visit(1)
    rounds.station.lock()
    assert with_the_canary(laid.folder.parent) == []
    rounds.station.close()
    assert with_the_canary(laid.folder.parent) == []
    assert files(temp) == []


def test_nor_in_a_copy_of_the_store(rounds: Rounds, laid, temp: Path):
    rounds.visit(1)
    rounds.station.casework.copy_to(laid.folder / "casework.before-step-9.db")
    assert with_the_canary(laid.folder.parent) == []


def test_nor_in_the_name_of_a_file_or_of_a_paper(rounds: Rounds, laid):
    rounds.visit(1)
    assert CANARY not in repr(files(laid.folder.parent))
    (pages,) = rounds.outlet.taken
    assert CANARY not in pages.job + pages.template + pages.about
    assert CANARY.encode() not in pages.data.split(b"/Info")[-1]


def test_nor_after_the_power_went_in_the_middle(laid, temp: Path):
    visit = subprocess.Popen(
        [sys.executable, VISIT, laid.folder, PASSPHRASE, CANARY], stdout=subprocess.PIPE, text=True
    )
    for line in visit.stdout:
        if line.startswith("handoff"):
            visit.kill()
            break
    visit.communicate()
    assert "casework.db-wal" in {path.name for path in files(laid.folder)}
    assert with_the_canary(laid.folder) == []
    assert files(temp) == []


def test_the_files_of_the_station_are_readable_by_its_account_alone(rounds: Rounds, laid):
    rounds.visit(1)
    if os.name == "posix":
        assert {path.stat().st_mode & 0o077 for path in files(laid.folder)} == {0}
