"""Arrays as stretches of bytes for a table, and back again without a copy too many."""

from collections.abc import Iterable, Iterator, Mapping
from math import prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from navigator.resources.search.packed import Arrays

STRETCH = 1 << 20
"""Bytes in a stretch: small enough for a transaction that nobody waits for."""

Shapes = dict[str, list[Any]]
"""By name the type of an array as numpy writes it, and its shape."""


class Stretch(NamedTuple):
    name: str
    position: int
    data: bytes


class Damaged(Exception):
    """The stretches are not those that the shapes promise."""


def shapes_of(arrays: Mapping[str, NDArray[Any]]) -> Shapes:
    return {name: [array.dtype.str, list(array.shape)] for name, array in arrays.items()}


def stretches(arrays: Mapping[str, NDArray[Any]]) -> Iterator[Stretch]:
    """The bytes of every array, in pieces; an array of nothing has none."""
    for name, array in arrays.items():
        flat = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
        for position, start in enumerate(range(0, len(flat), STRETCH)):
            yield Stretch(name, position, flat[start : start + STRETCH].tobytes())


def arrays_of(shapes: Shapes, found: Iterable[Stretch]) -> Arrays:
    """The arrays of these shapes; `found` comes by name and position. `Damaged` when a byte is missing or too many."""
    room = {name: np.empty(_size(*shape), np.uint8) for name, shape in shapes.items()}
    filled = dict.fromkeys(shapes, 0)
    for name, position, data in found:
        start = position * STRETCH
        if filled.get(name) != start or start + len(data) > len(room[name]):
            raise Damaged
        room[name][start : start + len(data)] = np.frombuffer(data, np.uint8)
        filled[name] += len(data)
    if any(filled[name] != len(flat) for name, flat in room.items()):
        raise Damaged
    return {name: room[name].view(np.dtype(kind)).reshape(shape) for name, (kind, shape) in shapes.items()}


def _size(kind: str, shape: list[int]) -> int:
    return np.dtype(kind).itemsize * prod(shape)
