"""Edits are found at once, and the same as if the index had been built anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from navigator.city import City, load_city
from navigator.resources.categories import Category
from navigator.resources.model import Entry
from navigator.resources.search import Hit, Query, Search
from navigator.resources.search import layers as module
from navigator.resources.search.layers import Layers
from navigator.resources.search.packed import texts_of
from navigator.resources.search.segment import Ground, merged
from navigator.resources.vocabulary import Vocabulary

from .conftest import DOORS, NOON, made, street

TOLERANCE = 0.001
"""How far, as a share of the better one's worth, two hits may stand in another order than after a rebuild: only what
sums of the same numbers in another order differ by.
"""
WORDS = ("harbor", "ridge", "detox", "shelter", "lantern", "clinic", "oak", "women", "food", "willow", "north", "grace")
QUERIES = ("detox", "shelter", "harbor clinic", "lantren", "wom", "food north", "g", "ridge oak grace", "shelters", "")


def entries() -> some.SearchStrategy[Entry]:
    names = some.lists(some.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
    return some.builds(
        lambda number, name, kind, text: made(name, id=f"e{number}", kind=kind, description=text),
        some.integers(0, 30),
        names,
        some.sampled_from(("Shelter", "Detox", "Food pantry", "")),
        names,
    )


def edits() -> some.SearchStrategy[Entry | str | None]:
    """An entry to put, an id to remove, or None: tidy."""
    return entries() | some.integers(0, 30).map(lambda number: f"e{number}") | some.none()


@settings(max_examples=60, deadline=None)
@given(first=some.lists(entries(), max_size=25), changes=some.lists(edits(), max_size=25))
def test_results_after_edits_are_those_after_a_rebuild(first: list[Entry], changes: list[Entry | str | None]) -> None:
    known = {entry.id: entry for entry in first}
    edited = searching(known.values())
    for change in changes:
        _edit(edited, known, change)
    rebuilt = searching(known.values())
    for text in QUERIES:
        by_delta, anew = (one.find(Query(text), NOON, limit=100) for one in (edited, rebuilt))
        assert {hit.entry.id: hit.entry for hit in by_delta.hits} == {hit.entry.id: hit.entry for hit in anew.hits}
        assert by_delta.total == anew.total
        assert_same_order(by_delta.hits, anew.hits)


def searching(several: Iterable[Entry]) -> Search:
    return Search(several, Vocabulary(), load_city("philadelphia"), {})


def _edit(search: Search, known: dict[str, Entry], change: Entry | str | None) -> None:
    if change is None:
        search.tidy()
    elif isinstance(change, str):
        search.remove(change)
        known.pop(change, None)
    else:
        search.put(change)
        known[change.id] = change
        search.find(Query("ridge"), NOON, limit=1)  # each change makes a layer, as between two keystrokes


def assert_same_order(hits: Sequence[Hit], anew: Sequence[Hit]) -> None:
    """Whoever stands before another one in `hits` is worth as much in `anew`, or less by the tolerance at most."""
    worth = {hit.entry.id: (hit.fit, hit.worth) for hit in anew}
    for one, other in pairwise(hits):
        (fit, here), (next_fit, there) = worth[one.entry.id], worth[other.entry.id]
        assert fit is not next_fit or here >= there * (1 - TOLERANCE)


def test_a_changed_entry_is_found_by_its_new_words_alone(search: Search) -> None:
    changed = replace(DOORS[0], name="Zebra House")
    search.put(changed)
    assert search.get(changed.id) == changed
    assert [hit.entry for hit in search.find(Query("zebra"), NOON).hits] == [changed]
    assert changed not in [hit.entry for hit in search.find(Query("harbor"), NOON).hits]


def test_a_thousand_edits_are_all_found(search: Search) -> None:
    for number in range(1000):
        search.put(made(f"Number {number} place", id=f"n{number % 300}"))
        if number % 7 == 0:
            search.find(Query("place"), NOON, limit=1)
    assert search.find(Query("number place"), NOON, limit=1).total == 300
    assert search.find(Query("number 999"), NOON, limit=1).hits[0].entry.name == "Number 999 place"


def test_the_words_of_a_hidden_place_leave_the_index(city: City, categories: Mapping[str, Category]) -> None:
    """S-13: nothing of the address stays, in whatever layer it was."""
    layers = Layers.of(DOORS, Ground(city, categories))
    told = made("Elm House", address=street("5 Quagga Street", "19134"))
    layers.put(told)
    layers.segments()
    layers.put(replace(told, confidential=True))
    assert not any("quagga" in segment.index.lexicon.surfaces for segment in layers.segments())
    assert "quagga" not in texts_of(layers.tidy().arrays()["index.lexicon.surfaces"])


@pytest.mark.parametrize("act", ["put", "remove"])
def test_what_changes_while_layers_are_tidied_is_not_lost(
    city: City, categories: Mapping[str, Category], act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    layers = Layers.of(DOORS, Ground(city, categories))
    layers.remove(DOORS[1].id)
    newer = replace(DOORS[0], name="Newer name")
    acts = {"put": lambda: layers.put(newer), "remove": lambda: layers.remove(DOORS[0].id)}
    monkeypatch.setattr(module, "merged", lambda *parts: (merged(*parts), acts[act]())[0])
    layers.tidy()
    assert layers.get(DOORS[0].id) == (newer if act == "put" else None)
    alive = [sum(segment.alive.tolist()) for segment in layers.segments()]
    assert sum(alive) == len(DOORS) - (1 if act == "put" else 2)


def test_what_changes_during_a_rebuild_is_so_in_the_new_index(search: Search) -> None:
    """S-13: a place that becomes secret while the index is built is not found by its address afterwards."""

    def read() -> Iterator[Entry]:
        yield replace(DOORS[0], address=street("7 Quillfeather Lane", "19134"))
        yield from DOORS[1:4]
        search.put(replace(DOORS[0], address=None, confidential=True))
        search.remove(DOORS[1].id)
        search.put(made("Newest Detox"))

    search.rebuild(read())
    assert search.find(Query("quillfeather"), NOON).total == 0
    hidden = search.get(DOORS[0].id)
    assert hidden is not None
    assert hidden.confidential
    found = {hit.entry.id for hit in search.find(Query(), NOON, limit=20).hits}
    assert found == {DOORS[0].id, DOORS[2].id, DOORS[3].id, "Newest Detox"}


def test_a_rebuild_that_fails_leaves_the_index_as_it_was(search: Search) -> None:
    def read() -> Iterator[Entry]:
        yield DOORS[0]
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - any failure
        search.rebuild(read())
    search.put(made("Newest Detox"))
    search.tidy()
    assert search.find(Query(), NOON).total == len(DOORS) + 1
