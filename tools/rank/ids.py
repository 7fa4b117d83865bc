"""Refuses a table in which two rows have one id."""

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from tools.rank.asked import BadFile
from tools.rank.rows import Row


def distinct(path: Path, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows as they are; after the last, a `BadFile` when an id stood twice.

    The ids are kept as plain numbers: a million of Python's own would show in the memory.
    """
    ids = array("q")
    for row in rows:
        ids.append(int(row["id"]))
        yield row
    places = np.unique(ids, return_index=True)[1]
    again = np.setdiff1d(np.arange(len(ids)), places)
    if len(again):
        raise BadFile(f"{path}, row {again[0] + 2}: the id {ids[again[0]]} stands in a row above.")
