"""Lists that are imported again and again: known by the ids in them, with the entry that each id names (S-08)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from navigator.ids import new_id
from navigator.resources import rows
from navigator.resources.importing.faces import spelled
from navigator.resources.stewardship.rows import FeedRow, OriginRow

_SHARE = 0.2
"""A known feed is one that has this share of the file's keys; two 211s share small numbers, so names must agree."""
_SAMPLE = 200
_NAMES = 60.0


@dataclass(frozen=True)
class Origin:
    """The entry that a key of the feed names; `gone_since` as `OriginRow`."""

    entry_id: str
    gone_since: str = ""


@dataclass(frozen=True)
class Feed:
    """A list; `id` is "" for one that was never imported here."""

    id: str
    name: str
    format: str
    origins: Mapping[str, Origin]


def recognise(session: Session, format_name: str, names: Mapping[str, str], called: str) -> Feed:
    """The feed that a file is: `names` are its keys with the name of each record, `called` is its name if it is new."""
    found = [
        (share, row)
        for row in session.scalars(select(FeedRow).where(FeedRow.format == format_name).order_by(FeedRow.id))
        if (share := _share(session, row.id, names)) >= _SHARE
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
    lines = [
        {"feed_id": feed_id, "key": key, "entry_id": entry_id, "batch_id": batch_id, "gone_since": ""}
        for key, entry_id in entries.items()
    ]
    if lines:
        session.execute(insert(OriginRow), lines)


def _origins(session: Session, feed_id: str) -> Mapping[str, Origin]:
    wanted = select(OriginRow.key, OriginRow.entry_id, OriginRow.gone_since).where(OriginRow.feed_id == feed_id)
    return {row.key: Origin(row.entry_id, row.gone_since) for row in session.execute(wanted)}


def _share(session: Session, feed_id: str, names: Mapping[str, str]) -> float:
    """How many of the file's keys the feed has, as a share; 0 when they name other records."""
    wanted = select(OriginRow.key, OriginRow.entry_id).where(OriginRow.feed_id == feed_id)
    shared = {row.entry_id: row.key for row in session.execute(wanted) if row.key in names}
    if not shared or len(shared) < _SHARE * len(names):
        return 0.0
    sample = dict(islice(shared.items(), _SAMPLE))
    alike = sum(
        fuzz.ratio(spelled(name), spelled(names[sample[entry_id]])) >= _NAMES
        for entry_id, name in _names(session, sample.keys())
    )
    return len(shared) / len(names) if alike * 2 >= len(sample) else 0.0


def _names(session: Session, entry_ids: Collection[str]) -> list[tuple[str, str]]:
    door, service = rows.ServiceAtLocationRow, rows.ServiceRow
    wanted = select(door.id, service.name).join(service, service.id == door.service_id).where(door.id.in_(entry_ids))
    return [(row.id, row.name) for row in session.execute(wanted)]


def _free_name(session: Session, format_name: str, called: str) -> str:
    taken = set(session.scalars(select(FeedRow.name).where(FeedRow.format == format_name)))
    numbered = (f"{called} ({number})" for number in range(2, len(taken) + 3))
    return called if called not in taken else next(name for name in numbered if name not in taken)
