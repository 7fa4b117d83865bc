"""A desk whose index is kept on the worker, and a build of it that is held in its midst."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from navigator.app.desk import open_desk
from navigator.city import load_city
from navigator.resources import reading
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.live_index import form_of, open_index
from navigator.resources.model import Entry
from navigator.resources.search import Query
from navigator.resources.snapshot import Snapshots
from navigator.ui.index_keeper import IndexKeeper
from tests.ui.desk_of_directory import ENTRIES, PANTRY, Desk, Station, id_of
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

    def take(self, entries: tuple[Entry, ...]) -> None:
        """As the page of Find help takes what was saved at the desk."""
        for entry in entries:
            self.desk.search.put(entry)
        self.keeper.heed()

    def rename(self, name: str) -> None:
        """By a command or another window: nobody tells this one."""
        records, pantry = self.desk.keeping.records, id_of(self.desk, self.name)
        self.entries = records.edit(self.desk.actor, pantry, {"name": name}, records.view(self.desk.actor, pantry).seen)
        self.name = name

    name = PANTRY.name

    def _soon(self) -> bool:
        return self.keeper.quiet.interval() == 0


class Held:
    """Builds stop when they have read the directory, until `go_on`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self._may_go_on = threading.Event(), threading.Event()
        self._every = reading.every_entry
        monkeypatch.setattr(reading, "every_entry", self._slowly)

    def waitbegun(self) -> None:
        assert self.begun.wait(30)

    def go_on(self) -> None:
        self._may_go_on.set()

    def _slowly(self, session: Session) -> Iterator[Entry]:
        yield from self._every(session)
        self.begun.set()
        assert self._may_go_on.wait(30)


@contextmanager
def building(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The station is opened and the worker has read the directory; it goes on when this is left."""
    held = Held(monkeypatch)
    kept.keeper.wake()
    kept.qtbot.waitUntil(held.begun.is_set)
    try:
        yield
    finally:
        held.go_on()
