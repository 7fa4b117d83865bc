"""A real station with the Philadelphia directory, made once by the command that others rely on, and copied."""

import io
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from navigator.cli import main
from tests.conftest import PASSPHRASE


@dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Terminal:
    """Runs commands as others would, with lines of standard input."""

    def __init__(self, profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.profile = profile
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def run(self, *arguments: str, lines: tuple[str, ...] = (PASSPHRASE,)) -> Said:
        self._monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        self._capsys.readouterr()
        try:
            code = main(["--profile", str(self.profile), *arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)

    def signed(self, *arguments: str, user: str = "Dana", passphrase: str = PASSPHRASE) -> Said:
        return self.run(*arguments, "--user", user, "--passphrase-stdin", lines=(passphrase,))


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """On a profile with nothing in it."""
    return Terminal(tmp_path / "profile", monkeypatch, capsys)


@pytest.fixture(scope="session")
def philadelphia_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from navigator.app.making import make_station
    from navigator.clock import system_clock

    profile = tmp_path_factory.mktemp("philadelphia") / "profile"
    profile.mkdir(mode=0o700)
    make_station(profile / "station", "philadelphia", "Dana", PASSPHRASE, system_clock)
    return profile


@pytest.fixture
def philadelphia(philadelphia_once: Path, terminal: Terminal) -> Terminal:
    """On a station of Philadelphia whose supervisor is Dana."""
    shutil.copytree(philadelphia_once, terminal.profile)
    return terminal
