"""The directory files: what ships can be read and is honest; a mistake in one is a sentence that names it."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from navigator.city import load_city
from navigator.data import data_dir
from navigator.errors import BadInput
from navigator.resources.categories import load_categories
from navigator.resources.hours import OpenKind, open_state
from navigator.resources.model import Address, Entry, Fact, HoursKind, Phone, PhoneKind, Status, Tri
from navigator.resources.starter import read_directory, read_do_not_list

NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
"""2:14 AM in Philadelphia on a Monday."""
CITY = load_city("philadelphia")
CATEGORIES = load_categories()
Read = Callable[..., tuple[Entry, ...]]


def shipped(path: str) -> dict[str, Entry]:
    entries = read_directory(data_dir() / path, now=NOW, city=CITY, categories=CATEGORIES)
    return {entry.source_id: entry for entry in entries}


PHILADELPHIA = shipped("directory/philadelphia.toml")
NATIONAL = shipped("directory/national.toml")
DEMO = shipped("demo/services.toml")
REAL = PHILADELPHIA | NATIONAL


def real(short: str) -> Entry:
    return PHILADELPHIA[f"starter:philadelphia:{short}"]


def invented(short: str) -> Entry:
    return DEMO[f"demo:{short}"]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads one service, a whole and plain one with `lines` added."""

    def one(lines: str, *, name: str = "Hub of Hope", invented: bool = False) -> tuple[Entry, ...]:
        path = tmp_path / "philadelphia.toml"
        head = "invented = true\n" if invented else ""
        plain = f'source_id = "a:b"\nname = "{name}"\ncategory = "Day center"\n'
        kinds = "" if "categories" in lines else 'categories = ["day-center"]\n'
        path.write_text(f"{head}[[service]]\n{plain}{kinds}{lines}\n", encoding="utf-8")
        return read_directory(path, now=NOW, city=CITY, categories=CATEGORIES)

    return one


def test_every_row_of_the_starter_facts_is_there() -> None:
    assert (len(PHILADELPHIA), len(NATIONAL)) == (78, 15)


def test_no_real_entry_claims_a_check_room_or_a_date() -> None:
    for entry in REAL.values():
        assert (entry.verified, entry.due_on, entry.capacities, entry.invented) == (None, None, (), False)
        assert entry.status is Status.ACTIVE
        assert entry.seen
        assert entry.source


def test_the_line_that_ended_in_2025_is_nowhere() -> None:
    for path in data_dir().rglob("*.toml"):
        assert "press 3" not in path.read_text(encoding="utf-8").lower(), path.name  # S-11


def test_every_entry_is_some_known_kind_of_help() -> None:
    for entry in (REAL | DEMO).values():
        assert entry.categories
        assert set(entry.categories) <= set(CATEGORIES)
        assert entry.kind


def test_a_confidential_entry_has_no_place_in_any_form() -> None:
    hidden = [entry for entry in (REAL | DEMO).values() if entry.confidential]
    assert len(hidden) == 4
    for entry in hidden:
        assert (entry.address, entry.area, entry.place, entry.directions, entry.url) == (None, "", None, "", "")
        assert entry.discreet_label == "Help line"


def test_what_stands_in_the_city_has_its_neighborhood_and_the_centre_of_its_zip() -> None:
    crisis_center = real("hall-mercer-crc")
    assert crisis_center.address == Address("245 South 8th Street", "Philadelphia", "PA", "19106")
    assert (crisis_center.area, crisis_center.place) == ("Old City and Society Hill", (39.9474, -75.1473))
    assert all(entry.place is not None for entry in DEMO.values() if not entry.confidential)


def test_a_telephone_line_stands_nowhere() -> None:
    line = NATIONAL["starter:national:988"]
    assert (line.address, line.place, line.national) == (None, None, True)
    assert line.phones == (Phone("988"), Phone("988", PhoneKind.TEXT))


def test_the_second_childrens_crisis_center_says_check_before_use() -> None:
    entry = real("childrens-crc")
    assert entry.note.startswith("Check before use: ")
    assert open_state(entry.hours, NOW, CITY.zone).kind is OpenKind.UNKNOWN


