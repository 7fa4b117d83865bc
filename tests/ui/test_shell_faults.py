"""A fault of the program is logged by type and place, and never with what a person typed (P-04)."""

import sys

import pytest

from navigator.ui.faults import Faults
from tests.conftest import FakeClock

CANARY = "Marisol Quetzal"


@pytest.fixture
def faults(tmp_path, clock: FakeClock, qapp) -> Faults:
    return Faults(tmp_path / "faults.log", clock)


def take(faults: Faults) -> None:
    name = CANARY
    try:
        try:
            {}[name]
        except KeyError as error:
            raise ValueError(f"no such person: {name}") from error
    except ValueError:
        faults.take(*sys.exc_info())


def test_the_log_names_type_and_place_and_no_value(faults: Faults, tmp_path, qtbot):
    with qtbot.waitSignal(faults.happened):
        take(faults)
    log = (tmp_path / "faults.log").read_text()
    assert log.startswith("2026-11-23T07:14:00.000000Z ValueError at ")
    assert "test_shell_faults:" in log
    assert "KeyError" in log
    assert CANARY not in log
    assert str(tmp_path) not in log


def test_only_its_owner_reads_the_log(faults: Faults, tmp_path):
    take(faults)
    assert (tmp_path / "faults.log").stat().st_mode & 0o777 == 0o600


def test_a_large_log_is_begun_anew(faults: Faults, tmp_path):
    (tmp_path / "faults.log").write_text("x" * 600_000)
    take(faults)
    assert (tmp_path / "faults.log").stat().st_size < 10_000
    assert (tmp_path / "faults.old").exists()


def test_a_log_that_cannot_be_written_makes_no_second_fault(clock: FakeClock, tmp_path, qtbot):
    faults = Faults(tmp_path / "nowhere" / "faults.log", clock)
    with qtbot.waitSignal(faults.happened):
        take(faults)


def test_it_takes_the_place_of_the_traceback(faults: Faults, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    faults.install()
    assert sys.excepthook == faults.take
