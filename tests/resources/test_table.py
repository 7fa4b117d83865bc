"""Any table by its columns: every target read into its field, everything else kept, bad rows told."""

from pathlib import Path

import pytest

from navigator.errors import BadInput
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.model import Address, Fact, HoursKind, PhoneKind, Span, Status, Tri
from tests.resources.pieces import Pieces, Read, Write

DAY = 1440


@pytest.fixture
def one(write: Write, read: Read) -> object:
    """The pieces of a table of one row: heading and target to cell."""

    def of(cells: dict[tuple[str, str], str], **more: object) -> Pieces:
        quoted = [",".join(f'"{text}"' for text in row) for row in ([name for name, _ in cells], cells.values())]
        mapping = ColumnMapping(dict(cells.keys()), **more)
        return read(write("list.csv", "\n".join(quoted) + "\n"), format_name="table", mapping=mapping)

    return of


NAME = {("N", "name"): "Oak House"}


def test_texts_phones_and_lists_are_read_into_their_fields(one: Read) -> None:
    cells = NAME | {
        ("O", "organization"): "Oak",
        ("A", "alternate_names"): "The Oaks",
        ("P1", "phone"): "215-555-0100 x4",
        ("P2", "phone"): "215-555-0101",
        ("H", "hotline"): "988",
        ("F", "fax"): "215-555-0102",
        ("L", "languages"): "English, Spanish",
        ("D", "description"): "Beds.",
        ("D2", "description"): "Meals.",
        ("W", "url"): "www.example.org",
        ("B", "bring"): "Photo ID",
        ("M", "payment"): "Sliding scale",
        ("S", "seen"): "5/3/24",
        ("I", "source_id"): "77",
    }
    door = one(cells).door
    entry = door.record.entry
    assert (door.key, entry.source_id, entry.service_id) == ("77", "77", "77")
    assert [
        (phone.number, phone.extension, phone.words) for phone in entry.phones if phone.kind is PhoneKind.VOICE
    ] == [
        ("988", "", "Hotline"),
        ("215-555-0100", "4", ""),
        ("215-555-0101", "", ""),
    ]
    assert (entry.alternate_names, entry.languages) == (("The Oaks",), ("English", "Spanish"))
    assert entry.description == "Beds.\nMeals."
    assert entry.facts == {Fact.ID_NEEDED: Tri.YES, Fact.SLIDING_SCALE: Tri.YES}
    assert (entry.url, entry.seen) == ("http://www.example.org", "2024-05-03")
    assert door.kept_as_text == ()
    assert not door.record.extra


def test_an_address_may_stand_in_one_cell_or_in_parts(one: Read) -> None:
    whole = one(NAME | {("A", "address"): "12 Oak St, Philadelphia, PA 19104"}).door.record.entry
    parts = one(
        NAME
        | {
            ("A", "address.line"): "12 Oak St",
            ("C", "address.city"): "Philadelphia",
            ("S", "address.state"): "PA",
            ("Z", "address.zip"): "19104-1234",
        }
    ).door.record.entry
    assert whole.address == parts.address == Address("12 Oak St", "Philadelphia", "PA", "19104")
    assert (whole.area, whole.approximate) == ("University City", True)


def test_a_pair_of_numbers_the_wrong_way_round_is_put_right_and_said(one: Read) -> None:
    door = one(NAME | {("X", "latlon"): "-75.19,39.96"}).door
    assert door.record.entry.place == (39.96, -75.19)
    assert not door.record.entry.approximate
    assert door.repaired == ("Latitude and longitude stood the wrong way round.",)


def test_a_place_far_from_its_zip_is_kept_as_text(one: Read) -> None:
    cells = {("Z", "address.zip"): "19104", ("Y", "latitude"): "34.05", ("X", "longitude"): "-118.24"}
    door = one(NAME | cells).door
    assert door.record.entry.approximate, "the ZIP's own middle stands in"
    assert door.kept_as_text == ("Y",)
    assert door.record.extra["location"]["Y"] == "34.05, -118.24"
    assert "miles from its ZIP" in door.repaired[0]


def test_hours_in_a_pair_of_columns_for_each_day_become_a_week(one: Read) -> None:
    cells = {
        ("MO", "opens.monday"): "9:00",
        ("MC", "closes.monday"): "17:00",
        ("FO", "opens.friday"): "22:00",
        ("FC", "closes.friday"): "2:00",
        ("S", "hours.sunday"): "closed",
    }
    (hours,) = one(NAME | cells).door.record.entry.hours
    assert hours.spans == (Span(540, 1020), Span(4 * DAY + 1320, 5 * DAY + 120))


