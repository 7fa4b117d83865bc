"""Which entries of this station a parcel speaks of under other ids: by source, by feed, or because they are alike."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

from navigator.resources.fields import Record
from navigator.resources.importing.blocking import Blocks
from navigator.resources.importing.faces import face_of
from navigator.resources.parcel.contents import Carried

Keys = Callable[[str], Iterable[Hashable]]


def renamed(
    here: Mapping[str, Record],
    origins: Mapping[str, Collection[tuple[str, str]]],
    carried: Sequence[Carried],
    answered: Mapping[str, str],
) -> dict[str, str]:
    """The id in the parcel by the id here, for entries that are the same and have another id.

    `origins` are (format, key) by entry here; `answered` says which entry a proposed one became.
    """
    coming = {one.id: one for one in carried}
    found = {old: new for old, new in answered.items() if old in here and new in coming and new not in here}
    for mine, theirs in (
        (lambda old: _source(here[old]), lambda new: _source(coming[new].record)),
        (lambda old: origins.get(old, ()), lambda new: coming[new].origins),
    ):
        found |= _by_key(*_left(here, coming, found), mine, theirs)
    return found | _alike(here, coming, *_left(here, coming, found))


def _left(
    here: Mapping[str, Record], coming: Mapping[str, Carried], found: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """The ids on either side that have no match yet."""
    taken = set(found.values())
    return [old for old in here if old not in coming and old not in found], [
        new for new in coming if new not in here and new not in taken
    ]


def _source(record: Record) -> Iterable[Hashable]:
    """Where it is from; places of one service are told apart by their address."""
    entry = record.entry
    if entry.source_id:
        yield entry.source_id, entry.name, entry.address
        yield entry.source_id


def _by_key(olds: Iterable[str], news: Iterable[str], mine: Keys, theirs: Keys) -> dict[str, str]:
    """Matches by keys that one entry on each side has alone."""
    left, right = _alone(olds, mine), _alone(news, theirs)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, old in left.items():
        new = right.get(key)
        if new is not None and old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _alone(ids: Iterable[str], keys: Keys) -> dict[Hashable, str]:
    owners: dict[Hashable, str] = {}
    shared: set[Hashable] = set()
    for one in ids:
        for key in keys(one):
            shared |= {key} if owners.setdefault(key, one) != one else set()
    return {key: owner for key, owner in owners.items() if key not in shared}


def _alike(
    here: Mapping[str, Record], coming: Mapping[str, Carried], olds: Sequence[str], news: Sequence[str]
) -> dict[str, str]:
    """Matches of which nobody need doubt, the most alike first."""
    faces = [face_of(coming[new].record.entry) for new in news]
    near = Blocks(faces).near([face_of(here[old].entry) for old in olds])
    sure = sorted(((told.score, olds[at], news[other]) for at, other, told in near if told.sure), reverse=True)
    found: dict[str, str] = {}
    for _, old, new in sure:
        if old not in found and new not in found.values():
            found[old] = new
    return found
