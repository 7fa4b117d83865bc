"""Keeps search, Find help and the directory desk in step with each other when the directory changes."""

from PySide6.QtCore import QObject

from navigator.errors import UserError
from navigator.resources.model import Entry
from navigator.ui.directory.page import DirectoryPage
from navigator.ui.find.page import FindPage
from navigator.ui.ports import Desk, PageHolder
from navigator.ui.worker import Worker

KEY = "directory"


class InStep(QObject):
    """Lives as long as the page of the desk."""

    def __init__(
        self, desk: Desk, holder: PageHolder, worker: Worker, find: FindPage, directory: DirectoryPage
    ) -> None:
        super().__init__(directory)
        self._desk, self._holder, self._worker = desk, holder, worker
        self._find, self._directory = find, directory

    def follow(self, entries: tuple[Entry, ...]) -> None:
        """These entries changed on the desk: they are found as they are now."""
        self._find.take_changes(entries)

    def look_again(self, _entries: object) -> None:
        """Something was reported from Find help."""
        self._directory.refresh()

    def edit(self, entry_id: str) -> None:
        """From Find help to the editor of that entry."""
        self._directory.open_record(entry_id)  # asked for before the page, when it is shown, reads all of its tabs
        self._holder.show_page(KEY)

    def rebuild(self) -> None:
        """Much of the directory changed: the index is built anew, and the old one answers until then."""
        desk = self._desk
        self._directory.refresh()
        self._worker.run(self, lambda: desk.search.rebuild(desk.directory.entries(desk.actor)), self._built, self._not)

    def count(self, due: int) -> None:
        self._holder.show_count(KEY, due)

    def _built(self, _nothing: None) -> None:
        self._find.column.refresh()

    def _not(self, error: UserError) -> None:
        self._find.column.trouble.say(error.sentence)
