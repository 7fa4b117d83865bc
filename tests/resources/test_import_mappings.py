"""What the columns of a table mean is kept under a name and used again for a table with the same headings (S-08)."""

from pathlib import Path

from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.importing.verdicts import Verdict
from tests.resources.importing import LENA, Desk

HEADINGS = ("Ref", "What", "Where")
MEANS = ColumnMapping(columns={"Ref": "source_id", "What": "name", "Where": "address.line"})


def _table(folder: Path, headings: str = "Ref,What,Where") -> Path:
    path = folder / "odd.csv"
    path.write_text(f"{headings}\n1,Example Harbor,12 Example Street\n2,Rose Rest,4 Sample Road\n")
    return path


def _keep(desk: Desk, name: str = "Odd lists", mapping: ColumnMapping = MEANS) -> None:
    desk.clock.forward(minutes=1)
    desk.imports.keep_mapping(LENA, name, "table", HEADINGS, mapping)


def test_a_kept_mapping_is_found_by_its_headings_in_any_order_and_case(desk: Desk):
    _keep(desk)
    found = desk.imports.mapping_for(LENA, (" WHERE", "ref", "What"))
    assert found is not None
    assert (found.name, found.by, found.headings, found.mapping) == ("Odd lists", LENA.name, HEADINGS, MEANS)
    assert desk.imports.mapping_for(LENA, ("Ref", "What")) is None


def test_the_same_name_replaces_and_the_newest_is_used(desk: Desk):
    _keep(desk)
    other = ColumnMapping(columns={"What": "name", "Where": "directions"})
    _keep(desk, mapping=other)
    assert [one.mapping for one in desk.imports.mappings(LENA)] == [other]
    _keep(desk, name="A second")
    assert [one.name for one in desk.imports.mappings(LENA)] == ["A second", "Odd lists"]
    assert desk.imports.mapping_for(LENA, HEADINGS).name == "A second"


def test_an_import_uses_the_kept_mapping_unless_it_is_given_another(desk: Desk, tmp_path: Path):
    _keep(desk)
    prepared = desk.imports.prepare(LENA, [_table(tmp_path)], format_name="table")
    assert [item.values["name"] for item in prepared.items(Verdict.NEW, 0, 9)] == ["Example Harbor", "Rose Rest"]
    swapped = ColumnMapping(columns={"What": "organization", "Where": "name"})
    other = desk.imports.prepare(LENA, [_table(tmp_path)], mapping=swapped)
    assert [item.values["name"] for item in other.items(Verdict.NEW, 0, 9)] == ["12 Example Street", "4 Sample Road"]
    assert other.report.format == "table"
