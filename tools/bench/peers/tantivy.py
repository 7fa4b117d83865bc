"""tantivy: each word exact, misspelt or (the last) begun, in any field; all of the words, else any of them."""

import re
from collections.abc import Iterable

from tools.bench.peers.engine import ROWS, WEIGHTS, Absent, Engine, values
from tools.rank.rows import Row

try:
    from tantivy import Document, Index, Occur, Query, SchemaBuilder
except ImportError as missing:
    raise Absent("tantivy is not installed") from missing

_HEAP = 256_000_000
_EXACT = 2.0
"""What an exact word counts beside a misspelt or a begun one, which tantivy gives a constant score."""


class Peer(Engine):
    def build(self, rows: Iterable[Row]) -> None:
        builder = SchemaBuilder().add_integer_field("id", stored=True, indexed=True)
        for name in WEIGHTS:
            builder = builder.add_text_field(name, stored=True)
        self._take(Index(builder.build(), path=str(self.folder)))
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for row in rows:
            writer.add_document(_document(row))
        writer.commit()
        writer.wait_merging_threads()
        self._writer = self._index.writer(heap_size=_HEAP // 4, num_threads=1)
        self._index.reload()

    def load(self) -> None:
        self._take(Index.open(str(self.folder)))

    def find(self, text: str) -> list[int]:
        words = re.findall(r"\w+", text.lower())
        queries = [self._word(word, is_last=at == len(words) - 1) for at, word in enumerate(words)]
        return self._found(Occur.Must, queries) or self._found(Occur.Should, queries)

    def change(self, row: Row) -> None:
        self._writer.delete_documents_by_term("id", int(row["id"]))
        self._writer.add_document(_document(row))
        self._writer.commit()
        self._index.reload()

    def _take(self, index: Index) -> None:
        self._index, self._schema = index, index.schema

    def _word(self, word: str, *, is_last: bool) -> Query:
        asked = []
        for name, weight in WEIGHTS.items():
            near = Query.fuzzy_term_query(self._schema, name, word, _slips(word), prefix=is_last)
            exact = Query.term_query(self._schema, name, word)
            asked += [(Occur.Should, Query.boost_query(near, weight))]
            asked += [(Occur.Should, Query.boost_query(exact, _EXACT * weight))]
        return Query.boolean_query(asked)

    def _found(self, occur: Occur, queries: list[Query]) -> list[int]:
        if not queries:
            return []
        searcher = self._index.searcher()
        hits = searcher.search(Query.boolean_query([(occur, query) for query in queries]), ROWS, count=False).hits
        return [searcher.doc(address).to_dict()["id"][0] for _, address in hits]


def _slips(word: str) -> int:
    """How many are forgiven; none in numbers, where each digit counts."""
    if any(letter.isdigit() for letter in word):
        return 0
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def _document(row: Row) -> Document:
    return Document(id=int(row["id"]), **dict(zip(WEIGHTS, values(row), strict=True)))
