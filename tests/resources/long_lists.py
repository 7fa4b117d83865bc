"""The long lists of the corpora: whole in the long tests, by their first rows every day."""

import csv
import gzip
import io
import json
from pathlib import Path

TREATMENT = "hsds-3/philadelphia-treatment-2021-page.json.gz"
"""Few services, and much of each."""
PAGE = "hsds-3/miami-2019-page.json.gz"
TABLES = "hsds-1.1/miami-2019.zip"
"""The services of `PAGE`, with four times the tables."""
PROGRAMS = "icarol/export-2012-116-columns.csv.gz"


def first_rows(path: Path, rows: int, folder: Path) -> Path:
    """A packed page or table with no more than its first rows, written into `folder`."""
    some = folder / path.name
    text = gzip.decompress(path.read_bytes()).decode("latin-1")
    some.write_bytes(gzip.compress(_cut(text, rows).encode("latin-1"), 1))
    return some


def _cut(text: str, rows: int) -> str:
    if text.lstrip().startswith("{"):
        page = json.loads(text.encode("latin-1"))
        return json.dumps(page | {"contents": page["contents"][:rows]})
    cut = io.StringIO(newline="")
    csv.writer(cut).writerows(list(csv.reader(io.StringIO(text, newline="")))[: rows + 1])
    return cut.getvalue()
