"""SQLite FTS5 over trigrams: any three letters of the query; it finds nothing for fewer."""

from tools.bench.peers import fts5


class Peer(fts5.Peer):
    tokens = "tokenize='trigram'"

    def find(self, text: str) -> list[int]:
        low = text.lower().replace('"', " ")
        return self._found(" OR ".join(f'"{low[at : at + 3]}"' for at in range(len(low) - 2)))
