"""PostgreSQL: weighted tsvector with prefixes, and pg_trgm's word similarity where that finds few."""

import re
from collections.abc import Iterable
from pathlib import Path

from tools.bench.peers.engine import ROWS, WEIGHTS, Absent, Engine, values
from tools.bench.peers.postgres_server import Server
from tools.rank.rows import Row

try:
    import psycopg
except ImportError as missing:
    raise Absent("psycopg is not installed") from missing

_COLUMNS = ", ".join(WEIGHTS)
_FEW = 10
_LETTERS = {"name": "A", "tax": "A", "alt": "B", "org": "B", "elig": "C", "descr": "D"}
"""PostgreSQL knows four weights; what is not named here is a C."""
_WORDS = " || ".join(f"setweight(to_tsvector('simple', {name}), '{_LETTERS.get(name, 'C')}')" for name in WEIGHTS)
_TABLE = f"""
CREATE EXTENSION pg_trgm;
CREATE TABLE services (
  id bigint PRIMARY KEY, {", ".join(f"{name} text" for name in WEIGHTS)},
  words tsvector GENERATED ALWAYS AS ({_WORDS}) STORED,
  head text GENERATED ALWAYS AS (lower(name || ' ' || alt || ' ' || org || ' ' || tax)) STORED
)"""
_INDEXES = """
CREATE INDEX ON services USING gin (words);
CREATE INDEX ON services USING gin (head gin_trgm_ops);
ANALYZE services"""
_BY_WORDS = f"""
SELECT id, {_COLUMNS} FROM services, to_tsquery('simple', %s) asked
WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC LIMIT {ROWS}"""  # noqa: S608
_BY_LIKENESS = f"""
SELECT id, {_COLUMNS} FROM services WHERE %s <%% head ORDER BY word_similarity(%s, head) DESC LIMIT {ROWS}"""  # noqa: S608
_CHANGE = f"UPDATE services SET {', '.join(f'{name} = %s' for name in WEIGHTS)} WHERE id = %s"  # noqa: S608


class Peer(Engine):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._server = Server()
        self._connect()

    def build(self, rows: Iterable[Row]) -> None:
        self._store.execute(_TABLE)
        with self._store.cursor().copy(f"COPY services (id, {_COLUMNS}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row((row["id"], *values(row)))
        self._store.execute(_INDEXES)

    def load(self) -> None:
        self._store.close()
        self._server.restart()
        self._connect()

    def find(self, text: str) -> list[int]:
        words = re.findall(r"\w+", text.lower())
        if not words:
            return []
        found = self._found(_BY_WORDS, " & ".join(f"'{word}':*" for word in words))
        if len(found) < _FEW:
            found += self._found(_BY_LIKENESS, text.lower(), text.lower())
        return list(dict.fromkeys(found))[:ROWS]

    def change(self, row: Row) -> None:
        self._store.execute(_CHANGE, (*values(row), row["id"]))

    def elsewhere_mb(self) -> float:
        return self._server.memory_mb()

    def close(self) -> None:
        self._store.close()
        self._server.stop()

    def _connect(self) -> None:
        self._store = psycopg.connect(self._server.address, autocommit=True)
        self._store.execute("SET pg_trgm.word_similarity_threshold = 0.4")

    def _found(self, question: str, *values: str) -> list[int]:
        return [row[0] for row in self._store.execute(question, values)]
