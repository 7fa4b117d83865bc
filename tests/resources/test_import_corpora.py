"""Real exports go through the real service: counted, known again, edited, taken back (S-08).

`import_corpora.toml` names every file of the corpora that is or might be a list.
"""

import tomllib
from pathlib import Path

import pytest

from navigator.errors import BadInput
from navigator.resources.importing.verdicts import Verdict
from tests.resources.importing import LENA, Desk, Tried
from tests.resources.long_lists import PAGE, PROGRAMS, TABLES, TREATMENT, first_rows

TABLE = tomllib.loads(Path(__file__).with_name("import_corpora.toml").read_text())
LISTS, EXAMPLES, REFUSED = TABLE["lists"], TABLE["examples"], TABLE["refused"]["files"]
EDITED = 5
ROWS = {PAGE: 400, PROGRAMS: 400, TREATMENT: 40}
"""Of a long list so many rows live through it all every day; the long tests take the list whole."""
LIVES = [
    *(pytest.param(names, 0, marks=pytest.mark.torture if names in (*ROWS, TABLES) else ()) for names in LISTS),
    *ROWS.items(),
]


@pytest.fixture
def files(corpora: Path, tmp_path: Path, names: str, rows: int) -> list[Path]:
    """The files of a list, or of a long one its first rows."""
    whole = [corpora / name for name in names.split()]
    return [first_rows(path, rows, tmp_path) for path in whole] if rows else whole


def _weigh(desk: Desk, files: list[Path]) -> Tried:
    return Tried(desk, desk.imports.prepare(LENA, files))


def _counts(tried: Tried) -> list[object]:
    report = tried.report
    counts = (report.rows, report.new, report.kept_as_text, report.confidential, report.parts, len(report.problems))
    return [report.format, *counts]


@pytest.mark.parametrize("rows", [0])
@pytest.mark.parametrize("names", LISTS | EXAMPLES)
def test_each_file_comes_to_what_the_table_says(desk: Desk, files: list[Path], names: str):
    assert _counts(_weigh(desk, files)) == (LISTS | EXAMPLES)[names]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused_by_name(desk: Desk, corpora: Path, name: str):
    with pytest.raises(BadInput, match=Path(name).name):
        _weigh(desk, [corpora / name])


def test_every_file_is_in_the_table(corpora: Path):
    named = {name for names in (*LISTS, *EXAMPLES, *REFUSED) for name in names.split()}
    files = {
        path.relative_to(corpora) for path in corpora.rglob("*") if path.suffix in (".json", ".csv", ".gz", ".zip")
    }
    left = {path for path in files if not {str(path), *map(str, path.parents)} & named}
    assert {path.name for path in left} <= {"datapackage.json"}


def test_nothing_of_a_row_is_lost(desk: Desk, corpora: Path):
    """Each row is a door, a part of others, or a problem."""
    for names, (_, rows, new, _, _, parts, problems) in LISTS.items():
        assert rows <= new + parts + problems, names


@pytest.mark.parametrize(("names", "rows"), LIVES)
def test_the_same_list_again_changes_nothing_and_local_edits_stay(desk: Desk, files: list[Path]):
    _weigh(desk, files).apply(skip_bad_rows=True)
    again = _weigh(desk, files)
    assert again.counts == (0, 0, len(desk.entries()), 0, 0)
    edited = [entry for entry in desk.entries() if not entry.confidential][:EDITED]
    for entry in edited:
        desk.edit(entry.id, name=f"{entry.name} (by hand)", phones=[{"number": "215-555-0100", "kind": "voice"}])
    tried = _weigh(desk, files)
    assert tried.report.changed == 0
    assert tried.report.protected >= len(edited)
    assert {item.entry_id for item in tried.all(Verdict.UNCHANGED) if item.protected} == {one.id for one in edited}
    before = desk.content()
    tried.apply(skip_bad_rows=True)
    assert desk.content() == before


@pytest.mark.parametrize(("names", "rows"), LIVES)
def test_an_import_into_a_city_directory_is_taken_back_whole(city_desk: Desk, files: list[Path]):
    desk = city_desk
    before = desk.content()
    batch = _weigh(desk, files).apply(skip_bad_rows=True)
    assert desk.content() != before
    desk.clock.forward(minutes=1)
    undone = desk.imports.undo(LENA, batch.id)
    assert undone.stayed == ()
    assert desk.content() == before
