"""What a city file says, and the sentence for one that says it wrongly."""

from pathlib import Path

import pytest

from navigator.city import City, city_keys, load_city, read_city
from navigator.content import read_content
from navigator.crisis import CrisisLine
from navigator.errors import BadInput, StationError

WHOLE = """
name = "Example"
state = "PA"
zone = "America/New_York"
languages = ["English"]
[[crisis_line]]
label = "Crisis"
number = "988"
[information_line]
label = "PA 211"
number = "211"
[holds]
voluntary = "201"
[zips]
19134 = { area = "Kensington", latitude = 39.9925, longitude = -75.1133 }
"""


@pytest.fixture
def philadelphia() -> City:
    return load_city("philadelphia")


def read(tmp_path: Path, text: str) -> City:
    path = tmp_path / "example.toml"
    path.write_text(text, encoding="utf-8")
    return read_content(path, lambda table: read_city("example", table))


def test_every_city_that_ships_can_be_read() -> None:
    assert "philadelphia" in city_keys()
    assert all(load_city(key).key == key for key in city_keys())


def test_the_strip_of_philadelphia_stands_in_its_order(philadelphia: City) -> None:
    assert [line.number for line in philadelphia.crisis_lines] == ["988", "911", "215-685-6440"]
    assert philadelphia.information_line == CrisisLine("PA 211", "211")


def test_philadelphia_speaks_the_ten_languages_of_its_paper(philadelphia: City) -> None:
    assert len(philadelphia.languages) == len(set(philadelphia.languages)) == 10
    assert philadelphia.languages[0] == "English"


def test_philadelphia_names_its_holds_as_pennsylvania_does(philadelphia: City) -> None:
    assert "201" in philadelphia.holds["voluntary"]
    assert "302" in philadelphia.holds["involuntary"]


def test_every_zip_of_philadelphia_lies_near_the_city(philadelphia: City) -> None:
    for code, one in philadelphia.zips.items():
        assert one.code == code
        assert one.area
        assert 39.8 < one.latitude < 40.2
        assert -75.4 < one.longitude < -74.9


def test_a_city_can_be_said_in_a_few_lines(tmp_path: Path) -> None:
    city = read(tmp_path, WHOLE)
    assert (city.name, str(city.zone), city.zips["19134"].area) == ("Example", "America/New_York", "Kensington")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("America/New_York", "America/Nowhere", "example.toml, zone: 'America/Nowhere' is not a time zone."),
        ('name = "Example"', "", "example.toml, name: this is missing."),
        ('name = "Example"', "name = 3", "example.toml, name: 3 is not text in quotes."),
        ('"988"', '"nine"', "example.toml, crisis_line 1, number: 'nine' is not a telephone number."),
        ("[holds]", 'mayor = "?"\n[holds]', "example.toml, information_line, mayor: this key is not known here."),
        ("19134 =", "1913 =", "example.toml, zips, 1913: a ZIP has five digits."),
        ("39.9925", '"north"', "example.toml, zips, 19134, latitude: 'north' is not a number with a decimal point."),
        ("39.9925", "399.25", "example.toml, zips, 19134, latitude: 399.25 is not degrees."),
        ('["English"]', '"English"', "example.toml, languages: 'English' is not a list."),
    ],
)
def test_a_mistake_is_one_sentence_that_names_file_place_and_key(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, WHOLE.replace(old, new))
    assert caught.value.sentence == sentence


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"example\.toml cannot be understood"):
        read(tmp_path, "name = ")


def test_a_city_that_does_not_ship_is_a_plain_sentence() -> None:
    with pytest.raises(StationError, match=r"atlantis\.toml is missing"):
        load_city("atlantis")