@pytest.mark.parametrize("short", ["mike-hinson", "chosen-300", "matp", "mercy-hospice", "our-brothers-place"])
def test_a_doubtful_number_is_noted(short: str) -> None:
    assert "number" in real(short).note.lower()


def test_after_hours_intake_joins_the_nights_to_the_weekend() -> None:
    for short in ("house-of-passage", "red-shield", "acts"):
        (hours,) = real(short).hours
        assert hours.kind is HoursKind.INTAKE
        assert len(hours.spans) == 5
        assert "24 h weekends and holidays" in hours.text


def test_only_what_the_text_says_is_yes_or_no() -> None:
    men, women = real("mike-hinson"), real("house-of-passage")
    assert (men.fact(Fact.MEN), men.fact(Fact.WOMEN), men.fact(Fact.PETS)) == (Tri.YES, Tri.NO, Tri.UNKNOWN)
    assert (women.fact(Fact.MEN), women.fact(Fact.WOMEN)) == (Tri.NO, Tri.YES)
    assert real("station-house").fact(Fact.COORDINATED_ENTRY_ONLY) is Tri.YES
    assert real("net-access-point").fact(Fact.ID_NEEDED) is Tri.NO
    assert (real("chop-crc").minimum_age, real("chop-crc").maximum_age) == (5, 17)


def test_each_real_number_can_be_dialled_and_none_is_invented() -> None:
    for phone in (phone for entry in REAL.values() for phone in entry.phones):
        assert re.fullmatch(r"\d{3}|\d{5,6}|\d{3}-\d{3}|(1-)?\d{3}-\d{3}-\d{4}", phone.number)
        assert "-555-01" not in phone.number


def test_the_demo_invents_what_cannot_be_real() -> None:
    once = [entry for key, entry in DEMO.items() if not key.endswith("-twin")]
    numbers = [phone.number for entry in once for phone in entry.phones]
    assert len(numbers) == len(set(numbers))
    assert all(re.fullmatch(r"(215|267)-555-01\d\d", number) for number in numbers)
    assert all(entry.invented and "Example" in entry.organization for entry in DEMO.values() if entry.organization)
    assert all("Example" in entry.address.line for entry in DEMO.values() if entry.address)


def test_demo_times_are_counted_back_from_now() -> None:
    harbor = invented("harbor-withdrawal-unit")
    assert harbor.capacities[0].as_of == NOW - timedelta(minutes=20)
    assert harbor.verified is not None
    assert harbor.verified.at == NOW - timedelta(days=12)
    assert harbor.due_on == harbor.verified.next_due == date(2027, 11, 11)


def test_a_demo_shelter_is_due_after_90_days() -> None:
    assert invented("lantern-womens-shelter").due_on == date(2026, 11, 16)


def test_the_demo_shows_each_state_that_a_door_can_be_in() -> None:
    assert {entry.status for entry in DEMO.values()} >= {Status.TEMPORARILY_CLOSED, Status.DO_NOT_REFER}
    assert {open_state(entry.hours, NOW, CITY.zone).kind for entry in DEMO.values()} == set(OpenKind)
    assert invented("orchard-family-residence").status_until == date(2026, 12, 2)
    assert invented("elm-peer-respite").capacities[0].available is None


def test_the_do_not_list_names_who_must_not_come_back_and_why() -> None:
    barred = read_do_not_list(data_dir() / "directory" / "philadelphia.toml")
    assert len(barred) == 6
    assert all(bar.name and bar.reason for bar in barred)


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("Mon 16:00-17:00", [(960, 1020)]),
        ("Sun 22:00-06:00", [(9960, 10440)]),
        ("Tue & Thu 09:00-12:00", [(1980, 2160), (4860, 5040)]),
        ("Fri-Mon 00:00-24:00", [(5760, 11520)]),
        ("always", [(0, 10080)]),
        ("Daily 00:00-24:00", [(0, 10080)]),
    ],
)
def test_hours_are_read_as_minutes_of_the_week(read: Read, line: str, spans: list[tuple[int, int]]) -> None:
    (entry,) = read(f'hours_text = "as published"\nhours = [{{ kind = "office", open = ["{line}"] }}]')
    assert [(span.start, span.end) for span in entry.hours[0].spans] == spans
    assert entry.hours[0].text == "as published"


