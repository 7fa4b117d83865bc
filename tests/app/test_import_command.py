"""`navigator directory import` and `directory export`, as a person at a terminal meets them."""

import json
from pathlib import Path

import pytest

KEYS = ["format", "rows", "new", "changed", "unchanged", "gone", "held", "kept_as_text", "confidential"]
SHELTERS = """Name,Street Address,City,State,Zip,Phone
Example Harbor,12 Example Street,Philadelphia,PA,19134,215-555-0142
Rose Rest,4 Sample Road,Philadelphia,PA,19121,215-555-0101
"""
BAD = SHELTERS + ",9 Sample Road,Philadelphia,PA,19121,215-555-0102\n"


@pytest.fixture
def shelters(tmp_path: Path) -> Path:
    path = tmp_path / "shelters.csv"
    path.write_text(SHELTERS)
    return path


def _names(terminal, query: str) -> list[str]:
    results = terminal.signed("directory", "search", query, "--json").json["results"]
    return [result["name"] for result in results]


def test_a_dry_run_says_what_would_change_and_writes_nothing(philadelphia, shelters: Path):
    said = philadelphia.signed("directory", "import", str(shelters), "--json")
    assert said.code == 0
    assert list(said.json) == [*KEYS, "problems", "applied"]
    assert (said.json["format"], said.json["rows"], said.json["new"]) == ("table", 2, 2)
    assert (said.json["problems"], said.json["applied"]) == ([], False)
    assert "Example Harbor" not in _names(philadelphia, "Example Harbor")


def test_apply_writes_it_and_the_next_import_knows_it(philadelphia, shelters: Path):
    assert philadelphia.signed("directory", "import", str(shelters), "--apply", "--json").json["applied"]
    assert _names(philadelphia, "Example Harbor")[0] == "Example Harbor"
    again = philadelphia.signed("directory", "import", str(shelters), "--json").json
    assert (again["new"], again["unchanged"]) == (0, 2)


def test_a_bad_row_is_named_and_stops_an_apply(philadelphia, tmp_path: Path):
    path = tmp_path / "bad.csv"
    path.write_text(BAD)
    said = philadelphia.signed("directory", "import", str(path), "--apply", "--json")
    assert said.code == 1
    assert not said.json["applied"]
    (problem,) = said.json["problems"]
    assert set(problem) == {"row", "column", "value", "reason"}
    assert problem["row"] == 4
    assert "Nothing was imported" in said.err
    assert "Rose Rest" not in _names(philadelphia, "Rose Rest")
    past = philadelphia.signed("directory", "import", str(path), "--apply", "--skip-bad-rows", "--json")
    assert (past.code, past.json["applied"]) == (0, True)
    assert _names(philadelphia, "Rose Rest")[0] == "Rose Rest"


def test_a_dry_run_with_bad_rows_is_no_failure(philadelphia, tmp_path: Path):
    path = tmp_path / "bad.csv"
    path.write_text(BAD)
    assert philadelphia.signed("directory", "import", str(path)).code == 0


@pytest.mark.parametrize("content", [b"\x00\x01\x02 not a list", b"", b'{"services": [{"id": '])
def test_a_file_that_cannot_be_read_is_one_sentence_and_nothing_is_written(
    philadelphia, tmp_path: Path, content: bytes
):
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    said = philadelphia.signed("directory", "import", str(path), "--apply", "--json")
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert "broken.json" in said.err


def test_a_file_that_is_not_there_is_named(philadelphia, tmp_path: Path):
    said = philadelphia.signed("directory", "import", str(tmp_path / "nowhere.csv"))
    assert (said.code, said.out) == (1, "")
    assert "nowhere.csv" in said.err


def test_an_unknown_format_is_refused_with_those_there_are(philadelphia, shelters: Path):
    said = philadelphia.signed("directory", "import", str(shelters), "--format", "papyrus")
    assert (said.code, said.out) == (1, "")
    assert "hsds-json" in said.err


def test_a_mapping_says_what_the_columns_mean(philadelphia, shelters: Path, tmp_path: Path):
    mapping = tmp_path / "mapping.json"
    mapping.write_text(json.dumps({"columns": {"Name": "organization", "City": "name"}}))
    philadelphia.signed("directory", "import", str(shelters), "--mapping", str(mapping), "--apply")
    assert "Philadelphia" in _names(philadelphia, "Philadelphia")
    said = philadelphia.signed("directory", "import", str(shelters), "--mapping", str(tmp_path / "none.json"))
    assert (said.code, said.out) == (1, "")
    assert "none.json" in said.err


def test_the_report_reads_as_sentences(philadelphia, tmp_path: Path):
    path = tmp_path / "bad.csv"
    path.write_text(BAD)
    said = philadelphia.signed("directory", "import", str(path), "--source", "City shelters")
    assert "bad.csv: table, a new list, “City shelters”, 3 rows." in said.out
    assert "2  new" in said.out
    assert "Row 4" in said.out
    assert said.out.endswith("Nothing was written. To write it, say --apply.\n")


def test_the_profile_may_stand_behind_the_command(philadelphia, shelters: Path, tmp_path: Path):
    elsewhere = type(philadelphia)(tmp_path / "elsewhere", philadelphia._monkeypatch, philadelphia._capsys)
    arguments = ["directory", "import", str(shelters), "--profile", str(philadelphia.profile), "--json"]
    assert elsewhere.signed(*arguments).json["rows"] == 2


def test_without_a_file_the_usage_is_wrong(philadelphia):
    assert philadelphia.signed("directory", "import").code == 2
    assert philadelphia.signed("directory", "export", "x.json").code == 2
    assert philadelphia.signed("directory", "export", "x.json", "--format", "papyrus").code == 2


@pytest.mark.parametrize("format_name", ["hsds-json", "hsds-tabular"])
def test_what_is_exported_comes_in_again_without_a_difference(philadelphia, tmp_path: Path, format_name: str):
    target = tmp_path / "all.out"
    said = philadelphia.signed("directory", "export", str(target), "--format", format_name, "--json")
    assert said.code == 0
    assert said.json["records"] > 50
    again = philadelphia.signed("directory", "import", str(target), "--json").json
    assert (again["unchanged"], again["changed"], again["new"]) == (again["rows"], 0, 0)


def test_a_table_of_our_own_is_known_by_its_ids(philadelphia, tmp_path: Path):
    target = tmp_path / "all.csv"
    philadelphia.signed("directory", "export", str(target), "--format", "csv")
    again = philadelphia.signed("directory", "import", str(target), "--json").json
    assert again["rows"] > 50
    assert (again["new"], again["held"], again["problems"]) == (0, 0, [])


def test_an_export_to_a_place_that_cannot_be_written_says_so(philadelphia, tmp_path: Path):
    said = philadelphia.signed("directory", "export", str(tmp_path / "no" / "x.csv"), "--format", "csv")
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
