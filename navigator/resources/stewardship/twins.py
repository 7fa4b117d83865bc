"""Finds entries that are alike among all of them, by what importing knows of likeness."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from navigator.resources.fields import Record, values_of
from navigator.resources.importing.blocking import Blocks
from navigator.resources.importing.faces import face_of
from navigator.resources.importing.likeness import DOUBTFUL
from navigator.resources.model import Entry, Status

_AT_ONCE = 1000


@dataclass(frozen=True)
class Twin:
    """Two entries that may be one, by id; `one` is the better to keep."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]


def twins(records: Sequence[Record], progress: Callable[[int, int], None] | None = None) -> Iterator[Twin]:
    """Pairs of entries that may be one, each once; places of one service are known to be two."""
    entries = [record.entry for record in records if record.entry.status is not Status.DUPLICATE]
    faces = [face_of(entry) for entry in entries]
    blocks, seen = Blocks(faces), set[frozenset[int]]()
    for start in range(0, len(faces), _AT_ONCE):
        if progress:
            progress(start, len(faces))
        for at, other, likeness in blocks.near(faces[start : start + _AT_ONCE]):
            one = start + at
            pair = frozenset((one, other))
            new = one != other and pair not in seen
            if new and likeness.score >= DOUBTFUL and entries[one].service_id != entries[other].service_id:
                seen.add(pair)
                kept, left = sorted((entries[one], entries[other]), key=_worth)
                yield Twin(kept.id, left.id, likeness.score, likeness.reasons)


def _worth(entry: Entry) -> tuple[bool, float, int, str]:
    """The entry that was checked last comes first, then the one that says more: it is the one to keep."""
    checked = entry.verified.at.timestamp() if entry.verified else 0
    return entry.verified is None, -checked, -len(values_of(Record(entry))), entry.id
