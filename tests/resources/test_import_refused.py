"""What is no whole list says nothing of what it does not name; what is no list of its format is refused (S-08)."""

import json

import pytest

from navigator.errors import BadInput
from tests.resources.importing import LENA, Desk
from tests.resources.pieces import Write

SAID = (
    {"total_items": 10, "total_pages": 4, "page_number": 1, "size": 3, "last_page": False},
    {"total_items": 10, "size": 3},
    {"last_page": False},
)


def _services(count: int, start: int = 0) -> list[dict[str, object]]:
    return [
        {
            "id": f"s{number}",
            "name": f"Program {'abcdefghij'[number] * 6}",
            "status": "active",
            "organization": {"id": "o", "name": "Example Health"},
            "phones": [{"id": f"p{number}", "number": f"215-555-01{number:02d}"}],
        }
        for number in range(start, start + count)
    ]


@pytest.mark.parametrize("is_at_the_end", [False, True])
@pytest.mark.parametrize("said", SAID)
def test_of_one_page_of_a_list_nothing_counts_as_gone(
    desk: Desk, write: Write, said: dict[str, object], is_at_the_end: bool
):
    whole = write("list.json", json.dumps(_services(10)))
    desk.imports.apply(LENA, desk.imports.prepare(LENA, [whole]))
    records: dict[str, object] = {"contents": _services(3)}
    page = write("page.json", json.dumps(records | said if is_at_the_end else said | records))
    report = desk.imports.prepare(LENA, [page]).report
    assert (report.known_feed, report.unchanged, report.gone) == (True, 3, 0)
    assert any("not the whole list" in note for note in report.notes)


def test_all_pages_together_are_the_whole_list(desk: Desk, write: Write):
    whole = write("list.json", json.dumps(_services(5)))
    desk.imports.apply(LENA, desk.imports.prepare(LENA, [whole]))
    pages = [
        write(
            f"{page}.json", json.dumps({"total_pages": 2, "page_number": page, "contents": _services(2, page * 2 - 2)})
        )
        for page in (1, 2)
    ]
    report = desk.imports.prepare(LENA, pages).report
    assert (report.rows, report.unchanged, report.gone, report.notes) == (4, 4, 1, ())


@pytest.mark.parametrize(
    ("name", "content", "format_name"),
    [
        ("list.csv", "name,address\n", "table"),
        ("list.json", '{"total_pages": 1, "page_number": 1, "contents": []}', "hsds-json"),
    ],
)
def test_a_file_without_a_row_is_refused_and_nothing_is_gone(
    desk: Desk, write: Write, name: str, content: str, format_name: str
):
    with pytest.raises(BadInput, match=rf"{name}: nothing in it could be read as"):
        desk.imports.prepare(LENA, [write(name, content)], format_name=format_name)


@pytest.mark.parametrize("content", ["name,address\nOak House,1 Oak Street\n", "foo,bar\n1,2\n"])
@pytest.mark.parametrize("format_name", ["hsds-json", "hsds-tabular", "icarol", "visionlink", "samhsa", "geojson"])
def test_a_format_that_does_not_fit_is_refused_by_name(desk: Desk, write: Write, content: str, format_name: str):
    with pytest.raises(BadInput, match=r"junk\.csv: "):
        desk.imports.prepare(LENA, [write("junk.csv", content)], format_name=format_name)


@pytest.mark.parametrize("format_name", ["hsds-tabular", "icarol", "visionlink", "samhsa", "geojson", "table"])
def test_json_of_another_kind_is_refused_by_name(desk: Desk, write: Write, format_name: str):
    with pytest.raises(BadInput, match=r"junk\.json: "):
        desk.imports.prepare(LENA, [write("junk.json", '[{"a": 1}]')], format_name=format_name)
