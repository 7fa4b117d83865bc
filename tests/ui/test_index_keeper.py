"""The index follows the directory and is packed when it is quiet, never under the lock."""

import pytest

from navigator.access import Role
from navigator.ui.index_keeper import NOT_READY
from tests.ui.desk_of_directory import LEHIGH, PANTRY
from tests.ui.kept_index import Kept


@pytest.fixture
def kept(signed, worker, qtbot) -> Kept:
    at = signed(Role.SOCIAL_WORKER)
    return Kept(at.station, at.actor, worker, qtbot)


@pytest.fixture
def unread(signed, worker, qtbot) -> Kept:
    at = signed(Role.CLINICIAN)
    office = signed(Role.SOCIAL_WORKER)
    return Kept(at.station, office.actor, worker, qtbot, at_most=0)


def test_an_index_that_was_built_is_packed_when_it_is_quiet(kept):
    kept.keeper.wake()
    assert not kept.is_packed
    kept.be_quiet()
    assert kept.is_packed


def test_what_somebody_else_changed_is_found_when_it_is_quiet(kept):
    kept.keeper.wake()
    kept.rename("Oak Lane Pantry")
    assert kept.found("oak lane pantry")[:1] != ["Oak Lane Pantry"]
    with kept.qtbot.waitSignal(kept.keeper.renewed):
        kept.be_quiet()
    assert kept.found("oak lane pantry")[:1] == ["Oak Lane Pantry"]


def test_nothing_is_packed_under_the_lock_and_it_is_taken_up_after_it(kept):
    kept.keeper.wake()
    kept.page.setEnabled(False)
    assert not kept.keeper.quiet.isActive()
    kept.keeper.heed()
    assert not kept.keeper.quiet.isActive()
    kept.page.setEnabled(True)
    kept.be_quiet()
    assert kept.is_packed


def test_a_lock_stops_what_is_being_packed(kept):
    kept.keeper.wake()
    kept.keeper.quiet.timeout.emit()
    kept.work_is_done()
    kept.page.setEnabled(False)
    kept.settle()
    assert not kept.is_packed


def test_a_window_that_was_closed_packs_nothing(kept):
    kept.keeper.wake()
    kept.page.hide()
    kept.be_quiet()
    assert not kept.is_packed


def test_each_change_begins_the_quiet_anew(kept):
    kept.keeper.wake()
    kept.keeper.quiet.setInterval(10_000_000)
    kept.keeper.heed()
    assert kept.keeper.quiet.remainingTime() > 5_000_000


def test_much_that_changed_is_found_and_the_old_answers_until_then(kept):
    kept.keeper.wake()
    line = (PANTRY.__class__("", "", "Elm Street Clinic"),)
    kept.desk.directory.load(kept.desk.actor, line, (), "list")
    kept.keeper.renew()
    assert kept.found("lehigh")[:1] == [LEHIGH.name]
    kept.settle()
    assert kept.found("elm street")[:1] == ["Elm Street Clinic"]


def test_what_is_saved_while_it_is_read_is_not_undone_in_the_search(kept):
    kept.keeper.wake()
    kept.rename("Oak Lane Pantry")
    kept.keeper.renew()
    kept.work_is_done()
    kept.rename("Elm Lane Pantry")
    for entry in kept.entries:
        kept.desk.search.put(entry)
    names = []
    kept.keeper.renewed.connect(lambda: names.append(kept.found("lane pantry")[0]))
    kept.settle()
    assert kept.found("lane pantry")[0] == "Elm Lane Pantry"
    assert set(names) <= {"Elm Lane Pantry"}


def test_an_index_that_is_not_whole_says_so_and_is_built(unread):
    assert unread.found("lehigh")[:1] != [LEHIGH.name]
    unread.keeper.wake()
    assert unread.told == [NOT_READY]
    unread.settle()
    assert unread.told == [NOT_READY, ""]
    assert unread.found("lehigh")[:1] == [LEHIGH.name]
    unread.be_quiet()
    assert unread.is_packed


def test_a_lock_stops_the_building_and_it_begins_again_after_it(unread):
    unread.keeper.wake()
    unread.page.setEnabled(False)
    unread.settle()
    unread.page.setEnabled(True)
    unread.settle()
    assert unread.index.is_whole
    assert unread.told[-1] == ""
