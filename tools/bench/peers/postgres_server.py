"""A PostgreSQL server of the bench's own: in a temp folder, on a socket there, gone at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from tools.bench.peers.engine import Absent

_SETTINGS = ("listen_addresses=", "fsync=off", "shared_buffers=256MB", "max_parallel_workers_per_gather=0", "jit=off")
_PLACES = "/usr/lib/postgresql/*/bin"


class Server:
    """A server that runs. As root it is started for another user, since PostgreSQL refuses root."""

    def __init__(self) -> None:
        self._programs = _programs()
        self._folder = Path(tempfile.mkdtemp(prefix="pg"))
        self._as = {} if os.geteuid() else _somebody(self._folder)
        options = ("-E", "UTF8", "--no-locale", "-U", "bench", "-A", "trust", "--no-sync")
        try:
            self._run("initdb", *options, "-D", str(self._folder / "data"))
            self._start()
        except Absent:
            shutil.rmtree(self._folder)
            raise

    @property
    def address(self) -> str:
        return f"host={self._folder} user=bench dbname=postgres"

    def restart(self) -> None:
        self._stop()
        self._start()

    def stop(self) -> None:
        self._stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def memory_mb(self) -> float:
        """What all of its processes hold, shared pages counted once."""
        family = [self._postmaster(), *self._children()]
        return sum(_proportional_kb(process) for process in family) / 1024

    def _start(self) -> None:
        settings = " ".join(f"-c {setting}" for setting in (*_SETTINGS, f"unix_socket_directories={self._folder}"))
        log = str(self._folder / "log")
        self._run("pg_ctl", "start", "-w", "-D", str(self._folder / "data"), "-l", log, "-o", settings)

    def _stop(self) -> None:
        self._run("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(self._folder / "data"))

    def _run(self, program: str, *options: str) -> None:
        """Its output goes into a file: a server that stays would hold a pipe open for ever."""
        command = [str(self._programs / program), *options]
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(command, check=False, cwd=self._folder, stdout=said, stderr=said, **self._as)
            if done.returncode:
                said.seek(0)
                raise Absent(f"no server could be started ({said.read().decode().strip().splitlines()[-1]})")

    def _postmaster(self) -> int:
        return int((self._folder / "data" / "postmaster.pid").read_text().split()[0])

    def _children(self) -> list[int]:
        parent = self._postmaster()
        return [int(n) for n in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def _programs() -> Path:
    """The folder of the newest server that is installed."""
    beside = [Path(found).resolve().parent] if (found := shutil.which("pg_ctl")) else []
    every = [*sorted(Path("/").glob(_PLACES[1:]), reverse=True), *beside]
    for folder in every:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise Absent("there is no PostgreSQL server here")


def _somebody(folder: Path) -> dict[str, object]:
    """How to run a program as a user without rights, who gets the folder."""
    names = {one.pw_name for one in pwd.getpwall()}
    name = next((name for name in ("postgres", "nobody") if name in names), None)
    if name is None:
        raise Absent("PostgreSQL refuses root, and there is no other user")
    user = pwd.getpwnam(name)
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _proportional_kb(process: int) -> int:
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith("Pss:")))
