"""The arrays of entries are the same whether built at once, joined from parts, or unpacked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Capacity, Entry, Fact, Outcome, Phone, Status, Tri, Verification
from navigator.resources.search.columns import Columns
from navigator.resources.search.taken import fact_sign
from tests.resources.strategies import ENTRIES

from .conftest import DOORS, NOON, made, street


def _with_news(entry: Entry, hours: int, available: int | None) -> Entry:
    at = NOON - timedelta(hours=hours)
    room = Capacity("bed", available, 9, "", "the desk", at)
    check = Verification(at, "the desk", "by phone", "the director", Outcome.CONFIRMED, None)
    return replace(entry, capacities=(room,), verified=check, due_on=NOON.date())


entries = ENTRIES | some.builds(_with_news, ENTRIES, some.integers(0, 999), some.sampled_from((None, 0, 3)))
pairs = some.lists(some.tuples(entries, some.booleans()), max_size=4)


def columns(of: Sequence[Entry], city: City, categories: Mapping[str, Category]) -> Columns:
    return Columns.of(of, city, categories, of.__getitem__)


def same(one: Columns, other: Columns) -> None:
    mine, theirs = one.arrays(), other.arrays()
    assert mine.keys() == theirs.keys()
    for name, array in mine.items():
        np.testing.assert_array_equal(array, theirs[name], name)
        assert array.dtype == theirs[name].dtype, name


@settings(deadline=None, max_examples=50)
@given(first=pairs, second=pairs)
def test_joined_columns_are_those_of_all_living_entries(
    first: list[tuple[Entry, bool]],
    second: list[tuple[Entry, bool]],
    city: City,
    categories: Mapping[str, Category],
) -> None:
    parts = [
        (columns([entry for entry, _ in part], city, categories), np.array([alive for _, alive in part], dtype=bool))
        for part in (first, second)
    ]
    living = [entry for entry, alive in (*first, *second) if alive]
    same(Columns.joined(parts, city, living.__getitem__), columns(living, city, categories))


@settings(deadline=None, max_examples=50)
@given(of=some.lists(entries, max_size=4))
def test_unpacked_columns_are_those_that_were_packed(
    of: list[Entry], city: City, categories: Mapping[str, Category]
) -> None:
    packed = columns(of, city, categories)
    same(Columns.of_arrays(packed.arrays(), city, of.__getitem__), packed)


@settings(deadline=None, max_examples=50)
@given(of=some.lists(entries, max_size=4), fact=some.sampled_from(Fact))
def test_a_fact_is_what_the_entry_says(
    of: list[Entry], fact: Fact, city: City, categories: Mapping[str, Category]
) -> None:
    said = [fact_sign(entry, fact) for entry in of]
    assert columns(of, city, categories).fact(fact).tolist() == said
    known = [
        ({Tri.YES: 1, Tri.NO: -1}[entry.facts[fact]], sign)
        for entry, sign in zip(of, said, strict=True)
        if fact in entry.facts
    ]
    assert all(told == sign for told, sign in known)


def test_words_that_no_list_knows_are_kinds_and_languages_too(city: City, categories: Mapping[str, Category]) -> None:
    of = [made("One", categories=("a kind of our own",), languages=("Dari",)), made("Two", languages=("dari",))]
    found = columns(of, city, categories)
    assert found.of_kind(frozenset({"a kind of our own"})).tolist() == [1, 0]
    assert found.languages.carrying({"DARI"}).tolist() == [True, True]
    assert list(found.languages.counts(np.array([True, True]))) == [("Dari", 2)]


def test_a_confidential_entry_has_no_place_and_no_zip(city: City, categories: Mapping[str, Category]) -> None:
    """S-13."""
    secret = replace(
        made("Safe house", address=street("99 Secret Street", "19134"), place=(40.0, -75.1)), confidential=True
    )
    found = columns([secret], city, categories)
    assert np.isnan(found.miles_from(city.zips["19134"])).all()
    assert not found.in_zip("19134").any()
    assert 19134 not in [
        int(number) for array in found.arrays().values() for number in array.ravel() if number == number
    ]


def test_the_newest_word_on_beds_counts_and_not_known_is_no_word(
    city: City, categories: Mapping[str, Category]
) -> None:
    """S-04."""

    def told(available: int | None, minutes: int) -> Capacity:
        return Capacity("bed", available, None, "", "the desk", NOON - timedelta(minutes=minutes))

    of = [
        made("Room", capacities=(told(0, 90), told(2, 20))),
        made("Full", capacities=(told(2, 90), told(0, 20))),
        made("Not known", capacities=(told(None, 20),)),
        made("Never told"),
    ]
    found = columns(of, city, categories)
    assert found.room().tolist() == [1, -1, 0, 0]
    assert found.minutes_since_room(NOON).tolist()[:2] == [20, 20]


def test_days_since_a_check_are_days_of_the_city(city: City, categories: Mapping[str, Category]) -> None:
    late = datetime(2026, 11, 23, 3, tzinfo=UTC)
    check = Verification(late, "the desk", "by phone", "the director", Outcome.CONFIRMED, date(2027, 1, 1))
    of = [made("Checked on Sunday night", verified=check), made("Never checked")]
    found = columns(of, city, categories)
    assert found.days_unchecked(date(2026, 11, 23)).tolist() == [1, -1]
    assert found.checked_since(date(2026, 11, 22)).tolist() == [True, False]


@pytest.mark.parametrize(
    ("more", "always"),
    [
        ({"phones": (Phone("988"),)}, True),
        ({"phones": (Phone("(215) 685-6440"),), "categories": ("crisis-line",)}, True),
        ({"phones": (Phone("988"),), "categories": ("mobile-crisis",)}, False),
        ({"phones": (Phone("988"),), "status": Status.TEMPORARILY_CLOSED}, False),
        ({"phones": (Phone("988", words="then press 1"),)}, False),
        ({"phones": (Phone("911"),)}, False),
        ({"phones": (Phone("215-555-0100"),)}, False),
    ],
)
def test_the_lines_for_danger_are_those_that_anybody_can_call_outright(
    more: Mapping[str, object], always: bool, city: City, categories: Mapping[str, Category]
) -> None:
    """S-11: 988 and the city's own crisis line."""
    assert columns([made("A line", **more)], city, categories).always.tolist() == [always]


def test_the_doors_of_a_crisis_are_known_by_their_kind(city: City, categories: Mapping[str, Category]) -> None:
    of = [made("One", categories=("crisis-center",)), made("Two", kind="Crisis residence"), made("Three")]
    assert columns(of, city, categories).crisis.tolist() == [True, True, False]
    assert len(columns(DOORS, city, categories)) == len(DOORS)
