"""Distances from a place of the directory (S-12, S-13)."""

from dataclasses import replace
from datetime import UTC, datetime

from navigator.city import load_city
from navigator.resources.categories import load_categories
from navigator.resources.model import Address, Entry
from navigator.resources.search import Query, Search
from navigator.resources.vocabulary import load_vocabulary

NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
NEAR = Entry("a", "a", "Harbor Withdrawal Unit", address=Address("1 Example Street"), place=(39.99, -75.11))
ABOUT = replace(NEAR, id="b", service_id="b", name="Cedar Family Shelter", place=(39.98, -75.12), approximate=True)
HIDDEN = replace(NEAR, id="c", service_id="c", name="Rose Safe Home", address=None, place=None, confidential=True)


def search() -> Search:
    return Search([NEAR, ABOUT, HIDDEN], load_vocabulary(), load_city("philadelphia"), load_categories())


def test_a_place_of_the_directory_is_found_by_its_words():
    assert search().spots("harbr withdrawal", NOW)[0].words == "Harbor Withdrawal Unit"


def test_a_confidential_place_is_never_one_to_measure_from():
    assert [spot.words for spot in search().spots("rose safe home", NOW)] == []


def test_a_distance_is_about_when_one_end_is_the_centre_of_a_zip():
    found = search()
    spot = found.spots("harbor", NOW)[0]
    hits = {hit.entry.id: hit for hit in found.find(Query(near=spot), NOW).hits}
    assert (hits["a"].distance_miles, hits["a"].about) == (0.0, False)
    assert 0.7 < hits["b"].distance_miles < 1.0
    assert hits["b"].about
    assert (hits["c"].distance_miles, "Distance not shown: the address is confidential." in hits["c"].why) == (
        None,
        True,
    )
    assert all(hit.about for hit in found.find(Query(near="19134"), NOW).hits)
