"""A source that knows a place less well takes nothing away (S-08)."""

import pytest

from navigator.resources.importing.completing import completed

HERE = {
    "address": {"line": "77 Example Place", "city": "Philadelphia", "state": "PA", "postal_code": "19144"},
    "place": [40.0321, -75.1712, False],
}
CENTRE = [40.03, -75.17, True]


def test_a_city_that_only_we_know_stays_with_the_same_street():
    said = {"address": {"line": "77 EXAMPLE  Place.", "postal_code": "19144"}, "place": CENTRE}
    full = completed(said, HERE)
    assert full["address"] == HERE["address"] | {"line": "77 EXAMPLE  Place."}
    assert full["place"] == HERE["place"]


@pytest.mark.parametrize(
    "address",
    [{"line": "9 Other Street"}, {"line": "77 Example Place", "postal_code": "19134"}],
    ids=["another street", "another ZIP"],
)
def test_of_another_place_nothing_is_filled_in(address):
    full = completed({"address": address, "place": CENTRE}, HERE)
    assert (full["address"], full["place"]) == (address, CENTRE)


@pytest.mark.parametrize(
    ("address", "line"),
    [({"city": "Philadelphia"}, "77 Example Place"), ({"line": "77 Example Pl, Suite 4"}, "77 Example Pl, Suite 4")],
    ids=["no street", "a suite"],
)
def test_less_of_the_same_address_takes_nothing_away(address, line):
    full = completed({"address": address, "place": CENTRE}, HERE)
    assert (full["address"], full["place"]) == (HERE["address"] | {"line": line}, HERE["place"])


def test_a_better_position_comes_in():
    better = [40.0319, -75.1715, False]
    assert completed({"place": better}, HERE | {"place": CENTRE})["place"] == better


def test_what_the_source_does_not_say_is_not_said():
    assert completed({"name": "Harbor"}, HERE) == {"name": "Harbor"}
