"""The search follows the directory whatever is done to it, and comes back from the store as it was."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from sqlalchemy import update

from navigator.city import load_city
from navigator.resources import reading
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.live_index import LiveIndex, Stopped, form_of, open_index
from navigator.resources.model import Entry, Phone
from navigator.resources.revision import revision
from navigator.resources.rows import LocationRow, OrganizationRow
from navigator.resources.search import Query
from navigator.resources.snapshot import Snapshots
from navigator.resources.snapshot_since import since
from navigator.resources.vocabulary import load_vocabulary
from tests.resources.acts import Busy
from tests.resources.importing import HARBOR, LENA, Desk, door
from tests.resources.roses import NOW, PLACE, WHOLE

CITY, CATEGORIES, VOCABULARY = load_city("philadelphia"), load_categories(), load_vocabulary()


def seeds(first: int, many: int) -> list:
    """Some of them every day; the long tests take all."""
    return [pytest.param(first + at, marks=pytest.mark.torture if at >= many // 3 else ()) for at in range(many)]


def opened(desk: Desk, **more: int) -> LiveIndex:
    return open_index(desk.store, LENA, VOCABULARY, CITY, CATEGORIES, **more)


def knows(index: LiveIndex, busy: Busy) -> dict[str, Entry]:
    """What the search knows under every id that there ever was."""
    found = {entry_id: index.search.get(entry_id) for entry_id in busy.ids}
    return {entry_id: entry for entry_id, entry in found.items() if entry is not None}


def true(busy: Busy) -> dict[str, Entry]:
    return {entry.id: entry for entry in busy.entries()}


@pytest.mark.parametrize("seed", seeds(0, 12))
def test_whatever_is_done_at_the_desk_the_search_is_told_all_of_it(desk, seed):
    busy = Busy(desk, seed)
    index = opened(desk)
    for _ in range(25):
        done = busy.act()
        index.catch_up(LENA)
        assert knows(index, busy) == true(busy), done


@pytest.mark.parametrize("seed", seeds(100, 9))
def test_whatever_was_done_since_a_packed_index_is_made_true_when_it_is_opened(desk, seed):
    busy = Busy(desk, seed)
    opened(desk).keep(LENA)
    for acts in (3, 5, 8):
        done = [busy.act() for _ in range(acts)]
        index = opened(desk)
        assert knows(index, busy) == true(busy), done
        index.keep(LENA)


@pytest.mark.parametrize("seed", range(200, 204))
def test_a_change_is_noted_also_where_nobody_counts_it(desk, seed):
    """As a step of a migration might make it, or a service that forgot."""
    busy = Busy(desk, seed)
    index = opened(desk)
    with desk.store.writing() as session:
        session.execute(update(OrganizationRow).values(name="Another name"))
        session.execute(update(LocationRow).values(area="Olney"))
    index.catch_up(LENA)
    assert knows(index, busy) == true(busy)
    assert {entry.organization for entry in busy.entries()} == {"Another name"}


class TestOpening:
    def test_a_packed_index_finds_what_the_built_one_found(self, desk):
        desk.take(door("a"), door("b", name="Cedar Shelter"))
        built = opened(desk)
        assert built.keep(LENA)
        again = opened(desk)
        for words in ("harbor", "cedar shelter", "detox", ""):
            assert found(again, words) == found(built, words)
        assert not again.keep(LENA), "it is there already"

    def test_arrays_that_do_not_fit_together_are_left_alone_and_built_anew(self, desk):
        desk.take(door("a"))
        arrays = {"rows.starts": np.arange(3)}
        with desk.store.reading() as session:
            at = revision(session)
        assert Snapshots(desk.store).keep(LENA, arrays, form_of(CITY, CATEGORIES), at)
        assert found(opened(desk), "harbor") == [HARBOR.name]

    def test_a_large_directory_is_not_waited_for_and_its_lines_are_there(self, desk):
        line = Entry("", "", "Crisis Line", phones=(Phone("988"),), national=True)
        Directory(desk.store).load(
            LENA, (line, replace(HARBOR, name="Warm Line", phones=(Phone("215-685-6440"),))), (), ""
        )
        desk.take(door("a"), door("b", name="Cedar Shelter"))
        index = opened(desk, at_most=2)
        assert not index.is_whole
        assert set(found(index, "")) == {"Crisis Line", "Warm Line"}
        assert not index.keep(LENA), "no part is packed"
        index.rebuild(LENA)
        assert index.is_whole
        assert found(index, "cedar") == ["Cedar Shelter"]
        assert index.keep(LENA)
        assert opened(desk, at_most=2).is_whole

    def test_building_stops_when_it_is_told_to(self, desk):
        desk.take(door("a"))
        index = opened(desk, at_most=0)
        with pytest.raises(Stopped):
            index.rebuild(LENA, going=lambda: False)
        assert not index.is_whole

    def test_much_that_changed_elsewhere_is_built_anew(self, desk, monkeypatch):
        desk.take(door("a"))
        index = opened(desk)
        monkeypatch.setattr("navigator.resources.snapshot_since.MOST", 1)
        desk.take(door("b", name="Cedar Shelter"), door("c", name="Oak Table"))
        assert index.changes(LENA) is None
        index.catch_up(LENA)
        assert found(index, "oak") == ["Oak Table"]

    def test_what_was_read_before_a_save_is_not_followed(self, desk):
        desk.take(door("a"))
        index, (harbor,) = opened(desk), desk.entries()
        desk.edit(harbor.id, name="Harbor House")
        read = index.changes(LENA)
        desk.edit(harbor.id, name="Harbor Home")
        assert not index.take(LENA, read)
        assert index.take(LENA, index.changes(LENA))
        assert index.search.get(harbor.id).name == "Harbor Home"


class TestSignInDuringABuild:
    """Whatever comes first, an index of crisis lines alone never says that it is whole."""

    @pytest.mark.parametrize("going", [True, False], ids=["goes on", "told to stop"])
    def test_it_waits_for_the_build(self, desk, monkeypatch, going):
        desk.take(door("a"), door("b", name="Cedar Shelter"))
        index = opened(desk, at_most=0)
        stopped = during_a_build(index, monkeypatch, going, lambda: index.catch_up(LENA))
        assert stopped is not going
        assert index.is_whole
        assert found(index, "cedar") == ["Cedar Shelter"]

    @pytest.mark.parametrize("going", [True, False], ids=["goes on", "told to stop"])
    def test_what_takes_the_lines_alone_says_so_whatever_the_build_did(self, desk, monkeypatch, going):
        desk.take(door("a"), door("b", name="Cedar Shelter"))
        index = opened(desk, at_most=0)
        during_a_build(index, monkeypatch, going, lambda: index.fill(LENA, at_most=0))
        assert not index.is_whole
        assert found(index, "cedar") == []

    def test_changes_that_were_read_for_a_whole_one_do_not_make_lines_whole(self, desk):
        desk.take(door("a"), door("b", name="Cedar Shelter"))
        index = opened(desk)
        read = index.changes(LENA)
        index.fill(LENA, at_most=0)
        assert not index.take(LENA, read)
        assert not index.is_whole
        index.rebuild(LENA)
        assert found(index, "cedar") == ["Cedar Shelter"]


class TestSecret:
    def test_what_is_packed_after_a_place_was_hidden_does_not_tell_it(self, desk):
        desk.take(door("rose", WHOLE), door("b", name="Cedar Shelter"))
        index = opened(desk)
        assert found(index, "quincefield") == [WHOLE.name]
        desk.secrecy.hide(LENA, desk.entry(WHOLE.name).id)
        index.catch_up(LENA)
        assert index.keep(LENA)
        packed = b"".join(array.tobytes() for array in index.search.packed().values()).decode("latin-1").casefold()
        assert "cedar" in packed
        assert not [word for word in PLACE if word.casefold() in packed]
        assert found(opened(desk), "quincefield") == []


def test_nothing_changed_is_told_as_nothing(desk):
    desk.take(door("a"))
    with desk.store.reading() as session:
        told = since(session, revision(session))
    assert (told.entries, told.removed) == ((), ())


def found(index: LiveIndex, words: str) -> list[str]:
    return [hit.entry.name for hit in index.search.find(Query(words), NOW).hits]


def during_a_build(index: LiveIndex, monkeypatch: pytest.MonkeyPatch, going: bool, act: Callable[[], None]) -> bool:
    """Begins `act` on another thread when a build has read everything; whether the build was stopped."""
    every, begun, may_go_on = reading.every_entry, Event(), Event()

    def slowly(session):
        yield from every(session)
        begun.set()
        assert may_go_on.wait(30)

    monkeypatch.setattr(reading, "every_entry", slowly)
    with ThreadPoolExecutor(2) as threads:
        built = threads.submit(index.rebuild, LENA, lambda: going or not begun.is_set())
        assert begun.wait(30)
        acted = threads.submit(act)
        may_go_on.set()
        acted.result()
    return isinstance(built.exception(), Stopped)
