"""The whole of a large list: 100,000 rows go in, are known again, are stopped half-way and taken back (S-08)."""

import tracemalloc
from pathlib import Path

import pytest

from navigator.resources.importing.verdicts import Stopped, Verdict
from tests.resources.importing import LENA, Desk, Tried
from tools.bench.made_rows import write_rows

ROWS = 100_000
AT_MOST = 300 * 1024 * 1024
"""Bytes that a dry run of 100,000 rows may hold; with everything else that is far below 1 GB."""


def _weigh(desk: Desk, path: Path) -> Tried:
    return Tried(desk, desk.imports.prepare(LENA, [path], feed="rows"))


@pytest.mark.parametrize("rows", [300, pytest.param(ROWS, marks=pytest.mark.torture)])
def test_all_rows_go_in_and_out(desk: Desk, tmp_path: Path, rows: int):
    first, newer = tmp_path / "rows.csv", tmp_path / "newer.csv"
    write_rows(first, rows)
    write_rows(newer, rows, updated="2026-02-05")
    before = desk.content()
    tried = _weigh(desk, first)
    assert (tried.counts, tried.report.problems) == ((rows, 0, 0, 0, 0), ())
    with pytest.raises(Stopped):
        tried.apply(progress=_stop_half_way)
    assert desk.content() == before
    batch = tried.apply()
    changed = _weigh(desk, newer)
    assert changed.counts == (0, rows, 0, 0, 0)
    second = changed.apply()
    assert desk.imports.undo(LENA, second.id).restored == rows
    assert desk.imports.undo(LENA, batch.id).removed == rows
    assert desk.content() == before


@pytest.mark.torture
def test_a_dry_run_of_a_hundred_thousand_rows_stays_small(desk: Desk, tmp_path: Path):
    path = tmp_path / "rows.csv"
    write_rows(path, ROWS)
    tracemalloc.start()
    try:
        tried = _weigh(desk, path)
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(tried.prepared.doors[Verdict.NEW]) == ROWS
    assert held < AT_MOST


def _stop_half_way(done: int, of: int) -> None:
    if done > of / 2:
        raise Stopped
