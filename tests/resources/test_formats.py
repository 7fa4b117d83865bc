"""Which format a source is in, and what is refused before anything is read."""

import pytest

from navigator.errors import BadInput
from navigator.resources.exchange.formats import FORMATS
from navigator.resources.exchange.mapping import ColumnMapping
from tests.resources.pieces import Read, Write


def test_formats_are_tried_from_the_strictest_to_the_loosest() -> None:
    assert list(FORMATS) == ["hsds-json", "hsds-tabular", "icarol", "visionlink", "samhsa", "geojson", "table"]
    assert [one.name for one in FORMATS.values() if one.takes_mapping] == ["geojson", "table"]


def test_a_source_of_no_known_format_is_refused_by_name(write: Write, read: Read) -> None:
    with pytest.raises(BadInput, match=r"words\.txt: this is no directory of help"):
        read(write("words.txt", "Dear all\nsee you on Monday\n"))


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%\xe2\xe3", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 20])
def test_what_is_no_text_is_refused(write: Write, read: Read, content: bytes) -> None:
    with pytest.raises(BadInput, match=r"list\.csv: this is no table"):
        read(write("list.csv", content))


def test_an_unknown_format_is_refused_with_those_that_are_known(write: Write, read: Read) -> None:
    with pytest.raises(BadInput, match='"xml" is not one of the formats: hsds-json, '):
        read(write("list.csv", "Name,Phone\nOak,988\n"), format_name="xml")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "table"])
def test_a_table_is_not_read_as_what_it_is_not(write: Write, read: Read, name: str) -> None:
    with pytest.raises(BadInput, match=r"list\.csv: this is not in the format"):
        read(write("list.csv", "Name,Phone\nOak,988\n"), format_name=name)


def test_a_mapping_is_refused_where_columns_have_their_meaning_already(write: Write, read: Read) -> None:
    with pytest.raises(BadInput, match="for tables and GeoJSON only"):
        read(write("a.csv", "Name,Phone\nOak,988\n"), format_name="icarol", mapping=ColumnMapping({"Name": "name"}))


def test_rows_of_hsds_tables_that_do_not_fit_are_told(write: Write, read: Read) -> None:
    organizations = write("organization.csv", "id,name,description\no1,Oak House,Beds\n")
    services = write("service.csv", "id,organization_id,name,status\ns1,o1,Beds,active\ns2,o1\n")
    problems = read(organizations, services).problems
    assert [(problem.row, problem.column) for problem in problems] == [(3, "organization_id")]
