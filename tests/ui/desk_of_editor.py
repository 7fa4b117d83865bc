"""The editor in front on a real station, and what a test types into it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from navigator.access import Actor
from navigator.app.desk import open_desk
from navigator.city import load_city
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.model import Entry
from navigator.resources.search import Search
from navigator.storage.station import Station
from navigator.ui.directory.editor.screen import RecordEditor
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from tests.ui.desk_of_find import HARBOR, RIDGE, SAFE_HAVEN, VOCABULARY, in_front

PLACES = (HARBOR, RIDGE, SAFE_HAVEN)


def stocked_desk(station: Station, actor: Actor, places: tuple[Entry, ...] = PLACES) -> Desk:
    """The desk of `actor`, with these places in the store and in the index."""
    city = load_city("philadelphia")
    directory = Directory(station.directory)
    directory.load(actor, places, (), "test")
    search = Search(directory.entries(actor), VOCABULARY, city, load_categories())
    return open_desk(station, actor, city, search)


def id_of(desk: Desk, entry: Entry) -> str:
    """The id that the station gave to the entry of that name."""
    return next(one.id for one in desk.directory.entries(desk.actor) if one.name == entry.name)


class Editor:
    """The screen and its hands."""

    def __init__(self, qtbot: QtBot, desk: Desk, theme: Theme, worker: Worker) -> None:
        self.desk, self._qtbot, self._worker = desk, qtbot, worker
        self.screen = RecordEditor(desk, theme, worker)
        self.saved: list[tuple[Entry, ...]] = []
        self.screen.saved.connect(self.saved.append)
        in_front(qtbot, self.screen)

    @property
    def form(self) -> Any:
        return self.screen.view.form

    @property
    def bar(self) -> Any:
        return self.screen.view.bar

    @property
    def pane(self) -> Any:
        return self.screen.view.pane

    @property
    def notice(self) -> str:
        return self.screen.view.notice.sentence

    def open(self, entry: Entry = HARBOR) -> str:
        """Opens the entry of that name; returns its id."""
        entry_id = id_of(self.desk, entry)
        self.screen.show_record(entry_id)
        self.settle()
        return entry_id

    def open_new(self, **values: Any) -> None:
        self.screen.show_new(values)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._worker.busy)

    def type(self, key: str, text: str) -> None:
        """In place of what stands in that input, key by key."""
        write(self.form.inputs[key].focus, text)

    def choose(self, key: str, value: str) -> None:
        """One answer of a fact."""
        segments = self.form.inputs[key].field.entry
        segments.segments[[one for one, _words in (("yes", 0), ("no", 1), ("", 2))].index(value)].click()

    def save(self) -> None:
        self.bar.save.click()
        self.settle()

    def words(self, key: str) -> str:
        return self.form.inputs[key].words()

    def trouble(self, key: str) -> str:
        return self.form.inputs[key].field.trouble

    def entry(self, entry_id: str) -> Entry:
        """As the store has it."""
        return self.desk.directory.entry(self.desk.actor, entry_id)

    def leave(self) -> None:
        self.screen.window().hide()
        self.settle()


def write(edit: QWidget, text: str) -> None:
    assert isinstance(edit, QLineEdit | QPlainTextEdit)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)
