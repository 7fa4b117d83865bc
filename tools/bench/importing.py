"""An import of real lists and of 100,000 invented rows: dry run, apply, and how much memory it takes.

Each runs in a process of its own, so that its memory is its own. Real lists are read from `../shared/corpora` beside
the checkout, where they are.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from navigator.access import Actor, Role
from navigator.city import load_city
from navigator.clock import system_clock
from navigator.resources.categories import load_categories
from navigator.resources.importing.imports import Imports
from navigator.storage.station import Station
from tools.bench.made_rows import write_rows

ROWS = 100_000
_CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
_REAL = ("hsds-3/miami-2019-page.json.gz", "hsds-1.1/miami-2019.zip")
_WHO = Actor("bench", "Bench", Role.SUPERVISOR)


def rows() -> Iterator[tuple[str, str, str]]:
    """What was measured, the figures, and what they stand beside."""
    for name in _REAL:
        if (_CORPORA / name).is_file():
            yield from _told(f"{name}, 4,089 services", _measured(_CORPORA / name), "to reach 10 s")
    with tempfile.TemporaryDirectory() as folder:
        path, updated = Path(folder, "rows.csv"), Path(folder, "rows again.csv")
        write_rows(path, ROWS)
        write_rows(updated, ROWS, updated="2026-02-05")
        yield from _told(f"{ROWS:,} rows of a table", _measured(path, updated), "to reach 120 s, under 1,000 MB")


def _told(name: str, figures: list[dict[str, float]], beside: str) -> Iterator[tuple[str, str, str]]:
    turns = ("", ", the same again", ", every row newer")
    for turn, told in zip(turns, figures, strict=False):
        spent = f"{told['dry']:.1f} + {told['apply']:.1f} s, {told['megabytes']:,.0f} MB"
        yield name + turn, spent, beside


def _measured(*paths: Path) -> list[dict[str, float]]:
    """The first list, the same list again, then the others, into one new station."""
    wanted = [str(path) for path in (paths[0], *paths)]
    run = subprocess.run(
        [sys.executable, "-m", "tools.bench.importing", *wanted], check=True, capture_output=True, text=True
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def _run(paths: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        station, _, _ = Station.make(Path(folder, "station"), "philadelphia", "Bench", "bench " * 4, system_clock)
        imports = Imports(station.directory, load_city("philadelphia"), load_categories())
        for path in paths:
            print(json.dumps(_one(imports, Path(path))), flush=True)
        station.close()


def _one(imports: Imports, path: Path) -> dict[str, float]:
    began = time.perf_counter()
    prepared = imports.prepare(_WHO, [path], feed="bench")
    tried = time.perf_counter()
    imports.apply(_WHO, prepared, skip_bad_rows=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"dry": tried - began, "apply": time.perf_counter() - tried, "megabytes": peak}


if __name__ == "__main__":
    _run(sys.argv[1:])
