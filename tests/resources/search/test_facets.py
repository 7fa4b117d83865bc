"""Each option is counted as if it alone were chosen in its facet, the other facets as they are (S-12)."""

from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Entry, Fact, Tri
from navigator.resources.search import Query, Search
from navigator.resources.search.choices import FACETS, facet_table
from navigator.resources.search.columns import Columns
from navigator.resources.search.facets import Count, Counts, added, counts
from navigator.resources.search.reading import Reading
from navigator.resources.search.wanted import Wanted, Wishes

from .conftest import NIGHT, NOON, OFFICE, made
from .plainly import alone, queries, stands
from .test_columns import columns, entries


def wanted(query: Query, city: City) -> Wanted:
    return Wishes(city).of(query, Reading(), NOON)


def counted(of: Columns, query: Query, city: City) -> Counts:
    return counts(of, wanted(query, city), np.arange(len(of)))


def plainly(of: Sequence[Entry], query: Query, key: str, city: City) -> Count:
    asked = wanted(alone(query, key), city)
    signs = [stands(entry, asked, city) for entry in of]
    return Count(signs.count(1), signs.count(0))


@settings(deadline=None, max_examples=50)
@given(of=some.lists(entries, max_size=5), query=queries)
def test_an_option_finds_as_many_as_it_says(
    of: list[Entry], query: Query, city: City, categories: Mapping[str, Category]
) -> None:
    found = counted(columns(of, city, categories), query, city)
    others = ("legal", "language:Dari")
    assert {key: found[key] for key in (*found, *others)} == {
        key: plainly(of, query, key, city) for key in (*found, *others)
    }


@settings(deadline=None, max_examples=50)
@given(of=some.lists(entries, max_size=5), query=queries, cut=some.integers(0, 5))
def test_the_counts_of_several_parts_are_those_of_the_whole(
    of: list[Entry], query: Query, cut: int, city: City, categories: Mapping[str, Category]
) -> None:
    parts = [counted(columns(part, city, categories), query, city) for part in (of[:cut], of[cut:])]
    whole = counted(columns(of, city, categories), query, city)
    together = added(parts)
    assert {key: together[key] for key in whole} == dict(whole)
    assert (together.no_kind, together.unspoken) == (whole.no_kind, whole.unspoken)


def test_only_entries_whose_words_match_are_counted(city: City, categories: Mapping[str, Category]) -> None:
    of = columns([made("One", categories=("detox",)), made("Two", categories=("detox",))], city, categories)
    assert counts(of, wanted(Query(), city), np.array([1]))["detox"] == Count(1, 0)


def test_every_option_of_every_facet_has_a_count(search: Search) -> None:
    found = search.facets(Query("shelter"), NOON)
    keys = {option.key for facet in FACETS.values() for option in facet.options}
    assert keys <= {*found, *(key for key in keys if key.startswith("language:"))}
    assert found["language:Spanish"].fits == 1
    assert found["language:Korean"].fits == 0
    assert found["language:Korean"].ask == found["language:Spanish"].fits + found["language:Spanish"].ask


def test_what_is_chosen_in_a_facet_does_not_lower_the_counts_beside_it(search: Search) -> None:
    plain = search.facets(Query("shelter"), NOON)
    men = search.facets(Query("shelter", facts=frozenset({Fact.MEN})), NOON)
    assert men[Fact.WOMEN] == plain[Fact.WOMEN]
    assert men["language:Spanish"].fits == 1
    assert men["language:English"].fits <= plain["language:English"].fits
    women = search.facets(Query("shelter", facts=frozenset({Fact.WOMEN})), NOON)
    assert women["language:Spanish"].fits == 0


def test_unknown_is_counted_to_ask_unless_only_the_known_are_wanted(
    city: City, categories: Mapping[str, Category]
) -> None:
    of = columns([made("Silent"), made("No pets", facts={Fact.PETS: Tri.NO})], city, categories)
    assert counted(of, Query(), city)[Fact.PETS] == Count(0, 1)
    assert counted(of, Query(known_only=frozenset({"pets"})), city)[Fact.PETS] == Count(0, 0)
    assert counted(of, Query(known_only=frozenset({"pets"})), city)["without:pets welcome"] == Count(1, 0)


def test_open_now_is_counted_at_the_moment(city: City, categories: Mapping[str, Category]) -> None:
    of = columns([made("Office", hours=OFFICE), made("Silent")], city, categories)
    night = Wishes(city).of(Query(), Reading(), NIGHT)
    assert counted(of, Query(), city)["open now"] == Count(1, 1)
    assert counts(of, night, np.arange(2))["open now"] == Count(0, 1)


def test_a_station_has_its_kinds_and_its_languages(city: City, categories: Mapping[str, Category]) -> None:
    table = facet_table(categories, city.languages)
    assert list(table) == list(FACETS)
    assert [option.key for option in table["kind"].options] == list(categories)
    assert "language:Chinese" in [option.key for option in table["language"].options]
