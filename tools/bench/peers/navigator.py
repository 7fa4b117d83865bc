"""Navigator: the index of the program itself; each of the 50 with its matched words and its reasons."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

import numpy as np

from navigator.city import load_city
from navigator.resources.categories import load_categories
from navigator.resources.search import Query, Search
from navigator.resources.vocabulary import load_vocabulary
from tools.bench.peers.engine import Engine
from tools.rank.latency import ROWS, answered
from tools.rank.rows import Row
from tools.rank.services import AT, Services


class Peer(Engine):
    def build(self, rows: Iterable[Row]) -> None:
        self._words = (load_vocabulary(), load_city("philadelphia"), load_categories())
        self._services = Services()
        self._search = Search(self._services.of(rows), *self._words)

    def find(self, text: str) -> list[int]:
        return [int(found) for found in answered(self._search, text)]

    def forget(self) -> None:
        self._search.forget()

    def change(self, row: Row) -> None:
        self._search.put(next(self._services.of([row])))
        self._search.forget()  # asks for what was put, as the next query would, and so has it indexed

    def rest(self) -> None:
        self._search.tidy()

    def keep(self) -> None:
        """Packs the index into a file, as the directory store keeps it."""
        np.savez(self.folder / "packed.npz", **self._search.packed())

    def load(self) -> None:
        with np.load(self.folder / "packed.npz") as file:
            self._search = Search.unpacked(dict(file), *self._words)

    def asks(self) -> dict[str, Callable[[str], object]]:
        """What is measured of Navigator beside plain keystrokes."""
        return {"new_filters": self._with_new_filters(), "counts": self._counted}

    def _with_new_filters(self) -> Callable[[str], object]:
        """Each keystroke at another minute and near another ZIP, so that no mask can be kept."""
        turns = self._turns()

        def ask(text: str) -> object:
            minutes, code = next(turns)
            query = Query(text, open_now=True, near=code, within_miles=5.0)
            return self._search.find(query, AT + timedelta(minutes=minutes), ROWS)

        return ask

    def _counted(self, text: str) -> object:
        return self._search.facets(Query(text), AT)

    def _turns(self) -> Iterator[tuple[int, str]]:
        zips = sorted(self._words[1].zips)
        return ((turn, zips[turn % len(zips)]) for turn in range(1, 10**9))
