"""Telephone numbers in any writing."""

import pytest

from navigator.resources.search import Query, Search
from navigator.resources.search.phones import digits_of

from .conftest import NOON


@pytest.mark.parametrize(
    "typed",
    ["215-555-0142", "(215) 555-0142", "2155550142", "1 215 555 0142", "+1-215-555-0142", "555-0142", "215.555.0142"],
)
def test_a_number_is_found_in_any_writing(search: Search, typed: str) -> None:
    (hit,) = search.find(Query(typed), NOON).hits
    assert hit.entry.name == "Harbor Withdrawal Unit"
    assert hit.matched == ("215-555-0142",)
    assert "The number 215-555-0142 matches." in hit.why


@pytest.mark.parametrize("typed", ["215-555-014", "(800) 555", "0118", "55501"])
def test_a_part_of_a_number_finds_it_while_it_is_typed(search: Search, typed: str) -> None:
    names = [hit.entry.name for hit in search.find(Query(typed), NOON).hits]
    assert {"Harbor Withdrawal Unit", "Ridge Avenue Opioid Program"} & set(names)


def test_a_number_with_one_digit_wrong_finds_the_nearest(search: Search) -> None:
    assert search.find(Query("215-555-0241"), NOON).hits == ()
    assert search.find(Query("215-555-0124"), NOON).hits[0].entry.name == "Harbor Withdrawal Unit"


def test_a_number_and_a_name_go_together(search: Search) -> None:
    assert search.find(Query("harbor 215-555-0142"), NOON).hits[0].entry.name == "Harbor Withdrawal Unit"


def test_letters_of_a_number_are_its_keys() -> None:
    assert digits_of("1-800-662-HELP") == "8006624357"
    assert digits_of("988 then press 1") == "9881"
