"""What is saved, locked or hidden while the index is built is not lost, and the word that it is built goes away."""

import pytest

from navigator.access import Role
from navigator.errors import StationError
from navigator.resources.search import layers
from navigator.ui.index_keeper import NOT_READY
from tests.ui.desk_of_directory import BRIGID, LEHIGH, id_of
from tests.ui.kept_index import Kept, building


@pytest.fixture
def kept(signed, worker, qtbot) -> Kept:
    at = signed(Role.SOCIAL_WORKER)
    return Kept(at.station, at.actor, worker, qtbot)


@pytest.fixture
def unread(signed, worker, qtbot) -> Kept:
    at = signed(Role.SOCIAL_WORKER)
    return Kept(at.station, at.actor, worker, qtbot, at_most=0)


def words_in_memory(kept: Kept) -> set[str]:
    return {word for layer in kept.desk.search._layers.segments() for word in layer.index.lexicon.surfaces}


def cannot(*_anything: object) -> None:
    raise StationError("The directory cannot be read.")


def test_a_save_while_it_is_built_leaves_no_word_that_it_is_read(unread, monkeypatch):
    with unread.qtbot.waitSignal(unread.keeper.renewed), building(unread, monkeypatch):
        unread.keeper.heed()
        assert not unread.keeper.quiet.isActive(), "the build is not dropped for a look"
    unread.settle()
    assert (unread.told[0], unread.told[-1]) == (NOT_READY, "")
    assert unread.found("lehigh")[:1] == [LEHIGH.name]
    unread.be_quiet()
    assert unread.is_packed


def test_a_lock_and_a_quick_return_while_it_is_built_leave_no_word_that_it_is_read(unread, monkeypatch):
    with unread.qtbot.waitSignal(unread.keeper.renewed), building(unread, monkeypatch):
        unread.page.setEnabled(False)
        unread.page.setEnabled(True)
    unread.settle()
    assert unread.told[-1] == ""
    assert unread.index.is_whole


def test_a_return_after_a_build_that_nobody_heard_of_shows_what_it_found(unread, monkeypatch):
    with building(unread, monkeypatch):
        pass
    unread.work_is_done()
    unread.page.setEnabled(False)
    assert unread.told[-1] == NOT_READY
    with unread.qtbot.waitSignal(unread.keeper.renewed):
        unread.page.setEnabled(True)
    assert unread.told[-1] == ""


def test_a_lock_while_it_is_built_stops_it(unread, monkeypatch):
    with building(unread, monkeypatch):
        unread.page.setEnabled(False)
    unread.work_is_done()
    assert not unread.index.is_whole
    assert unread.found("lehigh")[:1] != [LEHIGH.name]


def test_a_second_wish_while_it_is_built_leaves_no_word_that_it_is_read(unread, monkeypatch):
    with unread.qtbot.waitSignal(unread.keeper.renewed), building(unread, monkeypatch):
        unread.keeper.renew()
    unread.settle()
    assert unread.told[-1] == ""


@pytest.mark.parametrize("here", [True, False], ids=["at this window", "elsewhere"])
def test_a_place_hidden_while_it_is_built_is_hidden_as_soon_as_it_is_built(unread, monkeypatch, here):
    """S-13: before the window hears of the new index."""
    brigid = id_of(unread.desk, BRIGID)
    with building(unread, monkeypatch):
        hidden = unread.desk.keeping.secrecy.hide(unread.desk.actor, brigid)
        for entry in hidden if here else ():
            unread.desk.search.put(entry)
    unread.work_is_done()
    assert unread.index.is_whole
    assert unread.desk.search.get(brigid).confidential
    unread.settle()
    assert unread.desk.search.get(brigid).confidential


@pytest.mark.parametrize("hidden", [True, False], ids=["hidden", "renamed, so nothing is to be packed"])
def test_words_that_are_no_longer_said_in_a_large_directory_leave_memory_when_it_is_quiet(kept, monkeypatch, hidden):
    """S-13."""
    monkeypatch.setattr(layers, "_LARGE", 0)
    kept.rename("Oak Lane Quagga")
    kept.take(kept.entries)
    kept.keeper.wake()
    kept.be_quiet()
    assert kept.is_packed
    kept.rename("Oak Lane Pantry")
    hide, pantry = kept.desk.keeping.secrecy.hide, kept.entries[0].id
    kept.take(hide(kept.desk.actor, pantry) if hidden else kept.entries)
    assert "quagga" in words_in_memory(kept)
    kept.be_quiet()
    assert kept.found("oak lane pantry")
    assert "quagga" not in words_in_memory(kept)


def test_a_directory_that_cannot_be_read_is_told_and_the_word_goes_with_the_next_look(kept, monkeypatch):
    kept.keeper.wake()
    with monkeypatch.context() as broken:
        broken.setattr("navigator.resources.index_source.since", cannot)
        kept.be_quiet()
    assert kept.told[-1] == "The directory cannot be read."
    kept.keeper.heed()
    kept.be_quiet()
    assert kept.told[-1] == ""