def test_published_hours_that_nobody_read_are_kept_as_text(read: Read) -> None:
    (entry,) = read('hours_text = "Call to confirm"')
    assert [(one.kind, one.spans, one.text) for one in entry.hours] == [(HoursKind.UNKNOWN, (), "Call to confirm")]


def test_markup_and_right_to_left_text_in_a_name_are_only_text(read: Read) -> None:
    (entry,) = read("", name="<b>مركز</b> & Sons")
    assert entry.name == "<b>مركز</b> & Sons"


@pytest.mark.parametrize(
    ("lines", "mistake"),
    [
        ('hours = [{ open = ["Mondya 09:00-10:00"] }]', "hours: 'Mondya' is not a day."),
        ('hours = [{ open = ["Mon 09:00-25:00"] }]', "hours: '25:00' is not a time of day."),
        ('hours = [{ open = ["mornings"] }]', "hours: 'mornings' does not read like \"Mon-Fri 07:00-17:00\" or"),
        ('hours = [{ kind = "office" }]', "hours: hours that are not read need the published text."),
        ('hours = [{ kind = "brunch", text = "x" }]', "hours 1, kind: 'brunch' is not one of: office, intake"),
        ('categories = ["spa"]', "categories: 'spa' is not a category."),
        ("categories = []", "categories: a service needs at least one."),
        ('yes = ["gentlemen"]', "yes: 'gentlemen' is not a fact that Navigator knows."),
        ('yes = ["men"]\nno = ["men"]', "no: 'men' is said to be both yes and no."),
        ('phones = [{ number = "call us" }]', "phones 1, number: 'call us' is not a telephone number."),
        ('phones = [{ number = "988", kind = "pager" }]', "phones 1, kind: 'pager' is not one of: voice, text"),
        ('postal_code = "1913"', "postal_code: '1913' is not a ZIP of five digits."),
        ("minimum_age = 21\nmaximum_age = 14", "maximum_age: 14 is younger than the minimum age 21."),
        ('minimum_age = "18"', "minimum_age: '18' is not a whole number."),
        ("minimum_age = true", "minimum_age: True is not a whole number."),
        ('url = "javascript:alert(1)"', "url: 'javascript:alert(1)' is not a web address."),
        ('status = "gone"', "status: 'gone' is not one of: active"),
        ('opening = "9"', "opening: this key is not known here."),
        ("verified = { days_ago = 3 }", "verified: this key is not known here."),
        ('confidential = true\naddress = "1 Main"', "address: a confidential service must not have this."),
    ],
)
def test_a_mistake_names_the_file_the_service_and_the_field(read: Read, lines: str, mistake: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(lines)
    assert caught.value.sentence.startswith(f"philadelphia.toml, service 1 (Hub of Hope), {mistake}")


def test_a_service_without_a_name_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("[[service]]\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"^broken\.toml, service 1, name: this is missing\.$"):
        read_directory(path, now=NOW, city=CITY, categories=CATEGORIES)


def test_two_services_cannot_have_the_same_source_id(tmp_path: Path) -> None:
    path = tmp_path / "twins.toml"
    one = '[[service]]\nsource_id = "a"\nname = "One"\ncategory = "Food"\ncategories = ["food"]\n'
    path.write_text(one + one.replace("One", "Two"), encoding="utf-8")
    with pytest.raises(BadInput, match="One and Two have the same one"):
        read_directory(path, now=NOW, city=CITY, categories=CATEGORIES)


def test_only_an_invented_service_can_have_room_and_checks(read: Read) -> None:
    lines = 'capacities = [{ unit = "bed", available = 1, said_by = "Ann", minutes_ago = 5 }]'
    with pytest.raises(BadInput, match="capacities: this key is not known here"):
        read(lines)
    (entry,) = read(lines, invented=True)
    assert entry.capacities[0].available == 1
