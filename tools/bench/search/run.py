"""Search, keystroke by keystroke: Navigator beside its peers, on the same rows in the same run.

Reads the search kit from NAVIGATOR_SEARCHKIT or from `../shared/searchkit` beside the checkout; without it, it makes
services and judged queries of its own. SCALE (20k, 100k, 1m) is the largest size that is measured.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.bench.search.engines import each
from tools.bench.search.kits import corpora
from tools.bench.search.table import tables

_SCALE = "100k"


def rows() -> Iterator[str]:
    """The lines of the tables, size after size."""
    with tempfile.TemporaryDirectory() as folder:
        for corpus in corpora(os.environ.get("SCALE") or _SCALE, Path(folder)):
            yield from tables(corpus, list(each(corpus)))
