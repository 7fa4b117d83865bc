"""The entries of a directory in layers: a large one that stands, and small ones of what changed since."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from threading import Lock

from navigator.resources.model import Entry
from navigator.resources.search.freed import give_back
from navigator.resources.search.segment import Ground, Segment, merged

_CHUNK = 2_000
"""So many entries are read and indexed at a time: they are in memory for so long, and what they leave is reused."""
_LARGE = 20_000
"""A directory of more entries is not made one layer while somebody waits."""
_FRESH = 64
"""So many changed entries make a layer of their own."""
_MOST_SETTLED = 4
"""So many such layers are searched beside the standing one before they become one."""


class Layers:
    """An entry is alive in one layer only. A change is indexed when the next query asks for the layers."""

    def __init__(self, standing: Segment, ground: Ground) -> None:
        self._ground = ground
        self._standing = standing
        self._settled: tuple[Segment, ...] = ()
        self._fresh: Segment | None = None
        self._pending: dict[str, Entry] = {}
        self._tidying, self._swapping = Lock(), Lock()
        self._meanwhile: set[str] | None = None

    @classmethod
    def of(cls, entries: Iterable[Entry], ground: Ground) -> "Layers":
        return cls(_built(entries, ground), ground)

    def get(self, entry_id: str) -> Entry | None:
        found = (segment.get(entry_id) for segment in self._layers())
        return self._pending.get(entry_id) or next((entry for entry in found if entry), None)

    def put(self, entry: Entry) -> None:
        """A buried entry answers nothing more. With the words of a place that is now secret it is not even held in
        memory any longer (S-13): at once, or in a large directory as soon as the worker tidies."""
        self.remove(entry.id)
        with self._swapping:
            self._pending[entry.id] = entry
        if entry.confidential and self._standing.size <= _LARGE and self._meanwhile is None:
            self.tidy()

    def remove(self, entry_id: str) -> None:
        with self._swapping:
            if self._meanwhile is not None:
                self._meanwhile.add(entry_id)
            for segment in self._layers():
                segment.bury(entry_id)
            self._pending.pop(entry_id, None)

    def segments(self) -> tuple[Segment, ...]:
        """All layers, the largest first."""
        with self._swapping:
            self._take_pending()
            if self._fresh is not None and self._fresh.size > _FRESH:
                self._settle()
            return self._layers()

    def tidy(self) -> Segment:
        """Makes everything one layer again, without what was buried, and returns it; spare memory is given back.

        On any thread: queries are answered meanwhile, and what changes meanwhile stays in layers of its own.
        """
        with self._tidying, self._watched():
            small = self._settled
            if small or not self._standing.alive.all():
                standing = merged((self._standing, *small), self._ground)
                with self._swapping:
                    for entry_id in self._meanwhile or ():
                        standing.bury(entry_id)
                    self._standing = standing
                    self._settled = tuple(segment for segment in self._settled if segment not in small)
        if self._standing.size > _CHUNK:
            give_back()
        return self._standing

    def take(self, entries: Iterable[Entry]) -> None:
        """These entries in place of all that were known; what is put or removed while they are read goes on top."""
        with self._tidying, self._watched():
            standing = _built(entries, self._ground)
            with self._swapping:
                newer = {entry_id: self.get(entry_id) for entry_id in self._meanwhile or ()}
                for entry_id in newer:
                    standing.bury(entry_id)
                self._standing, self._settled, self._fresh = standing, (), None
                self._pending = {entry_id: entry for entry_id, entry in newer.items() if entry}
        if any(entry and entry.confidential for entry in newer.values()):
            self.tidy()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Settles what changed before, and notes what changes from now on."""
        with self._swapping:
            self._take_pending()
            self._settled, self._fresh, self._meanwhile = self._layers()[1:], None, set()
        try:
            yield
        finally:
            self._meanwhile = None

    def _layers(self) -> tuple[Segment, ...]:
        return (self._standing, *self._settled, *((self._fresh,) if self._fresh else ()))

    def _take_pending(self) -> None:
        """Indexes what changed since the last query, beside what changed a little before."""
        if self._pending:
            newest = Segment.of(tuple(self._pending.values()), self._ground)
            self._fresh = merged((self._fresh, newest), self._ground) if self._fresh else newest
            self._pending = {}

    def _settle(self) -> None:
        settled = self._layers()[1:]
        may_merge = len(settled) > _MOST_SETTLED and self._meanwhile is None
        self._settled = (merged(settled, self._ground),) if may_merge else settled
        self._fresh = None

    def forget(self) -> None:
        """Empties what was kept of looked-up words."""
        for segment in self.segments():
            segment.index.lexicon.forget()


def _built(entries: Iterable[Entry], ground: Ground) -> Segment:
    segments = [Segment.of(chunk, ground) for chunk in _chunks(entries)]
    standing = segments[0] if len(segments) == 1 else merged(segments, ground)
    standing.index.ready()
    del segments
    if standing.size > _CHUNK:
        give_back()
    return standing


def _chunks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """At least one, perhaps empty."""
    source = iter(entries)
    chunk = list(islice(source, _CHUNK))
    while True:
        yield chunk
        chunk = list(islice(source, _CHUNK))
        if not chunk:
            return
