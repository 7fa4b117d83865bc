"""Lists that are imported again and again: known by the ids in them, with the entry that each id names (S-08)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import batched

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from navigator.ids import new_id
from navigator.resources.importing.earlier import earlier_faces
from navigator.resources.importing.faces import Face
from navigator.resources.importing.likeness import Kin, is_elsewhere, kin
from navigator.resources.importing.standing import EntriesHere
from navigator.resources.stewardship.pairs import PairState
from navigator.resources.stewardship.rows import FeedRow, OriginRow, PairRow

_SHARE = 0.2
"""A known feed is one that has this share of the file's keys; two 211s share small numbers, so most must be alike."""
_FEWEST = 3
_AT_ONCE = 5000
_MOVED = "\x1funtil "
"""Ends the key of an origin that names another entry since the import whose id follows."""


@dataclass(frozen=True)
class Origin:
    """The entry that a key of the feed names; `gone_since` as `OriginRow`.

    `merged` are the entries it named before they were merged into this one.
    """

    entry_id: str
    gone_since: str = ""
    merged: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """A list; `id` is "" for one that was never imported here."""

    id: str
    name: str
    format: str
    origins: Mapping[str, Origin]


def recognise(session: Session, format_name: str, faces: Mapping[str, Face], here: EntriesHere, called: str) -> Feed:
    """The feed that a file is: `faces` are its records by their keys, `called` is its name if it is new."""
    found = [
        (share, row)
        for row in session.scalars(select(FeedRow).where(FeedRow.format == format_name).order_by(FeedRow.id))
        if (share := _share(session, row.id, faces, here)) >= _SHARE
    ]
    if not found:
        return Feed("", _free_name(session, format_name, called), format_name, {})
    _, row = max(found, key=lambda one: one[0])
    return Feed(row.id, row.name, row.format, _origins(session, row.id))


def named(session: Session, format_name: str, name: str) -> Feed:
    """The feed that a person named, known or new."""
    wanted = select(FeedRow).where(FeedRow.format == format_name, FeedRow.name == name)
    row = session.scalars(wanted.order_by(FeedRow.id)).first()
    if row is None:
        return Feed("", name, format_name, {})
    return Feed(row.id, row.name, row.format, _origins(session, row.id))


def keep_feed(session: Session, feed_id: str, name: str, format_name: str) -> str:
    """The id of the feed, which is made when it has none yet."""
    if feed_id:
        return feed_id
    made = new_id()
    session.execute(insert(FeedRow), [{"id": made, "name": name, "format": format_name}])
    return made


def bind(session: Session, feed_id: str, batch_id: str, entries: Mapping[str, str]) -> None:
    """From now on the feed names these entries: `entries` are their ids by key."""
    for some in batched(entries.items(), _AT_ONCE):
        wanted = dict(some)
        known = _known(session, feed_id, wanted)
        _move(session, feed_id, batch_id, [key for key, entry_id in known.items() if wanted[key] != entry_id])
        lines = [
            {"feed_id": feed_id, "key": key, "entry_id": entry_id, "batch_id": batch_id, "gone_since": ""}
            for key, entry_id in wanted.items()
            if known.get(key) != entry_id
        ]
        if lines:
            session.execute(insert(OriginRow), lines)


def bind_again(session: Session, feed_id: str, batch_id: str) -> None:
    """The keys that this import gave to other entries name what they named, unless something else has them still."""
    end = _MOVED + batch_id
    ours = select(OriginRow.key).where(OriginRow.feed_id == feed_id)
    moved = list(session.scalars(ours.where(OriginRow.key.endswith(end, autoescape=True))))
    taken = _known(session, feed_id, [key.removesuffix(end) for key in moved])
    for key in moved:
        if key.removesuffix(end) not in taken:
            back = update(OriginRow).where(OriginRow.feed_id == feed_id, OriginRow.key == key)
            session.execute(back.values(key=key.removesuffix(end)))


def _known(session: Session, feed_id: str, keys: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in batched(keys, _AT_ONCE):
        wanted = select(OriginRow.key, OriginRow.entry_id).where(OriginRow.feed_id == feed_id, OriginRow.key.in_(some))
        found |= {row.key: row.entry_id for row in session.execute(wanted)}
    return found


def _move(session: Session, feed_id: str, batch_id: str, keys: Collection[str]) -> None:
    """Keys that are to name other entries: what they named is remembered, for undo and for what is gone."""
    if keys:
        ours = update(OriginRow).where(OriginRow.feed_id == feed_id, OriginRow.key.in_(keys))
        session.execute(ours.values(key=OriginRow.key + (_MOVED + batch_id)))


def _origins(session: Session, feed_id: str) -> Mapping[str, Origin]:
    wanted = select(OriginRow.key, OriginRow.entry_id, OriginRow.gone_since).where(OriginRow.feed_id == feed_id)
    merged = _merged(session, feed_id)
    return {
        row.key: Origin(row.entry_id, row.gone_since, merged.get((row.key, row.entry_id), ()))
        for row in session.execute(wanted)
    }


def _merged(session: Session, feed_id: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """By key and the entry that it names now: the entries that it named before merges."""
    settled = select(PairRow).where(PairRow.state == PairState.ONE.value, PairRow.other_id != "")
    named: dict[str, tuple[str, tuple[str, ...]]] = {}
    for pair in session.scalars(settled.order_by(PairRow.id)):
        for feed, key in pair.incoming.get("origins", ()):
            if feed == feed_id:
                _, before = named.get(key, ("", ()))
                named[key] = pair.entry_id, (*before, pair.other_id)
    return {(key, entry_id): before for key, (entry_id, before) in named.items()}


def _share(session: Session, feed_id: str, faces: Mapping[str, Face], here: EntriesHere) -> float:
    """How many of the file's keys the feed has, as a share; 0 when most of them name other records."""
    origins = _origins(session, feed_id)
    shared = {key: one for key, one in origins.items() if key in faces and one.entry_id in here.faces}
    if not shared or len(shared) < max(_SHARE * len(faces), min(_FEWEST, len(faces), len(origins))):
        return 0.0
    unlike = {key: one for key, one in shared.items() if not _is_one(faces[key], _faces(here, one))}
    if len(unlike) * 2 >= len(shared):
        earlier = earlier_faces(session, {one.entry_id for one in unlike.values()})
        unlike = {key: one for key, one in unlike.items() if not _is_one(faces[key], earlier.get(one.entry_id, ()))}
    return len(shared) / len(faces) if len(unlike) * 2 < len(shared) else 0.0


def _faces(here: EntriesHere, origin: Origin) -> list[Face]:
    return [here.faces[one] for one in (origin.entry_id, *origin.merged) if one in here.faces]


def _is_one(said: Face, faces: Collection[Face]) -> bool:
    return any(kin(said, face) is not Kin.NONE and not is_elsewhere(said, face) for face in faces)


def _free_name(session: Session, format_name: str, called: str) -> str:
    taken = set(session.scalars(select(FeedRow.name).where(FeedRow.format == format_name)))
    numbered = (f"{called} ({number})" for number in range(2, len(taken) + 3))
    return called if called not in taken else next(name for name in numbered if name not in taken)
