"""Finds, among many records, the few that are worth comparing: those that share a number, an address or rare words.

Every face gets a handful of keys; equal keys bring two faces together. Nothing is compared with everything.
"""

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from navigator.resources.importing.faces import Face
from navigator.resources.importing.likeness import ALIKE_NAMES, Likeness, judge

Numbers = NDArray[np.int64]
_CROWD = 40
"""A key that more faces have than this says nothing."""
_AT_MOST = 12
"""So many faces are compared with one."""
_AT_ONCE = 4000
_HOLDS = 99.0


class Blocks:
    """An index of faces; `near` finds those that may be like others."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self._faces = faces
        keys, owners = _keyed(faces)
        order = np.argsort(keys, kind="stable")
        self._keys, self._owners = keys[order], owners[order]

    def near(self, faces: Sequence[Face]) -> Iterator[tuple[int, int, Likeness]]:
        """(position in `faces`, position in the index, likeness) of every pair with names that are alike."""
        for start in range(0, len(faces), _AT_ONCE):
            some = faces[start : start + _AT_ONCE]
            asked, found = self._together(some)
            for one, other, names, organizations in _promising(some, self._faces, asked, found):
                yield start + one, other, judge(some[one], self._faces[other], names, organizations)

    def _together(self, faces: Sequence[Face]) -> tuple[Numbers, Numbers]:
        """Pairs that share a key, for each asked face those that share most."""
        keys, asked = _keyed(faces)
        first, last = np.searchsorted(self._keys, keys, "left"), np.searchsorted(self._keys, keys, "right")
        many = last - first
        many[many > _CROWD] = 0
        asked = np.repeat(asked, many)
        within = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        found = self._owners[np.repeat(first, many) + within]
        return _best(asked, found)


def _best(asked: Numbers, found: Numbers) -> tuple[Numbers, Numbers]:
    if not asked.size:
        return asked, found
    pairs, shared = np.unique(np.stack((asked, found), axis=1), axis=0, return_counts=True)
    order = np.lexsort((-shared, pairs[:, 0]))
    pairs = pairs[order]
    starts = np.r_[True, pairs[1:, 0] != pairs[:-1, 0]]
    rank = np.arange(len(pairs)) - np.flatnonzero(starts)[np.cumsum(starts) - 1]
    pairs = pairs[rank < _AT_MOST]
    return pairs[:, 0], pairs[:, 1]


def _promising(
    some: Sequence[Face], others: Sequence[Face], asked: Numbers, found: Numbers
) -> Iterator[tuple[int, int, float, float]]:
    ones, twos = [some[at] for at in asked], [others[at] for at in found]
    names, other_names = [one.name for one in ones], [two.name for two in twos]
    alike = cpdist(names, other_names, scorer=fuzz.ratio)
    holds = cpdist(names, other_names, scorer=fuzz.token_set_ratio)
    houses = cpdist([one.organization for one in ones], [two.organization for two in twos], scorer=fuzz.ratio)
    for at in np.flatnonzero((alike >= ALIKE_NAMES) | (holds >= _HOLDS)):
        yield int(asked[at]), int(found[at]), float(alike[at]), float(houses[at])


def _keyed(faces: Sequence[Face]) -> tuple[Numbers, Numbers]:
    """The keys of all faces as numbers, and whose they are."""
    keys, owners = array("q"), array("q")
    for at, face in enumerate(faces):
        for key in _keys(face):
            keys.append(hash(key))
            owners.append(at)
    return np.frombuffer(keys, dtype=np.int64), np.frombuffer(owners, dtype=np.int64)


def _keys(face: Face) -> Iterator[tuple[str, ...]]:
    yield "name", face.name
    for number in face.phones:
        yield "phone", number
    if face.number and face.street:
        yield "address", face.number, face.street.split()[0]
    for word in set(face.name.split()):
        yield "word", word
        if face.zip:
            yield "near", face.zip, word