@pytest.mark.parametrize("closes", ["5:00", "", "late"])
def test_half_a_week_is_never_typed(one: Read, closes: str) -> None:
    cells = {
        ("MO", "opens.monday"): "9:00",
        ("MC", "closes.monday"): "17:00",
        ("TO", "opens.tuesday"): "8:00",
        ("TC", "closes.tuesday"): closes,
    }
    door = one(NAME | cells).door
    (hours,) = door.record.entry.hours
    assert hours.spans == ()
    assert hours.text.startswith("Monday 9:00 - 17:00; Tuesday 8:00")
    assert door.kept_as_text == ("TO",)


def test_a_week_that_is_all_closed_stays_text(one: Read) -> None:
    (hours,) = one(NAME | {("T", "hours.tuesday"): "Closed"}).door.record.entry.hours
    assert (hours.spans, hours.text) == ((), "Tuesday Closed")


def test_days_and_times_in_three_cells_are_read_as_one_text(one: Read) -> None:
    cells = {("D", "hours.days"): "Mon-Fri", ("O", "hours.opens"): "9 AM", ("C", "hours.closes"): "5 PM"}
    (hours,) = one(NAME | cells).door.record.entry.hours
    assert hours.spans[0] == Span(540, 1020)
    assert len(hours.spans) == 5


def test_days_that_hold_times_speak_for_themselves_and_the_times_are_kept(one: Read) -> None:
    cells = {("D", "hours.days"): "Mon 9am-5pm", ("O", "hours.opens"): "10PM", ("C", "hours.closes"): "6PM"}
    door = one(NAME | cells).door
    assert door.record.entry.hours[0].spans == (Span(540, 1020),)
    assert door.record.extra["at_location"] == {"O": "10PM", "C": "6PM"}


def test_hours_of_a_kind_are_of_that_kind(one: Read) -> None:
    entry = one(NAME | {("H", "hours.intake"): "Mon-Fri 9am-5pm"}).door.record.entry
    assert entry.hours[0].kind is HoursKind.INTAKE


def test_values_become_kinds_of_help_by_the_table_of_values(one: Read) -> None:
    door = one(NAME | {("T", "category"): "PANTRY"}, categories={"pantry": "food"}, category="shelter").door
    assert (door.record.entry.categories, door.record.entry.kind) == (("food",), "PANTRY")
    door = one(NAME | {("T", "category"): "Lemonade"}, categories={"pantry": "food"}).door
    assert (door.record.entry.categories, door.kept_as_text) == ((), ("T",))
    door = one(NAME, category="shelter").door
    assert door.record.entry.categories == ("shelter",)


def test_yes_and_no_are_facts_and_an_empty_cell_is_unknown(one: Read) -> None:
    cells = {
        ("P", "fact:pets welcome"): "no",
        ("W", "fact:walk in"): "x",
        ("M", "fact:takes men"): "",
        ("V", "fact:free"): "often",
    }
    door = one(NAME | cells).door
    assert door.record.entry.facts == {Fact.PETS: Tri.NO, Fact.WALK_IN: Tri.YES}
    assert door.kept_as_text == ("V",)
    assert door.record.extra["service"] == {"V": "often"}


def test_lists_of_people_and_ages_are_read_where_plain(one: Read) -> None:
    cells = {("P", "people"): "Women, Families, Poets", ("A", "ages"): "18+", ("Y", "minimum_age"): "old"}
    door = one(NAME | cells).door
    assert door.record.entry.facts == {Fact.WOMEN: Tri.YES, Fact.FAMILIES: Tri.YES}
    assert door.record.entry.minimum_age == 18
    assert door.record.entry.eligibility == "Women, Families, Poets\nAges: 18+"
    assert door.kept_as_text == ("Y",)


@pytest.mark.parametrize(
    ("text", "status"),
    [("open", Status.ACTIVE), ("Closed", Status.CLOSED), ("Temporarily closed", Status.TEMPORARILY_CLOSED)],
)
def test_words_for_a_status_are_read(one: Read, text: str, status: Status) -> None:
    assert one(NAME | {("S", "status"): text}).door.record.entry.status is status


