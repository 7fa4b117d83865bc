"""What stands in single cells: telephones, addresses, places, dates, languages, facts that are said plainly."""

from datetime import date

import pytest

from navigator.city import City
from navigator.resources.exchange import said
from navigator.resources.exchange.address import address_of, zip_of
from navigator.resources.exchange.dates import day_of
from navigator.resources.exchange.incoming import Setting
from navigator.resources.exchange.languages import languages_of
from navigator.resources.exchange.open_days import between, hours_of_days
from navigator.resources.exchange.plain import plain
from navigator.resources.exchange.point import pair_of, point_of
from navigator.resources.exchange.telephone import phones_of
from navigator.resources.exchange.web import web_of
from navigator.resources.model import Address, Fact, Phone, PhoneKind, Span, Tri
from navigator.resources.places import zip_point

VOICE, FAX, TTY, TEXT = PhoneKind.VOICE, PhoneKind.FAX, PhoneKind.TTY, PhoneKind.TEXT


@pytest.mark.parametrize(
    ("text", "phones", "left"),
    [
        ("(215) 555-0100 x12", [Phone("215-555-0100", extension="12")], ""),
        ("215-555-0100, ext 202", [Phone("215-555-0100", extension="202")], ""),
        ("+1 215.555.0100", [Phone("215-555-0100")], ""),
        ("215/555-0100", [Phone("215-555-0100")], ""),
        ("2155550100", [Phone("215-555-0100")], ""),
        ("(215) 555-0100 or (215) 555-0101", [Phone("215-555-0100"), Phone("215-555-0101")], ""),
        (
            "Intake: 215-555-0100; Fax: 215-555-0101",
            [Phone("215-555-0100", words="Intake"), Phone("215-555-0101", FAX)],
            "",
        ),
        ("215-555-0100 (Spanish)", [Phone("215-555-0100", words="Spanish")], ""),
        ("215-555-0100/52", [Phone("215-555-0100")], "52"),
        ("1-800-555-HELP (4357)", [Phone("800-555-4357")], ""),
        ("866-DOOR-4-ALL", [Phone("866-366-7425")], ""),
        ("211 or 215-555-0100", [Phone("211"), Phone("215-555-0100")], ""),
        ("(   ) 311-", [Phone("311")], ""),
        ("TTY 711", [Phone("711", TTY)], ""),
        ("Call or text 988", [Phone("988", words="Call or text")], ""),
        ("Text GO to 555010", [Phone("555010", TEXT, "Text GO to")], ""),
        ("555-0100", [], "555-0100"),
        ("(202) 727-442-6100", [], "(202) 727-442-6100"),
        ("215-555-01000", [], "215-555-01000"),
        ("2014-05-03", [], "2014-05-03"),
        ("ask at the desk", [], "ask at the desk"),
        ("(   )    -", [], ""),
    ],
)
def test_telephones_are_read_or_left_as_they_stand(text: str, phones: list[Phone], left: str) -> None:
    assert phones_of(text) == (tuple(phones), left)


@pytest.mark.parametrize(
    ("text", "state", "code"),
    [
        ("19104", "PA", "19104"),
        ("19104-3206", "PA", "19104"),
        ("191043206", "PA", "19104"),
        ("19104.0", "PA", "19104"),
        ("8102", "NJ", "08102"),
        ("8102", "PA", ""),
        ("200011", "DC", ""),
        ("-1", "PA", ""),
    ],
)
def test_zips_get_their_lost_zero_back_only_where_the_state_has_such(text: str, state: str, code: str) -> None:
    assert zip_of(text, state) == code


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("12 Oak St, Philadelphia, PA 19104", Address("12 Oak St", "Philadelphia", "PA", "19104")),
        ("12 Oak St # 5, Philadelphia, PA, 19104-1234", Address("12 Oak St # 5", "Philadelphia", "PA", "19104")),
        ("12 Oak St,\nPhiladelphia, PA", Address("12 Oak St", "Philadelphia", "PA")),
        ("12 Oak St Philadelphia", Address("12 Oak St Philadelphia")),
        ("Corner of Oak, Elm, XX 19104", Address("Corner of Oak, Elm, XX 19104")),
    ],
)
def test_a_whole_address_is_parted_only_where_its_parts_are_plain(text: str, address: Address) -> None:
    assert address_of(text) == address


@pytest.fixture(scope="module")
def city(setting: Setting) -> City:
    return setting.city


def test_latitude_and_longitude_are_turned_round_and_it_is_said(city: City) -> None:
    centre = zip_point("19104", city)
    found = point_of("-75.19", "39.96", centre)
    assert found.point == (39.96, -75.19)
    assert found.repaired
    assert point_of("39.96", "-75.19", centre).repaired == ""


