"""Tries an import: reads the file, finds its doors in the here, and says what would happen; writes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from navigator.resources.exchange.incoming import Piece
from navigator.resources.importing import feeds
from navigator.resources.importing.arrivals import Arrivals, counted
from navigator.resources.importing.deciding import Deciding
from navigator.resources.importing.doors import Door
from navigator.resources.importing.feeds import Feed
from navigator.resources.importing.matching import Matching
from navigator.resources.importing.outcomes import gone_door
from navigator.resources.importing.packing import unpack
from navigator.resources.importing.prepared import Prepared
from navigator.resources.importing.standing import EntriesHere
from navigator.resources.importing.steps import Steps
from navigator.resources.importing.verdicts import Progress, Report, Verdict
from navigator.resources.model import Status
from navigator.resources.revision import revision
from navigator.resources.stewardship.do_not_list import barred_names

Doors = Mapping[Verdict, Sequence[Door]]
_OVER = frozenset({Status.CLOSED.value, Status.DUPLICATE.value})


@dataclass(frozen=True)
class Asked:
    """A file to be tried: its pieces, its format, its name, and the list that a person says it is, or ""."""

    pieces: Iterable[Piece]
    format: str
    file_name: str
    feed: str = ""


def prepare(session: Session, asked: Asked, progress: Progress | None = None) -> Prepared:
    """The dry run of one file against the directory as it stands."""
    arrivals = Arrivals(barred_names(session))
    arrivals.take_all(asked.pieces, Steps(progress))
    feed = _feed(session, asked, arrivals)
    here = EntriesHere(session)
    steps = Steps(progress, len(arrivals.doors))
    found = Matching(session, arrivals.doors, feed, here, steps).find()
    doors: dict[Verdict, list[Door]] = defaultdict(list)
    for door in Deciding(session, feed, here, steps).doors(arrivals.doors, found):
        doors[door.verdict].append(door)
    doors[Verdict.GONE] = _gone(feed, here, arrivals)
    sorted_ = {verdict: tuple(sorted(doors[verdict], key=lambda door: door.row)) for verdict in Verdict}
    report = _report(asked, feed, arrivals, sorted_)
    return Prepared(report, revision(session), feed.id, sorted_, _back(feed, arrivals))


def _feed(session: Session, asked: Asked, arrivals: Arrivals) -> Feed:
    if asked.feed:
        return feeds.named(session, asked.format, asked.feed)
    names = {door.key: door.name for door in arrivals.doors}
    return feeds.recognise(session, asked.format, names, asked.file_name)


def _gone(feed: Feed, here: EntriesHere, arrivals: Arrivals) -> list[Door]:
    """The entries that the feed named and names no more, but for those that are closed or settled as duplicates."""
    still = {origin.entry_id for key, origin in feed.origins.items() if key in arrivals.keys}
    gone = {origin.entry_id: (key, origin) for key, origin in feed.origins.items() if origin.entry_id not in still}
    entries = here.entries
    return [
        gone_door(key, origin, entries[entry_id].name)
        for entry_id, (key, origin) in gone.items()
        if entry_id in entries and entries[entry_id].status not in _OVER
    ]


def _back(feed: Feed, arrivals: Arrivals) -> Mapping[str, str]:
    return {key: one.gone_since for key, one in feed.origins.items() if one.gone_since and key in arrivals.keys}


def _report(asked: Asked, feed: Feed, arrivals: Arrivals, doors: Doors) -> Report:
    matched = (*doors[Verdict.CHANGED], *doors[Verdict.UNCHANGED])
    return Report(
        format=asked.format,
        file_name=asked.file_name,
        feed=feed.name,
        known_feed=bool(feed.id),
        rows=arrivals.rows,
        new=len(doors[Verdict.NEW]),
        changed=len(doors[Verdict.CHANGED]),
        unchanged=len(doors[Verdict.UNCHANGED]),
        gone=len(doors[Verdict.GONE]),
        held=len(doors[Verdict.HELD]),
        kept_as_text=arrivals.text_columns.total(),
        confidential=arrivals.confidential,
        protected=sum(len(unpack(door.told).get("protected", ())) for door in matched if door.told),
        parts=arrivals.parts,
        problems=tuple(arrivals.problems),
        repaired=counted(arrivals.repaired),
        text_columns=counted(arrivals.text_columns),
        part_words=counted(arrivals.part_words),
    )
