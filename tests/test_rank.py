"""`make rank`: rankings that a scorer reads and times of keystrokes, over any table of the kit's columns."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.bench.made_services import made_services
from tools.bench.search.judge import measured
from tools.bench.search.made_kit import write_services
from tools.rank import __main__ as rank
from tools.rank.asked import BadFile
from tools.rank.rows import rows
from tools.rank.services import AT, Services

_ROOT = Path(__file__).resolve().parents[1]
_SHARES = {"p50", "p95", "p99", "max"}


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A table of invented services with two queries and some keystrokes."""
    write_services(tmp_path / "services.csv.gz", made_services(60))
    queries = [{"id": 4, "class": "known", "query": "soup kitchen"}, {"id": 9, "class": "known", "query": "zqzqzq"}]
    (tmp_path / "queries.json").write_text(json.dumps(queries))
    (tmp_path / "keystrokes.json").write_text(json.dumps(["s", "so", "sou", "soup kichen"]))
    return tmp_path


def told(kit: Path, **also: str) -> dict[str, str]:
    names = {
        **{"SERVICES": "services.csv.gz", "QUERIES": "queries.json", "KEYSTROKES": "keystrokes.json"},
        **{"OUT": "rankings.jsonl", "LATENCY": "latency.json"},
    }
    return {**{name: str(kit / file) for name, file in names.items()}, **also}


def ranked(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> int:
    for name in ("SERVICES", "QUERIES", "KEYSTROKES", "OUT", "LATENCY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return rank.main()


def text_of(kit: Path) -> str:
    with gzip.open(kit / "services.csv.gz", "rt", newline="") as file:
        return file.read()


def test_rankings_name_services_best_first_for_every_query(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ranked(monkeypatch, told(kit)) == 0
    lines = [json.loads(line) for line in (kit / "rankings.jsonl").read_text().splitlines()]
    kitchens = {int(row["id"]) for row in rows(kit / "services.csv.gz") if row["tax"] == "Soup kitchen"}
    assert [line["id"] for line in lines] == [4, 9]
    assert lines[0]["results"][0] in kitchens
    assert kitchens <= set(lines[0]["results"])
    assert all(isinstance(number, int) for line in lines for number in line["results"])


def test_times_are_summed_up_cold_and_warm_beside_build_and_memory(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ranked(monkeypatch, told(kit)) == 0
    said = json.loads((kit / "latency.json").read_text())
    assert said.keys() == {"cold", "warm", "build_s", "rss_mb", "peak_mb"}
    assert said["cold"].keys() == said["warm"].keys() == _SHARES
    assert 0 < said["cold"]["p50"] <= said["cold"]["p95"] <= said["cold"]["p99"] <= said["cold"]["max"]
    assert said["build_s"] > 0


def test_rankings_alone_need_no_keystrokes(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ranked(monkeypatch, told(kit, KEYSTROKES="", LATENCY="")) == 0
    assert (kit / "rankings.jsonl").exists()
    assert not (kit / "latency.json").exists()


@pytest.mark.parametrize("missing", ["SERVICES", "QUERIES", "OUT", "KEYSTROKES", "LATENCY"])
def test_a_missing_argument_ends_with_two_and_one_line_of_usage(kit: Path, missing: str) -> None:
    values = {**os.environ, **told(kit), missing: ""}
    command = [sys.executable, "-m", "tools.rank"]
    done = subprocess.run(command, check=False, cwd=_ROOT, env=values, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: make rank SERVICES=")
    assert done.stderr.count("\n") == 1
    assert not (kit / "latency.json").exists()


@pytest.mark.parametrize(
    ("was", "wrong", "said"),
    [
        ("\n7,", "\nseven,", "row 9: the id 'seven' is not a whole number"),
        ("\n7,", "\n3,", "row 9: the id 3 stands in a row above"),
        ("\n7,", "\n7,too,many,cells,", "row 9: it has not as many cells as there are headings"),
        (",lat,", ",latitude,", "row 1: no column 'lat'"),
        (",39.", ",north", "lat is 'north"),
    ],
)
def test_a_bad_row_is_named_with_its_file_and_number(
    kit: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], was: str, wrong: str, said: str
) -> None:
    bad = kit / "bad.csv"
    bad.write_text(text_of(kit).replace(was, wrong, 1), newline="")
    assert ranked(monkeypatch, told(kit, SERVICES=str(bad))) == 1
    line = capsys.readouterr().err
    assert line.startswith(f"{bad}, row ")
    assert said in line
    assert line.count("\n") == 1


def test_a_file_that_is_not_what_it_should_be_is_named(
    kit: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (kit / "queries.json").write_text('{"not": "a list"}')
    assert ranked(monkeypatch, told(kit)) == 1
    assert str(kit / "queries.json") in capsys.readouterr().err


def test_a_broken_archive_is_named(kit: Path) -> None:
    whole = (kit / "services.csv.gz").read_bytes()
    (kit / "services.csv.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadFile, match=r"services\.csv\.gz"):
        list(rows(kit / "services.csv.gz"))


def test_an_entry_says_what_the_row_says_and_nothing_else(kit: Path) -> None:
    row = next(rows(kit / "services.csv.gz"))
    entry = next(Services().of([{**row, "lat": "0.0", "lon": "0.0", "verified": "30", "hours": "Mon-Fri 9am-5pm"}]))
    assert entry.place is None
    assert entry.verified is not None
    assert (AT - entry.verified.at).days == 30
    assert len(entry.hours[0].spans) == 5
    assert not entry.facts


def test_hours_past_the_most_texts_that_are_read_stay_text_and_are_counted(kit: Path) -> None:
    row, services = next(rows(kit / "services.csv.gz")), Services(texts_read=2)
    texts = ["Mon 9am-5pm", "Tue 9am-5pm", "Wed 9am-5pm", "Mon 9am-5pm"]
    entries = list(services.of({**row, "hours": text} for text in texts))
    assert [len(entry.hours[0].spans) for entry in entries] == [1, 1, 0, 1]
    assert entries[2].hours[0].text == "Wed 9am-5pm"
    assert services.hours_left == 1


def test_a_ranking_is_judged_by_the_first_that_was_meant_and_by_the_order_of_all() -> None:
    assert measured([5, 1, 2], {1: 2, 2: 1}) == pytest.approx(
        (1 / 2, (3 / 1.58496 + 1 / 2) / (3 + 1 / 1.58496)), rel=1e-4
    )
    assert measured([1, 2], {1: 2, 2: 1}) == (1.0, 1.0)
    assert measured([8, 9], {1: 1}) == (0.0, 0.0)
