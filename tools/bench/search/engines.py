"""Runs the engines one after the other, each in its own process, over the same rows and keystrokes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.bench.search.corpus import Corpus
from tools.bench.search.one import Measured

ENGINES = {
    "navigator": ("Navigator", "Navigator"),
    "tantivy": ("tantivy, fuzzy + prefix", "tantivy"),
    "fts5": ("SQLite FTS5 bm25 + prefix", "FTS5 bm25"),
    "trigram": ("SQLite FTS5 trigram", "FTS5 trigram"),
    "postgres": ("PostgreSQL tsvector + pg_trgm", "PostgreSQL"),
    "wratio": ("RapidFuzz WRatio over names", "RapidFuzz"),
}
"""The module of each engine, its name in full and over a column."""
_ROOT = Path(__file__).resolve().parents[3]
_FLOOR_AT = 20_000


def each(corpus: Corpus) -> Iterator[Measured]:
    """Navigator first. The floor, which looks at every name, is measured in the small corpus alone."""
    for name in ENGINES:
        if name != "wratio" or corpus.size <= _FLOOR_AT:
            print(f"  … {ENGINES[name][0]}", file=sys.stderr, flush=True)
            yield _one(name, corpus)


def _one(name: str, corpus: Corpus) -> Measured:
    command = [sys.executable, "-m", "tools.bench.search.one", name, corpus.as_json()]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), str(_ROOT / ".peers")])}
    done = subprocess.run(command, check=False, cwd=_ROOT, env=paths, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return Measured(name, absent=f"it ended with: {(done.stderr.strip().splitlines() or ['nothing'])[-1]}")
    return Measured(**json.loads(done.stdout.splitlines()[-1]))
