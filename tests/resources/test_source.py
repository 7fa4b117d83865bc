"""Files as people give them: packed, in folders, in any letters, with any line ends, with broken rows."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from navigator.errors import BadInput
from navigator.resources.exchange import packed
from navigator.resources.exchange.incoming import Part, Problem
from navigator.resources.exchange.sheet import Sheet
from navigator.resources.exchange.source import open_source
from tests.resources.pieces import Write

TABLE = "Name,Town\nGreen Door,Ardmore\nBlue House,Chester\n"


def only(path: Path) -> Sheet:
    (sheet,) = open_source([path]).tables
    return sheet


def cells(path: Path) -> list[tuple[str, ...]]:
    return [tuple(row.values()) for _, row in only(path).rows()]


def workbook(rows: list[list[object]], formats: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    page = book.active
    for row in rows:
        page.append(row)
    for place, form in (formats or {}).items():
        page[place].number_format = form
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_and_any_line_end_is_read(write: Write, end: str, separator: str) -> None:
    text = TABLE.replace(",", separator).replace("\n", end)
    assert cells(write("list.csv", text)) == [("Green Door", "Ardmore"), ("Blue House", "Chester")]


def test_line_ends_may_be_mixed_and_stand_in_cells(write: Write) -> None:
    path = write("list.csv", 'Name,Hours\r\nGreen Door,"Mon 9-5\nTue 9-3"\rBlue House,daily\n')
    assert cells(path) == [("Green Door", "Mon 9-5\nTue 9-3"), ("Blue House", "daily")]


def test_rows_are_counted_as_a_spreadsheet_does(write: Write) -> None:
    path = write("list.csv", 'Name,Hours\n"Green\nDoor",daily\n\n,\nBlue House,daily\n')
    assert [number for number, _ in only(path).rows()] == [2, 5]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_however_it_is_written(write: Write, codec: str) -> None:
    path = write("list.csv", "Name,Town\nCasa María’s Café,Ardmore\n".encode(codec))
    assert cells(path) == [("Casa María’s Café", "Ardmore")]


@pytest.mark.parametrize(("codec", "told"), [("cp1252", "Windows"), ("mac_roman", "Mac Roman")])
def test_older_letters_are_told_apart_and_what_was_assumed_is_said(write: Write, codec: str, told: str) -> None:
    path = write("list.csv", "Name,Town\nSt. John’s Café – “La Niña”,Ardmore\nMaría’s,Chester\n".encode(codec))
    assert cells(path)[0] == ("St. John’s Café – “La Niña”", "Ardmore")
    (note,) = open_source([path]).notes
    assert told in note
    assert note.startswith("list.csv")


def test_a_stray_byte_does_not_spoil_the_unicode_around_it(write: Write) -> None:
    path = write("list.csv", b"Name,Town\n" + "Café é é é é é é é é é é é,".encode() + b"Jos\xe9\n")
    assert cells(path) == [("Café é é é é é é é é é é é", "José")]
    assert "but for 1" in open_source([path]).notes[0]


def test_lines_above_the_heading_are_parts(write: Write) -> None:
    sheet = only(write("list.csv", "Table 1,,,\n,,,\nName,Town,Phone,\nGreen Door,Ardmore,,x\n"))
    assert sheet.headings == ("Name", "Town", "Phone")
    assert [type(line) for line in sheet.lines()] == [Part, Problem]


def test_headings_that_are_empty_or_twice_there_get_names_of_their_own(write: Write) -> None:
    sheet = only(write("list.csv", "Name,,Phone,Phone,Phone (2)\na,b,c,d,e\n"))
    assert sheet.headings == ("Name", "Column 2", "Phone", "Phone (2)", "Phone (2) (2)")


def test_a_row_that_does_not_fit_its_headings_is_told_with_place_and_reason(write: Write) -> None:
    lines = list(only(write("list.csv", "Name,Town,Phone\na,b\nc,d,e,f\ng,h,i,,\nName,Town,Phone\n")).lines())
    short, long, fitting, again = lines
    assert isinstance(short, Problem)
    assert (short.row, short.column, short.value) == (2, "Town", "b")
    assert "2 cells, the headings are 3" in short.reason
    assert isinstance(long, Problem)
    assert (long.row, long.value) == (3, "f")
    assert not isinstance(fitting, Part | Problem)
    assert isinstance(again, Part)


def test_a_quotation_mark_that_is_never_closed_is_named_as_the_cause(write: Write) -> None:
    rest = "".join(f"Door {number},Ardmore,x\n" for number in range(900))
    (problem,) = list(only(write("list.csv", f'Name,Town,Phone\n"Green,Ardmore,x\n{rest}')).lines())
    assert isinstance(problem, Problem)
    assert "quotation mark" in problem.reason


def test_gz_zip_and_folder_hold_the_same_tables(tmp_path: Path, write: Write) -> None:
    zipped = tmp_path / "export.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("out/list.csv", TABLE)
        archive.writestr("out/more.csv.gz", gzip.compress(TABLE.encode()))
        archive.writestr("__MACOSX/out/._list.csv", b"\x00\x05\x16\x07")
        archive.writestr("../../outside.csv", TABLE)
        archive.writestr("notes.docx", "x")
    source = open_source([zipped])
    assert [sheet.name for sheet in source.tables] == ["../../outside.csv", "out/list.csv", "out/more.csv.gz"]
    assert source.passed_over == ("notes.docx",)
    assert all(sum(1 for _ in sheet.rows()) == 2 for sheet in source.tables)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["export.zip"], "nothing is unpacked onto the disk"
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "list.csv").write_text(TABLE)
    (folder / ".hidden.csv").write_text(TABLE)
    assert [sheet.name for sheet in open_source([folder]).tables] == ["inner/list.csv"]
    assert cells(write("list.csv.gz", gzip.compress(TABLE.encode())))[0] == ("Green Door", "Ardmore")


def test_what_a_workbook_shows_is_read_as_a_person_sees_it(write: Write) -> None:
    rows: list[list[object]] = [
        ["Name", "ZIP", "Seen", "Opens", "Fee", "Share", "Yes?"],
        ["Green Door", 1907, datetime(2024, 5, 3), time(9, 0), 12.5, 0.5, True],
        ["Blue House", 19104.0, date(2024, 5, 4), None, 3, 1, False],
    ]
    path = write("list.xlsx", workbook(rows, {"B2": "00000", "F2": "0%", "F3": "0%"}))
    assert cells(path) == [
        ("Green Door", "01907", "2024-05-03", "9:00", "12.5", "50%", "Yes"),
        ("Blue House", "19104", "2024-05-04", "", "3", "100%", "No"),
    ]


def test_every_sheet_of_a_workbook_is_a_table(write: Write) -> None:
    book = Workbook()
    book.active.title = "Help"
    book.active.append(["Name", "Town"])
    book.active.append(["Green Door"])
    book.create_sheet("Empty")
    into = io.BytesIO()
    book.save(into)
    sheet = only(write("list.xlsx", into.getvalue()))
    assert sheet.name == "list.xlsx, Help"
    assert [row for _, row in sheet.rows()] == [{"Name": "Green Door", "Town": ""}]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("list.xlsx", b"PK\x03\x04 nothing", "no workbook"),
        ("list.xls", b"\xd0\xcf\x11\xe0", "old Excel"),
        ("list.zip", b"PK\x03\x04 nothing", "damaged"),
        ("list.csv.gz", gzip.compress(TABLE.encode() * 50, mtime=0)[:-30], "damaged"),
        ("list.csv", b"", "nothing to read"),
    ],
    ids=["workbook", "old workbook", "zip", "gz", "empty"],
)
def test_an_unreadable_file_is_named(write: Write, name: str, content: bytes, words: str) -> None:
    with pytest.raises(BadInput) as refused:
        open_source([write(name, content)])
    assert name in refused.value.sentence
    assert words in refused.value.sentence


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"gone\.csv"):
        open_source([tmp_path / "gone.csv"])


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(packed, "LIMIT", 2000)
    return


def test_what_unpacks_to_more_than_the_limit_is_refused(tmp_path: Path, write: Write, small_limit: None) -> None:
    bomb = write("list.csv.gz", gzip.compress(b"a,b\n" * 5000))
    with pytest.raises(BadInput, match="more than"):
        open_source([bomb])
    zipped = tmp_path / "list.zip"
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.csv", "a,b\n" * 250)
    with pytest.raises(BadInput, match="more than"):
        open_source([zipped])


def test_json_is_given_as_utf_8_without_a_mark(write: Write) -> None:
    for codec in ("utf-8-sig", "utf-16"):
        source = open_source([write("page.json", '{"name": "Café"}'.encode(codec))])
        with source.json_stream() as stream:
            assert stream.read() == '{"name": "Café"}'.encode()


def test_json_is_known_by_its_beginning_where_its_name_says_nothing(write: Write) -> None:
    assert open_source([write("answer", b' [{"id": 1}]')]).documents[0].name == "answer"
