"""SQLite FTS5 with bm25 and a prefix index: all words as prefixes, else any of them."""

import re
import sqlite3
from collections.abc import Iterable

from tools.bench.peers.engine import ROWS, WEIGHTS, Engine, values
from tools.rank.rows import Row

_COLUMNS = ", ".join(WEIGHTS)
_HOLES = ", ".join("?" for _ in (0, *WEIGHTS))


class Peer(Engine):
    tokens = "tokenize='unicode61 remove_diacritics 2', prefix='2 3'"

    def build(self, rows: Iterable[Row]) -> None:
        self.load()
        self._store.execute(f"CREATE VIRTUAL TABLE services USING fts5({_COLUMNS}, {self.tokens})")
        weights = ", ".join(map(str, WEIGHTS.values()))
        self._store.execute("INSERT INTO services(services, rank) VALUES ('rank', ?)", (f"bm25({weights})",))
        self._store.executemany(f"INSERT INTO services(rowid, {_COLUMNS}) VALUES ({_HOLES})", map(_values, rows))  # noqa: S608
        self._store.execute("INSERT INTO services(services) VALUES ('optimize')")
        self._store.commit()

    def load(self) -> None:
        self._store = sqlite3.connect(self.folder / "services.db")

    def find(self, text: str) -> list[int]:
        words = [f'"{word}"*' for word in re.findall(r"\w+", text.lower())]
        return self._found(" AND ".join(words)) or self._found(" OR ".join(words))

    def change(self, row: Row) -> None:
        self._store.execute("DELETE FROM services WHERE rowid = ?", (row["id"],))
        self._store.execute(f"INSERT INTO services(rowid, {_COLUMNS}) VALUES ({_HOLES})", _values(row))  # noqa: S608
        self._store.commit()

    def _found(self, words: str) -> list[int]:
        question = f"SELECT rowid, {_COLUMNS} FROM services WHERE services MATCH ? ORDER BY rank LIMIT ?"  # noqa: S608
        return [row[0] for row in self._store.execute(question, (words, ROWS))] if words else []


def _values(row: Row) -> tuple[int | str, ...]:
    return (int(row["id"]), *values(row))
