"""The index follows the directory and is packed when it is quiet, never under the lock."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from navigator.access import Role
from navigator.app.desk import open_desk
from navigator.city import load_city
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.live_index import form_of, open_index
from navigator.resources.search import Query
from navigator.resources.snapshot import Snapshots
from navigator.ui.index_keeper import NOT_READY, IndexKeeper
from tests.ui.desk_of_directory import ENTRIES, LEHIGH, PANTRY, Desk, Station, id_of
from tests.ui.desk_of_find import VOCABULARY

CITY, CATEGORIES = load_city("philadelphia"), load_categories()


class Kept:
    """A desk whose index is kept, and the page that it belongs to. `at_most` 0: it is not whole at first."""

    def __init__(self, station: Station, actor, worker, qtbot: QtBot, at_most: int = 1000) -> None:
        Directory(station.directory).load(actor, ENTRIES, (), "test")
        index = open_index(station.directory, actor, VOCABULARY, CITY, CATEGORIES, at_most=at_most)
        self.station, self.index, self.worker, self.qtbot = station, index, worker, qtbot
        self.desk: Desk = open_desk(station, actor, CITY, index=index)
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.page.show()
        self.keeper = IndexKeeper(self.desk, worker, self.page)
        self.told: list[str] = []
        self.keeper.told.connect(self.told.append)

    @property
    def is_packed(self) -> bool:
        return Snapshots(self.station.directory).load(self.desk.actor, form_of(CITY, CATEGORIES)) is not None

    def be_quiet(self) -> None:
        """As if nobody had changed anything for a while."""
        assert self.keeper.quiet.isActive()
        self.keeper.quiet.setInterval(0)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.worker.busy and not (self._soon() and self.keeper.quiet.isActive()))

    def work_is_done(self) -> None:
        """The worker has read what it was to read, and its answer still waits."""
        self.worker._thread().submit(int).result()

    def found(self, words: str) -> list[str]:
        return [hit.entry.name for hit in self.desk.search.find(Query(words), self.desk.clock()).hits]

    def rename(self, name: str) -> None:
        """By a command or another window: nobody tells this one."""
        records, pantry = self.desk.keeping.records, id_of(self.desk, self.name)
        self.entries = records.edit(self.desk.actor, pantry, {"name": name}, records.view(self.desk.actor, pantry).seen)
        self.name = name

    name = PANTRY.name

    def _soon(self) -> bool:
        return self.keeper.quiet.interval() == 0


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
