"""What columns mean: guessed for a person to look through, written as JSON, refused with a sentence."""

import json
from typing import Any

import pytest

from navigator.errors import BadInput
from navigator.resources.exchange.guess import guess
from navigator.resources.exchange.incoming import Setting
from navigator.resources.exchange.mapping import ColumnMapping, mapping_of_text
from navigator.resources.exchange.targets import TARGETS


def guessed(setting: Setting, **columns: list[str]) -> dict[str, str]:
    """What is guessed of columns by heading; "_" in a heading stands for a space."""
    named = {heading.replace("_", " "): values for heading, values in columns.items()}
    count = max(map(len, named.values()))
    sample = [{heading: (values + [""] * count)[row] for heading, values in named.items()} for row in range(count)]
    return dict(guess(tuple(named), sample, setting.categories).columns)


def test_headings_are_known_by_likeness(setting: Setting) -> None:
    headings = guessed(
        setting,
        Program_Name=["Oak House"],
        AgencyName=["Oak"],
        PHONE_NUMBER=["215-555-0100"],
        ZipCode=["19104"],
        Hours_of_Operaton=["9 to 5"],
        Website_URL=["www.example.org"],
        Colour=["green"],
    )
    assert list(headings.values()) == ["name", "organization", "phone", "address.zip", "hours", "url", "other"]


def test_what_stands_in_a_column_decides_against_its_heading(setting: Setting) -> None:
    headings = guessed(
        setting, Name=["Oak", "Elm"], Phone=["Yes", "No"], Hours=["yes", ""], Latitude=["north", "south"]
    )
    assert list(headings.values()) == ["name", "other", "other", "other"]


def test_telephones_are_known_under_any_heading(setting: Setting) -> None:
    numbers = ["215-555-0100", "215-555-0101", "215-555-0102"]
    assert guessed(setting, Name=["a", "b", "c"], Desk=numbers)["Desk"] == "phone"


def test_yes_and_no_columns_become_facts_and_other_columns_never(setting: Setting) -> None:
    headings = guessed(setting, Name=["Oak"], Wheelchair_accessible=["Yes"], Pets=["call and ask"])
    assert headings == {"Name": "name", "Wheelchair accessible": "fact:wheelchair access", "Pets": "other"}


def test_days_with_opening_and_closing_times_are_paired(setting: Setting) -> None:
    headings = guessed(
        setting, Name=["Oak"], Monday_Opening_Time=["9:00"], Mon_closes=["17:00"], Tuesday=["9-5"], Open_Friday=["Yes"]
    )
    assert list(headings.values()) == ["name", "opens.monday", "closes.monday", "hours.tuesday", "other"]


def test_the_organization_is_the_name_where_there_is_no_other(setting: Setting) -> None:
    assert guessed(setting, Organization_Name=["Oak"], City=["Ardmore"])["Organization Name"] == "name"


def test_an_address_with_a_city_beside_it_is_a_street(setting: Setting) -> None:
    assert guessed(setting, Name=["Oak"], Address=["1 Elm St"], City=["Ardmore"])["Address"] == "address.line"
    assert guessed(setting, Name=["Oak"], Address=["1 Elm St, Ardmore, PA"])["Address"] == "address"


def test_only_one_column_has_a_target_that_only_one_can_have(setting: Setting) -> None:
    headings = guessed(setting, Name=["Oak"], Zip=["19104"], Zip_Code=["19104"], Phone=["988"], Phone_2=["211"])
    assert sorted(headings.values()) == ["address.zip", "name", "other", "phone", "phone"]


def test_values_become_kinds_of_help_only_where_one_alone_fits(setting: Setting) -> None:
    kinds = ["SOUP_KITCHEN", "Emergency Shelter", "Senior Meals", "Lemonade"]
    sample = [{"Name": "Oak", "Type": kind} for kind in kinds]
    mapping = guess(("Name", "Type"), sample, setting.categories)
    assert mapping.categories == {"soup_kitchen": "food", "emergency shelter": "shelter"}


def test_a_mapping_survives_as_json_and_is_known_again_by_its_headings() -> None:
    mapping = ColumnMapping({"Name": "name", "Tel": "phone", "Junk": "other"}, {"pantry": "food"}, "food")
    again = mapping_of_text(json.dumps(mapping.to_json()), "saved")
    assert again == mapping
    assert again.fits(["Tel", "Name", "More"])
    assert not again.fits(["Name"])
    assert again.target("More") == "other"


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ([], 'map.json: a mapping is an object with the key "columns".'),
        ({"colums": {}}, "map.json, colums: this key is not known. Known are: columns, categories, category."),
        ({"columns": {}}, "map.json, columns: this is missing; it maps headings to targets."),
        ({"columns": []}, "map.json, columns: this is not an object of texts."),
        ({"columns": {"A": 1}}, 'map.json, columns, "A": 1 is not text in quotes.'),
        ({"columns": {"A": "fone"}}, 'map.json, columns, "A": "fone" is not a target. Is "phone" meant?'),
        ({"columns": {"A": "zzqq"}}, 'map.json, columns, "A": "zzqq" is not a target.'),
        (
            {"columns": {"A": "name", "B": "name"}},
            'map.json, columns: only one heading can mean "name", not "A", "B".',
        ),
        ({"columns": {"A": "name"}, "category": 4}, "map.json, category: 4 is not text in quotes."),
    ],
)
def test_a_bad_mapping_is_refused_with_key_and_place(value: Any, sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        mapping_of_text(json.dumps(value), "map.json")
    assert refused.value.sentence == sentence


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(BadInput, match=r"map\.json: this is not JSON"):
        mapping_of_text("{", "map.json")


def test_every_target_has_a_label_of_its_own() -> None:
    assert len({target.label for target in TARGETS.values()}) == len(TARGETS)
