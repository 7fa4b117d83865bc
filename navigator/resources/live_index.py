"""The search of a directory over time: unpacked or built, brought up to date, and packed again.

It knows the number of the directory that it is true of: whatever changed since is told to it again, so it misses
nothing that another window, a command or a power cut did.
"""

import threading
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing

from navigator import __version__
from navigator.access import Actor, Permission, requires
from navigator.city import City
from navigator.errors import UserError
from navigator.resources.categories import Category
from navigator.resources.index_source import IndexSource
from navigator.resources.model import Entry
from navigator.resources.search import Search
from navigator.resources.search.packed import Arrays
from navigator.resources.search.search import stamp
from navigator.resources.snapshot import Going, Snapshots
from navigator.resources.snapshot_since import Changed
from navigator.resources.vocabulary import Vocabulary
from navigator.storage.database import Store

BUILT_AT_ONCE = 20_000
"""Entries that are indexed in about three seconds; more of them are indexed after the window stands."""


class Stopped(UserError):
    """The index was not built to its end: the station was locked or closed."""


class LiveIndex:
    """`search` stays the same object. While it is not `is_whole` it knows the crisis lines alone.

    `at_revision` is the directory's number that the search is true of, None: of none yet. `builds` counts how often
    other entries took the place of all that were known.
    """

    def __init__(
        self,
        store: Store,
        search: Search,
        city: City,
        categories: Mapping[str, Category],
        at_revision: int | None = None,
    ) -> None:
        self.search = search
        self.is_whole = at_revision is not None
        self.builds = 0
        self._revision = at_revision or 0
        self._numbers = [line.number for line in city.crisis_lines]
        self._form = form_of(city, categories)
        self._source, self._snapshots = IndexSource(store), Snapshots(store)
        self._building, self._following = threading.RLock(), threading.Lock()

    @requires(Permission.SEARCH)
    def fill(self, actor: Actor, at_most: int = BUILT_AT_ONCE) -> None:
        """Indexes the directory; one of more entries than `at_most` waits for `rebuild`."""
        if self._source.size(actor) <= at_most:
            self.rebuild(actor)
            return
        with self._building:
            with self._following:
                self.is_whole = False
            self.search.rebuild(self._source.lines(actor, self._numbers))
            self.builds += 1

    @requires(Permission.SEARCH)
    def catch_up(self, actor: Actor) -> None:
        """Follows what changed since it was last asked; before anybody searches. Waits for a build under way."""
        with self._building:
            changed = self.changes(actor)
            if changed is None:
                self.fill(actor)
            else:
                self.follow(changed)

    @requires(Permission.SEARCH)
    def changes(self, actor: Actor) -> Changed | None:
        """What changed in the directory that this index may not know; None: it must be built anew."""
        return self._source.since(actor, self._revision) if self.is_whole else None

    @requires(Permission.SEARCH)
    def take(self, actor: Actor, changed: Changed) -> bool:
        """Follows what was read on another thread.

        False, and nothing done, when the directory has moved on since, or when the index is no longer whole.
        """
        return self._source.revision(actor) == changed.revision and self.follow(changed)

    @requires(Permission.SEARCH)
    def rebuild(self, actor: Actor, going: Going = lambda: True) -> None:
        """Indexes everything anew while the old index answers; `Stopped` when `going` says so.

        What was saved meanwhile is followed before anybody else may save, so nothing older is put over it (S-13).
        """
        with self._building:
            revision = self._built(actor, going)
            with self._following:
                self._revision, self.is_whole, self.builds = revision, True, self.builds + 1
            with self._source.since_held(actor, revision) as changed:
                if changed is not None:
                    self.follow(changed)

    @requires(Permission.SEARCH)
    def keep(self, actor: Actor, going: Going = lambda: True) -> bool:
        """Settles what changed, so that the words of a place now secret leave memory (S-13).

        Then packs the index into the store when what is there is missing or old; whether it did.
        """
        with self._building:
            self.search.tidy()
            revision = self._revision  # before it is packed: what comes meanwhile is told again
            if not self.is_whole or not self._snapshots.is_due(actor, self._form):
                return False
            arrays = self.search.packed()
        return self._snapshots.keep(actor, arrays, self._form, revision, going)

    def _built(self, actor: Actor, going: Going) -> int:
        """The directory's number that was read. Reading begins when the search already notes what is put into it."""
        revision = 0

        def read() -> Generator[Entry]:
            nonlocal revision
            with self._source.whole(actor) as (revision, entries):
                yield from _while(going, entries)

        with closing(read()) as entries:
            self.search.rebuild(entries)
        return revision

    def follow(self, changed: Changed) -> bool:
        """An index of crisis lines alone follows nothing: it stays to be built."""
        with self._following:
            if self.is_whole:
                self._tell(changed)
            return self.is_whole

    def _tell(self, changed: Changed) -> None:
        for entry in changed.entries:
            if self.search.get(entry.id) != entry:
                self.search.put(entry)
        for entry_id in changed.removed:
            self.search.remove(entry_id)
        self._revision = changed.revision


def open_index(
    store: Store,
    actor: Actor,
    vocabulary: Vocabulary,
    city: City,
    categories: Mapping[str, Category],
    at_most: int = BUILT_AT_ONCE,
) -> LiveIndex:
    """The index as it was packed, with what changed since; else as `LiveIndex.fill` has it."""
    loaded = Snapshots(store).load(actor, form_of(city, categories))
    search = _unpacked(loaded.arrays, vocabulary, city, categories) if loaded else None
    if loaded is None or search is None:
        index = LiveIndex(store, Search((), vocabulary, city, categories), city, categories)
        index.fill(actor, at_most)
        return index
    index = LiveIndex(store, search, city, categories, loaded.revision)
    index.follow(Changed(loaded.revision, loaded.changed, loaded.removed))
    return index


def form_of(city: City, categories: Mapping[str, Category]) -> str:
    """An index that another version packed is not unpacked by this one."""
    return f"{__version__} {stamp(city, categories)}"


def _unpacked(arrays: Arrays, vocabulary: Vocabulary, city: City, categories: Mapping[str, Category]) -> Search | None:
    """None when the arrays do not fit together: nobody is kept from signing in by what can be built anew."""
    try:
        return Search.unpacked(arrays, vocabulary, city, categories)
    except (LookupError, ValueError):
        return None


def _while(going: Going, entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        _go_on(going)
        yield entry
    _go_on(going)


def _go_on(going: Going) -> None:
    if not going():
        raise Stopped("Search is not ready. It is made ready when the station is open again.")
