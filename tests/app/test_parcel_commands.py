"""`navigator directory publish` and `receive`, between two stations of Philadelphia (S-14)."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE

from .conftest import Terminal


@pytest.fixture
def car(philadelphia: Terminal, tmp_path: Path) -> Terminal:
    """Another station, with the same starter directory under its own ids."""
    profile = tmp_path / "car"
    shutil.copytree(philadelphia.profile, profile)
    return Terminal(profile, philadelphia._monkeypatch, philadelphia._capsys)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick.parcel"


def found(terminal: Terminal) -> list[object]:
    return terminal.signed("directory", "search", "", "--json", "--limit", "200").json["results"]


def test_a_parcel_is_published_and_received(philadelphia, car, stick):
    told = philadelphia.signed("directory", "publish", str(stick), "--json").json
    assert (told["number"], told["entries"]) == (1, 93)
    said = car.signed("directory", "receive", str(stick), "--json").json
    counts = ("number", "entries", "added", "changed", "removed")
    assert [said[name] for name in counts] == [1, 93, 0, 0, 0]
    assert (said["fingerprint"], said["pinned"]) == (told["fingerprint"], True)
    assert found(car) == found(philadelphia)


def test_a_person_reads_which_day_it_is_of(philadelphia, car, stick):
    philadelphia.signed("directory", "publish", str(stick))
    assert "parcel number 1: 93 entries, 0 new" in car.signed("directory", "receive", str(stick)).out


def test_what_is_refused_is_one_plain_line(philadelphia, car, stick):
    fingerprint = philadelphia.signed("directory", "publish", str(stick), "--json").json["fingerprint"]
    said = car.signed("directory", "receive", str(stick), "--trust", "badu-badu", "--json")
    assert (said.code, said.out) == (1, "")
    assert said.err == f"The key of this parcel is {fingerprint}, not badu-badu. Nothing was changed.\n"
    assert car.signed("directory", "receive", str(stick), "--trust", fingerprint).code == 0
    assert "is here already" in car.signed("directory", "receive", str(stick)).err
    assert "this station itself" in philadelphia.signed("directory", "receive", str(stick)).err
    stick.write_bytes(b"no parcel")
    assert "no parcel of Navigator's" in car.signed("directory", "receive", str(stick)).err
    assert "cannot be read" in car.signed("directory", "receive", str(stick.with_name("absent"))).err


def test_without_a_file_the_usage_is_wrong(philadelphia):
    for action in ("publish", "receive"):
        assert philadelphia.signed("directory", action).code == 2
        assert philadelphia.run("directory", action, "file").code == 2


def test_a_place_where_nothing_can_be_written_is_said_and_nothing_is_left(philadelphia, tmp_path):
    said = philadelphia.signed("directory", "publish", str(tmp_path / "absent" / "x.parcel"))
    assert said.code == 1
    assert "cannot be written" in said.err
    assert not (tmp_path / "absent").exists()


def test_what_a_station_has_goes_back_and_is_taken(philadelphia, car, stick):
    assert "nobody to send" in car.signed("directory", "publish", str(stick), "--back").err
    philadelphia.signed("directory", "publish", str(stick))
    car.signed("directory", "receive", str(stick))
    assert car.signed("directory", "publish", str(stick), "--back", "--json").json["sent_back"] == 0
    taken = philadelphia.signed("directory", "receive", str(stick), "--json").json
    assert (taken["proposals"], taken["new_station"]) == (0, True)


KILLED = """
import os, signal, sys
from navigator.cli import main
from navigator.resources.parcel import applying
applying.prune = lambda session: os.kill(os.getpid(), signal.SIGKILL)
main(sys.argv[1:])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_a_kill_in_the_middle_leaves_the_old_directory_whole(philadelphia, car, stick):
    philadelphia.signed("directory", "publish", str(stick))
    before = found(car)
    arguments = ("--profile", str(car.profile), "directory", "receive", str(stick))
    command = [sys.executable, "-c", KILLED, *arguments, "--user", "Dana", "--passphrase-stdin"]
    killed = subprocess.run(command, input=f"{PASSPHRASE}\n", text=True, check=False, capture_output=True)
    assert killed.returncode == -9
    assert found(car) == before
    assert car.signed("directory", "receive", str(stick), "--json").json["number"] == 1
    assert found(car) == found(philadelphia)
