"""Arrays as they are kept in a snapshot: every part of an index is a few of them, under names with dots."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]

_END = "\0"


def pack_texts(texts: Iterable[str]) -> NDArray[np.uint8]:
    """Texts without a NUL as bytes in a row, each with its end marked."""
    return np.frombuffer("".join(f"{text}{_END}" for text in texts).encode(), dtype=np.uint8)


def texts_of(packed: NDArray[np.uint8]) -> list[str]:
    """The texts that `pack_texts` put in a row."""
    return packed.tobytes().decode().split(_END)[:-1]


def under(prefix: str, arrays: Mapping[str, NDArray[Any]]) -> Arrays:
    """The arrays with `prefix` and a dot before their names."""
    return {f"{prefix}.{name}": array for name, array in arrays.items()}


def within(prefix: str, arrays: Mapping[str, NDArray[Any]]) -> Arrays:
    """The arrays whose names begin with `prefix` and a dot, without it."""
    start = f"{prefix}."
    return {name.removeprefix(start): array for name, array in arrays.items() if name.startswith(start)}


def in_a_row(lengths: NDArray[Any]) -> NDArray[np.int64]:
    """Where stretches of these lengths begin, and where the last one ends."""
    starts = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def places(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every place of several stretches in a row, and how many each has."""
    counts = ends - starts
    shift = np.repeat(starts - in_a_row(counts)[:-1], counts)
    return np.arange(len(shift), dtype=np.int64) + shift, counts
