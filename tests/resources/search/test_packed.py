"""A search that was packed and unpacked answers as before; an entry survives its bytes."""

from collections.abc import Mapping

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Entry
from navigator.resources.search import Query, Search
from navigator.resources.search.packed import Arrays, in_a_row, pack_texts, places, texts_of, under, within
from navigator.resources.search.rows import Rows
from navigator.resources.search.search import stamp
from navigator.resources.vocabulary import Vocabulary
from tests.resources.strategies import ENTRIES

from .conftest import DOORS, NOON, made

QUERIES = ("", "d", "de", "detox", "lantren shelter", "12 oak", "2155550142", "spanish", "qwrtzplk", "soupkitchen")


def copied(arrays: Arrays) -> Arrays:
    """As they come out of a store: the same bytes in other memory."""
    return {name: array.copy() for name, array in arrays.items()}


def test_an_unpacked_search_answers_as_the_one_that_was_packed(
    search: Search, city: City, categories: Mapping[str, Category], vocabulary: Vocabulary
) -> None:
    search.put(made("Newest Detox"))
    search.remove(DOORS[0].id)
    again = Search.unpacked(copied(search.packed()), vocabulary, city, categories)
    for text in QUERIES:
        one, other = (each.find(Query(text), NOON) for each in (search, again))
        assert [(hit.entry, hit.matched, hit.fit_words, tuple(hit.why)) for hit in one.hits] == [
            (hit.entry, hit.matched, hit.fit_words, tuple(hit.why)) for hit in other.hits
        ]
    assert again.get("Newest Detox") == search.get("Newest Detox")


def test_an_empty_search_is_packed_too(city: City, categories: Mapping[str, Category], vocabulary: Vocabulary) -> None:
    again = Search.unpacked(copied(Search((), vocabulary, city, categories).packed()), vocabulary, city, categories)
    assert again.find(Query("detox"), NOON).total == 0
    again.put(made("Newest Detox"))
    assert again.find(Query("detox"), NOON).total == 1


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(several=some.lists(ENTRIES, min_size=1, max_size=3))
def test_an_entry_survives_its_bytes(several: list[Entry]) -> None:
    rows = Rows.of(several)
    assert [rows.entry(place) for place in range(len(several))] == several


def test_another_city_or_kind_of_help_has_another_stamp(city: City, categories: Mapping[str, Category]) -> None:
    fewer = {code: category for code, category in categories.items() if code != "detox"}
    assert len({stamp(city, categories), stamp(city, fewer)}) == 2


@given(texts=some.lists(some.text(some.characters(exclude_characters="\0", exclude_categories=("Cs",)))))
def test_packed_texts_come_back(texts: list[str]) -> None:
    assert texts_of(pack_texts(texts)) == texts


def test_arrays_are_found_again_under_their_prefix() -> None:
    arrays = under("a", {"one": pack_texts("x"), "two.b": pack_texts("y")}) | under("b", {"one": pack_texts("z")})
    assert {name: texts_of(array) for name, array in within("a", arrays).items()} == {"one": ["x"], "two.b": ["y"]}


def test_the_places_of_stretches_stand_in_a_row() -> None:
    starts = in_a_row(np.array([2, 0, 3]))
    assert starts.tolist() == [0, 2, 2, 5]
    at, counts = places(np.array([7, 1]), np.array([9, 4]))
    assert (at.tolist(), counts.tolist()) == ([7, 8, 1, 2, 3], [2, 3])
