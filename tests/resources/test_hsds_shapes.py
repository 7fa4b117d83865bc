"""What the program knows of HSDS is what the schemas say; what does not fit them is put aside and comes back."""

import json

import pytest

from navigator.resources.exchange.hsds_conform import conformed, restored
from navigator.resources.exchange.hsds_shapes import SHAPES, Property
from tests.resources.hsds_support import SCHEMAS

_FORMATS = {"uuid": "id", "uri": "web", "email": "email", "date-time": "moment"}


def type_of(told: dict) -> str:
    if "$ref" in told:
        return "one"
    if told.get("type") == "array":
        return "many"
    if "enum" in told:
        return "choice"
    return _FORMATS.get(told.get("format", ""), "number" if told.get("type") == "number" else "text")


def property_of(name: str, told: dict, needed: list[str]) -> Property:
    inside = told.get("$ref") or told.get("items", {}).get("$ref", "")
    return Property(name, type_of(told), name in needed, inside.removesuffix(".json"), tuple(told.get("enum", ())))


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_that_of_its_schema(name):
    if not SCHEMAS.is_dir():
        pytest.skip("the schemas of HSDS are not beside this checkout")
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    needed = schema.get("required", [])
    assert dict(SHAPES[name].properties) == {
        key: property_of(key, told, needed) for key, told in schema["properties"].items()
    }
    assert schema["path"] == f"{SHAPES[name].file}.csv"


PUBLISHED = {
    "id": "17",
    "number": "215-555-0142",
    "extension": "12a",
    "type": None,
    "languages": [{"id": 4, "name": "Khmer"}],
    "metadata": "none",
    "x_key": [1, {"y": None}],
}


def test_what_does_not_fit_is_put_aside_and_comes_back():
    valid = conformed("phone", PUBLISHED, "seed")
    assert "extension" not in valid
    assert valid["id"] != "17"
    assert restored("phone", valid) == PUBLISHED


def test_what_was_made_to_fit_is_no_property_of_the_source():
    valid = conformed("organization", {"name": "Example Health"}, "seed")
    assert valid["description"] == ""
    assert restored("organization", valid) == {"name": "Example Health"}


def test_what_others_changed_since_is_newer():
    valid = conformed("phone", PUBLISHED, "seed") | {"extension": 12, "type": "voice"}
    assert restored("phone", valid) | {"extension": 12, "type": "voice"} == restored("phone", valid)


def test_the_same_thing_gets_the_same_id_at_every_export():
    assert conformed("phone", PUBLISHED, "one")["id"] == conformed("phone", PUBLISHED, "other")["id"]
