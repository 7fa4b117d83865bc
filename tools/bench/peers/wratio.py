"""RapidFuzz WRatio over all names: the floor."""

import sqlite3
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from tools.bench.peers.engine import ROWS, WEIGHTS, Engine, values
from tools.rank.rows import Row

_COLUMNS = ("id", *WEIGHTS)
_HOLES = ", ".join("?" for _ in _COLUMNS)


class Peer(Engine):
    def build(self, rows: Iterable[Row]) -> None:
        store = sqlite3.connect(self.folder / "services.db")
        store.execute(f"CREATE TABLE services (id INTEGER PRIMARY KEY, {', '.join(WEIGHTS)})")
        store.executemany(f"INSERT INTO services VALUES ({_HOLES})", map(_values, rows))  # noqa: S608
        store.commit()
        store.close()
        self.load()

    def load(self) -> None:
        self._store = sqlite3.connect(self.folder / "services.db")
        self._names = {number: name.lower() for number, name in self._store.execute("SELECT id, name FROM services")}

    def find(self, text: str) -> list[int]:
        best = process.extract(text.lower(), self._names, scorer=fuzz.WRatio, limit=ROWS)
        found = [number for _, _, number in best]
        holes = ", ".join("?" for _ in found)
        self._store.execute(f"SELECT * FROM services WHERE id IN ({holes})", found).fetchall()  # noqa: S608
        return found

    def change(self, row: Row) -> None:
        self._store.execute(f"REPLACE INTO services VALUES ({_HOLES})", _values(row))  # noqa: S608
        self._store.commit()
        self._names[int(row["id"])] = row["name"].lower()


def _values(row: Row) -> tuple[int | str, ...]:
    return (int(row["id"]), *values(row))