@pytest.mark.parametrize(
    "cell",
    [("C", "confidential"), ("A", "address"), ("C", "address.city"), ("D", "directions")],
)
def test_a_confidential_row_keeps_nothing_of_its_place(one: Read, cell: tuple[str, str]) -> None:
    word = "yes" if cell[1] == "confidential" else "Undisclosed location"
    cells = {
        ("S", "address.line"): "77 Secret Rd",
        ("Z", "address.zip"): "19104",
        ("Y", "latitude"): "39.96",
        ("X", "longitude"): "-75.19",
        ("U", "url"): "www.secret.example",
        ("K", "other"): "behind Secret Rd",
        ("P", "phone"): "215-555-0100",
        ("T", "description"): "Near the mill.",
    }
    door = one(NAME | {cell: word} | cells).door
    assert door.record.entry.confidential
    assert [phone.number for phone in door.record.entry.phones] == ["215-555-0100"]
    assert door.free_text["description"] == "Near the mill."
    for trace in ("Secret", "19104", "39.96", "secret.example"):
        assert trace not in repr(door)


def test_whatever_is_not_plainly_no_is_confidential(one: Read) -> None:
    assert one(NAME | {("C", "confidential"): "partly"}).door.record.entry.confidential
    assert not one(NAME | {("C", "confidential"): "No"}).door.record.entry.confidential


def test_columns_that_mean_nothing_are_kept_under_their_heading(write: Write, read: Read) -> None:
    path = write("list.csv", "Name,Colour,Shade\nOak House,green,N/A\n")
    door = read(path, mapping=ColumnMapping({"Name": "name"}))
    assert door.door.record.extra == {"service": {"Colour": "green"}}


def test_rows_without_a_number_have_the_same_key_in_every_export(write: Write, read: Read) -> None:
    rows = ["Oak House,1 Elm St,a", "Oak House,2 Elm St,b", "Oak House,2 Elm St,c"]
    first = read(write("one.csv", "Name,Address,Note\n" + "\n".join(rows) + "\n"))
    again = read(write("two.csv", "Name,Address,Note\n" + "\n".join(reversed(rows)) + "\n"))
    assert len({door.key for door in first.doors}) == 3
    assert {door.key for door in first.doors} == {door.key for door in again.doors}
    assert "Elm" not in repr([door.key for door in first.doors])


def test_a_row_without_a_name_and_a_row_that_does_not_fit_are_problems(write: Write, read: Read) -> None:
    pieces = read(write("list.csv", "Name,Phone\n,988\nOak House\nElm House,988\n"))
    assert [(problem.row, problem.column) for problem in pieces.problems] == [(2, "Name"), (3, "Name")]
    assert pieces.door.row == 4


def test_tables_with_the_same_columns_are_read_together_and_others_told(write: Write, read: Read) -> None:
    same = [write(name, "Name,Phone\nOak,988\n") for name in ("a.csv", "b.csv")]
    pieces = read(*same, write("c.csv", "Code,Words\n1,x\n"))
    assert len(pieces.doors) == 2
    assert "Import it by itself" in pieces.problems[0].reason


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        (ColumnMapping({"Nam": "name"}), 'a column "Nam", which is not in the table'),
        (ColumnMapping({"Phone": "phone"}), "none of its columns is known to be the name"),
        (ColumnMapping({"Name": "name"}, {"x": "fod"}), '"fod" is not a kind of help'),
    ],
)
def test_a_mapping_that_does_not_fit_the_table_is_refused(
    write: Write, read: Read, mapping: ColumnMapping, words: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read(write("list.csv", "Name,Phone\nOak,988\n"), mapping=mapping)
    assert words in refused.value.sentence


def test_shelters_of_2016_are_turned_round_and_sorted(corpora: Path, read: Read) -> None:
    doors = read(corpora / "spreadsheets" / "shelters-2016-lonlat.csv").doors
    assert all(door.repaired for door in doors)
    assert all(39 < door.record.entry.place[0] < 41 for door in doors if door.record.entry.place)
    assert sum("shelter" in door.record.entry.categories for door in doors) == 46


def test_food_of_2014_has_its_week_typed_from_pairs_of_columns(corpora: Path, read: Read) -> None:
    doors = read(corpora / "spreadsheets" / "food-2014-mac-line-ends.csv").doors
    assert sum(any(hours.spans for hours in door.record.entry.hours) for door in doors) == 100
