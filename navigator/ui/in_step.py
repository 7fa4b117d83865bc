"""Keeps search, Find help and the directory desk in step with each other when the directory changes."""

from PySide6.QtCore import QObject

from navigator.resources.model import Entry
from navigator.resources.vocabulary import Vocabulary
from navigator.ui.directory.page import DirectoryPage
from navigator.ui.find.page import FindPage
from navigator.ui.index_keeper import IndexKeeper
from navigator.ui.ports import Desk, PageHolder

KEY = "directory"


class InStep(QObject):
    """Lives as long as the page of the desk."""

    def __init__(
        self, desk: Desk, holder: PageHolder, keeper: IndexKeeper, find: FindPage, directory: DirectoryPage
    ) -> None:
        super().__init__(directory)
        self._search, self._holder, self._keeper = desk.search, holder, keeper
        self._find, self._directory = find, directory

    def follow(self, entries: tuple[Entry, ...]) -> None:
        """These entries changed on the desk: they are found as they are now."""
        self._find.take_changes(entries)
        self._keeper.heed()

    def look_again(self, _entries: object) -> None:
        """Something was reported from Find help."""
        self._directory.refresh()

    def edit(self, entry_id: str) -> None:
        """From Find help to the editor of that entry."""
        self._directory.open_record(entry_id)  # asked for before the page, when it is shown, reads all of its tabs
        self._holder.show_page(KEY)

    def rebuild(self) -> None:
        """Much of the directory changed: the index follows, and answers as it was until then."""
        self._directory.refresh()
        self._keeper.renew()

    def count(self, due: int) -> None:
        self._holder.show_count(KEY, due)

    def speak(self, vocabulary: Vocabulary) -> None:
        """The words of search changed on the desk: the next query is read with them."""
        self._search.speak(vocabulary)
        self._find.column.refresh()
