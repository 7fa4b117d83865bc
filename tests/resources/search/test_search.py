"""Words find the right door, misspelt or not; changes are found at once."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.model import Fact
from navigator.resources.search import Query, Search
from navigator.resources.vocabulary import Vocabulary

from .conftest import DOORS, NIGHT, NOON, made


def names(search: Search, text: str) -> list[str]:
    return [hit.entry.name for hit in search.find(Query(text), NOON).hits]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("harbor", "Harbor Withdrawal Unit"),
        ("harber withdrwal", "Harbor Withdrawal Unit"),
        ("unit harbor", "Harbor Withdrawal Unit"),
        ("harb", "Harbor Withdrawal Unit"),
        ("example health", "Harbor Withdrawal Unit"),
        ("metadone clinc", "Ridge Avenue Opioid Program"),
        ("ridge clinic", "Ridge Avenue Opioid Program"),
        ("mat", "Ridge Avenue Opioid Program"),
        ("suboxne", "Ridge Avenue Opioid Program"),
        ("dv", "Willow Safe House"),
        ("cafe", "Café Sunrise"),
        ("soup kichen", "Café Sunrise"),
        ("hungry", "Café Sunrise"),
        ("12 oak", "Café Sunrise"),
        ("spanish shelter", "Lantern Men's Shelter"),
        ("dope sick", "Harbor Withdrawal Unit"),
        ("<b>detox</b>", "Harbor Withdrawal Unit"),
    ],
)
def test_the_right_door_comes_first(search: Search, typed: str, first: str) -> None:
    assert names(search, typed)[0] == first


def test_what_nobody_wrote_finds_nothing(search: Search) -> None:
    answer = search.find(Query("qwrtzplk"), NOON)
    assert (answer.hits, answer.total) == ((), 0)


def test_nothing_typed_lists_everything(search: Search) -> None:
    assert search.find(Query(), NOON).total == len(DOORS)


def test_nothing_typed_lists_doors_for_a_crisis_first(
    city: City, categories: Mapping[str, Category], vocabulary: Vocabulary
) -> None:
    doors = [*DOORS, made("Line", categories=("crisis-line",)), made("Center", categories=("crisis-center",))]
    assert set(names(Search(doors, vocabulary, city, categories), "")[:2]) == {"Line", "Center"}


def test_a_hit_says_which_words_matched_and_how(search: Search) -> None:
    hit = search.find(Query("metadone"), NOON).hits[0]
    assert hit.matched == ("methadone",)
    assert hit.why.words[0] == "Matched “methadone” (you typed “metadone”)."
    hit = search.find(Query("dope sick"), NIGHT).hits[0]
    assert (*hit.why.words, *hit.why.facts[:1]) == ("Matched “detox”, which “dope sick” can mean.", "Open now.")


def test_the_limit_cuts_the_list_and_not_the_count(search: Search) -> None:
    answer = search.find(Query("shelter"), NOON, limit=2)
    assert len(answer.hits) == 2
    assert answer.total == 4


def test_what_a_text_denies_is_no_reason_to_be_found(city: City, vocabulary: Vocabulary) -> None:
    doors = [made("House", eligibility="Men in recovery; not detox"), made("Ward", description="Detox")]
    assert names(Search(doors, vocabulary, city, {}), "detox") == ["Ward"]


def test_a_change_is_found_at_once_and_the_old_words_no_more(search: Search) -> None:
    search.put(replace(DOORS[0], name="Cedar Ward", categories=(), kind=""))
    assert names(search, "cedar")[0] == "Cedar Ward"
    assert names(search, "withdrawal unit") == []
    found = search.get(DOORS[0].id)
    assert found is not None
    assert found.name == "Cedar Ward"


def test_a_removed_entry_is_found_no_more(search: Search) -> None:
    search.remove(DOORS[0].id)
    assert names(search, "harbor") == []
    assert search.get(DOORS[0].id) is None
    search.put(DOORS[0])
    search.remove(DOORS[0].id)
    assert search.get(DOORS[0].id) is None


def test_an_empty_directory_answers_and_can_be_filled(city: City, vocabulary: Vocabulary) -> None:
    search = Search([], vocabulary, city, {})
    assert search.find(Query("detox 215-555-0142"), NOON).total == 0
    assert search.find(Query(near="19134", open_now=True), NOON).total == 0
    search.put(made("Detox"))
    assert names(search, "detox") == ["Detox"]


@pytest.mark.parametrize("changes", [1, 40, 1100])
def test_after_changes_the_same_doors_are_found_as_after_a_rebuild(
    changes: int, city: City, vocabulary: Vocabulary
) -> None:
    kinds = ("detox", "shelter", "food pantry", "legal aid")
    doors = [made(f"Door {number} {kinds[number % 4]}", id=str(number)) for number in range(1200)]
    after = [
        replace(door, name=f"New {kinds[place % 4]} {place}") if place < changes else door
        for place, door in enumerate(doors)
    ]
    changed = Search(doors, vocabulary, city, {})
    for door in after[:changes]:
        changed.put(door)
        if changes < 100:
            changed.find(Query("detox"), NOON)
    rebuilt = Search(after, vocabulary, city, {})
    for text in ("new detox", "shelter", "door 7", "pantry 19", ""):
        expected, found = (one.find(Query(text), NOON, limit=2000) for one in (rebuilt, changed))
        assert {hit.entry.id for hit in found.hits} == {hit.entry.id for hit in expected.hits}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(max_size=400) | some.text("<>&'\"()-+ 0159men\u202e\u0627\x00é\U0001f642", max_size=60))
def test_any_text_is_a_query(philadelphia: Search, text: str) -> None:
    answer = philadelphia.find(Query(text), NIGHT)
    assert answer.total >= len(answer.hits)
    assert all(hit.why for hit in answer.hits)


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "detox " * 2000, "1" * 10_000, "\ud800", "\x00", "\u202e\u05e9\u05dc", "%_*?\\"]
)
def test_texts_that_break_others_are_queries_too(philadelphia: Search, text: str) -> None:
    philadelphia.find(Query(text, near="no ZIP at all", within_miles=3.0, facts=frozenset(Fact)), NIGHT)