@pytest.mark.parametrize(
    ("latitude", "longitude", "doubt"),
    [
        ("0", "0", "no place"),
        ("51.5", "-0.1", "outside"),
        ("34.05", "-118.24", "miles"),
        ("39.9 N", "-75", "no latitude"),
    ],
)
def test_a_place_that_cannot_be_is_doubted(city: City, latitude: str, longitude: str, doubt: str) -> None:
    found = point_of(latitude, longitude, zip_point("19104", city))
    assert found.point is None
    assert doubt in found.doubt


def test_two_numbers_in_a_cell_are_a_pair() -> None:
    assert pair_of(" (39.95, -75.16) ") == ("39.95", "-75.16")
    assert pair_of("39.95, -75.16, 12") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2014-05-03", date(2014, 5, 3)),
        ("2023/03/30", date(2023, 3, 30)),
        ("5/3/2014", date(2014, 5, 3)),
        ("6/21/99 0:00", date(1999, 6, 21)),
        ("12/6/11 21:42", date(2011, 12, 6)),
        ("1/1/27", date(2027, 1, 1)),
        ("1/1/00", date(2000, 1, 1)),
        ("1900-01-01 0:00:00", None),
        ("13/13/2014", None),
        ("last May", None),
    ],
)
def test_dates_are_read_month_first_and_two_digit_years_lie_near(text: str, day: date | None) -> None:
    assert day_of(text, date(2026, 6, 1)) == day


def test_languages_are_told_from_other_words() -> None:
    assert languages_of("English, Cambodian & ASL") == (("English", "Khmer", "American Sign Language"), "")
    assert languages_of("English; others on request") == (("English",), "others on request")


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Must be between ages 5 - 14", (5, 14)),
        ("Individuals 18 years and older.", (18, None)),
        ("Ages 60+", (60, None)),
        ("Must be at least 18 years old", (18, None)),
        ("Ages 12 to 17; must live in the city", (12, 17)),
        ("Must be 60 years of age, or a caregiver", (None, None)),
        ("Children ages 3 - 5. Adults 18 and older", (None, None)),
        ("5 - 14", (None, None)),
        ("Pre-K - 5th grade", (None, None)),
    ],
)
def test_ages_are_read_only_from_a_sentence_that_says_nothing_else(
    text: str, ages: tuple[int | None, int | None]
) -> None:
    assert said.ages_of(text) == ages


def test_facts_are_read_from_clauses_that_say_nothing_else() -> None:
    assert said.of_fees("No fee") == {Fact.FREE: Tri.YES}
    assert said.of_fees("No fee; Flat fee") == {}
    assert said.of_fees("Sliding scale, Medicaid") == {Fact.SLIDING_SCALE: Tri.YES, Fact.MEDICAID: Tri.YES}
    assert said.of_fees("Medicaid may be accepted in some cases") == {}
    assert said.of_access("Telephone, Walk-In") == {Fact.WALK_IN: Tri.YES}
    assert said.of_access("Walk-in; no walk-ins") == {}
    assert said.of_papers("Photo ID.") == {Fact.ID_NEEDED: Tri.YES}
    assert said.of_papers("None required.") == {Fact.ID_NEEDED: Tri.NO}
    assert said.of_building("Not wheelchair accessible") == {Fact.WHEELCHAIR: Tri.NO}
    assert said.of_people("Women only. Call ahead") == {Fact.WOMEN: Tri.YES, Fact.MEN: Tri.NO}
    assert said.of_people("Men who are veterans only on Fridays") == {}


@pytest.mark.parametrize(
    ("text", "web"),
    [
        ("www.example.org", "http://www.example.org"),
        ("https://example.org/help?x=1", "https://example.org/help?x=1"),
        ("http//example.org", "http://example.org"),
        ("see our page", ""),
        ("help@example.org", ""),
    ],
)
def test_web_addresses_get_a_scheme_or_are_none(text: str, web: str) -> None:
    assert web_of(text) == web


def test_markup_of_editors_becomes_plain_lines() -> None:
    assert plain("<p>Help &amp; food.<br /><b>Daily</b></p>  at  9") == "Help & food.\nDaily\nat 9"
    assert plain("Beds &lt; 5") == "Beds < 5"
    assert plain("5 < 6 and 7 > 3") == "5 < 6 and 7 > 3"


def test_hours_by_day_are_read_only_where_the_clock_is_plain() -> None:
    hours = hours_of_days("Mon 08:00 - 16:00; Fri 22:00 - 02:00;")
    assert hours is not None
    assert hours.spans == (Span(480, 960), Span(4 * 1440 + 1320, 5 * 1440 + 120))
    whole = hours_of_days(
        "; ".join(f"{day} 00:00 - 23:59" for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
    )
    assert whole is not None
    assert whole.spans == (Span(0, 7 * 1440),)
    assert hours_of_days("Tue 8:00 - 5:00;") is None
    assert hours_of_days("Mon; Tue; Wed;") is None
    assert between("1:00", "4:00", to_24=False) is None
    assert between("0:00", "0:00", to_24=True) is None
    assert between("6 pm", "2 am", to_24=False) == (1080, 1560)
